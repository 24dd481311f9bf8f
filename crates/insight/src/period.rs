//! Facts laid into weeks, once; a longer period is weeks put together.

use std::collections::BTreeMap;

use crate::account::JobAccount;
use crate::first_time::{Counter, FirstTry, left_out_code};
use crate::minutes::Minutes;
use crate::saved::SavedParts;
use crate::share::{JobMinutes, Share, share};
use crate::story::Story;
use crate::week::{Calendar, Week};

/// More weeks than anybody's record has; a larger number asked for means all.
pub const MOST_WEEKS: u32 = 1_040;

/// Consecutive weeks and the instants they begin at.
#[derive(Debug)]
pub(crate) struct Timeline {
    pub(crate) weeks: Vec<Week>,
    /// One more than weeks: the last is the end.
    starts: Vec<i64>,
}

impl Timeline {
    /// So many weeks, the last of them `last`, oldest first.
    pub(crate) fn ending_with(calendar: &Calendar, last: Week, count: u32) -> Self {
        let count = count.min(MOST_WEEKS);
        let weeks: Vec<Week> = (0..count).rev().map(|back| last.minus(back)).collect();
        let mut starts: Vec<i64> = weeks.iter().map(|week| calendar.starts_at(*week)).collect();
        starts.push(calendar.ends_at(last));
        Self { weeks, starts }
    }

    /// The place of the week an instant lies in.
    pub(crate) fn place(&self, at: i64) -> Option<usize> {
        let place = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        (place < self.weeks.len()).then_some(place)
    }
}

/// What attempts cost; unknown is not nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    nano: i64,
    pub(crate) known: u32,
    pub(crate) attempts: u32,
}

impl Cost {
    fn add(&mut self, nano: Option<i64>) {
        self.attempts += 1;
        if let Some(nano) = nano {
            self.known += 1;
            self.nano = self.nano.saturating_add(nano);
        }
    }

    /// The sum of what is known; `None` when nothing is.
    pub(crate) fn nano(self) -> Option<i64> {
        (self.known > 0).then_some(self.nano)
    }
}

/// Everything that belongs to one period.
#[derive(Debug, Clone, Default)]
pub(crate) struct Period<'s> {
    pub(crate) accounts: Vec<&'s JobAccount<'s>>,
    pub(crate) first_tries: Counter,
    pub(crate) cost: Cost,
    /// Verdicts given in it, on any attempt.
    pub(crate) verdicts: u32,
    /// Attempts left out because it was not AI's doing, by code.
    pub(crate) left_out: BTreeMap<&'static str, u32>,
}

impl<'s> Period<'s> {
    /// Several periods as one.
    pub(crate) fn together<'p>(parts: impl Iterator<Item = &'p Self>) -> Self
    where
        's: 'p,
    {
        let mut all = Self::default();
        for part in parts {
            all.accounts.extend(&part.accounts);
            all.first_tries.add_all(&part.first_tries);
            all.verdicts += part.verdicts;
            all.cost.nano = all.cost.nano.saturating_add(part.cost.nano);
            all.cost.known += part.cost.known;
            all.cost.attempts += part.cost.attempts;
            for (code, count) in &part.left_out {
                *all.left_out.entry(code).or_default() += count;
            }
        }
        all
    }

    /// The handoff share of the jobs closed in it.
    pub(crate) fn share(&self) -> Option<Share> {
        let jobs: Vec<JobMinutes> =
            self.accounts.iter().map(|job| JobMinutes { ai: job.ai, listed: job.listed }).collect();
        share(&jobs)
    }

    /// A sum over the jobs closed in it.
    pub(crate) fn sum(&self, part: impl Fn(&JobAccount<'_>) -> Minutes) -> Minutes {
        self.accounts.iter().map(|account| part(account)).sum()
    }

    /// What was saved by the jobs closed in it is made of this.
    pub(crate) fn saved_parts(&self) -> SavedParts {
        SavedParts::of(self.accounts.iter().copied())
    }
}

/// The period of each week of a timeline.
pub(crate) fn by_week<'s>(
    story: &'s Story<'_>,
    tries: &[FirstTry<'_>],
    timeline: &Timeline,
) -> Vec<Period<'s>> {
    let mut weeks: Vec<Period<'s>> = timeline.weeks.iter().map(|_| Period::default()).collect();
    let place = |at: i64| timeline.place(at);
    for account in &story.closed {
        if let Some(week) = place(account.closed_at).and_then(|at| weeks.get_mut(at)) {
            week.accounts.push(account);
        }
    }
    for row in tries {
        if let Some(week) = place(row.at).and_then(|at| weeks.get_mut(at)) {
            week.first_tries.add(row);
        }
    }
    for attempt in story.items.values().flat_map(|item| &item.attempts) {
        if attempt.verdict.is_some()
            && let Some(week) = place(attempt.judged_at()).and_then(|at| weeks.get_mut(at))
        {
            week.verdicts += 1;
        }
        if let Some(week) = place(attempt.ended_at).and_then(|at| weeks.get_mut(at)) {
            week.cost.add(attempt.cost.nano());
            if let Some(code) = left_out_code(attempt) {
                *week.left_out.entry(code).or_default() += 1;
            }
        }
    }
    weeks
}
