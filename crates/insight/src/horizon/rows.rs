//! Which first tries a horizon rests on.

use std::collections::BTreeMap;

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::AttemptFact;
use halfday_domain::facts::details::{Details, DrawAnswer};
use halfday_domain::id::ItemId;
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;

use crate::first_time::{First, FirstTry, was_right};
use crate::horizon::{HorizonFilter, Picked, Tried};

/// The rows the filter lets through, by time, and how many were left out for their minutes.
pub(super) fn tried(tries: &[FirstTry<'_>], filter: &HorizonFilter) -> (Vec<Tried>, usize) {
    let mut left_out = 0;
    let mut rows = Vec::new();
    for row in tries {
        let (attempt, right) = match row.first {
            First::Right(attempt) => (attempt, true),
            First::NotRight(attempt, _) => (attempt, false),
            First::Unresolved(_) => continue,
        };
        if !lets_through(filter, attempt, row.at) {
            continue;
        }
        match minutes(attempt.estimate_minutes, attempt.estimate_source) {
            None => left_out += 1,
            Some(minutes) => rows.push(Tried {
                item_id: row.item_id,
                job_id: row.job_id,
                minutes,
                right,
                drawn: attempt.draw_probability.is_some(),
                at: row.at,
            }),
        }
    }
    (rows, left_out)
}

/// The items chance picked among those the person kept: what AI made of them beside the person. One that
/// no AI could do is one that was not right, or the others would look better than chance found them.
pub(super) fn drawn_beside(details: &Details, filter: &HorizonFilter) -> (Vec<Tried>, usize) {
    if filter.picked == Picked::Chosen {
        return (vec![], 0);
    }
    let shadows = first_shadows(details);
    let mut left_out = 0;
    let mut rows = Vec::new();
    for draw in details.draws.iter().filter(|draw| draw.is_drawn) {
        let (right, at) = match (draw.answer, shadows.get(&draw.item_id)) {
            (Some(DrawAnswer::Impossible), _) if filter.agent.is_none() && filter.family.is_none() => {
                (false, draw.drawn_at)
            }
            (Some(DrawAnswer::Taken) | None, Some((attempt, right)))
                if is_by(filter, &attempt.agent, &attempt.family) =>
            {
                (*right, attempt.judged_at())
            }
            (Some(DrawAnswer::Taken | DrawAnswer::Refused | DrawAnswer::Impossible) | None, _) => continue,
        };
        if !is_of(filter, &draw.kind, at) {
            continue;
        }
        match minutes(draw.estimate_minutes, draw.estimate_source) {
            None => left_out += 1,
            Some(minutes) => rows.push(Tried {
                item_id: draw.item_id,
                job_id: draw.job_id,
                minutes,
                right,
                drawn: true,
                at,
            }),
        }
    }
    (rows, left_out)
}

/// The first shadow attempt of each item that says anything of AI, and what it says.
fn first_shadows(details: &Details) -> BTreeMap<ItemId, (&AttemptFact, bool)> {
    let mut shadows: BTreeMap<ItemId, (&AttemptFact, bool)> = BTreeMap::new();
    let beside = details.attempts.iter().filter(|attempt| attempt.purpose == Purpose::Shadow);
    for attempt in beside.map(|attempt| &attempt.fact) {
        let Some(right) = was_right(attempt) else { continue };
        let first = shadows.entry(attempt.item_id).or_insert((attempt, right));
        if attempt.number < first.0.number {
            *first = (attempt, right);
        }
    }
    shadows
}

/// Minutes that are not the program's guess.
fn minutes(minutes: Option<u32>, source: EstimateSource) -> Option<f64> {
    match source {
        EstimateSource::Rule => None,
        EstimateSource::Person | EstimateSource::OwnMedian | EstimateSource::Timed => {
            minutes.filter(|minutes| *minutes > 0).map(f64::from)
        }
    }
}

fn lets_through(filter: &HorizonFilter, attempt: &AttemptFact, at: i64) -> bool {
    let is_picked = match filter.picked {
        Picked::All => true,
        Picked::Chosen => attempt.draw_probability.is_none(),
        Picked::Drawn => attempt.draw_probability.is_some(),
    };
    is_picked && is_by(filter, &attempt.agent, &attempt.family) && is_of(filter, &attempt.kind, at)
}

fn is_by(filter: &HorizonFilter, agent: &str, family: &str) -> bool {
    filter.agent.as_ref().is_none_or(|wanted| wanted == agent)
        && filter.family.as_ref().is_none_or(|wanted| wanted == family)
}

fn is_of(filter: &HorizonFilter, kind: &Kind, at: i64) -> bool {
    filter.kind.as_ref().is_none_or(|wanted| wanted == kind)
        && filter.since.is_none_or(|since| at >= since)
        && filter.until.is_none_or(|until| at < until)
}
