//! What documents are made of, and how much of it is taken in.

use super::Fault;

/// The most text and the most cells taken from one document.
const MOST_TEXT_BYTES: usize = 16 << 20;
const MOST_CELLS: usize = 1 << 20;

/// A piece of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A sheet, slide or page begins; its name may be empty.
    Part {
        part: Part,
        number: u32,
        name: String,
    },
    /// `level` is 1 to 6.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: String,
    },
    /// A line of a list; `depth` is 0 for the outermost.
    Line {
        depth: u8,
        text: String,
    },
    Table {
        rows: Rows,
    },
}

/// What begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Sheet,
    Slide,
    Page,
}

impl Part {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Slide => "slide",
            Self::Page => "page",
        }
    }
}

/// Rows of a table; `more` are left out after them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    pub shown: Vec<Vec<String>>,
    pub more: u64,
}

/// The blocks read so far, within bounds.
#[derive(Default)]
pub(super) struct Blocks {
    pub(super) all: Vec<Block>,
    text_bytes: usize,
    cells: usize,
}

impl Blocks {
    /// Text without white space around it; blank text is no block.
    pub(super) fn push(&mut self, block: Block) -> Result<(), Fault> {
        match &block {
            Block::Part { name, .. } => self.count(name, 1)?,
            Block::Heading { text, .. } | Block::Paragraph { text } | Block::Line { text, .. } => {
                self.count(text, 1)?;
                if text.trim().is_empty() {
                    return Ok(());
                }
            }
            Block::Table { rows } if rows.shown.is_empty() => return Ok(()),
            // Its cells were counted as they came.
            Block::Table { .. } => {}
        }
        self.all.push(block);
        Ok(())
    }

    /// Counts a cell of a table that is not a block yet.
    pub(super) fn count_cell(&mut self, text: &str) -> Result<(), Fault> {
        self.count(text, 1)
    }

    /// Counts cells that only keep others in their columns.
    pub(super) fn count_blank_cells(&mut self, cells: usize) -> Result<(), Fault> {
        self.count("", cells)
    }

    fn count(&mut self, text: &str, cells: usize) -> Result<(), Fault> {
        self.text_bytes += text.len();
        self.cells += cells;
        if self.text_bytes > MOST_TEXT_BYTES || self.cells > MOST_CELLS {
            return Err(Fault::TooLarge);
        }
        Ok(())
    }
}

/// Blocks as text: headings and names of parts as in Markdown, cells between tabs.
pub(crate) fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut line = |line: &str| {
        if !line.trim().is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    };
    for block in blocks {
        match block {
            Block::Part { name, .. } if name.trim().is_empty() => {}
            Block::Part { name, .. } => line(&format!("# {name}")),
            Block::Heading { level, text } => line(&format!("{} {text}", "#".repeat(usize::from(*level)))),
            Block::Paragraph { text } | Block::Line { text, .. } => line(text),
            Block::Table { rows } => rows.shown.iter().for_each(|row| line(&row.join("\t"))),
        }
    }
    out
}
