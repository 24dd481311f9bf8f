//! What Markdown says about the lines of a text: headings, fences, tables, comments. Lists are read
//! by [`crate::list`], which knows more markers than Markdown does.

use halfday_domain::plan::Span;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::pattern::Pattern;
use crate::text::{at, trimmed, width};

/// Unclosed fences are read as text and the rest again, at most this often.
const MOST_UNCLOSED: usize = 4;

/// A stretch Markdown gives a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Region {
    /// Front matter, fenced code, comments: kept as text.
    Fixed,
    Heading {
        level: u8,
    },
    Table {
        head: Vec<Span>,
        rows: Vec<Vec<Span>>,
    },
}

/// The stretches of `text` in order.
pub(crate) fn regions(text: &str) -> Vec<(Span, Region)> {
    let mut found = vec![];
    let mut from = 0;
    if let Some(front) = front_matter(text) {
        from = front.end;
        found.push((front, Region::Fixed));
    }
    for _ in 0..MOST_UNCLOSED {
        match read(text, from, &mut found) {
            Some(next) if next > from => from = next,
            Some(_) | None => break,
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found
}

/// `---`, at least one `key: value`, `---`, at the very top.
fn front_matter(text: &str) -> Option<Span> {
    static KEY: Pattern = Pattern::new(r"^[\p{L}][\p{L}\p{N} _-]{0,30}\s*[:：]");
    let mut at = 0;
    let mut keys = 0;
    for (index, line) in text.split_inclusive('\n').enumerate().take(200) {
        let bare = line.trim_end();
        at += line.len();
        match (index, bare) {
            (0, "---") => {}
            (0, _) | (1, "") => return None,
            (_, "---" | "...") => return (keys > 0).then_some(0..at),
            (_, bare) => keys += usize::from(KEY.is_in(bare)),
        }
    }
    None
}

/// Reads from `from`; gives where to read again when a fence never closed.
fn read(text: &str, from: usize, found: &mut Vec<(Span, Region)>) -> Option<usize> {
    let rest = text.get(from..)?;
    let options = Options::ENABLE_TABLES;
    let mut table: Option<(Span, Vec<Span>, Vec<Vec<Span>>)> = None;
    let mut again = None;
    for (event, range) in Parser::new_ext(rest, options).into_offset_iter() {
        let span = from + range.start..from + range.end;
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                if is_closed(at(text, &span)) {
                    found.push((span, Region::Fixed));
                } else if span.end >= text.trim_end().len() {
                    let line = at(text, &span).find('\n').map_or(span.end, |at| span.start + at + 1);
                    found.push((span.start..line, Region::Fixed));
                    again = Some(line);
                    break;
                }
            }
            Event::Start(Tag::Heading { level, .. }) if is_heading(at(text, &span)) => {
                found.push((span, Region::Heading { level: depth(level) }));
            }
            Event::Start(Tag::HtmlBlock) if at(text, &span).trim_start().starts_with("<!--") => {
                found.push((span, Region::Fixed));
            }
            Event::Start(Tag::Table(_)) => table = Some((span, vec![], vec![])),
            Event::Start(Tag::TableRow) => {
                if let Some((_, _, rows)) = &mut table {
                    rows.push(vec![]);
                }
            }
            Event::Start(Tag::TableCell) => {
                if let Some((_, head, rows)) = &mut table {
                    let cells = rows.last_mut().unwrap_or(head);
                    cells.push(cell(text, &span));
                }
            }
            Event::End(TagEnd::Table) => {
                if let Some((span, head, rows)) = table.take() {
                    found.push((span, Region::Table { head, rows }));
                }
            }
            _ => {}
        }
    }
    again
}

fn cell(text: &str, span: &Span) -> Span {
    let part = at(text, span);
    let start = span.start + (part.len() - part.trim_start_matches('|').len());
    let end = span.start + part.trim_end_matches('|').len();
    trimmed(text, &(start.min(end)..end.max(start)))
}

fn is_closed(block: &str) -> bool {
    let mut lines = block.trim_end().lines();
    let fence = lines.next().map(str::trim_start).and_then(|line| line.chars().next()).unwrap_or('`');
    lines.next_back().is_some_and(|line| {
        let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
        line.len() >= 3 && line.chars().all(|c| c == fence)
    })
}

/// `# …`, or a short line underlined with `===`; a rule below a paragraph makes it no heading.
fn is_heading(block: &str) -> bool {
    let block = block.trim_end();
    let lines = block.lines().count();
    block.trim_start().starts_with('#')
        || (lines == 2 && block.ends_with("==") && block.lines().next().is_some_and(|line| width(line) <= 80))
        || (lines == 2
            && block.ends_with("--")
            && block.lines().next().is_some_and(|line| {
                width(line) <= 50 && !crate::text::ends_sentence(line) && !line.contains([',', '，'])
            }))
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
