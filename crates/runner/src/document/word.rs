//! docx: paragraphs, headings by their style, tables row by row.

use std::collections::HashMap;

use super::Parts;
use super::xml::{Node, walk};

pub(super) fn text_of(parts: &mut Parts<'_>) -> Option<String> {
    let levels = parts.read("word/styles.xml").and_then(|styles| heading_levels(&styles)).unwrap_or_default();
    let document = parts.read("word/document.xml")?;
    let mut page = Page::default();
    walk(&document, |node| page.take(node, &levels))?;
    Some(page.out)
}

/// Which styles are headings, and of which level; styles have names of their own in each language.
fn heading_levels(styles: &str) -> Option<HashMap<String, usize>> {
    let mut levels = HashMap::new();
    let mut id = String::new();
    walk(styles, |node| {
        let Node::Open(element) = node else { return };
        match element.name() {
            "style" => id = element.attribute("styleId").unwrap_or_default(),
            "name" => {
                let name = element.attribute("val").unwrap_or_default().to_lowercase();
                if let Some(level) = level_of(&name) {
                    levels.insert(id.clone(), level);
                }
            }
            "outlineLvl" => {
                let level = element.attribute("val").and_then(|level| level.parse::<usize>().ok());
                if let Some(level) = level.filter(|level| *level < 6) {
                    levels.entry(id.clone()).or_insert(level + 1);
                }
            }
            _ => {}
        }
    })?;
    Some(levels)
}

fn level_of(name: &str) -> Option<usize> {
    match name {
        "title" => Some(1),
        name => name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=6).contains(level)),
    }
}

#[derive(Default)]
struct Page {
    out: String,
    paragraph: String,
    level: Option<usize>,
    /// Text counts only within `t`.
    in_text: bool,
    /// Within the second copy of what newer programs draw otherwise.
    fallbacks: usize,
    /// The cells of the open rows, innermost last.
    rows: Vec<Vec<String>>,
}

impl Page {
    fn take(&mut self, node: Node<'_>, levels: &HashMap<String, usize>) {
        match node {
            Node::Open(element) => match element.name() {
                "Fallback" => self.fallbacks += 1,
                "p" => {
                    self.end_paragraph();
                    self.level = None;
                }
                "pStyle" => {
                    let style = element.attribute("val").unwrap_or_default();
                    self.level = levels
                        .get(&style)
                        .copied()
                        .or_else(|| level_of(&style.to_lowercase().replace("heading", "heading ")));
                }
                "t" => self.in_text = true,
                "tab" if !self.paragraph.is_empty() => self.push("\t"),
                "br" | "cr" => self.push("\n"),
                "tr" => self.rows.push(vec![]),
                "tc" => {
                    if let Some(row) = self.rows.last_mut() {
                        row.push(String::new());
                    }
                }
                _ => {}
            },
            Node::Close(name) => match name {
                "Fallback" => self.fallbacks = self.fallbacks.saturating_sub(1),
                "p" => self.end_paragraph(),
                "t" => self.in_text = false,
                "tr" => {
                    let row = self.rows.pop().unwrap_or_default().join("\t");
                    match self.rows.last_mut().and_then(|row| row.last_mut()) {
                        // A table within a cell.
                        Some(cell) => append(cell, &row),
                        None => self.line(&row),
                    }
                }
                _ => {}
            },
            Node::Text(text) if self.in_text => self.push(text),
            Node::Text(_) => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.fallbacks == 0 {
            self.paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => append(cell, &paragraph),
            None => match self.level.filter(|_| !paragraph.trim().is_empty()) {
                Some(level) => self.line(&format!("{} {paragraph}", "#".repeat(level))),
                None => self.line(&paragraph),
            },
        }
    }

    fn line(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.out.push_str(line);
            self.out.push('\n');
        }
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
