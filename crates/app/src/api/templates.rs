//! Lists to be used again, and the same job again.

use super::wire;

wire! {
    pub struct TemplatesView {
        /// By name.
        pub templates: Vec<TemplateView>,
    }

    /// A saved list.
    pub struct TemplateView {
        pub name: String,
        pub items: u32,
        /// "3 h 55".
        pub minutes_text: String,
        /// Jobs made from it.
        pub used: u32,
        /// "used 4 times, last on 16 Nov 2026".
        pub used_text: String,
        pub titles: Vec<String>,
    }

    pub struct SaveTemplate {
        pub job: String,
        pub name: String,
    }

    pub struct TemplateRef {
        pub name: String,
    }

    pub struct UseTemplate {
        pub name: String,
        /// The brief of the new job; `null`: the one the list was saved with.
        pub text: Option<String>,
        /// `null`: the list's own title.
        pub title: Option<String>,
        pub workspace: Option<String>,
    }

    /// In how many days the same job shall be done again; `null` forgets it.
    pub struct RemindAgain {
        pub job: String,
        pub days: Option<u32>,
    }
}
