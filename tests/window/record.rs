//! What the terminal program reads of a job that was closed in the window.

use serde_json::Value;

use crate::desk::Desk;
use crate::driver::Outcome;

/// Job 1.
pub(crate) struct Record {
    job: Value,
    items: Vec<Value>,
    result: Value,
    stats: Value,
}

/// Minutes.
pub(crate) struct Sums {
    pub(crate) listed: u64,
    pub(crate) ai: u64,
    pub(crate) own: u64,
    pub(crate) rework: u64,
}

impl Record {
    pub(crate) fn read(desk: &Desk) -> Outcome<Self> {
        let shown = desk.terminal(&["show", "1"])?;
        let result = desk.terminal(&["result", "1"])?["result"].clone();
        let stats = desk.terminal(&["stats"])?["total"].clone();
        assert_eq!(desk.terminal(&["verify"])?["sound"], true);
        let items = shown["items"].as_array().ok_or("a job without items")?.clone();
        Ok(Self { job: shown["job"].clone(), items, result, stats })
    }

    /// The verdict on an item, and whose it is now.
    pub(crate) fn verdict(&self, item: &str) -> (&str, &str) {
        let found = self.items.iter().find(|one| one["ref"] == item).unwrap_or(&Value::Null);
        (found["verdict"].as_str().unwrap_or("none"), found["assignee"].as_str().unwrap_or("nobody"))
    }

    /// Every item is done, the job is closed, and its result and the totals say the same minutes.
    pub(crate) fn check(&self, items: usize, sums: &Sums) {
        assert_eq!(self.items.len(), items);
        assert!(self.items.iter().all(|item| item["status"] == "done"), "{:?}", self.items);
        assert!(self.job["closed_at"].is_u64(), "{:?}", self.job);
        let share = sums.ai as f64 / sums.listed as f64;
        assert!((self.result["share"].as_f64().unwrap_or(-1.0) - share).abs() < 1e-9, "{:?}", self.result);
        for told in [&self.result, &self.stats] {
            assert_eq!(told["listed_minutes"], sums.listed);
            assert_eq!(told["ai_minutes"], sums.ai);
            assert_eq!(told["own_minutes"], sums.own);
            assert_eq!(told["rework_minutes"], sums.rework);
        }
        assert_eq!(self.stats["jobs_closed"], 1);
    }
}
