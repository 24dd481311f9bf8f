//! A sound answer becomes a plan. Repairs here are safe ones: blanks trimmed, numbers given anew, what points nowhere
//! dropped. Quotations become spans; what nobody quoted stays text.

use std::collections::BTreeMap;

use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, Plan, PlanItem, PlanSubitem, Risk, Span, Suggested, Why};
use halfday_domain::words::Language;

use super::answer::{Answer, Item};
use crate::Wishes;
use crate::minutes;
use crate::shorten;
use crate::spans::Claims;
use crate::text::one_line;

pub(super) fn plan(answer: Answer, brief: &str, language: Language, wishes: &Wishes) -> Plan {
    let mut claims = Claims::default();
    let positions: BTreeMap<u64, usize> =
        answer.items.iter().enumerate().map(|(index, item)| (item.id, index)).collect();
    let mut items: Vec<PlanItem> =
        answer.items.iter().map(|one| item(one, brief, &positions, &mut claims)).collect();
    let hours_stated = wishes.hours.filter(|hours| hours.is_finite() && *hours > 0.0);
    if let Some(hours) = hours_stated {
        // Models do not add up well; the person's hours are the person's word.
        minutes::scale_to(&mut items, hours);
    }
    let title = wishes.title.as_deref().map(one_line).filter(|title| !title.is_empty());
    Plan {
        title: shorten::to_title(&title.unwrap_or_else(|| one_line(&answer.title))),
        language,
        hours_stated,
        // An assumption is a question nobody asked.
        questions: lines(answer.questions.iter().chain(&answer.assumptions)),
        items,
        text_spans: claims.rest(brief),
    }
}

fn item(item: &Item, brief: &str, positions: &BTreeMap<u64, usize>, claims: &mut Claims) -> PlanItem {
    let risk = Risk::from_code(&item.risk).unwrap_or(Risk::None);
    let asked = Suggested::from_code(&item.suggested).unwrap_or(Suggested::Either);
    // What cannot be undone stays with the person, whatever an AI suggests.
    let (suggested, why) = match risk {
        Risk::Irreversible | Risk::External => (Suggested::Me, Why::CannotBeUndone),
        Risk::None | Risk::Secret => (asked, Why::from_code(&item.why).unwrap_or(Why::NothingSays)),
    };
    let mut depends_on: Vec<usize> = item
        .depends_on
        .iter()
        .filter(|id| **id != item.id)
        .filter_map(|id| positions.get(id).copied())
        .collect();
    depends_on.sort_unstable();
    depends_on.dedup();
    PlanItem {
        title: one_line(&item.title),
        instructions: item.instructions.trim().to_owned(),
        section: String::new(),
        estimate_minutes: item.estimate_minutes,
        // A guess like the program's own, not the person's word.
        estimate_source: EstimateSource::Rule,
        kind: Kind::from(item.kind.as_str()),
        suggested,
        why,
        risk,
        depends_on,
        done_when: lines(&item.done_when),
        inputs: lines(&item.inputs),
        outputs: lines(&item.outputs),
        done: false,
        source_spans: item.quotes.iter().flat_map(|quote| quoted(brief, quote, claims)).collect(),
        subitems: item.milestones.iter().filter_map(milestone).collect(),
    }
}

/// A milestone is a line to tick inside its item, with its check behind it.
fn milestone(milestone: &super::answer::Milestone) -> Option<PlanSubitem> {
    let (title, check) = (one_line(&milestone.title), one_line(&milestone.check));
    let title = match (title.is_empty(), check.is_empty()) {
        (true, true) => return None,
        (true, false) => check,
        (false, true) => title,
        (false, false) => format!("{title} → {check}"),
    };
    Some(PlanSubitem { title, done: false, source_spans: vec![] })
}

/// Where `quote` stands in the brief and nobody has claimed it yet. A quotation that stands nowhere is no source.
fn quoted(brief: &str, quote: &str, claims: &mut Claims) -> Vec<Span> {
    let quote = quote.trim();
    if quote.is_empty() {
        return vec![];
    }
    brief
        .match_indices(quote)
        .map(|(start, found)| claims.take(&[start..start + found.len()]))
        .find(|taken| !taken.is_empty())
        .unwrap_or_default()
}

fn lines<'l>(lines: impl IntoIterator<Item = &'l String>) -> Vec<String> {
    lines.into_iter().map(|line| one_line(line)).filter(|line| !line.is_empty()).collect()
}
