//! What is up today, and finding things.

use super::{Card, JobRow, wire};

wire! {
    /// What a person sees first.
    pub struct TodayView {
        /// "Mon 23 Nov".
        pub date_text: String,
        /// Nothing is stored yet.
        pub is_first_run: bool,
        /// AI's part of the jobs closed this week; `null` while none was.
        pub week_text: Option<String>,
        /// "So far 1 of 2 right first time; too few for a percentage."
        pub so_far_text: Option<String>,
        /// Twelve weeks, oldest first.
        pub weeks: Vec<WeekBar>,
        pub needs_you: Vec<TodayItem>,
        pub working: Vec<TodayItem>,
        pub my_next: Vec<TodayItem>,
        /// Handed over, and nobody said what came of it.
        pub unresolved: Vec<TodayItem>,
        /// Open jobs, newest first.
        pub jobs: Vec<JobRow>,
        /// Jobs the person wanted to do again by now.
        pub due_again: Vec<JobRow>,
        pub has_sample: bool,
    }

    /// An item outside its board.
    pub struct TodayItem {
        pub card: Card,
        pub job_title: String,
        pub job_ref: String,
        /// What is worth knowing of it here: "About 2 min to read".
        pub note_text: String,
    }

    /// A week's part of AI, for a small picture.
    pub struct WeekBar {
        pub week: String,
        /// "16–22 Nov 2026: 42%".
        pub label: String,
        /// `null` where there is no percentage.
        pub share: Option<f64>,
        pub is_running: bool,
    }

    pub struct Find {
        pub text: String,
    }

    /// What holds the text, newest jobs first.
    pub struct FoundView {
        pub jobs: Vec<JobRow>,
        pub items: Vec<TodayItem>,
    }

    /// Lines to become items: "title #kind +job @me/@ai 30m". `job` is where they go unless a line says so.
    pub struct QuickAdd {
        pub text: String,
        pub job: Option<String>,
    }

    pub struct QuickAddView {
        pub board: super::BoardView,
        /// Ids of the new items.
        pub added: Vec<String>,
    }
}
