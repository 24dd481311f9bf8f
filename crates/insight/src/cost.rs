//! Tokens and money, each amount with its source: what the agent reported, what was computed from tokens and a
//! price table of a date, or unknown. Unknown is never nothing: it is counted beside the sum. Units: nano-dollars.
//! STATISTICS §9.

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::Cost;
use halfday_domain::facts::details::{AttemptDetail, Details};
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::review::VerdictCode;
use serde::Serialize;

use crate::week::{Calendar, Week};

/// A sum with its sources.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Spent {
    /// The sum of what is known; `None` when nothing is.
    pub nano: Option<i64>,
    pub reported: u32,
    pub computed: u32,
    pub unknown: u32,
    /// The price tables that amounts were computed with.
    pub price_tables: BTreeSet<String>,
    /// Sums of what is known.
    pub tokens_in: Option<i64>,
    pub tokens_out: Option<i64>,
}

/// All costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Costs {
    pub total: Spent,
    /// Attempts beside the work: shadow and bench.
    pub beside_the_work: Spent,
    pub accepted_items: u32,
    /// All known cost of work ÷ accepted items; `None` where nothing is known or accepted.
    pub nano_per_accepted_item: Option<i64>,
    /// Some cost is unknown, so the amount above is at least so much.
    pub is_at_least: bool,
    pub weeks: Vec<(Week, Spent)>,
    pub jobs: BTreeMap<JobId, Spent>,
    pub items: BTreeMap<ItemId, Spent>,
    /// Every way in use is the clipboard, which knows no cost: there is nothing to show.
    pub is_hidden: bool,
}

impl Spent {
    fn add(&mut self, attempt: &AttemptDetail) {
        let sum = |total: &mut Option<i64>, amount: Option<i64>| {
            if let Some(amount) = amount {
                *total = Some(total.unwrap_or(0).saturating_add(amount));
            }
        };
        match &attempt.fact.cost {
            Cost::Reported { .. } => self.reported += 1,
            Cost::Computed { prices, .. } => {
                self.computed += 1;
                self.price_tables.insert(prices.clone());
            }
            Cost::Unknown => self.unknown += 1,
        }
        sum(&mut self.nano, attempt.fact.cost.nano());
        sum(&mut self.tokens_in, attempt.tokens_in);
        sum(&mut self.tokens_out, attempt.tokens_out);
    }
}

/// Over attempts that ended since `since` (UTC ms).
pub fn costs(details: &Details, calendar: &Calendar, since: i64) -> Costs {
    let ended = || details.attempts.iter().filter(|attempt| attempt.fact.ended_at >= since);
    let (mut total, mut beside) = (Spent::default(), Spent::default());
    let (mut weeks, mut jobs, mut items) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut accepted = BTreeSet::new();
    for attempt in ended() {
        if attempt.purpose != Purpose::Work {
            beside.add(attempt);
            continue;
        }
        total.add(attempt);
        let of_week: &mut Spent = weeks.entry(calendar.week_of(attempt.fact.ended_at)).or_default();
        of_week.add(attempt);
        let of_job: &mut Spent = jobs.entry(attempt.fact.job_id).or_default();
        of_job.add(attempt);
        let of_item: &mut Spent = items.entry(attempt.fact.item_id).or_default();
        of_item.add(attempt);
        match attempt.fact.verdict {
            Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework) => {
                accepted.insert(attempt.fact.item_id);
            }
            Some(VerdictCode::Rejected) | None => {}
        }
    }
    let count = i64::try_from(accepted.len()).unwrap_or(i64::MAX);
    Costs {
        nano_per_accepted_item: total.nano.filter(|_| count > 0).map(|nano| nano / count.max(1)),
        is_at_least: total.unknown > 0,
        accepted_items: u32::try_from(count).unwrap_or(u32::MAX),
        is_hidden: ended().all(|attempt| attempt.by_hand) && total.nano.is_none(),
        total,
        beside_the_work: beside,
        weeks: weeks.into_iter().collect(),
        jobs,
        items,
    }
}
