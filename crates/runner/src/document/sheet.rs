//! xlsx: each sheet under its name, rows as lines, cells between tabs, formulas by their last
//! value.

use std::collections::HashMap;

use super::Parts;
use super::xml::{Node, walk};

/// Blank cells are written out up to here; a lone cell far to the right makes no long line.
const MOST_COLUMNS: usize = 1024;

pub(super) fn text_of(parts: &mut Parts<'_>) -> Option<String> {
    let shared = parts.read("xl/sharedStrings.xml").and_then(|xml| shared_strings(&xml)).unwrap_or_default();
    let targets = parts.read("xl/_rels/workbook.xml.rels").and_then(|xml| targets(&xml)).unwrap_or_default();
    let workbook = parts.read("xl/workbook.xml")?;
    let mut out = String::new();
    for (name, relation) in sheets(&workbook)? {
        let Some(target) = targets.get(&relation) else { continue };
        let path = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        };
        let Some(sheet) = parts.read(&path) else { continue };
        out.push_str("# ");
        out.push_str(&name);
        out.push('\n');
        for row in rows(&sheet, &shared)? {
            out.push_str(&row.join("\t"));
            out.push('\n');
        }
    }
    Some(out)
}

/// The names of the sheets with their relations, in order.
fn sheets(workbook: &str) -> Option<Vec<(String, String)>> {
    let mut found = vec![];
    walk(workbook, |node| {
        if let Node::Open(element) = node
            && element.name() == "sheet"
        {
            let relation = element.attribute_named("r:id").or_else(|| element.attribute("id"));
            found.push((element.attribute("name").unwrap_or_default(), relation.unwrap_or_default()));
        }
    })?;
    Some(found)
}

fn targets(relations: &str) -> Option<HashMap<String, String>> {
    let mut found = HashMap::new();
    walk(relations, |node| {
        if let Node::Open(element) = node
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            found.insert(id, target);
        }
    })?;
    Some(found)
}

fn shared_strings(xml: &str) -> Option<Vec<String>> {
    let mut all: Vec<String> = vec![];
    let (mut in_text, mut in_reading) = (false, false);
    walk(xml, |node| match node {
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
    })?;
    Some(all)
}

/// The place of a cell in its row, from its name: `C7` is 2.
fn column(name: &str) -> Option<usize> {
    let letters = name.chars().take_while(char::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |all, c| all * 26 + (c.to_ascii_uppercase() as usize - 'A' as usize + 1));
    number.checked_sub(1)
}

fn rows(sheet: &str, shared: &[String]) -> Option<Vec<Vec<String>>> {
    let mut all = vec![];
    let mut row: Vec<String> = vec![];
    let (mut kind, mut value, mut in_value) = (String::new(), String::new(), false);
    walk(sheet, |node| match node {
        Node::Open(element) => match element.name() {
            "row" => row.clear(),
            "c" => {
                let place = element.attribute("r").and_then(|name| column(&name)).unwrap_or(row.len());
                while row.len() < place.min(MOST_COLUMNS) {
                    row.push(String::new());
                }
                kind = element.attribute("t").unwrap_or_default();
                value.clear();
            }
            "v" | "t" => in_value = true,
            _ => {}
        },
        Node::Close(name) => match name {
            "v" | "t" => in_value = false,
            "c" => {
                let said = match kind.as_str() {
                    "s" => value.trim().parse().ok().and_then(|at: usize| shared.get(at)).cloned(),
                    _ => Some(value.clone()),
                };
                row.push(said.unwrap_or_default().replace(['\t', '\n', '\r'], " "));
            }
            "row" if row.iter().any(|cell| !cell.trim().is_empty()) => all.push(std::mem::take(&mut row)),
            _ => {}
        },
        Node::Text(text) if in_value => value.push_str(text),
        Node::Text(_) => {}
    })?;
    Some(all)
}
