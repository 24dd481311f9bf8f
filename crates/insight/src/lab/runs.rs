//! METR's method on anybody's runs: an agent's horizons at 50 % and 80 %, with their ranges.
//!
//! A run weighs `1/(runs of its task · √tasks of its family)`, the weights of an agent adding up to one.
//! Units: minutes; slope per doubling. Source: METR, arXiv:2503.14499; STATISTICS §5.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::clusters::weights;
use crate::horizon::{Estimate, Interval, Missing, Row, missing_of};
use crate::lab::bootstrap::{Ranges, Task, ranges};
use crate::lab::fit::{Classes, Sum, classes, fit};

/// Runs of one agent at one task.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskRuns {
    pub agent: String,
    pub task_id: String,
    pub family: String,
    /// What a person takes; more than 0.
    pub human_minutes: f64,
    pub runs: u32,
    /// Of them, the successful ones.
    pub right: u32,
}

/// How to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabOptions {
    pub method: Method,
    /// The strength of the penalty on the slope.
    pub reg: f64,
    /// Samples of the bootstrap; 0 for none.
    pub samples: u32,
    pub seed: u64,
}

impl Default for LabOptions {
    fn default() -> Self {
        Self { method: Method::Metr, reg: 1e-5, samples: 1_000, seed: 42 }
    }
}

/// METR's regression alone, or the posterior of one's own record beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Metr,
    Bayes,
}

/// What came of an agent's runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LabStatus {
    Ok,
    AllFailed,
    AllSucceeded,
    /// Longer tasks went no worse: there is no horizon.
    Rising,
}

/// The document of `lab horizon`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LabHorizon {
    pub version: u32,
    /// By name.
    pub agents: Vec<AgentHorizon>,
}

/// One agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgentHorizon {
    pub agent: String,
    pub n_runs: u64,
    pub n_tasks: usize,
    /// Per doubling of length; `None` where one class alone came.
    pub slope: Option<f64>,
    pub intercept: Option<f64>,
    /// 0 where all failed; `None` where there is none.
    pub p50_minutes: Option<f64>,
    pub p80_minutes: Option<f64>,
    pub p50_ci: Option<[f64; 2]>,
    pub p80_ci: Option<[f64; 2]>,
    /// Samples of the bootstrap that have a horizon.
    pub bootstrap_used: usize,
    pub status: LabStatus,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub bayes: Option<Bayes>,
}

/// The posterior of one's own record, families being what jobs are there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bayes {
    /// Minutes: low, median, high of 90 %.
    pub h50: [f64; 3],
    pub h80: [f64; 3],
    pub gate: LabGate,
}

/// Whether the posterior rests on enough.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LabGate {
    pub ok: bool,
    pub missing: Vec<Missing>,
}

/// The horizons of all agents in the runs; rows of the same task are put together.
pub fn lab_horizon(rows: &[TaskRuns], options: LabOptions) -> LabHorizon {
    let mut agents: BTreeMap<&str, Vec<&TaskRuns>> = BTreeMap::new();
    for same in rows.chunk_by(|one, next| one.agent == next.agent) {
        let Some(first) = same.first() else { continue };
        let has_length = |row: &&TaskRuns| row.human_minutes > 0.0 && row.human_minutes.is_finite();
        agents.entry(&first.agent).or_default().extend(same.iter().filter(has_length));
    }
    agents.retain(|_, rows| !rows.is_empty());
    let agents = agents.into_iter().map(|(agent, rows)| of_agent(agent, &rows, options));
    LabHorizon { version: 1, agents: agents.collect() }
}

/// What tells tasks apart: family, name and length. Lengths above 0 are ordered as their bits are.
type OneTask<'a> = (&'a str, &'a str, u64);

/// Runs of each task, and the successful ones of them. Whole numbers, so that order does not matter.
type Tasks<'a> = BTreeMap<OneTask<'a>, (u32, u32)>;

fn task_of(row: &TaskRuns) -> OneTask<'_> {
    (&row.family, &row.task_id, row.human_minutes.to_bits())
}

fn of_agent(agent: &str, rows: &[&TaskRuns], options: LabOptions) -> AgentHorizon {
    let mut tasks: Tasks<'_> = BTreeMap::new();
    // A task's runs mostly stand one below the other: it is looked up once for all of them.
    for same in rows.chunk_by(|one, next| task_of(one) == task_of(next)) {
        let Some(first) = same.first() else { continue };
        let (runs, right) = tasks.entry(task_of(first)).or_default();
        for row in same {
            *runs = runs.saturating_add(row.runs);
            *right = right.saturating_add(row.right.min(row.runs));
        }
    }
    tasks.retain(|_, (runs, _)| *runs > 0);
    let (families, lengths) = families(&tasks);
    let sums = sums(&families, &lengths);
    let line = fit(&sums, options.reg);
    let status = match (classes(&sums), line) {
        (Classes::AllFailed | Classes::None, _) => LabStatus::AllFailed,
        (Classes::AllSucceeded, _) => LabStatus::AllSucceeded,
        (Classes::Both, Some(line)) if line.slope < 0.0 => LabStatus::Ok,
        (Classes::Both, Some(_) | None) => LabStatus::Rising,
    };
    let at = |q: f64| match status {
        LabStatus::AllFailed => Some(0.0),
        LabStatus::AllSucceeded | LabStatus::Rising => None,
        LabStatus::Ok => line.and_then(|line| line.minutes_at(q)),
    };
    let ranges = match (status, line) {
        (LabStatus::Ok, Some(line)) => {
            ranges(&families, &lengths, line, options.reg, options.samples, options.seed)
        }
        _ => Ranges::default(),
    };
    AgentHorizon {
        agent: agent.to_owned(),
        n_runs: tasks.values().map(|(runs, _)| u64::from(*runs)).sum(),
        n_tasks: tasks.len(),
        slope: line.map(|line| line.slope),
        intercept: line.map(|line| line.intercept),
        p50_minutes: at(0.5),
        p80_minutes: at(0.8),
        p50_ci: ranges.p50,
        p80_ci: ranges.p80,
        bootstrap_used: ranges.used,
        status,
        bayes: (options.method == Method::Bayes).then(|| bayes(&tasks)),
    }
}

/// Tasks by family with METR's weights, and the lengths their places point at (log₂ minutes).
fn families(tasks: &Tasks<'_>) -> (Vec<Vec<Task>>, Vec<f64>) {
    let mut bits: Vec<u64> = tasks.keys().map(|(_, _, minutes)| *minutes).collect();
    bits.sort_unstable();
    bits.dedup();
    let of_families: Vec<&str> = tasks.keys().map(|(family, ..)| *family).collect();
    let of_tasks = weights(&of_families);
    // The runs of a task together weigh what the task does.
    let sum: f64 = of_tasks.iter().sum();
    let mut families: BTreeMap<&str, Vec<Task>> = BTreeMap::new();
    for (((family, _, minutes), (runs, right)), weight) in tasks.iter().zip(of_tasks) {
        families.entry(family).or_default().push(Task {
            place: bits.partition_point(|other| other < minutes),
            weight: weight / sum / f64::from(*runs),
            runs: *runs,
            right: *right,
        });
    }
    let lengths = bits.into_iter().map(|bits| f64::from_bits(bits).log2()).collect();
    (families.into_values().collect(), lengths)
}

fn sums(families: &[Vec<Task>], lengths: &[f64]) -> Vec<Sum> {
    let mut sums: Vec<Sum> = lengths.iter().map(|x| Sum { x: *x, all: 0.0, right: 0.0 }).collect();
    for task in families.iter().flatten() {
        if let Some(sum) = sums.get_mut(task.place) {
            sum.all += task.weight * f64::from(task.runs);
            sum.right += task.weight * f64::from(task.right);
        }
    }
    sums
}

fn bayes(tasks: &Tasks<'_>) -> Bayes {
    let mut of_family: BTreeMap<&str, f64> = BTreeMap::new();
    for ((family, ..), (runs, _)) in tasks {
        *of_family.entry(family).or_default() += f64::from(*runs);
    }
    let mut rows = Vec::new();
    for ((family, _, minutes), (runs, right)) in tasks {
        let weight = of_family.get(family).map_or(0.0, |runs| 1.0 / runs.sqrt());
        let minutes = f64::from_bits(*minutes);
        let row = |right: bool, count: u32| Row { minutes, right, weight: weight * f64::from(count) };
        rows.extend([row(true, *right), row(false, runs - right)]);
    }
    let estimate = Estimate::new(&rows);
    let count = |of: fn(&(u32, u32)) -> u32| tasks.values().map(|task| of(task) as usize).sum();
    let lengths = || tasks.keys().map(|(_, _, minutes)| f64::from_bits(*minutes));
    let missing = missing_of(
        count(|task| task.0),
        count(|task| task.1),
        lengths().min_by(f64::total_cmp).zip(lengths().max_by(f64::total_cmp)),
        &estimate,
    );
    let array = |interval: Interval| [interval.low, interval.mid, interval.high];
    Bayes {
        h50: array(estimate.h50()),
        h80: array(estimate.h80()),
        gate: LabGate { ok: missing.is_empty(), missing },
    }
}
