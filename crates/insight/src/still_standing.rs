//! Still standing: claimed → checked → accepted → still standing. At most three accepted items a week are picked
//! by chance and asked about after 7 and 30 days; *this turned out wrong* can be said any time. STATISTICS §2.
//!
//! The rates over the picked items are weighted by 1 ÷ the chance of being picked (Hájek); their range is
//! Wilson's at the effective sample of those weights. An item said to be wrong unasked answers its questions.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::details::{Details, FollowUpFact};
use halfday_domain::review::VerdictCode;
use serde::Serialize;

use crate::proportion::ENOUGH_FOR_PERCENT;
use crate::weighted::{WeightedRow, weighted};

/// How many got how far.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StillStanding {
    /// AI said it was done.
    pub claimed: u32,
    /// Of those, every check of ours held or there was none that failed.
    pub checked: u32,
    /// Of those, accepted, as it came or after rework.
    pub accepted: u32,
    /// Of the accepted, said to be wrong later, asked or not.
    pub turned_out_wrong: u32,
    pub asked: Vec<Held>,
}

/// The answers after so many days.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Held {
    pub after_days: u32,
    pub held: u32,
    /// Questions that are answered; not the ones that wait.
    pub of: u32,
    pub waiting: u32,
    /// `None` below five answers.
    pub rate: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Over work of which the verdict came since `since`, as seen at `now` (UTC ms).
pub fn still_standing(details: &Details, since: i64, now: i64) -> StillStanding {
    let work =
        || details.attempts.iter().filter(|a| a.purpose == Purpose::Work && a.fact.judged_at() >= since);
    let claimed = || work().filter(|attempt| attempt.fact.outcome == Outcome::Delivered);
    let checked = || claimed().filter(|attempt| attempt.checks_failed == 0);
    let is_accepted = |verdict| match verdict {
        Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework) => true,
        Some(VerdictCode::Rejected) | None => false,
    };
    let accepted = || checked().filter(|attempt| is_accepted(attempt.fact.verdict));
    let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let mut days: Vec<u32> = details.follow_ups.iter().map(|one| one.after_days).collect();
    days.sort_unstable();
    days.dedup();
    StillStanding {
        claimed: count(claimed().count()),
        checked: count(checked().count()),
        accepted: count(accepted().count()),
        turned_out_wrong: count(accepted().filter(|attempt| attempt.wrong_at.is_some()).count()),
        asked: days.into_iter().map(|days| held(details, days, since, now)).collect(),
    }
}

/// Whether it held; `None` while nobody knows.
fn answer(fact: &FollowUpFact) -> Option<bool> {
    match fact.wrong_at {
        Some(at) if at <= fact.due_at => Some(false),
        Some(_) | None => fact.held,
    }
}

fn held(details: &Details, days: u32, since: i64, now: i64) -> Held {
    let due = || {
        details.follow_ups.iter().filter(move |one| {
            one.after_days == days && one.due_at <= now && one.answered_at.unwrap_or(one.due_at) >= since
        })
    };
    let rows: Vec<WeightedRow> = due()
        .filter_map(|one| {
            let yes = answer(one)?;
            Some(WeightedRow {
                job: one.job_id,
                size: 1.0,
                probability: one.probability,
                value: f64::from(u8::from(yes)),
            })
        })
        .collect();
    let of = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let rate = weighted(&rows).filter(|_| of >= ENOUGH_FOR_PERCENT);
    Held {
        after_days: days,
        held: u32::try_from(rows.iter().filter(|row| row.value > 0.5).count()).unwrap_or(u32::MAX),
        of,
        waiting: u32::try_from(due().count()).unwrap_or(u32::MAX).saturating_sub(of),
        rate: rate.map(|rate| rate.rate),
        low: rate.map(|rate| rate.range.low),
        high: rate.map(|rate| rate.range.high),
    }
}
