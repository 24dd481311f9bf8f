//! Bench, the person's own ladder: the same items, inputs and checks frozen, run a number of times that was fixed
//! beforehand. A run is right by the person's verdict, else by its checks; only runs that were asked the very same
//! are put together. Two agents are compared item by item: newly right, newly wrong, sign test. STATISTICS §8.

use std::collections::BTreeMap;

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::details::{AttemptDetail, Details};
use halfday_domain::id::ItemId;
use serde::Serialize;

use crate::first_time::was_right;
use crate::sign_test::{SignTest, sign_test};

/// Runs of one item by one agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BenchCell {
    pub item_id: ItemId,
    pub item_title: String,
    pub estimate_minutes: Option<u32>,
    pub agent: String,
    /// What was asked, as a hash: cells with another one are another item.
    pub asked: Option<String>,
    /// Runs that are judged, and the right ones among them.
    pub right: u32,
    pub of: u32,
    /// Runs that nobody judged and nothing checked.
    pub unjudged: u32,
}

/// A new agent against an earlier one, over items both have run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BenchComparison {
    pub before: String,
    pub after: String,
    pub test: SignTest,
}

/// Shortest items first, then by agent.
pub fn bench_cells(details: &Details) -> Vec<BenchCell> {
    let mut cells: BTreeMap<(ItemId, &Option<String>, &str), BenchCell> = BTreeMap::new();
    for run in details.attempts.iter().filter(|attempt| attempt.purpose == Purpose::Bench) {
        let cell = cells.entry((run.fact.item_id, &run.asked, &run.fact.agent)).or_insert_with(|| empty(run));
        match bench_was_right(run) {
            Some(right) => {
                cell.of += 1;
                cell.right += u32::from(right);
            }
            None => cell.unjudged += 1,
        }
    }
    let mut cells: Vec<BenchCell> = cells.into_values().collect();
    cells.sort_by(|a, b| {
        (a.estimate_minutes.cmp(&b.estimate_minutes))
            .then_with(|| a.item_id.cmp(&b.item_id))
            .then_with(|| a.asked.cmp(&b.asked))
            .then_with(|| a.agent.cmp(&b.agent))
    });
    cells
}

/// Whether a run of a bench came out right: by the person's verdict, else by its checks. One that nobody
/// judged and nothing checked says nothing.
fn bench_was_right(attempt: &AttemptDetail) -> Option<bool> {
    let by_checks = match attempt.fact.outcome {
        Outcome::Delivered if attempt.checks_held + attempt.checks_failed > 0 => {
            Some(attempt.checks_failed == 0)
        }
        Outcome::Delivered | Outcome::Failed(_) | Outcome::Stopped(_) | Outcome::Lost => None,
    };
    was_right(&attempt.fact).or(by_checks)
}

fn empty(run: &AttemptDetail) -> BenchCell {
    BenchCell {
        item_id: run.fact.item_id,
        item_title: run.fact.item_title.clone(),
        estimate_minutes: run.fact.estimate_minutes,
        agent: run.fact.agent.clone(),
        asked: run.asked.clone(),
        right: 0,
        of: 0,
        unjudged: 0,
    }
}

/// `after` against `before`, item by item: the part that was right went up, down, or stayed.
pub fn compare_agents(cells: &[BenchCell], before: &str, after: &str) -> BenchComparison {
    let judged = |agent: &str| -> BTreeMap<(ItemId, &Option<String>), f64> {
        cells
            .iter()
            .filter(|cell| cell.agent == agent && cell.of > 0)
            .map(|cell| ((cell.item_id, &cell.asked), f64::from(cell.right) / f64::from(cell.of)))
            .collect()
    };
    let (first, second) = (judged(before), judged(after));
    let (mut better, mut worse, mut same) = (0, 0, 0);
    for (item, earlier) in first {
        let Some(later) = second.get(&item) else { continue };
        match later.total_cmp(&earlier) {
            std::cmp::Ordering::Greater => better += 1,
            std::cmp::Ordering::Less => worse += 1,
            std::cmp::Ordering::Equal => same += 1,
        }
    }
    BenchComparison {
        before: before.to_owned(),
        after: after.to_owned(),
        test: sign_test(better, worse, same),
    }
}
