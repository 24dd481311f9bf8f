//! Forecasts held against what happened: the program's, the person's guess and AI's own confidence, each as a
//! chance of *right first time* that was stored before the verdict. Score: Brier, the mean of (p − y)², 0 is
//! perfect and ¼ is what saying one half always gets; beside it what always saying the average would have got.
//! By bin: how often it was right where so much was said. Source: G. W. Brier, Monthly Weather Review 78 (1950)
//! 1–3; STATISTICS §6.
//!
//! The person's words count as 0.8, 0.5 and 0.2. The rehearsal is words: what was said of trouble and questions
//! stands beside what happened, unscored.

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::{AttemptDetail, Details, RehearsalFact};
use halfday_domain::forecast::{ForecastBy, GuessWord};
use halfday_domain::id::{AttemptId, JobId};
use serde::Serialize;

use crate::first_time::was_right;
use crate::proportion::{ENOUGH_FOR_PERCENT, Proportion, Tally};

const BINS: usize = 5;

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SaidBy {
    App,
    Person,
    /// AI's own confidence when it finished.
    Agent,
}

/// How good one teller's forecasts were.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scored {
    pub by: SaidBy,
    pub of: u32,
    /// `None` below five.
    pub brier: Option<f64>,
    /// What always saying the average would have got.
    pub brier_of_average: Option<f64>,
    /// Fifths of the chance said, lowest first, those with anything in them.
    pub bins: Vec<Bin>,
    /// Expected and real minutes of the person, where both are known.
    pub minutes: Option<ExpectedMinutes>,
}

/// One fifth of the chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bin {
    pub from: f64,
    pub to: f64,
    pub mean_said: f64,
    pub right: Proportion,
}

/// Sums over the same items.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ExpectedMinutes {
    pub of: u32,
    pub expected: f64,
    pub spent: f64,
}

/// What AI said before, beside what happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rehearsed {
    pub attempt_id: AttemptId,
    pub item_title: String,
    /// Plan, likeliest trouble, what it will ask.
    pub lines: Vec<String>,
    pub questions: u32,
    pub right: Option<bool>,
}

/// One chance and how it came out.
struct Said {
    job: JobId,
    p: f64,
    right: bool,
}

/// All three, over attempts judged since `since` (UTC ms). `spent` gives the person's minutes on an item,
/// where they kept time.
pub fn scored(
    details: &Details,
    spent: &BTreeMap<halfday_domain::id::ItemId, f64>,
    since: i64,
) -> Vec<Scored> {
    let known: BTreeMap<AttemptId, (&AttemptDetail, bool)> = details
        .attempts
        .iter()
        .filter(|one| one.purpose == Purpose::Work && one.fact.judged_at() >= since)
        .filter_map(|one| Some((one.fact.attempt_id, (one, was_right(&one.fact)?))))
        .collect();
    let of = |by: ForecastBy, said_by: SaidBy| {
        let mut rows = vec![];
        let mut minutes: Option<ExpectedMinutes> = None;
        let mut seen = BTreeSet::new();
        let mut forecasts: Vec<_> = details
            .forecasts
            .iter()
            .filter(|forecast| forecast.by == by)
            .filter_map(|forecast| Some((forecast, known.get(&forecast.attempt_id)?)))
            .collect();
        forecasts.sort_by_key(|(forecast, (attempt, _))| (forecast.assignment_id, attempt.fact.number));
        for (forecast, (attempt, right)) in forecasts {
            // It was made for the first attempt that says anything.
            if !seen.insert(forecast.assignment_id) {
                continue;
            }
            if let Some(p) = forecast.p.or(forecast.word.map(chance)) {
                rows.push(Said { job: attempt.fact.job_id, p, right: *right });
            }
            if let (Some(expected), Some(spent)) = (forecast.minutes, spent.get(&attempt.fact.item_id)) {
                let sum = minutes.get_or_insert(ExpectedMinutes { of: 0, expected: 0.0, spent: 0.0 });
                sum.of += 1;
                sum.expected += expected;
                sum.spent += spent;
            }
        }
        score(said_by, rows, minutes)
    };
    let own = known.values().filter_map(|(attempt, right)| {
        Some(Said { job: attempt.fact.job_id, p: attempt.self_confidence?.clamp(0.0, 1.0), right: *right })
    });
    vec![
        of(ForecastBy::App, SaidBy::App),
        of(ForecastBy::Person, SaidBy::Person),
        score(SaidBy::Agent, own.collect(), None),
    ]
}

/// The chance a word stands for.
fn chance(word: GuessWord) -> f64 {
    match word {
        GuessWord::Likely => 0.8,
        GuessWord::Unsure => 0.5,
        GuessWord::Unlikely => 0.2,
    }
}

fn score(by: SaidBy, mut rows: Vec<Said>, minutes: Option<ExpectedMinutes>) -> Scored {
    // Sums of floats depend on their order; the figure must not.
    rows.sort_by(|a, b| a.p.total_cmp(&b.p).then(a.right.cmp(&b.right)).then(a.job.cmp(&b.job)));
    let of = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let pairs: Vec<(f64, bool)> = rows.iter().map(|row| (row.p, row.right)).collect();
    let shown = of >= ENOUGH_FOR_PERCENT;
    let average = pairs.iter().filter(|(_, right)| *right).count() as f64 / f64::from(of.max(1));
    let mut bins = vec![];
    for place in 0..BINS {
        let (from, to) = (place as f64 / BINS as f64, (place + 1) as f64 / BINS as f64);
        let last = place + 1 == BINS;
        let within: Vec<&Said> = rows.iter().filter(|row| row.p >= from && (row.p < to || last)).collect();
        if !within.is_empty() {
            let mean_said = within.iter().map(|row| row.p).sum::<f64>() / within.len() as f64;
            let right = Tally::of(within.iter().map(|row| (row.job, row.right))).proportion();
            bins.push(Bin { from, to, mean_said, right });
        }
    }
    Scored {
        by,
        of,
        brier: brier(&pairs).filter(|_| shown),
        brier_of_average: shown.then_some(average * (1.0 - average)),
        bins,
        minutes,
    }
}

/// The mean of (p − y)²; `None` without rows.
pub fn brier(rows: &[(f64, bool)]) -> Option<f64> {
    let squares: f64 = rows.iter().map(|(p, right)| (p - f64::from(u8::from(*right))).powi(2)).sum();
    (!rows.is_empty()).then(|| squares / rows.len() as f64)
}

/// Rehearsals with what came of them, newest first.
pub fn rehearsed(details: &Details, since: i64) -> Vec<Rehearsed> {
    let attempts: BTreeMap<AttemptId, &AttemptDetail> =
        details.attempts.iter().map(|attempt| (attempt.fact.attempt_id, attempt)).collect();
    let mut found: Vec<(&RehearsalFact, &AttemptDetail)> = details
        .rehearsals
        .iter()
        .filter_map(|said| Some((said, *attempts.get(&said.attempt_id)?)))
        .filter(|(_, attempt)| attempt.fact.judged_at() >= since)
        .collect();
    found.sort_by_key(|(said, attempt)| (std::cmp::Reverse(attempt.fact.started_at), said.attempt_id));
    found
        .into_iter()
        .map(|(said, attempt)| Rehearsed {
            attempt_id: said.attempt_id,
            item_title: attempt.fact.item_title.clone(),
            lines: said.lines.clone(),
            questions: attempt.questions,
            right: was_right(&attempt.fact),
        })
        .collect()
}
