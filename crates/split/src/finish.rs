//! Drafts → plan: kinds, who, minutes, done-when, dependencies, questions, spans.

use halfday_domain::plan::{EstimateSource, Plan, PlanItem, PlanSubitem};
use halfday_domain::words::Language;

use crate::Wishes;
use crate::build::Reading;
use crate::criteria;
use crate::depends;
use crate::draft::Draft;
use crate::kinds::{self, Field};
use crate::minutes::{self, Extent};
use crate::questions;
use crate::shorten;
use crate::software;
use crate::spans::Claims;
use crate::suggest;
use crate::text::{at, one_line};

/// The finished plan of what was read in `text`.
pub(crate) fn plan(text: &str, reading: Reading, language: Language, wishes: &Wishes) -> Plan {
    let mut claims = Claims::default();
    let depends_on = depends::edges(&reading.drafts);
    let field = if software::is_about(text) { Field::Software } else { Field::Any };
    let lines = reading.drafts.iter().filter(|draft| !draft.done).map(|draft| 1 + draft.subs.len()).sum();
    let mut items: Vec<PlanItem> =
        reading.drafts.iter().map(|draft| item(draft, field, lines, &mut claims)).collect();
    for (item, edges) in items.iter_mut().zip(depends_on) {
        item.depends_on = edges;
    }
    let hours_stated = wishes.hours.filter(|hours| hours.is_finite() && *hours > 0.0).or(reading.hours);
    if let Some(hours) = hours_stated {
        minutes::scale_to(&mut items, hours);
    }
    let title =
        wishes.title.as_deref().map(one_line).filter(|title| !title.is_empty()).unwrap_or(reading.title);
    let title = if title.is_empty() { untitled(language).to_owned() } else { title };
    let listed = reading.drafts.iter().map(|draft| draft.words.as_str());
    let sentences = reading.sentences.iter().map(|span| at(text, span)).chain(listed);
    Plan {
        title: shorten::to_title(&title),
        language,
        hours_stated,
        questions: questions::of(sentences),
        items,
        text_spans: claims.rest(text),
    }
}

/// The name of a job whose text has no character that can be shown.
fn untitled(language: Language) -> &'static str {
    match language {
        Language::En => "Job",
        Language::ZhHant | Language::ZhHans => "工作",
    }
}

/// The item of one draft in a brief about `field` with so many lines of work.
pub(crate) fn item(draft: &Draft, field: Field, lines: usize, claims: &mut Claims) -> PlanItem {
    let words = draft.all_words();
    let mut work = kinds::work_within(&draft.title, field);
    if work.kind.is_none() {
        // "Prepaid Summary" says nothing; what stands under it may.
        work = kinds::work_within(words.get(draft.title.len()..).unwrap_or(&words), field);
    }
    let (suggested, why, risk) = suggest::of(work, &draft.title, &words, draft.hints.named);
    let (estimate_minutes, estimate_source) = match (draft.hints.minutes, draft.gathered_minutes) {
        (Some(minutes), _) => (minutes, EstimateSource::Person),
        (None, Some(sum)) => (sum.clamp(1, 480), EstimateSource::Rule),
        (None, None) => (minutes::by_rule(work, &words, Extent::of(draft, lines)), EstimateSource::Rule),
    };
    // Subitems lie inside what the item says: theirs come first.
    let subitems: Vec<PlanSubitem> = draft
        .subs
        .iter()
        .map(|sub| PlanSubitem {
            title: sub.title.clone(),
            done: sub.done,
            source_spans: claims.take(&sub.spans),
        })
        .collect();
    let (inputs, outputs) = criteria::files(draft);
    PlanItem {
        title: draft.title.clone(),
        instructions: draft.instructions(),
        section: draft.section.clone(),
        estimate_minutes,
        estimate_source,
        kind: kinds::kind(work),
        suggested,
        why,
        risk,
        depends_on: vec![],
        done_when: criteria::done_when(draft),
        inputs,
        outputs,
        done: draft.done,
        source_spans: claims.take(&draft.spans),
        subitems,
    }
}
