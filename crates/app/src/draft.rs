//! A draft the person changed, on its way to becoming a job: codes and minutes are read again, for whatever comes
//! over the wire is somebody's word.

use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, PlanItem, PlanSubitem, Risk, Span, Suggested, Why};

use crate::Error;
use crate::api::PlanItemView;
use crate::items::{checked_minutes, one_line};

/// The items of a draft as the person accepted it.
pub(crate) fn accepted(items: Vec<PlanItemView>) -> Result<Vec<PlanItem>, Error> {
    if items.is_empty() {
        return Err(Error::ListEmpty);
    }
    let count = items.len();
    let accepted: Vec<PlanItem> = items
        .into_iter()
        .enumerate()
        .map(|(index, item)| plan_item(index, count, item))
        .collect::<Result<_, _>>()?;
    match cycle(&accepted) {
        Some(index) => Err(Error::DependencyCycle { item: (index + 1).to_string() }),
        None => Ok(accepted),
    }
}

fn plan_item(index: usize, count: usize, item: PlanItemView) -> Result<PlanItem, Error> {
    let spans = |pairs: Vec<(usize, usize)>| -> Vec<Span> {
        pairs.into_iter().filter(|(start, end)| start < end).map(|(start, end)| start..end).collect()
    };
    let lines = |lines: Vec<String>| lines.iter().filter_map(|line| one_line(line)).collect();
    let mut depends_on: Vec<usize> = item
        .depends_on
        .iter()
        .filter_map(|number| number.checked_sub(1))
        .filter(|needed| *needed < count && *needed != index)
        .collect();
    depends_on.sort_unstable();
    depends_on.dedup();
    Ok(PlanItem {
        title: one_line(&item.title).ok_or(Error::TitleEmpty)?,
        instructions: item.instructions.trim().to_owned(),
        section: item.section.trim().to_owned(),
        estimate_minutes: checked_minutes(item.estimate_minutes)?,
        estimate_source: EstimateSource::from_code(&item.estimate_source).unwrap_or(EstimateSource::Person),
        kind: Kind::from(item.kind),
        suggested: Suggested::from_code(&item.suggested).unwrap_or(Suggested::Either),
        why: Why::from_code(&item.why_code).unwrap_or(Why::NothingSays),
        risk: Risk::from_code(&item.risk).unwrap_or(Risk::None),
        depends_on,
        done_when: lines(item.done_when),
        inputs: lines(item.inputs),
        outputs: lines(item.outputs),
        done: item.done,
        source_spans: spans(item.source_spans),
        subitems: item
            .subitems
            .into_iter()
            .filter_map(|line| {
                let title = one_line(&line.title)?;
                Some(PlanSubitem { title, done: line.done, source_spans: spans(line.source_spans) })
            })
            .collect(),
    })
}

/// An item that waits for itself in the end.
fn cycle(items: &[PlanItem]) -> Option<usize> {
    (0..items.len()).find(|start| {
        let mut ahead: Vec<usize> = items.get(*start).map(|item| item.depends_on.clone()).unwrap_or_default();
        let mut seen = vec![false; items.len()];
        while let Some(next) = ahead.pop() {
            if next == *start {
                return true;
            }
            if let Some(seen) = seen.get_mut(next).filter(|seen| !**seen) {
                *seen = true;
                ahead.extend(items.get(next).map(|item| item.depends_on.as_slice()).unwrap_or_default());
            }
        }
        false
    })
}
