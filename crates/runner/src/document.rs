//! The text of office documents (docx, xlsx, pptx), for checks and differences: paragraphs,
//! headings as in Markdown, tables with tabs. Not their looks; and not PDF.

mod sheet;
mod slides;
mod word;
mod xml;

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The most one part may hold unpacked, against documents made to fill the memory.
const MOST_PART_BYTES: u64 = 64 << 20;
const MOST_PARTS: usize = 10_000;
/// The most text taken from one document.
const MOST_TEXT_BYTES: usize = 16 << 20;

/// The text of a document, if `content` is one that can be read. Says nothing of what it is named.
pub(crate) fn text_of(content: &[u8]) -> Option<String> {
    if !content.starts_with(b"PK") {
        return None;
    }
    let mut parts = Parts::open(content)?;
    let text = if parts.has("word/document.xml") {
        word::text_of(&mut parts)
    } else if parts.has("xl/workbook.xml") {
        sheet::text_of(&mut parts)
    } else if parts.has("ppt/presentation.xml") {
        slides::text_of(&mut parts)
    } else {
        None
    };
    text.filter(|text| text.len() <= MOST_TEXT_BYTES)
}

/// The parts of a document.
struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Parts<'a> {
    fn open(content: &'a [u8]) -> Option<Self> {
        let archive = ZipArchive::new(Cursor::new(content)).ok()?;
        (archive.len() <= MOST_PARTS).then_some(Self { archive })
    }

    fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    fn names(&self) -> Vec<String> {
        self.archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// One part as text; `None` when it is missing, damaged or too large.
    fn read(&mut self, name: &str) -> Option<String> {
        let part = self.archive.by_name(name).ok()?;
        let mut bytes = vec![];
        part.take(MOST_PART_BYTES + 1).read_to_end(&mut bytes).ok()?;
        if bytes.len() as u64 > MOST_PART_BYTES {
            return None;
        }
        let text = String::from_utf8(bytes).ok()?;
        Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}
