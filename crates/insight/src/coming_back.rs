//! Coming back: not visits to the program, but whether work went to AI again the next time it came up. By kind
//! of work, by saved list and by agent; weeks with a handover; W1…W8 of the first eight full weeks, where a
//! week that is not over is unknown. No scores, no streaks. STATISTICS §7.

use std::collections::BTreeMap;
use std::ops::Range;

use halfday_domain::facts::Facts;
use halfday_domain::id::JobId;
use jiff::civil::Date;
use serde::Serialize;

use crate::again::{Again, again};
use crate::story::Story;
use crate::week::{Calendar, Week};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// A list counts as used again within so many days, or within its own rhythm.
const REUSE_DAYS: i64 = 42;
/// A rhythm is known from so many gaps on; twice its median is late.
const ENOUGH_GAPS: usize = 2;
const LATE: i64 = 2;
/// So many weeks are looked at one by one.
pub const WEEKS_COMING_BACK: u32 = 12;
const WEEKS_AFTER: usize = 8;

/// The figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComingBack {
    /// The next time a kind of work came up, was it handed over again?
    pub by_kind: Again,
    /// The next time a list was used.
    pub by_list: Again,
    /// After an agent had a job, did it get something of the next job with a handover?
    pub by_agent: Again,
    /// Lists whose next time has come or passed, and those of them used again in time.
    pub lists_used_again: Again,
    /// Of the last twelve weeks, the running one among them.
    pub weeks_with_handover: u32,
    pub weeks_of: u32,
    /// W1…W8: was anything handed over in that week after the first handover? `None`: not over yet.
    pub weeks_after_first: Vec<Option<bool>>,
}

/// Over what came up in that time, as of its end (UTC ms). `begun` are the first handovers there ever were, of at least
/// the weeks that are looked at after the first.
pub fn coming_back(facts: &Facts, begun: &[i64], calendar: &Calendar, time: Range<i64>) -> ComingBack {
    let (story, now) = (Story::new(facts), time.end);
    let handovers: Vec<i64> = facts
        .attempts
        .iter()
        .map(|attempt| attempt.started_at)
        .chain(facts.unresolved.iter().map(|attempt| attempt.started_at))
        .collect();
    let days: Vec<Date> = begun.iter().map(|at| calendar.day_of(*at)).collect();
    let this_week = calendar.week_of(now);
    let first_shown = this_week.minus(WEEKS_COMING_BACK - 1);
    let mut weeks: Vec<Week> = handovers.iter().map(|at| calendar.week_of(*at)).collect();
    weeks.sort_unstable();
    weeks.dedup();
    weeks.retain(|week| (first_shown..=this_week).contains(week));
    ComingBack {
        by_kind: again(&story, |at| at >= time.start),
        by_list: by_list(facts, time.start),
        by_agent: by_agent(facts, time.start),
        lists_used_again: lists_used_again(facts, &time),
        weeks_with_handover: u32::try_from(weeks.len()).unwrap_or(u32::MAX),
        weeks_of: WEEKS_COMING_BACK,
        weeks_after_first: retention(&days, calendar.day_of(now), WEEKS_AFTER + 1)
            .into_iter()
            .skip(1)
            .collect(),
    }
}

/// Whether there was activity in week 0, 1, … after the first day; a week counts once it is wholly over.
/// Empty without any activity.
pub fn retention(days: &[Date], as_of: Date, weeks: usize) -> Vec<Option<bool>> {
    let Some(first) = days.iter().min() else { return vec![] };
    let since = |day: Date| i64::from((day - *first).get_days());
    let whole = since(as_of);
    (0..weeks)
        .map(|week| {
            let week = i64::try_from(week).unwrap_or(i64::MAX / 8);
            let is_over = 7 * (week + 1) <= whole;
            is_over.then(|| days.iter().any(|day| since(*day).div_euclid(7) == week))
        })
        .collect()
}

/// What was handed over in each job: its agents.
fn agents_of_jobs(facts: &Facts) -> BTreeMap<JobId, (i64, Vec<&str>)> {
    let mut jobs: BTreeMap<JobId, (i64, Vec<&str>)> = BTreeMap::new();
    for attempt in &facts.attempts {
        let of_job = jobs.entry(attempt.job_id).or_insert((attempt.started_at, vec![]));
        of_job.0 = of_job.0.min(attempt.started_at);
        of_job.1.push(&attempt.agent);
    }
    jobs
}

fn by_agent(facts: &Facts, since: i64) -> Again {
    let jobs = agents_of_jobs(facts);
    let mut turns: Vec<(i64, JobId, &Vec<&str>)> =
        jobs.iter().map(|(id, (at, who))| (*at, *id, who)).filter(|(at, ..)| *at >= since).collect();
    turns.sort_unstable_by_key(|(at, id, _)| (*at, *id));
    let mut sum = Again::default();
    for pair in turns.windows(2) {
        let [(_, _, before), (_, _, after)] = pair else { continue };
        let mut agents = (*before).clone();
        agents.sort_unstable();
        agents.dedup();
        for agent in agents {
            sum.of += 1;
            sum.again += u32::from(after.contains(&agent));
        }
    }
    sum
}

/// The jobs of each list that were begun since then, by time.
fn lists(facts: &Facts, since: i64) -> BTreeMap<&str, Vec<(i64, JobId)>> {
    let mut lists: BTreeMap<&str, Vec<(i64, JobId)>> = BTreeMap::new();
    for job in facts.jobs.iter().filter(|job| job.created_at >= since) {
        if let Some(list) = job.template_id.as_deref() {
            lists.entry(list).or_default().push((job.created_at, job.job_id));
        }
    }
    for jobs in lists.values_mut() {
        jobs.sort_unstable();
    }
    lists
}

fn by_list(facts: &Facts, since: i64) -> Again {
    let handed_over = agents_of_jobs(facts);
    let mut sum = Again::default();
    for jobs in lists(facts, since).values() {
        for pair in jobs.windows(2) {
            let [(_, before), (_, after)] = pair else { continue };
            if handed_over.contains_key(before) {
                sum.of += 1;
                sum.again += u32::from(handed_over.contains_key(after));
            }
        }
    }
    sum
}

/// Every use of a list asks for the next: within 42 days, or within twice the median gap of that list where
/// it has one. A use whose time is not over and that has no next yet says nothing.
fn lists_used_again(facts: &Facts, time: &Range<i64>) -> Again {
    let mut sum = Again::default();
    for jobs in lists(facts, time.start).values() {
        let uses: Vec<i64> = jobs.iter().map(|(at, _)| *at).collect();
        let mut gaps: Vec<i64> = uses
            .windows(2)
            .map(|pair| pair.iter().rev().copied().reduce(|a, b| a - b).unwrap_or(0))
            .collect();
        gaps.sort_unstable();
        let rhythm = if gaps.len() >= ENOUGH_GAPS { gaps.get(gaps.len() / 2).copied() } else { None };
        let within = rhythm.map_or(REUSE_DAYS * DAY_MS, |gap| (LATE * gap).max(REUSE_DAYS * DAY_MS));
        for (place, at) in uses.iter().enumerate() {
            let next = uses.get(place + 1);
            let in_time = next.is_some_and(|next| next - at <= within);
            if in_time || time.end - at > within {
                sum.of += 1;
                sum.again += u32::from(in_time);
            }
        }
    }
    sum
}
