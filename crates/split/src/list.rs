//! Marked lines as a tree. Indents say what belongs to what, and where they are equal, the rank of
//! the markers does: `（一）` under `一、`, a bullet under a number.

use halfday_domain::plan::Span;

use crate::everywhere;
use crate::lines::{Line, Shape};
use crate::marks::Mark;
use crate::speech::{self, Says};
use crate::text::{at, ends_sentence, leads_in, width};

/// One marked line, what continues it and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub mark: Mark,
    /// The content of the line and of the lines that go on with it.
    pub pieces: Vec<Span>,
    /// Further paragraphs under it.
    pub notes: Vec<Span>,
    pub children: Vec<Node>,
}

struct Open {
    indent: usize,
    rank: u8,
    node: Node,
}

/// Reads a list from the front of `lines`; gives its nodes and how many lines it took.
pub(crate) fn read(text: &str, lines: &[Line]) -> (Vec<Node>, usize) {
    let mut roots = vec![];
    let mut open: Vec<Open> = vec![];
    let mut taken = 0;
    let mut blank_before = false;
    for (index, line) in lines.iter().enumerate() {
        match &line.shape {
            Shape::Blank => {
                blank_before = true;
                continue;
            }
            Shape::Marked(mark) => {
                if starts_another_list(&open, line, mark, blank_before) {
                    break;
                }
                for content in side_by_side(text, line) {
                    close_above(text, &mut open, &mut roots, line, mark);
                    let node =
                        Node { mark: mark.clone(), pieces: vec![content], notes: vec![], children: vec![] };
                    open.push(Open { indent: line.indent, rank: mark.rank, node });
                }
            }
            Shape::Plain if continues(text, &roots, &open, line, blank_before) => {
                go_on(text, &mut open, line, blank_before);
            }
            // A fence or a rule inside a list belongs to the brief's text, not to the list's end.
            Shape::Fixed if line.indent > 0 => {}
            Shape::Plain | Shape::Fixed | Shape::Heading { .. } | Shape::Table { .. } => break,
        }
        taken = index + 1;
        blank_before = false;
    }
    close_to(&mut open, &mut roots, 0);
    (roots, taken)
}

/// `※ one　※ two`: several of one bullet on a line are several nodes.
fn side_by_side(text: &str, line: &Line) -> Vec<Span> {
    let content = line.content(text);
    let sign = at(text, &line.span).chars().next().filter(|sign| {
        !sign.is_ascii() && !sign.is_alphanumeric() && !crate::han::is_han(*sign) && *sign != '（'
    });
    let Some(sign) = sign else { return vec![content] };
    let (mut parts, mut start) = (vec![], content.start);
    for (index, _) in at(text, &content).match_indices(sign) {
        let here = content.start + index;
        if at(text, &(content.start..here)).ends_with(crate::text::is_blank) {
            parts.push(crate::text::trimmed(text, &(start..here)));
            start = here + sign.len_utf8();
        }
    }
    parts.push(crate::text::trimmed(text, &(start..content.end)));
    parts.retain(|part| crate::text::is_readable(at(text, part)));
    parts
}

/// After a blank line a higher marker that counts from one again begins a list of its own.
fn starts_another_list(open: &[Open], line: &Line, mark: &Mark, blank_before: bool) -> bool {
    let Some(first) = open.first() else { return false };
    blank_before
        && line.indent <= first.indent
        && mark.rank != first.rank
        && mark.number.is_some() == first.node.mark.number.is_none()
        && !(first.node.mark.number.is_some()
            && open.last().is_some_and(|last| !last.node.children.is_empty() || last.rank == mark.rank))
}

fn close_above(text: &str, open: &mut Vec<Open>, roots: &mut Vec<Node>, line: &Line, mark: &Mark) {
    let mut depth = open.len();
    while let Some(last) = depth.checked_sub(1).and_then(|index| open.get(index)) {
        let deeper = line.indent > last.indent + 1;
        let level = line.indent + 1 >= last.indent;
        let same_outline = last.rank == mark.rank;
        let ticked_apart = mark.tick != last.node.mark.tick && !introduces(text, last);
        let lower_mark = mark.rank > last.rank
            && !ticked_apart
            && (last.node.mark.number.is_some() || mark.rank == 7 || introduces(text, last));
        // `1.` indented under `一、` as far as `（一）` was: the indent wins, then the rank.
        if deeper || (level && !same_outline && lower_mark) {
            break;
        }
        depth -= 1;
    }
    close_to(open, roots, depth);
}

fn introduces(text: &str, open: &Open) -> bool {
    open.node.pieces.last().is_some_and(|piece| leads_in(at(text, piece)))
}

fn close_to(open: &mut Vec<Open>, roots: &mut Vec<Node>, depth: usize) {
    while open.len() > depth {
        let Some(done) = open.pop() else { return };
        match open.last_mut() {
            Some(parent) => parent.node.children.push(done.node),
            None => roots.push(done.node),
        }
    }
}

/// Whether a plain line belongs to the list above it.
fn continues(text: &str, roots: &[Node], open: &[Open], line: &Line, blank_before: bool) -> bool {
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return false };
    if line.indent > first.indent {
        return !blank_before || line.indent >= first.indent + 2;
    }
    let so_far = last.node.pieces.last().map(|piece| at(text, piece)).unwrap_or_default();
    let words = at(text, &line.span);
    let begins_small = words.starts_with(char::is_lowercase);
    if blank_before || everywhere::is_labelled(words) {
        return false;
    }
    // Where no line before had a sentence below it, the numbers are no headings.
    let bare = roots.len() >= 2 && roots.iter().all(|node| node.notes.is_empty() && node.children.is_empty());
    // "2. Summary" over a sentence: the number is a heading of what follows it without a gap.
    let heads = last.node.mark.number.is_some()
        && !bare
        && width(so_far) <= 60
        && (!ends_sentence(so_far) || leads_in(so_far));
    (heads && keeps_to(words))
        || (!ends_sentence(so_far) && (begins_small || width(so_far) >= 60 && keeps_to(words)))
}

/// A greeting, or what somebody keeps for themselves, is no part of the item above it.
fn keeps_to(words: &str) -> bool {
    match speech::says(words) {
        Says::Polite | Says::Mine | Says::Hours => false,
        Says::Work | Says::Step | Says::Needed | Says::Told | Says::Rule | Says::Context => true,
    }
}

/// A capital letter and a verb of work: a sentence of its own, whatever the line before it lacks.
fn begins_anew(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && matches!(speech::says(words), Says::Work | Says::Step | Says::Rule)
}

fn go_on(text: &str, open: &mut [Open], line: &Line, blank_before: bool) {
    // The line belongs to the deepest node it is indented under.
    let indented = open.iter().rposition(|open| line.indent > open.indent);
    let last = open.len().saturating_sub(1);
    let so_far = open
        .get(indented.unwrap_or(last))
        .and_then(|owner| owner.node.pieces.last())
        .map(|piece| at(text, piece))
        .unwrap_or_default();
    let wraps = !blank_before
        && open.get(indented.unwrap_or(last)).is_some_and(|owner| owner.node.notes.is_empty())
        && !ends_sentence(so_far)
        && (at(text, &line.span).starts_with(char::is_lowercase)
            || (width(so_far) >= 50 && !begins_anew(at(text, &line.span))));
    // A sentence without an indent goes on about the whole item, not about its last bullet.
    let depth = indented.unwrap_or(if wraps { last } else { 0 });
    let Some(owner) = open.get_mut(depth) else { return };
    if wraps {
        owner.node.pieces.push(line.span.clone());
    } else {
        owner.node.notes.push(line.span.clone());
    }
}
