//! What changed from one text to another: line by line, and within changed lines word by word.
//! In bounded time: where the texts are too different to be compared in it, whole stretches count
//! as changed.

use std::time::{Duration, Instant};

use similar::{ChangeTag, DiffOp, InlineChange, TextDiff};

use crate::show::visible;

/// How many lines around a change are shown.
const CONTEXT: usize = 3;
/// How long comparing may take, lines and words together.
const MOST_TIME: Duration = Duration::from_millis(500);
/// The most lines given back.
const MOST_LINES: usize = 5_000;

/// A longer stretch was rewritten: its words are not compared.
const MOST_REWRITTEN: usize = 400;

/// A line of the comparison. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Same {
        before: usize,
        after: usize,
        text: String,
    },
    Removed {
        before: usize,
        pieces: Vec<Piece>,
    },
    Added {
        after: usize,
        pieces: Vec<Piece>,
    },
    /// Lines that are the same in both and not shown.
    Folded {
        lines: usize,
    },
    /// There is more that changed than can be shown.
    More,
}

/// A stretch of a changed line; what is invisible is written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub emphasis: Emphasis,
}

/// Whether a piece of a changed line is what changed in it. A line that has no like in the other
/// text is changed as a whole and has no emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Emphasis {
    Plain,
    Changed,
}

/// The lines of both texts, in order; nothing when they are the same, but for line ends.
pub fn compare(before: &str, after: &str) -> Vec<Line> {
    let until = Instant::now() + MOST_TIME;
    let (before, after) = (ended(before), ended(after));
    let diff = TextDiff::configure().deadline(until).diff_lines(before.as_str(), after.as_str());
    let mut lines = vec![];
    let mut seen = 0;
    for group in diff.grouped_ops(CONTEXT) {
        let begin = group.first().map_or(seen, |op| op.old_range().start);
        fold(&mut lines, begin - seen);
        for op in &group {
            let left_out = push(&mut lines, &diff, op, until);
            if left_out > 0 {
                lines.push(Line::More);
                return lines;
            }
            seen = op.old_range().end;
        }
    }
    if !lines.is_empty() {
        fold(&mut lines, diff.old_len() - seen);
    }
    lines
}

/// Each line with the same end, the last one too.
fn ended(text: &str) -> String {
    text.lines().flat_map(|line| [line, "\n"]).collect()
}

fn fold(lines: &mut Vec<Line>, folded: usize) {
    if folded > 0 {
        lines.push(Line::Folded { lines: folded });
    }
}

/// Adds what `op` changed and says how many of its lines had no room; of a stretch that has not
/// room enough, both sides are shown to the same length.
fn push(lines: &mut Vec<Line>, diff: &TextDiff<'_, '_, str>, op: &DiffOp, until: Instant) -> usize {
    let room = MOST_LINES.saturating_sub(lines.len()).div_ceil(2);
    let (mut removed, mut others) = (0, 0);
    let take = |change: InlineChange<'_, str>| {
        let count = if change.tag() == ChangeTag::Delete { &mut removed } else { &mut others };
        *count += 1;
        if *count <= room {
            lines.push(line(&change));
        }
    };
    if op.old_range().len().max(op.new_range().len()) <= MOST_REWRITTEN {
        diff.iter_inline_changes_deadline(op, Some(until)).for_each(take);
    } else {
        diff.iter_changes(op).map(InlineChange::from).for_each(take);
    }
    removed.max(others).saturating_sub(room)
}

fn line(change: &InlineChange<'_, str>) -> Line {
    // Each kind of change has the numbers it is matched with.
    let number = |at: Option<usize>| at.map_or(0, |at| at + 1);
    let (before, after) = (number(change.old_index()), number(change.new_index()));
    match change.tag() {
        ChangeTag::Equal => {
            let text: String = pieces(change).into_iter().map(|piece| piece.text).collect();
            Line::Same { before, after, text }
        }
        ChangeTag::Delete => Line::Removed { before, pieces: pieces(change) },
        ChangeTag::Insert => Line::Added { after, pieces: pieces(change) },
    }
}

fn pieces(change: &InlineChange<'_, str>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![];
    for (is_changed, text) in change.values() {
        let text = visible(text.trim_end_matches('\n'));
        let emphasis = if *is_changed { Emphasis::Changed } else { Emphasis::Plain };
        match pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.emphasis == emphasis => last.text.push_str(&text),
            Some(_) | None => pieces.push(Piece { text, emphasis }),
        }
    }
    pieces
}
