//! One-liners: when a brief names fewer than three pieces of work, the usual steps of that sort of
//! deliverable stand around what it does name, in the brief's language.

use halfday_domain::words::Language;

use crate::build::Reading;
use crate::draft::{Draft, Origin, Sub};
use crate::han;
use crate::series;
use crate::sorts::{self, CHECK, Steps};
use crate::speech;
use crate::text::is_readable;
use crate::things;

/// Fewer items than this are completed.
const FEWEST: usize = 3;

/// `reading` with at least three items, where the brief says anything at all.
pub(crate) fn complete(mut reading: Reading, text: &str, language: Language) -> Reading {
    if reading.drafts.len() >= FEWEST || !is_readable(text) {
        return reading;
    }
    promote(&mut reading.drafts);
    if reading.drafts.len() >= FEWEST {
        return reading;
    }
    reading.drafts = series::apart(text, reading.drafts);
    if reading.drafts.len() >= FEWEST {
        return reading;
    }
    if reading.drafts.is_empty() {
        let span = crate::text::trimmed(text, &(0..text.len()));
        // The whole of a short text is the task; of a long one, its title is.
        let words = if span.len() <= 400 {
            text.get(span.clone()).unwrap_or_default()
        } else {
            reading.title.as_str()
        };
        let spans = if span.len() <= 400 { vec![span] } else { vec![] };
        reading.drafts.extend(Draft::new(Origin::Asked, words, spans));
    }
    let about: String = reading
        .drafts
        .iter()
        .map(|draft| draft.title.as_str())
        .chain([reading.title.as_str()])
        .collect::<Vec<_>>()
        .join(" ");
    let about = han::fold(&about);
    let Some(steps) = sorts::of(&about) else { return reading };
    surround(&mut reading.drafts, steps, language);
    reading
}

/// Parts of the only items are items themselves when there would be fewer than three otherwise.
fn promote(drafts: &mut Vec<Draft>) {
    let parts: usize = drafts.iter().map(|draft| draft.subs.len()).sum();
    let Some(longest) = drafts.iter().enumerate().max_by_key(|(_, draft)| draft.subs.len()).map(|(at, _)| at)
    else {
        return;
    };
    let acting = drafts.get(longest).is_some_and(|draft| {
        draft.subs.len() >= FEWEST && draft.origin != Origin::Told && (are_pieces(draft) || enumerates(draft))
    });
    if parts < FEWEST || !acting {
        return;
    }
    let Some(draft) = drafts.get_mut(longest) else { return };
    let whole = enumerates(draft).then(|| (draft.words.clone(), draft.notes.clone()));
    let subs = std::mem::take(&mut draft.subs);
    let section = if whole.is_some() { draft.section.clone() } else { draft.title.clone() };
    let parted: Vec<Draft> = subs
        .into_iter()
        .filter_map(|sub| {
            let mut part = Draft::new(Origin::Listed, &sub.title, sub.spans)?;
            part.section.clone_from(&section);
            part.done = sub.done;
            Some(part)
        })
        .collect();
    let rest = drafts.split_off(longest + 1);
    let mut parted = parted;
    if let Some((words, notes)) = whole {
        drafts.pop();
        // What was said of all stands with each.
        for part in &mut parted {
            part.rules.push(words.clone());
            part.rules.extend(notes.iter().cloned());
        }
    }
    drafts.extend(parted);
    drafts.extend(rest);
}

/// 流程、主持稿、座位表都要有: a sentence that is nothing but names of things to make.
fn enumerates(draft: &Draft) -> bool {
    let first = draft.subs.first().is_some_and(|sub| draft.words.starts_with(sub.title.as_str()));
    first && draft.subs.iter().all(|sub| !sub.listed && things::names_a_thing(&sub.title))
}

/// Pieces of work on lines of their own: most ask for something or name a thing to make.
fn are_pieces(draft: &Draft) -> bool {
    let is_piece = |sub: &&Sub| {
        sub.listed && (speech::says(&sub.title).orders() || things::thing(&han::fold(&sub.title)).is_some())
    };
    draft.subs.iter().filter(is_piece).count() * 5 >= draft.subs.len() * 3
}

fn surround(drafts: &mut Vec<Draft>, steps: &Steps, language: Language) {
    let step = |words: &[&'static str; 3]| {
        let [english, hant, hans] = words;
        let title = match language {
            Language::En => english,
            Language::ZhHant => hant,
            Language::ZhHans => hans,
        };
        Draft::new(Origin::Template, title, vec![])
    };
    // With two of their own, one check at the end makes three.
    let (before, after) =
        if drafts.len() + 1 >= FEWEST { (&[][..], &[CHECK][..]) } else { (steps.before, steps.after) };
    let mut whole: Vec<Draft> = before.iter().filter_map(step).collect();
    whole.append(drafts);
    whole.extend(after.iter().filter_map(step));
    *drafts = whole;
}
