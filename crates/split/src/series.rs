//! An English sentence that asks for several things: `Translate the guide, and make a glossary of
//! its terms`. Taken apart only where a brief names fewer than three pieces of work.

use halfday_domain::plan::Span;

use crate::draft::{Draft, Origin};
use crate::han;
use crate::inline;
use crate::pattern::Pattern;
use crate::speech;
use crate::text::at;

/// Each draft, or the drafts its sentence holds.
pub(crate) fn apart(text: &str, drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.into_iter().flat_map(|draft| parts(text, draft)).collect()
}

fn parts(text: &str, draft: Draft) -> Vec<Draft> {
    let (Origin::Asked, Some(sentence)) = (draft.origin, draft.spans.first()) else { return vec![draft] };
    let pieces = pieces(text, sentence);
    let made: Vec<Draft> = pieces
        .iter()
        .filter_map(|piece| Draft::new(Origin::Asked, at(text, piece), vec![piece.clone()]))
        .collect();
    if made.len() < 2 || made.len() != pieces.len() {
        return vec![draft];
    }
    let mut made = made;
    if let Some(last) = made.last_mut() {
        // What was said after the sentence stays behind its last part.
        last.notes.extend(draft.notes);
        last.spans.extend(draft.spans.into_iter().skip(1));
        last.subs.extend(draft.subs);
        last.hints.join(draft.hints);
    }
    for part in &mut made {
        part.section.clone_from(&draft.section);
    }
    made
}

/// The pieces between commas that each begin with an order and say what it is about.
fn pieces(text: &str, sentence: &Span) -> Vec<Span> {
    static JOINT: Pattern = Pattern::new(r"[,;]\s+(?:and\s+)?(?:then\s+)?(?:also\s+)?");
    let words = at(text, sentence);
    if words.chars().any(han::is_han) {
        return vec![sentence.clone()];
    }
    let orders = |piece: &str| {
        let plain = inline::plain(piece);
        plain.split_whitespace().count() >= 3 && speech::says(&plain).orders()
    };
    let (mut pieces, mut start) = (vec![], 0);
    for joint in JOINT.find_all(words) {
        let (Some(before), Some(after)) = (words.get(start..joint.start()), words.get(joint.end()..)) else {
            continue;
        };
        // The next piece alone, up to its own comma, must be an order.
        let next = JOINT.find(after).and_then(|end| after.get(..end.start())).unwrap_or(after);
        let in_brackets = before.matches(['(', '"', '“']).count() > before.matches([')', '”']).count();
        if !in_brackets && orders(before) && orders(next) {
            pieces.push(sentence.start + start..sentence.start + joint.start());
            start = joint.end();
        }
    }
    pieces.push(sentence.start + start..sentence.end);
    pieces
}
