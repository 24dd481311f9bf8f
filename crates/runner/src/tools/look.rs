//! Tools that look: list, read lines, search. They show text as it is, office documents and PDF by what
//! can be read in them.

use std::fmt::Write as _;

use regex::RegexBuilder;
use tokio_util::sync::CancellationToken;

use super::folder::{Folder, Kind, enter, entries, join, plain, read_in};
use super::{Effect, ListFiles, ReadLines, SearchText, ToolFault};
use crate::deliverable::Deliverable;
use crate::error::PathFault;

/// How many lines are read at once.
pub(super) const MOST_LINES: usize = 400;
/// How many characters one answer has at most, and one line in it.
const MOST_CHARACTERS: usize = 48_000;
const MOST_OF_A_LINE: usize = 2_000;
const MOST_ENTRIES: usize = 500;
const MOST_HITS: usize = 100;
/// Files this large are data, not text somebody looks for a word in.
const LARGEST_SEARCHED: u64 = 4 * 1024 * 1024;
/// What one pattern may take in memory.
const PATTERN_BYTES: usize = 1024 * 1024;

pub(super) fn list(folder: &Folder, list: &ListFiles, stop: &CancellationToken) -> Result<Effect, ToolFault> {
    let mut text = String::new();
    let mut count = 0;
    walk(folder, &list.path, stop, |path, kind, _| {
        count += 1;
        if count <= MOST_ENTRIES {
            let what = match kind {
                Kind::Folder => "folder".to_owned(),
                Kind::File { bytes } => format!("{bytes} bytes"),
                Kind::Link => "link, not followed".to_owned(),
                Kind::Special => "no plain file".to_owned(),
            };
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{path} ({what})");
        }
        Ok(())
    })?;
    if count > MOST_ENTRIES {
        let _ = writeln!(text, "and {} more: list a folder of it", count - MOST_ENTRIES);
    }
    Ok(looked(if count == 0 { "nothing is in it".to_owned() } else { text }))
}

pub(super) fn read(folder: &Folder, read: &ReadLines) -> Result<Effect, ToolFault> {
    let file = Deliverable { path: read.path.clone(), content: folder.read(&read.path)? };
    let text = file.readable().ok_or_else(|| ToolFault::NotText(read.path.clone()))?;
    let all = text.lines().count();
    let from = read.from_line.max(1);
    let mut shown = String::new();
    let mut last = from - 1;
    for line in text.lines().skip(from - 1).take(read.lines.clamp(1, MOST_LINES)) {
        if shown.len() + line.len().min(MOST_OF_A_LINE) > MOST_CHARACTERS {
            break;
        }
        shown.push_str(&shortened(line));
        shown.push('\n');
        last += 1;
    }
    let head = match all {
        0 => "the file is empty".to_owned(),
        all if from > all => format!("the file has {all} lines"),
        all => format!("lines {from}-{last} of {all}"),
    };
    Ok(looked(format!("{head}\n{shown}")))
}

pub(super) fn search(
    folder: &Folder,
    search: &SearchText,
    stop: &CancellationToken,
) -> Result<Effect, ToolFault> {
    let pattern = RegexBuilder::new(&search.pattern)
        .size_limit(PATTERN_BYTES)
        .build()
        .map_err(|fault| ToolFault::Pattern(fault.to_string()))?;
    let mut hits = vec![];
    let mut look = |path: &str, content: Vec<u8>| {
        let file = Deliverable { path: path.to_owned(), content };
        let text = file.readable().unwrap_or_default();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| pattern.is_match(line)) {
            if hits.len() > MOST_HITS {
                return;
            }
            hits.push(format!("{path}:{}: {}", at + 1, shortened(line)));
        }
    };
    if let Kind::File { .. } = folder.kind(&search.path)? {
        look(&search.path, folder.read(&search.path)?);
    } else {
        walk(folder, &search.path, stop, |path, kind, content| {
            if matches!(kind, Kind::File { bytes } if bytes <= LARGEST_SEARCHED) {
                // One file that cannot be read does not spoil the search in the others.
                if let Ok(content) = content() {
                    look(path, content);
                }
            }
            Ok(())
        })?;
    }
    let more = hits.len() > MOST_HITS;
    hits.truncate(MOST_HITS);
    let mut text: String = hits.join("\n").chars().take(MOST_CHARACTERS).collect();
    if more {
        text.push_str("\nand more: make the pattern narrower");
    }
    Ok(looked(if text.is_empty() { "nothing was found".to_owned() } else { text }))
}

/// Shows `visit` everything below `path`: its path, its kind, and how to read it.
fn walk(
    folder: &Folder,
    path: &str,
    stop: &CancellationToken,
    mut visit: impl FnMut(&str, Kind, &dyn Fn() -> Result<Vec<u8>, ToolFault>) -> Result<(), ToolFault>,
) -> Result<(), ToolFault> {
    match folder.kind(path)? {
        Kind::Folder => {}
        Kind::Link => return Err(ToolFault::Refused { path: path.to_owned(), fault: PathFault::Link }),
        Kind::File { .. } | Kind::Special => {
            return Err(ToolFault::Refused { path: path.to_owned(), fault: PathFault::NotAFolder });
        }
    }
    let start = plain(path);
    let mut open = vec![(start, folder.folder(path)?)];
    while let Some((above, dir)) = open.pop() {
        for entry in entries(&dir, &above)? {
            if stop.is_cancelled() {
                return Err(ToolFault::Stopped);
            }
            let below = join(&above, &entry.name);
            visit(&below, entry.kind, &|| read_in(&dir, &entry.name, &below))?;
            if entry.kind == Kind::Folder {
                open.push((below, enter(&dir, &entry.name, &above)?));
            }
        }
    }
    Ok(())
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(MOST_OF_A_LINE) {
        Some((end, _)) => format!("{}… (line cut)", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

fn looked(text: String) -> Effect {
    Effect { text, changed: None }
}
