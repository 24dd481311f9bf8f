//! A deliverable: a file or text that came back, by name and content. Documents given as files
//! (docx, xlsx, …) are deliverables as they are.

use std::borrow::Cow;
use std::path::Path;

use crate::document::{self, Block, Fault};

/// The name of an answer that came without one.
pub const ANSWER: &str = "answer.md";

/// One file that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliverable {
    /// Relative, with `/`; not proved to be harmless.
    pub path: String,
    pub content: Vec<u8>,
}

impl Deliverable {
    /// A deliverable of this name and content.
    pub fn new(path: &str, content: &[u8]) -> Self {
        Self { path: path.to_owned(), content: content.to_owned() }
    }

    /// The content as text, if it is one: UTF-8 without NUL, a BOM left out.
    pub fn text(&self) -> Option<&str> {
        let text = std::str::from_utf8(&self.content).ok()?;
        (!text.contains('\0')).then(|| text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// What can be read in it: the text, or that of an office document or a PDF.
    pub fn readable(&self) -> Option<Cow<'_, str>> {
        if let Some(text) = self.text() {
            return Some(Cow::Borrowed(text));
        }
        let blocks = self.blocks()?.ok()?;
        Some(Cow::Owned(document::text(&blocks)))
    }

    /// What it is made of, if it is a document.
    pub(crate) fn blocks(&self) -> Option<Result<Vec<Block>, Fault>> {
        document::read(&self.content)
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

fn extension(name: &str) -> String {
    Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase()
}

/// Whether an answer in words can be this file.
pub(crate) fn is_prose_name(name: &str) -> bool {
    matches!(extension(name).as_str(), "md" | "markdown" | "txt" | "text")
}

/// Whether the file can be written as text at all; documents and pictures cannot.
pub(crate) fn is_text_name(name: &str) -> bool {
    !matches!(
        extension(name).as_str(),
        "" | "docx"
            | "doc"
            | "xlsx"
            | "xls"
            | "pptx"
            | "ppt"
            | "odt"
            | "ods"
            | "odp"
            | "pdf"
            | "png"
            | "jpg"
            | "jpeg"
            | "gif"
            | "webp"
            | "zip"
            | "mp3"
            | "mp4"
            | "wav"
    )
}
