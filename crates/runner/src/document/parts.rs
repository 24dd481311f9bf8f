//! The parts of an office document, unpacked within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Fault;

/// The most one part, and all parts together, may hold unpacked, against documents made to fill
/// the memory.
const MOST_PART_BYTES: u64 = 64 << 20;
const MOST_BYTES: u64 = 128 << 20;
const MOST_PARTS: usize = 10_000;

/// The parts of a document.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    read_bytes: u64,
}

impl<'a> Parts<'a> {
    pub(super) fn open(content: &'a [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(content)).map_err(|_| Fault::Damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(Fault::TooLarge);
        }
        Ok(Self { archive, read_bytes: 0 })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part that has to be there, as text.
    pub(super) fn read(&mut self, name: &str) -> Result<String, Fault> {
        let part = self.archive.by_name(name).map_err(|_| Fault::Damaged)?;
        let most = MOST_PART_BYTES.min(MOST_BYTES.saturating_sub(self.read_bytes));
        let mut bytes = vec![];
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| Fault::Damaged)?;
        self.read_bytes += bytes.len() as u64;
        if bytes.len() as u64 > most {
            return Err(Fault::TooLarge);
        }
        let text = String::from_utf8(bytes).map_err(|_| Fault::Damaged)?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    /// A part that a document can do without.
    pub(super) fn read_if_there(&mut self, name: &str) -> Result<Option<String>, Fault> {
        if self.has(name) { self.read(name).map(Some) } else { Ok(None) }
    }
}
