//! Trials: the same job again and again, side by side. What changed in the list between two of them is the shell's to
//! show; here are the numbers of each. STATISTICS §8.

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::id::JobId;
use serde::Serialize;

use crate::cost::{Spent, costs};
use crate::minutes::Minutes;
use crate::result::{JobResult, result};
use crate::story::Story;
use crate::week::Calendar;

/// One closed trial.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trial {
    pub result: JobResult,
    /// All the person's minutes on it: brief, work, review and rework.
    pub own_spent_minutes: Minutes,
    /// First attempts that were not right.
    pub failures: u32,
    pub cost: Option<Spent>,
}

/// The numbers of each closed job, in the order given.
pub fn trials(facts: &Facts, details: &Details, calendar: &Calendar, jobs: &[JobId]) -> Vec<Trial> {
    let story = Story::new(facts);
    let mut costs = costs(details, calendar, i64::MIN);
    let of_job = |job: JobId| {
        let result = result(facts, job)?;
        let items = story.items.values().filter(|item| item.job_id == job);
        let on_items: Minutes = items
            .map(|item| item.spent.brief + item.spent.work + item.spent.review + item.spent.rework)
            .sum();
        let on_job: Minutes = facts
            .intervals
            .iter()
            .filter(|interval| interval.job_id == job && interval.item_id.is_none())
            .map(|interval| Minutes::from_ms(interval.ms.max(0)))
            .sum();
        let failures = result.first_time.of - result.first_time.right;
        Some((result, on_items + on_job, failures))
    };
    jobs.iter()
        .filter_map(|job| {
            let (result, own_spent_minutes, failures) = of_job(*job)?;
            let cost = if costs.is_hidden { None } else { costs.jobs.remove(job) };
            Some(Trial { result, own_spent_minutes, failures, cost })
        })
        .collect()
}
