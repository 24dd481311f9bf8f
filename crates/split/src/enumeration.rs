//! Enumerations inside one line: `招聘…。1.写…。2.列出…`, `(1) … (2) …`, `i) …, ii) …`.

use halfday_domain::plan::Span;

use crate::list::Node;
use crate::marks::Mark;
use crate::pattern::Pattern;
use crate::text::{at, ends_sentence, leads_in, number, trimmed};

/// One family of markers; group 1 is the whole marker, group 2 its number.
static FAMILIES: [Pattern; 5] = [
    Pattern::new(
        r"(?:^|[\s。；;，,：:.！!?？）)])(([0-9０-９]{1,2})(?:[.．、](?:[^0-9０-９\s]|\s+\S)|[)）]))",
    ),
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
            // "(page 1)" closes a bracket; "1)" is a marker.
            let closes = mark.as_str().ends_with([')', '）']) && !mark.as_str().starts_with(['(', '（']);
            let opened = || {
                part.get(..mark.start()).is_some_and(|before| {
                    before.matches(['(', '（']).count() > before.matches([')', '）']).count()
                })
            };
            if closes && opened() {
                continue;
            }
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
        .max(mark.find([')', '）']).map_or(0, |at| {
            at + mark.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        }))
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
        let content = without_joint(text, &trimmed(text, &(mark.span.end..end)));
        nodes.push(Node {
            mark: Mark::bare(2, Some(mark.number)),
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
    if marks.is_empty() {
        return series(text, sentence);
    }
    let ends = marks.iter().skip(1).map(|next| next.span.start).chain([sentence.end]);
    marks
        .iter()
        .zip(ends)
        .map(|(mark, end)| without_joint(text, &trimmed(text, &(mark.span.end..end))))
        .filter(|part| crate::text::is_readable(at(text, part)))
        .collect()
}

/// Three or more parts between commas behind "the following sections:", 重點看：; or three or more
/// things to make between 、.
fn series(text: &str, sentence: &Span) -> Vec<Span> {
    static ENGLISH: Pattern = Pattern::new(
        r"(?i)\b(?:following|these|sections?|components?|elements|topics|parts|tabs|worksheets|aspects|areas|steps|deliverables|chapters)\b[^:.]{0,60}:\s*",
    );
    static CHINESE: Pattern =
        Pattern::new(r"(?:重点|包含|包括|涵盖|以下|分为|分成|分别是|内容有|章节)[^：:，。]{0,8}[：:]\s*");
    let folded = crate::han::fold(at(text, sentence));
    if folded.chars().any(crate::han::is_han) {
        if names_columns(&folded) {
            return vec![];
        }
        let lead = CHINESE.find(&folded).map(|lead| lead.end()).or_else(|| colon_before_parts(&folded));
        let parts = between(text, sentence, lead.unwrap_or(0), '、');
        let is_made = |part: &Span| {
            let part = crate::han::fold(at(text, part));
            part.chars().count() <= 16 && crate::things::thing(&part).is_some()
        };
        let made = parts.iter().filter(|part| is_made(part)).count();
        return if parts.len() >= 3
            && !are_figures(text, &parts)
            && (lead.is_some() || made * 3 >= parts.len() * 2)
        {
            parts
        } else {
            vec![]
        };
    }
    let Some(lead) = ENGLISH.find(&folded) else { return vec![] };
    let parts = between(text, sentence, lead.end(), ',');
    if parts.len() >= 3 { parts } else { vec![] }
}

/// 沒熱水 14 封、太冷 9 封：each part ends in a number of something. That is told, not asked.
fn are_figures(text: &str, parts: &[Span]) -> bool {
    static FIGURE: Pattern =
        Pattern::new(r"[^0-9０-９]\s*[0-9０-９][0-9０-９,，.]*\s*(?:%|％|\p{Han}{1,3})?\s*$");
    parts.iter().all(|part| FIGURE.is_in(at(text, part)))
}

/// 整理成比較表：總價、每人分攤: behind what is made into a table stand its columns, and nobody ticks off a column.
fn names_columns(folded: &str) -> bool {
    static TABLE: Pattern = Pattern::new(r"成(?:[一两几\d]?[张份个])?[^，。；：、]{0,8}表格?\s*[：:]");
    TABLE.is_in(folded)
}

/// The end of 「行程表：」 when what stands behind it is counted.
fn colon_before_parts(folded: &str) -> Option<usize> {
    let colon = folded.find('：')?;
    let first = folded.find('、')?;
    let in_clause = folded.get(colon..first).is_some_and(|between| !between.contains(['，', '。', '；']));
    (colon < first && in_clause).then_some(colon + '：'.len_utf8())
}

/// The parts of `sentence` from its byte `from` on, cut at `mark` outside brackets; in Chinese up
/// to the end of the clause.
fn between(text: &str, sentence: &Span, from: usize, mark: char) -> Vec<Span> {
    let (mut parts, mut depth) = (vec![], 0_i32);
    let mut start = sentence.start + from;
    let mut end = sentence.end;
    for (index, c) in at(text, &(start..sentence.end)).char_indices() {
        let here = sentence.start + from + index;
        match c {
            '(' | '（' | '「' | '“' => depth += 1,
            ')' | '）' | '」' | '”' => depth = (depth - 1).max(0),
            '，' | '。' | '；' if depth == 0 && mark == '、' => {
                end = here;
                break;
            }
            _ if c == mark && depth == 0 => {
                parts.push(start..here);
                start = here + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..end);
    parts
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let part = trimmed(text, &part);
            // 報告包含 A、B: the word leads in. 包含哪些 further on is a part of its own.
            let part = if index == 0 { without_naming(text, &part) } else { part };
            without_joint(text, &without_need(text, &without_and(text, &part)))
        })
        .filter(|part| crate::text::is_readable(at(text, part)))
        .collect()
}

/// A last part without the word that joins it: `and References`, `followed by Strengths`.
fn without_and(text: &str, part: &Span) -> Span {
    static JOINING: Pattern = Pattern::new(
        r#"(?i)^["“\s]*(?:(?:and|or|followed by|as well as|plus)\s+["“]?|["“]|(?:以及|还有|還有|和|及))"#,
    );
    static NAMING: Pattern = Pattern::new(r"^[^、]{0,8}?(?:还有|要有|需要有|还要)");
    let folded = crate::han::fold(at(text, part));
    let opening = NAMING.find(&folded).map_or(0, |naming| naming.end());
    let opening = if opening < folded.len() { opening } else { 0 };
    let start = part.start + JOINING.find(&folded).map_or(opening, |joint| joint.end().max(opening));
    trimmed(text, &(start..part.end))
}

/// A first part without the word that leads all of them in: 包含封面.
fn without_naming(text: &str, part: &Span) -> Span {
    static NAMING: Pattern = Pattern::new(r"^[^、]{0,8}?(?:包括|包含)");
    let folded = crate::han::fold(at(text, part));
    let opening = NAMING.find(&folded).map_or(0, |naming| naming.end());
    let start = if opening < folded.len() { part.start + opening } else { part.start };
    trimmed(text, &(start..part.end))
}

/// 座位表都要有 is a seating plan.
fn without_need(text: &str, part: &Span) -> Span {
    static NEED: Pattern = Pattern::new(r"(?:都要有|都需要|都要准备|也要有|都要|也要|要有)$");
    let folded = crate::han::fold(at(text, part));
    let end =
        NEED.find(&folded).filter(|need| need.start() > 0).map_or(part.end, |need| part.start + need.start());
    part.start..end
}

/// `…data, and` without its comma and its "and".
fn without_joint(text: &str, part: &Span) -> Span {
    static JOINT: Pattern = Pattern::new(r#"(?i)[\s,;，；、.。"”]*(?:\b(?:and|or)\b)?[\s,;，；、.。]*$"#);
    let end = JOINT.find(at(text, part)).map_or(part.end, |joint| part.start + joint.start());
    part.start..end
}
