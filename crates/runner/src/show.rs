//! What a person sees of a deliverable: its bytes in, harmless parts for the page out. Whatever came
//! back is data of a stranger: nothing in it is run, fetched or obeyed, nothing in it stays
//! invisible, and what is too large is cut and says so. Not the words around it; those are in
//! `locales/`, by code.

mod cleaned;
mod markdown;
mod picture;
mod table;
mod visible;

use halfday_split::{Error as Undecodable, decode};

use crate::document;

pub use crate::document::{Block, Fault, Part, Rows};
pub(crate) use visible::visible;

/// The largest deliverable that is opened for showing.
const MOST_BYTES: usize = 32 << 20;
/// The largest picture.
const MOST_PICTURE_BYTES: usize = 16 << 20;
/// The longest Markdown that is drawn as such; what is longer is shown as text.
const MOST_MARKDOWN_BYTES: usize = 1 << 20;
/// The most text shown at once.
const MOST_SHOWN_BYTES: usize = 1 << 20;
/// The most rows of a table shown at once.
pub const MOST_ROWS: usize = 500;
/// The most blocks of a document shown at once.
const MOST_BLOCKS: usize = 5_000;

/// What is shown of a deliverable.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Clean HTML. Headings begin at `h3`; each link has its address and, in `data-host`, where it
    /// leads; done and open tasks are `span data-task`; there are no pictures, styles, classes,
    /// ids, forms or scripts.
    Markdown {
        html: String,
    },
    /// Text as it is, never drawn as anything else; `more` lines are left out.
    Text {
        text: String,
        more: u64,
    },
    /// A table with its first row as heads.
    Table {
        head: Vec<String>,
        rows: Rows,
    },
    /// A picture to be shown from the bytes themselves.
    Image {
        media_type: MediaType,
        width: u32,
        height: u32,
    },
    /// An office document or a PDF, without its looks; `more` blocks are left out.
    Document {
        blocks: Vec<Block>,
        more: u64,
    },
    /// Nothing, or nothing but white space.
    Empty,
    TooLarge,
    Unreadable {
        why: Unreadable,
    },
}

/// The kinds of pictures that are shown. SVG is none of them: it can hold programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    Png,
    Jpeg,
    Gif,
    Webp,
}

impl MediaType {
    /// The name of the type, as browsers know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }
}

/// Why nothing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// No text, and no kind that is known here.
    Unknown,
    /// A text, but nobody can say in which encoding.
    Encoding,
    /// A picture or document that breaks off or contradicts itself.
    Damaged,
    /// It is protected: it asks for a password, or cannot be looked into without harm.
    Locked,
    /// Word, Excel or PowerPoint of before 2007.
    OldOffice,
    /// A PDF of pictures only.
    NoText,
}

impl Unreadable {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Encoding => "encoding",
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::OldOffice => "old_office",
            Self::NoText => "no_text",
        }
    }
}

/// What is shown of the deliverable `path` with this content. What it is, is read from the
/// content; the name only tells kinds of text apart.
pub fn show(path: &str, bytes: &[u8]) -> Shown {
    if bytes.is_empty() {
        return Shown::Empty;
    }
    if bytes.len() > MOST_BYTES {
        return Shown::TooLarge;
    }
    if let Some(media_type) = picture::media_type(bytes) {
        return picture::show(media_type, bytes);
    }
    if let Some(read) = document::read(bytes) {
        return match read {
            Ok(blocks) => shown_blocks(blocks),
            Err(fault) => shown_fault(fault),
        };
    }
    match decoded(bytes) {
        Ok(text) => shown_text(path, &text),
        Err(undecodable) => shown_undecodable(&undecodable),
    }
}

/// The text of a deliverable, for comparing and for counting; `None` when it has none.
pub fn plain_text(bytes: &[u8]) -> Option<String> {
    if bytes.is_empty() {
        return Some(String::new());
    }
    if bytes.len() > MOST_BYTES || picture::media_type(bytes).is_some() {
        return None;
    }
    match document::read(bytes) {
        Some(read) => read.ok().map(|blocks| document::text(&blocks)),
        None => match decoded(bytes) {
            Ok(text) => Some(text),
            Err(Undecodable::Blank | Undecodable::Empty) => Some(String::new()),
            Err(_) => None,
        },
    }
}

/// The text of an office document or a PDF as Markdown, to be split like any other brief; `None` when it is neither.
pub fn document_brief(bytes: &[u8]) -> Option<Result<String, Fault>> {
    if bytes.len() > MOST_BYTES {
        return None;
    }
    document::read(bytes).map(|read| read.map(|blocks| document::brief(&blocks)))
}

/// Words, and half a word for each Chinese character: what a person reads, for *how long*.
pub fn reading_words(text: &str) -> usize {
    let han = text.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count();
    text.split_whitespace().count() + han / 2
}

/// The text in `bytes`. A log full of colours is too much for a brief, but not for showing.
fn decoded(bytes: &[u8]) -> Result<String, Undecodable> {
    match str::from_utf8(bytes) {
        Ok(text) if text.chars().all(char::is_whitespace) => Err(Undecodable::Blank),
        Ok(text) if !text.contains('\0') => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Ok(_) | Err(_) => decode(bytes, None).map(|decoded| decoded.text),
    }
}

fn shown_text(path: &str, text: &str) -> Shown {
    let text = text.replace("\r\n", "\n");
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown") if text.len() <= MOST_MARKDOWN_BYTES => {
            markdown::html(&text).map_or_else(|| clipped(&text), |html| Shown::Markdown { html })
        }
        Some("csv") => table::show(&text, None).unwrap_or_else(|| clipped(&text)),
        Some("tsv" | "tab") => table::show(&text, Some(b'\t')).unwrap_or_else(|| clipped(&text)),
        Some(_) | None => clipped(&text),
    }
}

/// The beginning of a document, all of it visible.
fn shown_blocks(mut blocks: Vec<Block>) -> Shown {
    let more = blocks.len().saturating_sub(MOST_BLOCKS) as u64;
    blocks.truncate(MOST_BLOCKS);
    for block in &mut blocks {
        match block {
            Block::Part { name: text, .. }
            | Block::Heading { text, .. }
            | Block::Paragraph { text }
            | Block::Line { text, .. } => *text = visible(text),
            Block::Table { rows } => {
                rows.more = rows.shown.len().saturating_sub(MOST_ROWS) as u64;
                rows.shown.truncate(MOST_ROWS);
                rows.shown.iter_mut().flatten().for_each(|cell| *cell = visible(cell));
            }
        }
    }
    if blocks.is_empty() { Shown::Empty } else { Shown::Document { blocks, more } }
}

/// The beginning of a text, by whole lines where there are any.
fn clipped(text: &str) -> Shown {
    if text.len() <= MOST_SHOWN_BYTES {
        return Shown::Text { text: visible(text), more: 0 };
    }
    let begin = text.get(..text.floor_char_boundary(MOST_SHOWN_BYTES)).unwrap_or_default();
    let begin = begin.rfind('\n').and_then(|end| text.get(..=end)).unwrap_or(begin);
    let more = text.get(begin.len()..).map_or(0, |rest| rest.lines().count() as u64);
    Shown::Text { text: visible(begin), more }
}

fn shown_fault(fault: Fault) -> Shown {
    let why = match fault {
        Fault::TooLarge => return Shown::TooLarge,
        Fault::Damaged => Unreadable::Damaged,
        Fault::Locked => Unreadable::Locked,
        Fault::OldOffice => Unreadable::OldOffice,
        Fault::NoText => Unreadable::NoText,
    };
    Shown::Unreadable { why }
}

fn shown_undecodable(undecodable: &Undecodable) -> Shown {
    match undecodable {
        Undecodable::Empty | Undecodable::Blank => Shown::Empty,
        Undecodable::TooLarge { .. } => Shown::TooLarge,
        Undecodable::Binary { .. } => Shown::Unreadable { why: Unreadable::Unknown },
        Undecodable::EncodingUnsure { .. }
        | Undecodable::EncodingUnknown { .. }
        | Undecodable::EncodingMismatch { .. } => Shown::Unreadable { why: Unreadable::Encoding },
    }
}
