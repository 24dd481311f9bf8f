//! The laboratory: published statistics on anybody's run files. No data folder is touched.

mod table;

use halfday_insight::{DoublingFilter, LabOptions, Method, Released, Repeated, TaskRuns};
use jiff::civil::Date;
use serde_json::Value;

pub use self::table::RunFileFault;
use self::table::{Cells, Table};
use crate::Error;
use crate::numbers::document;

/// Minutes nobody works at one task.
const MOST_MINUTES: f64 = 1e9;
/// Runs of one task in one row.
const MOST_RUNS: u32 = 1_000_000;

/// How `lab horizon` fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AskLabHorizon {
    /// The posterior of one's own record, too.
    pub with_bayes: bool,
    /// The strength of the penalty on the slope, 0 or more.
    pub reg: f64,
    /// Samples of the bootstrap; 0 for none.
    pub bootstrap: u32,
    pub seed: u64,
}

/// Which agents `lab doubling` counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskLabDoubling {
    /// Released on or after this day.
    pub since: Option<Date>,
    /// Only those at least as good as all before them.
    pub best_only: bool,
}

/// The horizons of the agents in a run file, as the document of `lab horizon`.
pub fn lab_horizon(bytes: &[u8], ask: AskLabHorizon) -> Result<Value, Error> {
    let table = Table::read(bytes)?;
    let is_counted = table.has("n_runs") || table.has("n_successes");
    let rows = table.map(|cells| {
        let (runs, right) =
            if is_counted { counted(cells)? } else { (1, cells.count("score_binarized", 1)?) };
        Ok(TaskRuns {
            agent: cells.text("agent")?,
            task_id: cells.text("task_id")?,
            family: cells.text("family")?,
            human_minutes: cells.above("human_minutes", 0.0, MOST_MINUTES)?,
            runs,
            right,
        })
    })?;
    let method = if ask.with_bayes { Method::Bayes } else { Method::Metr };
    let options = LabOptions { method, reg: ask.reg, samples: ask.bootstrap, seed: ask.seed };
    document("lab horizon", &halfday_insight::lab_horizon(&rows, options))
}

fn counted(cells: Cells<'_>) -> Result<(u32, u32), Error> {
    let runs = cells.count("n_runs", MOST_RUNS)?;
    Ok((runs, cells.count("n_successes", runs)?))
}

/// How fast the horizons in a file double, as the document of `lab doubling`.
pub fn lab_doubling(bytes: &[u8], ask: &AskLabDoubling) -> Result<Value, Error> {
    let rows = Table::read(bytes)?.map(|cells| {
        let released: Option<Date> = cells.cell("release_date")?.parse().ok();
        let p50_minutes = match cells.cell("p50_minutes")? {
            "" => None,
            _ => Some(cells.above("p50_minutes", -f64::MIN_POSITIVE, MOST_MINUTES)?),
        };
        Ok(Released {
            agent: cells.text("agent")?,
            released: released.ok_or_else(|| cells.unusable("release_date"))?,
            p50_minutes,
        })
    })?;
    let filter = DoublingFilter { since: ask.since, best_only: ask.best_only };
    document("lab doubling", &halfday_insight::doubling(&rows, filter))
}

/// How reliably the items in a file are done again, as the document of `lab reliability`.
pub fn lab_reliability(bytes: &[u8]) -> Result<Value, Error> {
    let rows = Table::read(bytes)?.map(|cells| {
        let n = cells.count("n", MOST_RUNS)?;
        Ok(Repeated { item: cells.text("item")?, n, c: cells.count("c", n)? })
    })?;
    document("lab reliability", &halfday_insight::reliability(&rows))
}
