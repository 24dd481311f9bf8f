//! Office documents (docx, xlsx, pptx) and PDF as blocks: headings, paragraphs, lists, tables, by
//! sheet, slide or page. One reading serves checks, differences and the screen. Not their looks.

mod blocks;
mod brief;
mod parts;
mod pdf;
mod relations;
mod sheet;
mod slides;
mod word;
mod xml;

use blocks::Blocks;
use parts::Parts;

pub(crate) use blocks::text;
pub use blocks::{Block, Part, Rows};
pub(crate) use brief::brief;

/// The first bytes of an archive, of what Office wrote before 2007 or writes under a password, and
/// of a PDF.
const ARCHIVE: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PDF: &[u8] = b"%PDF-";
/// How far into a PDF its mark may stand.
const PDF_MARK_WITHIN: usize = 1024;

/// Why a document could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It breaks off or contradicts itself.
    Damaged,
    /// More parts, text or cells than people write: made to fill the memory.
    TooLarge,
    /// It is protected: it asks for a password, or cannot be looked into without harm.
    Locked,
    /// Word, Excel or PowerPoint of before 2007.
    OldOffice,
    /// A PDF of pictures only.
    NoText,
}

/// The blocks of a document; `None` when `content` is of no kind that is read here. Says nothing
/// of what it is named.
pub(crate) fn read(content: &[u8]) -> Option<Result<Vec<Block>, Fault>> {
    if content.starts_with(ARCHIVE) {
        return office(content).transpose();
    }
    if content.starts_with(COMPOUND) {
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = content.windows(locked.len()).any(|window| window == locked);
        return Some(Err(if is_locked { Fault::Locked } else { Fault::OldOffice }));
    }
    is_pdf(content).then(|| pdf::read(content))
}

/// Some programs write something before the mark; a text that speaks of it is no PDF.
fn is_pdf(content: &[u8]) -> bool {
    let begin = content.get(..PDF_MARK_WITHIN).unwrap_or(content);
    content.starts_with(PDF)
        || (begin.windows(PDF.len()).any(|window| window == PDF) && str::from_utf8(content).is_err())
}

/// `None` for an archive that is no document.
fn office(content: &[u8]) -> Result<Option<Vec<Block>>, Fault> {
    let mut parts = Parts::open(content)?;
    let mut blocks = Blocks::default();
    if parts.has("word/document.xml") {
        word::read(&mut parts, &mut blocks)?;
    } else if parts.has("xl/workbook.xml") {
        sheet::read(&mut parts, &mut blocks)?;
    } else if parts.has("ppt/presentation.xml") {
        slides::read(&mut parts, &mut blocks)?;
    } else {
        return Ok(None);
    }
    Ok(Some(blocks.all))
}
