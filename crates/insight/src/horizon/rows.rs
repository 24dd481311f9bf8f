//! Which first tries a horizon rests on.

use halfday_domain::facts::AttemptFact;
use halfday_domain::plan::EstimateSource;

use crate::first_time::{First, FirstTry};
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
        let minutes = attempt.estimate_minutes.filter(|minutes| *minutes > 0);
        match (minutes, attempt.estimate_source) {
            (None, _) | (Some(_), EstimateSource::Rule) => left_out += 1,
            (Some(minutes), EstimateSource::Person | EstimateSource::OwnMedian | EstimateSource::Timed) => {
                rows.push(Tried {
                    item_id: row.item_id,
                    job_id: row.job_id,
                    minutes: f64::from(minutes),
                    right,
                    drawn: attempt.draw_probability.is_some(),
                    at: row.at,
                });
            }
        }
    }
    (rows, left_out)
}

fn lets_through(filter: &HorizonFilter, attempt: &AttemptFact, at: i64) -> bool {
    let is_picked = match filter.picked {
        Picked::All => true,
        Picked::Chosen => attempt.draw_probability.is_none(),
        Picked::Drawn => attempt.draw_probability.is_some(),
    };
    is_picked
        && filter.agent.as_ref().is_none_or(|agent| *agent == attempt.agent)
        && filter.family.as_ref().is_none_or(|family| *family == attempt.family)
        && filter.kind.as_ref().is_none_or(|kind| *kind == attempt.kind)
        && filter.since.is_none_or(|since| at >= since)
        && filter.until.is_none_or(|until| at < until)
}
