//! Enumerations inside one line: `招聘…。1.写…。2.列出…`, `(1) … (2) …`, `i) …, ii) …`.

use halfday_domain::plan::Span;

use crate::list::Node;
use crate::marks::{Mark, Tick};
use crate::pattern::Pattern;
use crate::text::{at, ends_sentence, leads_in, number, trimmed};

/// One family of markers; group 1 is the whole marker, group 2 its number.
static FAMILIES: [Pattern; 5] = [
    Pattern::new(r"(?:^|[\s。；;，,：:.！!?？）)])(([0-9０-９]{1,2})(?:[.．、](?:[^0-9０-９\s]|\s+\S)|[)）]))"),
    Pattern::new(r"([（(]([0-9０-９]{1,2})[)）])"),
    Pattern::new(r"(([①-⑳]))"),
    Pattern::new(r"(?:^|[\s。；;，,：:！!?？])(([一二三四五六七八九十]{1,3})、)"),
    Pattern::new(r"(?i)(?:^|[\s,;:(（])(\(?(i{1,3}|iv|vi{0,3}|ix|[a-h])\))\s*\S"),
];

/// A marker inside a line.
struct Found {
    span: Span,
    number: u32,
}

/// The marker positions of the first family that counts 1, 2, … at least twice.
fn found(text: &str, within: &Span) -> Vec<Found> {
    let part = at(text, within);
    for family in &FAMILIES {
        let mut run: Vec<Found> = vec![];
        for groups in family.all_groups(part) {
            let (Some(mark), Some(name)) = (groups.get(1), groups.get(2)) else { continue };
            let expected = u32::try_from(run.len() + 1).unwrap_or(u32::MAX);
            if counted(name.as_str(), expected) {
                // The pattern looks one character ahead to tell `2.写` from `2.4`.
                let end = mark.start() + marker_length(mark.as_str());
                run.push(Found { span: within.start + mark.start()..within.start + end, number: expected });
            }
        }
        if run.len() >= 2 {
            return run;
        }
    }
    vec![]
}

fn marker_length(mark: &str) -> usize {
    mark.find(['.', '．', '、', ')', '）'])
        .filter(|_| !mark.starts_with(['(', '（']))
        .and_then(|at| mark.get(at..).and_then(|rest| rest.chars().next()).map(|c| at + c.len_utf8()))
        .unwrap_or(mark.len())
        .min(mark.len())
        .max(mark.find([')', '）']).map_or(0, |at| at + mark.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)))
}

fn counted(name: &str, expected: u32) -> bool {
    const ROMAN: [&str; 9] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let lower = name.to_lowercase();
    let circled = name.chars().next().filter(|c| ('①'..='⑳').contains(c)).map(|c| u32::from(c) - 0x245f);
    let letter = match *lower.as_bytes() {
        [letter @ b'a'..=b'h'] => Some(u32::from(letter - b'a') + 1),
        _ => None,
    };
    let roman = ROMAN.iter().position(|roman| *roman == lower).and_then(|at| u32::try_from(at + 1).ok());
    [circled, roman, letter, number(name)].contains(&Some(expected))
}

/// A line that is an enumeration of its own: what leads in, its nodes.
/// One inside a running sentence is left to [`parts`].
pub(crate) fn as_list(text: &str, line: &Span) -> Option<(Span, Vec<Node>)> {
    let marks = found(text, line);
    let first = marks.first()?;
    let lead = trimmed(text, &(line.start..first.span.start));
    let lead_words = at(text, &lead);
    if !(lead.is_empty() || ends_sentence(lead_words) || leads_in(lead_words)) {
        return None;
    }
    let mut nodes = vec![];
    for (index, mark) in marks.iter().enumerate() {
        let end = marks.get(index + 1).map_or(line.end, |next| next.span.start);
        let content = trimmed(text, &(mark.span.end..end));
        nodes.push(Node {
            mark: Mark { length: 0, rank: 2, number: Some(mark.number), tick: Tick::Unboxed },
            pieces: vec![content],
            notes: vec![],
            children: vec![],
        });
    }
    nodes.retain(|node| node.pieces.iter().all(|piece| crate::text::is_readable(at(text, piece))));
    (nodes.len() >= 2).then_some((lead, nodes))
}

/// The parts of an enumeration inside a sentence, without their markers; empty when there is none.
pub(crate) fn parts(text: &str, sentence: &Span) -> Vec<Span> {
    let marks = found(text, sentence);
    let ends = marks.iter().skip(1).map(|next| next.span.start).chain([sentence.end]);
    marks
        .iter()
        .zip(ends)
        .map(|(mark, end)| without_joint(text, &trimmed(text, &(mark.span.end..end))))
        .filter(|part| crate::text::is_readable(at(text, part)))
        .collect()
}

/// `…data, and` without its comma and its "and".
fn without_joint(text: &str, part: &Span) -> Span {
    static JOINT: Pattern = Pattern::new(r"(?i)[\s,;，；、.。]*(?:\b(?:and|or)\b)?[\s,;，；、.。]*$");
    let end = JOINT.find(at(text, part)).map_or(part.end, |joint| part.start + joint.start());
    part.start..end
}
