//! At most forty items: whole sections become items with subitems, then runs of neighbours do.
//! Nothing is lost: what was an item is a subitem with its spans.

use halfday_domain::plan::MOST_ITEMS;

use crate::build::Reading;
use crate::draft::{Draft, Origin, Sub};
use crate::hints::Hints;
use crate::kinds;
use crate::marks;
use crate::minutes::{self, Extent};
use crate::shorten;
use crate::suggest::Named;

/// `reading` with at most forty drafts.
pub(crate) fn at_most_forty(mut reading: Reading) -> Reading {
    let lines = reading.drafts.iter().filter(|draft| !draft.done).map(|draft| 1 + draft.subs.len()).sum();
    if reading.drafts.len() > MOST_ITEMS {
        reading.drafts = by_section(std::mem::take(&mut reading.drafts), lines);
    }
    if reading.drafts.len() > MOST_ITEMS {
        reading.drafts = by_runs(std::mem::take(&mut reading.drafts), lines);
    }
    reading
}

/// Gathers neighbours of one section, the finished and the largest sections first, until it fits.
fn by_section(drafts: Vec<Draft>, lines: usize) -> Vec<Draft> {
    let mut sections: Vec<Vec<Draft>> = vec![];
    for draft in drafts {
        match sections.last_mut() {
            Some(section)
                if section
                    .first()
                    .is_some_and(|first| first.section == draft.section && !first.section.is_empty()) =>
            {
                section.push(draft);
            }
            _ => sections.push(vec![draft]),
        }
    }
    let mut count: usize = sections.iter().map(Vec::len).sum();
    let mut order: Vec<usize> = (0..sections.len()).collect();
    order.sort_by_key(|index| {
        let section = sections.get(*index).map(Vec::as_slice).unwrap_or_default();
        (section.iter().any(|draft| !draft.done), std::cmp::Reverse(section.len()))
    });
    let mut gather = vec![false; sections.len()];
    for index in order {
        let length = sections.get(index).map_or(0, Vec::len);
        if count <= MOST_ITEMS || length < 2 {
            continue;
        }
        if let Some(gather) = gather.get_mut(index) {
            *gather = true;
            count -= length - 1;
        }
    }
    sections
        .into_iter()
        .zip(gather)
        .flat_map(|(section, gather)| {
            if gather {
                let title = section.first().map(|first| first.section.as_str()).unwrap_or_default();
                let title =
                    marks::of(title).and_then(|mark| title.get(mark.length..)).unwrap_or(title).to_owned();
                gathered(title, section, lines).into_iter().collect()
            } else {
                section
            }
        })
        .collect()
}

/// Gathers equal runs of neighbours.
fn by_runs(drafts: Vec<Draft>, lines: usize) -> Vec<Draft> {
    let length = drafts.len().div_ceil(MOST_ITEMS).max(1);
    let mut runs: Vec<Vec<Draft>> = vec![];
    for draft in drafts {
        match runs.last_mut() {
            Some(run) if run.len() < length => run.push(draft),
            _ => runs.push(vec![draft]),
        }
    }
    runs.into_iter()
        .filter_map(|run| {
            let (first, last) = (run.first()?.title.clone(), run.last()?.title.clone());
            let half = |title: &str| crate::text::first_graphemes(title, 36).trim_end().to_owned();
            let title = if run.len() == 1 { first } else { format!("{} … {}", half(&first), half(&last)) };
            gathered(title, run, lines)
        })
        .collect()
}

/// One draft of several, each a subitem of it.
fn gathered(title: String, drafts: Vec<Draft>, lines: usize) -> Option<Draft> {
    if drafts.len() == 1 {
        return drafts.into_iter().next();
    }
    let open = || drafts.iter().filter(|draft| !draft.done);
    let counted = |draft: &Draft| {
        draft.hints.minutes.or(draft.gathered_minutes).unwrap_or_else(|| {
            minutes::by_rule(kinds::work(&draft.title), &draft.words, Extent::of(draft, lines))
        })
    };
    let all_done = open().next().is_none();
    let sum = drafts.iter().filter(|draft| all_done || !draft.done).map(counted).fold(0, u32::saturating_add);
    let first = drafts.first()?;
    let named = first.hints.named;
    let all_one = drafts.iter().all(|draft| draft.hints.named == named);
    let said = open().all(|draft| draft.hints.minutes.is_some()) && open().next().is_some() && sum <= 480;
    let mut whole = Draft {
        origin: Origin::Listed,
        title: shorten::to_title(&title),
        words: title,
        notes: vec![],
        rules: vec![],
        section: first.section.clone(),
        spans: vec![],
        done: all_done,
        number: None,
        hints: Hints {
            named: if all_one { named } else { Named::Nobody },
            minutes: said.then_some(sum),
            ..Hints::default()
        },
        subs: vec![],
        gathered_minutes: Some(sum),
    };
    for draft in drafts {
        whole.notes.extend(draft.notes);
        whole.hints.inputs.extend(draft.hints.inputs);
        whole.hints.outputs.extend(draft.hints.outputs);
        // The full sentence of a cut title stays readable in the subitem.
        let title = if draft.title.ends_with('…')
            || draft.words.chars().count() > draft.title.chars().count() + 12
        {
            draft.words
        } else {
            draft.title
        };
        whole.subs.push(Sub { title, done: draft.done, spans: draft.spans, listed: true });
        whole.subs.extend(draft.subs);
    }
    Some(whole)
}
