//! Which of the person's own items were done again: first attempts of trials (jobs made from one list,
//! an item being the same when it is called the same there), one try a trial, and bench runs. How often was
//! fixed beforehand; trying again until it is right would flatter. Source: STATISTICS §3.

use std::collections::BTreeMap;

use halfday_domain::facts::details::Details;
use halfday_domain::facts::{AttemptFact, Facts};
use serde::Serialize;

use crate::bench::bench_cells;
use crate::first_time::{First, first_tries};
use crate::reliability::{AtK, Repeated, next_in_a_row, reliability, streak_needed};
use crate::story::Story;

/// Runs ahead that are told of.
const AHEAD: [u32; 3] = [1, 5, 10];
/// Rates a clean streak may prove.
const RATES: [f64; 3] = [0.8, 0.9, 0.95];

/// The document of `stats reliability`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordAgain {
    pub version: u32,
    pub k: Vec<AtK>,
    /// Run twice or more, most often first.
    pub items: Vec<ItemAgain>,
    /// How many right in a row, none wrong, prove a rate (95 %, one-sided).
    pub streaks: Vec<Streak>,
}

/// One item with its agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemAgain {
    pub item: String,
    pub n: u32,
    pub c: u32,
    /// The chance that the next k are all right.
    pub next: Vec<NextK>,
}

/// The chance that the next k are all right.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct NextK {
    pub k: u32,
    pub all_right: f64,
}

/// A streak that proves a rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Streak {
    pub rate: f64,
    pub needed: u32,
}

/// The counts of trials up to `now` by list, item and agent.
pub fn trial_counts(facts: &Facts, now: i64) -> Vec<Repeated> {
    let story = Story::new(facts);
    let mut counts: BTreeMap<(&str, &str, &str), (u32, u32)> = BTreeMap::new();
    for row in first_tries(&story).iter().filter(|row| row.at <= now) {
        let (attempt, right): (&AttemptFact, bool) = match row.first {
            First::Right(attempt) => (attempt, true),
            First::NotRight(attempt, _) => (attempt, false),
            First::Unresolved(_) => continue,
        };
        let Some(list) = story.jobs.get(&row.job_id).and_then(|job| job.template_id.as_deref()) else {
            continue;
        };
        let (n, c) = counts.entry((list, &attempt.item_title, &attempt.agent)).or_default();
        *n += 1;
        *c += u32::from(right);
    }
    let repeated = counts.into_iter();
    repeated.map(|((_, title, agent), (n, c))| Repeated { item: named(title, agent), n, c }).collect()
}

/// The counts of bench runs, an item being the same where the very same was asked.
pub fn bench_counts(details: &Details) -> Vec<Repeated> {
    let cells = bench_cells(details).into_iter().filter(|cell| cell.of > 0);
    cells
        .map(|cell| Repeated { item: named(&cell.item_title, &cell.agent), n: cell.of, c: cell.right })
        .collect()
}

fn named(title: &str, agent: &str) -> String {
    if agent.is_empty() { title.to_owned() } else { format!("{title} · {agent}") }
}

/// The record over trials and the given counts of bench runs.
pub fn record_again(facts: &Facts, bench: &[Repeated], now: i64) -> RecordAgain {
    let mut counts = trial_counts(facts, now);
    counts.extend_from_slice(bench);
    let figures = reliability(&counts);
    counts.retain(|item| item.n > 1 && item.c <= item.n);
    counts.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.cmp(b)));
    let next = |item: &Repeated| {
        let at = |k: u32| next_in_a_row(item.n, item.c, k).map(|all_right| NextK { k, all_right });
        AHEAD.into_iter().filter_map(at).collect()
    };
    let items = counts.into_iter().map(|item| {
        let next = next(&item);
        ItemAgain { item: item.item, n: item.n, c: item.c, next }
    });
    let streaks = RATES.into_iter().filter_map(|rate| Some(Streak { rate, needed: streak_needed(rate)? }));
    RecordAgain { version: 1, k: figures.k, items: items.collect(), streaks: streaks.collect() }
}
