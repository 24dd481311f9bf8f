//! docx: paragraphs, headings and lists by their style, tables row by row.

use std::collections::HashMap;

use super::xml::{Element, Node, walk};
use super::{Block, Blocks, Fault, Parts, Rows};

pub(super) fn read(parts: &mut Parts<'_>, blocks: &mut Blocks) -> Result<(), Fault> {
    let styles = match parts.read_if_there("word/styles.xml")? {
        Some(styles) => styles_of(&styles)?,
        None => HashMap::new(),
    };
    let document = parts.read("word/document.xml")?;
    let mut page = Page::new(blocks);
    walk(&document, |node| page.take(node, &styles))
}

/// What a style makes of a paragraph.
#[derive(Default, Clone, Copy)]
struct Style {
    level: Option<u8>,
    is_list: bool,
}

/// The styles that matter; they have names of their own in each language.
fn styles_of(styles: &str) -> Result<HashMap<String, Style>, Fault> {
    let mut found: HashMap<String, Style> = HashMap::new();
    let mut id = String::new();
    walk(styles, |node| {
        let Node::Open(element) = node else { return Ok(()) };
        match element.name() {
            "style" => id = element.attribute("styleId").unwrap_or_default(),
            "name" => {
                let name = element.attribute("val").unwrap_or_default().to_lowercase();
                if let Some(level) = level_of(&name) {
                    found.entry(id.clone()).or_default().level = Some(level);
                }
            }
            "outlineLvl" => {
                let level = element.attribute("val").and_then(|level| level.parse::<u8>().ok());
                if let Some(level) = level.filter(|level| *level < 6) {
                    found.entry(id.clone()).or_default().level.get_or_insert(level + 1);
                }
            }
            "numId" => found.entry(id.clone()).or_default().is_list = is_numbered(&element),
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

fn level_of(name: &str) -> Option<u8> {
    match name {
        "title" => Some(1),
        name => name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=6).contains(level)),
    }
}

/// The list with the number 0 is none.
fn is_numbered(element: &Element<'_>) -> bool {
    element.attribute("val").is_some_and(|number| number != "0")
}

struct Page<'a> {
    blocks: &'a mut Blocks,
    paragraph: String,
    style: Style,
    depth: u8,
    /// Text counts only within `t`.
    in_text: bool,
    /// Within the second copy of what newer programs draw otherwise.
    fallbacks: usize,
    /// The rows of the outermost open table.
    table: Vec<Vec<String>>,
    /// The cells of the open rows, innermost last.
    rows: Vec<Vec<String>>,
}

impl<'a> Page<'a> {
    fn new(blocks: &'a mut Blocks) -> Self {
        Self {
            blocks,
            paragraph: String::new(),
            style: Style::default(),
            depth: 0,
            in_text: false,
            fallbacks: 0,
            table: vec![],
            rows: vec![],
        }
    }

    fn take(&mut self, node: Node<'_>, styles: &HashMap<String, Style>) -> Result<(), Fault> {
        match node {
            Node::Open(element) => self.open(&element, styles),
            Node::Close(name) => self.close(name),
            Node::Text(text) => {
                if self.in_text {
                    self.say(text);
                }
                Ok(())
            }
        }
    }

    fn open(&mut self, element: &Element<'_>, styles: &HashMap<String, Style>) -> Result<(), Fault> {
        match element.name() {
            "Fallback" => self.fallbacks += 1,
            "p" => {
                self.end_paragraph()?;
                (self.style, self.depth) = (Style::default(), 0);
            }
            "pStyle" => {
                let name = element.attribute("val").unwrap_or_default();
                let by_name = || level_of(&name.to_lowercase().replace("heading", "heading "));
                let style = styles.get(&name).copied().unwrap_or_default();
                self.style.level = style.level.or_else(by_name);
                self.style.is_list |= style.is_list;
            }
            "ilvl" => {
                self.depth = element.attribute("val").and_then(|depth| depth.parse().ok()).unwrap_or(0);
            }
            "numId" => self.style.is_list = is_numbered(element),
            "t" => self.in_text = true,
            "tab" if !self.paragraph.is_empty() => self.say("\t"),
            "br" | "cr" => self.say("\n"),
            "tr" => self.rows.push(vec![]),
            "tc" => {
                self.blocks.count_blank_cells(1)?;
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "Fallback" => self.fallbacks = self.fallbacks.saturating_sub(1),
            "p" => self.end_paragraph()?,
            "t" => self.in_text = false,
            "tr" => {
                let row = self.rows.pop().unwrap_or_default();
                match self.rows.last_mut().and_then(|row| row.last_mut()) {
                    // A table within a cell.
                    Some(cell) => append(cell, &row.join(" ")),
                    None => self.table.push(row),
                }
            }
            "tbl" if self.rows.is_empty() => {
                let shown = std::mem::take(&mut self.table);
                self.blocks.push(Block::Table { rows: Rows { shown, more: 0 } })?;
            }
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if self.fallbacks == 0 {
            self.paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Fault> {
        let text = std::mem::take(&mut self.paragraph);
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            append(cell, &text);
            return self.blocks.count_cell(&text);
        }
        self.blocks.push(match (self.style.level, self.style.is_list) {
            (Some(level), _) => Block::Heading { level, text },
            (None, true) => Block::Line { depth: self.depth, text },
            (None, false) => Block::Paragraph { text },
        })
    }
}

/// Adds a paragraph to a cell, which stays on one line.
fn append(cell: &mut String, paragraph: &str) {
    for word in paragraph.split_whitespace() {
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(word);
    }
}
