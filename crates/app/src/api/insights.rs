//! The Insights page: its filters, its figures, and the rows behind every number.

use super::{PictureFilters, wire};

wire! {
    pub struct AskInsights {
        pub filters: PictureFilters,
    }

    pub struct InsightsView {
        pub choices: FilterChoices,
        /// "7 Sep – 29 Nov 2026".
        pub period_text: String,
        pub figures: Vec<InsightsFigure>,
        /// In the order they are shown.
        pub pictures: Vec<PictureOffer>,
        /// "3 of 4 right so far. Percent appears at 5 …"; `null` when there are enough.
        pub few_text: Option<String>,
        /// Nothing was ever judged or finished, whatever the filters.
        pub is_empty: bool,
        /// How the weeks are counted.
        pub week_rule_text: String,
    }

    /// What occurs in the record, whatever the filters.
    pub struct FilterChoices {
        pub kinds: Vec<FilterChoice>,
        pub agents: Vec<FilterChoice>,
        pub families: Vec<FilterChoice>,
        /// Bands of length.
        pub lengths: Vec<FilterChoice>,
        /// Jobs with several trials, by the reference of the last of them.
        pub trials: Vec<FilterChoice>,
    }

    pub struct FilterChoice {
        pub code: String,
        pub text: String,
    }

    /// A number with the rows behind it.
    pub struct InsightsFigure {
        pub code: String,
        pub label: String,
        /// "42%", "3 of 4", or what stands there while it is too early.
        pub value: String,
        /// Its range, or what is missing.
        pub detail: Option<String>,
        /// How it is counted.
        pub how: String,
        /// Which filters it does not follow, in words.
        pub beyond: Option<String>,
        pub items: Vec<String>,
        pub jobs: Vec<String>,
    }

    pub struct PictureOffer {
        pub which: String,
        /// Which filters it does not follow, in words.
        pub beyond: Option<String>,
    }

    /// By id, as a figure or a point has them.
    pub struct RowsBehind {
        pub items: Vec<String>,
        pub jobs: Vec<String>,
    }

    /// Jobs first; in each the newest first.
    pub struct RowsView {
        pub rows: Vec<RowBehind>,
        /// "12 items, 3 jobs".
        pub text: String,
    }

    pub struct RowBehind {
        /// `12` for a job, `12.3` for an item.
        #[serde(rename = "ref")]
        pub reference: String,
        pub title: String,
        /// `null` for a job itself.
        pub job_title: Option<String>,
        pub kind_text: Option<String>,
        pub minutes_text: Option<String>,
        /// What became of it.
        pub came_text: String,
        pub date_text: Option<String>,
    }
}
