//! Right first time: the first attempt of an item that counts, one chat round, verdict *accepted*,
//! over first attempts with a verdict or a failure that counts against AI. STATISTICS §2.
//!
//! Attempts that failed for reasons that are not AI's do not count, so the next one is the first.
//! An attempt handed over and never resolved keeps the item out of the rate, and is shown beside it.

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::{AttemptFact, UnresolvedFact};
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::id::{AttemptId, ItemId, JobId};
use halfday_domain::review::{Rejection, VerdictCode};
use serde::Serialize;

use crate::clusters::{WeightedRate, weighted_rate};
use crate::story::{ItemStory, Story};
use crate::wilson::wilson;

/// A percentage is shown from so many on.
const ENOUGH_FOR_PERCENT: u32 = 5;

/// The figure: how many of how many, and from five on the rate with its 95 % range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FirstTime {
    pub right: u32,
    pub of: u32,
    /// Handed over and never resolved: in neither number.
    pub unresolved: u32,
    /// right ÷ of; `None` below five.
    pub rate: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Why a first attempt was not right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "what", content = "reason", rename_all = "snake_case")]
pub enum NotRight {
    /// Rejected; the reason is missing where nobody kept it.
    Rejected(Option<Rejection>),
    /// Failed for a reason that counts against AI.
    Failed(FailureReason),
    /// Stopped by the person because it was going wrong.
    GoingWrong,
    /// Accepted, but only after the person worked on it.
    AfterRework,
    /// Accepted, but the chat needed so many answers.
    MoreRounds(u32),
}

/// What the first attempt of an item came to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum First<'a> {
    Right(&'a AttemptFact),
    NotRight(&'a AttemptFact, NotRight),
    /// Handed over and never resolved, by what is known of it.
    Unresolved(Never<'a>),
}

/// An attempt nobody resolved.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Never<'a> {
    Ended(&'a AttemptFact),
    Open(&'a UnresolvedFact),
}

/// One row of the figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FirstTry<'a> {
    pub(crate) item_id: ItemId,
    pub(crate) job_id: JobId,
    pub(crate) at: i64,
    pub(crate) first: First<'a>,
}

/// What one attempt says of its item.
enum Says {
    Right,
    NotRight(NotRight),
    Unresolved,
    /// Not judged yet.
    Pending,
    /// Not AI's doing: look at the next attempt.
    Nothing,
}

fn says(attempt: &AttemptFact) -> Says {
    match attempt.verdict {
        Some(VerdictCode::Accepted) => match attempt.chat_rounds.unwrap_or(1) {
            0 | 1 => Says::Right,
            rounds => Says::NotRight(NotRight::MoreRounds(rounds)),
        },
        Some(VerdictCode::AcceptedAfterRework) => Says::NotRight(NotRight::AfterRework),
        Some(VerdictCode::Rejected) => Says::NotRight(NotRight::Rejected(attempt.rejection)),
        None => match attempt.outcome {
            Outcome::Delivered => Says::Pending,
            Outcome::Failed(reason) if reason.counts_against_ai() => Says::NotRight(NotRight::Failed(reason)),
            Outcome::Stopped(Some(reason)) if reason.counts_against_ai() => {
                Says::NotRight(NotRight::GoingWrong)
            }
            Outcome::Stopped(None) => Says::Unresolved,
            Outcome::Failed(_) | Outcome::Stopped(Some(_)) | Outcome::Lost => Says::Nothing,
        },
    }
}

/// Whether an attempt of any purpose was right as it came; `None`: not judged, never resolved, or not AI's doing.
pub(crate) fn was_right(attempt: &AttemptFact) -> Option<bool> {
    match says(attempt) {
        Says::Right => Some(true),
        Says::NotRight(_) => Some(false),
        Says::Unresolved | Says::Pending | Says::Nothing => None,
    }
}

/// The code of an attempt that is left out because it was not AI's doing, for showing it beside.
pub(crate) fn left_out_code(attempt: &AttemptFact) -> Option<&'static str> {
    match (attempt.verdict, attempt.outcome) {
        (Some(_), _) | (None, Outcome::Delivered | Outcome::Stopped(None)) => None,
        (None, Outcome::Failed(reason)) => (!reason.counts_against_ai()).then_some(reason.code()),
        (None, Outcome::Stopped(Some(reason))) => {
            (!reason.counts_against_ai()).then_some(StopReason::code(reason))
        }
        (None, Outcome::Lost) => Some("lost"),
    }
}

fn first_of<'a>(item: &ItemStory<'a>) -> Option<(i64, First<'a>)> {
    let listed: BTreeSet<AttemptId> = item.unresolved.iter().map(|fact| fact.attempt_id).collect();
    let ended: BTreeSet<AttemptId> = item.attempts.iter().map(|attempt| attempt.attempt_id).collect();
    // Copied and never pasted: such an attempt never ended, so that only the list knows it.
    let mut open = item.unresolved.iter().filter(|fact| !ended.contains(&fact.attempt_id));
    let open = open.next().map(|fact| {
        (fact.started_at, fact.ended_at.unwrap_or(fact.started_at), First::Unresolved(Never::Open(fact)))
    });
    for attempt in &item.attempts {
        if let Some((started_at, at, first)) = open
            && started_at < attempt.started_at
        {
            return Some((at, first));
        }
        if listed.contains(&attempt.attempt_id) {
            return Some((attempt.ended_at, First::Unresolved(Never::Ended(attempt))));
        }
        match says(attempt) {
            Says::Right => return Some((attempt.judged_at(), First::Right(attempt))),
            Says::NotRight(why) => return Some((attempt.judged_at(), First::NotRight(attempt, why))),
            Says::Unresolved => {
                return Some((attempt.ended_at, First::Unresolved(Never::Ended(attempt))));
            }
            Says::Pending => return None,
            Says::Nothing => {}
        }
    }
    open.map(|(_, at, first)| (at, first))
}

/// The first tries of all items, by time.
pub(crate) fn first_tries<'a>(story: &Story<'a>) -> Vec<FirstTry<'a>> {
    let mut tries: Vec<FirstTry<'a>> = story
        .items
        .iter()
        .filter_map(|(item_id, item)| {
            let (at, first) = first_of(item)?;
            Some(FirstTry { item_id: *item_id, job_id: item.job_id, at, first })
        })
        .collect();
    tries.sort_by_key(|row| (row.at, row.item_id));
    tries
}

/// Rows of first tries being counted, job by job.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counter {
    /// (right, judged, unresolved) of each job.
    jobs: BTreeMap<JobId, (u32, u32, u32)>,
}

impl Counter {
    pub(crate) fn add(&mut self, row: &FirstTry<'_>) {
        let (right, of, unresolved) = self.jobs.entry(row.job_id).or_default();
        match row.first {
            First::Right(_) => {
                *right += 1;
                *of += 1;
            }
            First::NotRight(..) => *of += 1,
            First::Unresolved(_) => *unresolved += 1,
        }
    }

    pub(crate) fn add_all(&mut self, other: &Self) {
        for (job, (right, of, unresolved)) in &other.jobs {
            let sums = self.jobs.entry(*job).or_default();
            sums.0 += right;
            sums.1 += of;
            sums.2 += unresolved;
        }
    }

    /// The weighted rate and its effective sample, where there are enough rows for a percentage.
    pub(crate) fn weighted(&self) -> Option<WeightedRate> {
        let of: u32 = self.jobs.values().map(|(_, of, _)| of).sum();
        if of < ENOUGH_FOR_PERCENT {
            return None;
        }
        weighted_rate(self.jobs.values().map(|(right, of, _)| (*right, *of)))
    }

    /// The figure.
    pub(crate) fn figure(&self) -> FirstTime {
        let sum = |part: fn(&(u32, u32, u32)) -> u32| self.jobs.values().map(part).sum::<u32>();
        let (right, of, unresolved) = (sum(|c| c.0), sum(|c| c.1), sum(|c| c.2));
        let none = FirstTime { right, of, unresolved, rate: None, low: None, high: None };
        let Some(weighted) = self.weighted() else { return none };
        let rate = f64::from(right) / f64::from(of);
        let Some(range) = wilson(weighted.rate, weighted.n_eff, 0.95) else { return none };
        let range = range.with(rate);
        FirstTime { rate: Some(rate), low: Some(range.low), high: Some(range.high), ..none }
    }

    /// The figure if everything unresolved had failed: bad answers are the ones nobody pastes.
    pub(crate) fn figure_if_unresolved_failed(&self) -> FirstTime {
        let failed = self.jobs.iter().map(|(job, (right, of, lost))| (*job, (*right, of + lost, 0)));
        Self { jobs: failed.collect() }.figure()
    }
}
