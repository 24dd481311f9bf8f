//! xlsx: each sheet under its name, its rows as a table, formulas by their last value.

mod looks;

use looks::Looks;

use super::xml::{Node, walk};
use super::{Block, Blocks, Fault, Part, Parts, Rows, relations};

/// Blank cells are written out up to here; a lone cell far to the right makes no long line.
const MOST_COLUMNS: usize = 1024;

pub(super) fn read(parts: &mut Parts<'_>, blocks: &mut Blocks) -> Result<(), Fault> {
    let shared = match parts.read_if_there("xl/sharedStrings.xml")? {
        Some(xml) => shared_strings(&xml)?,
        None => vec![],
    };
    let targets = relations::targets(parts, "xl", "workbook.xml")?;
    let workbook = parts.read("xl/workbook.xml")?;
    let styles = parts.read_if_there("xl/styles.xml")?;
    let words = Words { shared, looks: Looks::of(styles.as_deref(), &workbook)? };
    for (number, (name, relation)) in (1..).zip(sheets(&workbook)?) {
        let Some(path) = targets.get(&relation) else { continue };
        let Some(sheet) = parts.read_if_there(path)? else { continue };
        blocks.push(Block::Part { part: Part::Sheet, number, name })?;
        let shown = rows(&sheet, &words, blocks)?;
        blocks.push(Block::Table { rows: Rows { shown, more: 0 } })?;
    }
    Ok(())
}

/// The names of the sheets with their relations, in order.
fn sheets(workbook: &str) -> Result<Vec<(String, String)>, Fault> {
    let mut found = vec![];
    walk(workbook, |node| {
        if let Node::Open(element) = node
            && element.name() == "sheet"
        {
            let relation = element.attribute_named("r:id").or_else(|| element.attribute("id"));
            found.push((element.attribute("name").unwrap_or_default(), relation.unwrap_or_default()));
        }
        Ok(())
    })?;
    Ok(found)
}

fn shared_strings(xml: &str) -> Result<Vec<String>, Fault> {
    let mut all: Vec<String> = vec![];
    let (mut in_text, mut in_reading) = (false, false);
    walk(xml, |node| {
        match node {
            Node::Open(element) => match element.name() {
                "si" => all.push(String::new()),
                "t" => in_text = true,
                // How a name is read aloud is not part of it.
                "rPh" => in_reading = true,
                _ => {}
            },
            Node::Close("t") => in_text = false,
            Node::Close("rPh") => in_reading = false,
            Node::Close(_) => {}
            Node::Text(text) => {
                if let Some(last) = all.last_mut().filter(|_| in_text && !in_reading) {
                    last.push_str(text);
                }
            }
        }
        Ok(())
    })?;
    Ok(all)
}

/// The place of a cell in its row, from its name: `C7` is 2.
fn column(name: &str) -> Option<usize> {
    let letters = name.chars().take_while(char::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |all, c| all * 26 + (c.to_ascii_uppercase() as usize - 'A' as usize + 1));
    number.checked_sub(1)
}

/// The rows that say something.
fn rows(sheet: &str, words: &Words, blocks: &mut Blocks) -> Result<Vec<Vec<String>>, Fault> {
    let mut all = vec![];
    let mut row: Vec<String> = vec![];
    let (mut kind, mut style, mut value, mut in_value) = (String::new(), None, String::new(), false);
    walk(sheet, |node| {
        match node {
            Node::Open(element) => match element.name() {
                "row" => row.clear(),
                "c" => {
                    let place = element.attribute("r").and_then(|name| column(&name)).unwrap_or(row.len());
                    let place = place.clamp(row.len(), MOST_COLUMNS.max(row.len()));
                    blocks.count_blank_cells(place - row.len())?;
                    row.resize(place, String::new());
                    kind = element.attribute("t").unwrap_or_default();
                    style = element.attribute("s");
                    value.clear();
                }
                "v" | "t" => in_value = true,
                _ => {}
            },
            Node::Close(name) => match name {
                "v" | "t" => in_value = false,
                "c" => {
                    let said = words.say(&kind, style.as_deref(), &value).replace(['\t', '\n', '\r'], " ");
                    blocks.count_cell(&said)?;
                    row.push(said);
                }
                "row" if row.iter().any(|cell| !cell.trim().is_empty()) => all.push(std::mem::take(&mut row)),
                _ => {}
            },
            Node::Text(text) if in_value => value.push_str(text),
            Node::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(all)
}

/// What cells say by number.
struct Words {
    shared: Vec<String>,
    looks: Looks,
}

impl Words {
    fn say(&self, kind: &str, style: Option<&str>, value: &str) -> String {
        match (kind, value.trim()) {
            ("s", at) => {
                at.parse().ok().and_then(|at: usize| self.shared.get(at)).cloned().unwrap_or_default()
            }
            ("b", "1") => "TRUE".to_owned(),
            ("b", "0") => "FALSE".to_owned(),
            ("" | "n", _) => self.looks.say(style, value),
            _ => value.to_owned(),
        }
    }
}
