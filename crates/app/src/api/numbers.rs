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

    pub struct WeekRef {
        /// `2026-W47`.
        pub week: String,
    }

    /// What AI saved in a week, as the person felt it.
    pub struct AnswerFelt {
        /// `2026-W47`.
        pub week: String,
        /// lost | nothing | half_hour | hour | two_hours; `null`: they would rather not say.
        pub felt: Option<String>,
    }

    pub struct WeeksView {
        /// Newest first.
        pub weeks: Vec<WeekLine>,
        /// When the first report comes by itself, as long as there is none.
        pub first_text: Option<String>,
    }

    /// One week of the list. A text is `null` where there is nothing to say.
    pub struct WeekLine {
        pub week: String,
        pub dates_text: String,
        pub week_text: String,
        pub is_running: bool,
        /// "Of 6 h 10 of work listed and finished here, 2 h 35 came from AI (42%)."
        pub summary_text: String,
        pub share_text: Option<String>,
        pub first_time_text: Option<String>,
        pub saved_text: Option<String>,
        /// "issued 23 Nov 2026".
        pub issued_text: Option<String>,
    }

    /// The weekly report in every text format.
    pub struct ReportView {
        pub week: String,
        /// Before it is shown, the person is asked what they felt.
        pub asks_felt: bool,
        /// The record says otherwise by now than the last edition: it can be issued again.
        pub has_changed: bool,
        /// `report.json`.
        #[ts(type = "unknown")]
        pub json: serde_json::Value,
        pub markdown: String,
        pub html: String,
        /// What stands in the body of that page, without its style.
        pub body: String,
    }
}
