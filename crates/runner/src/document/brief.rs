//! A document as the brief of a job: its blocks as Markdown, so that headings, lists and tables are seen for what they
//! are when the text is split. Not what checks and differences read, where lists are plain lines.

use super::Block;

/// Two spaces for each level of a list.
const INDENT: &str = "  ";

/// Blocks as Markdown, a blank line between pieces that do not belong to one list.
pub(crate) fn brief(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut is_in_list = false;
    for block in blocks {
        let is_line = matches!(block, Block::Line { .. });
        let piece = piece(block);
        if piece.is_empty() {
            continue;
        }
        let goes_on = is_line && is_in_list;
        if !out.is_empty() && !goes_on {
            out.push('\n');
        }
        out.push_str(&piece);
        out.push('\n');
        is_in_list = is_line;
    }
    out
}

fn piece(block: &Block) -> String {
    match block {
        Block::Part { name, .. } if name.trim().is_empty() => String::new(),
        Block::Part { name, .. } => format!("# {}", one_line(name)),
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level)), one_line(text)),
        Block::Paragraph { text } => text.clone(),
        Block::Line { depth, text } => format!("{}- {}", INDENT.repeat(usize::from(*depth)), one_line(text)),
        Block::Table { rows } => table(&rows.shown),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first row is the head, as people write tables. Rows may be of different lengths.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut lines: Vec<String> = rows.iter().map(|row| table_row(row, columns)).collect();
    if columns == 0 || lines.is_empty() {
        return String::new();
    }
    lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    lines.join("\n")
}

fn table_row(row: &[String], columns: usize) -> String {
    let cell =
        |column: usize| row.get(column).map(|cell| one_line(cell).replace('|', "\\|")).unwrap_or_default();
    (0..columns).fold(String::from("|"), |line, column| format!("{line} {} |", cell(column)))
}
