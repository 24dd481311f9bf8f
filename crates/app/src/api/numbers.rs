//! Numbers and reports.

use super::wire;

wire! {
    pub struct AskStats {
        pub weeks: u32,
        /// kind | agent | family | length | week.
        pub by: Option<String>,
    }

    pub struct AskReport {
        /// `2026-W47`; `null` is the last full week.
        pub week: Option<String>,
        pub hide_titles: bool,
    }

    /// The weekly report in every text format.
    pub struct ReportView {
        pub week: String,
        /// `report.json`.
        #[ts(type = "unknown")]
        pub json: serde_json::Value,
        pub markdown: String,
        pub html: String,
    }
}
