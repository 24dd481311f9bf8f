//! Pictures of the numbers, and files made of them and of the report.

use super::wire;

wire! {
    /// Which rows a picture is drawn of; `null` is all.
    pub struct PictureFilters {
        /// The last so many weeks, the running one with them.
        pub weeks: u32,
        pub kind: Option<String>,
        /// The exact agent.
        pub agent: Option<String>,
        pub family: Option<String>,
        /// A band of length: `up_to_10` … `over_480`.
        pub length: Option<String>,
        /// Trials of a job: the reference of any of them.
        pub job: Option<String>,
    }

    pub struct AskPicture {
        /// length | share | time | kinds | stretch | trend | trials | calibration | felt.
        pub which: String,
        pub filters: PictureFilters,
        /// page (its colours are the page's variables) | light | dark.
        pub theme: String,
        /// In CSS pixels; the height follows.
        pub width: u32,
        pub hide_titles: bool,
    }

    /// A picture with everything that is said of it.
    pub struct PictureView {
        pub which: String,
        /// The finding; with theme `page` it is not in the picture.
        pub title: String,
        /// The method and how many.
        pub subtitle: String,
        /// What somebody hears who does not see it.
        pub desc: String,
        /// What has to stand with it always.
        pub notes: Vec<String>,
        /// Made by the core, which has escaped every word of the person in it.
        pub svg: String,
        pub width: f64,
        pub height: f64,
        /// The same numbers as a table.
        pub headers: Vec<String>,
        pub rows: Vec<Vec<String>>,
        /// The element with `data-i="3"` is a mark of the fourth of them.
        pub points: Vec<PicturePoint>,
    }

    /// What one mark stands for.
    pub struct PicturePoint {
        pub label: String,
        pub value: String,
        /// Items and jobs behind it, by id; empty where it stands for a sum.
        pub items: Vec<String>,
        pub jobs: Vec<String>,
    }

    pub struct SavePicture {
        pub picture: AskPicture,
        /// svg | png | pdf.
        pub format: String,
        /// An absolute path, as the person chose it.
        pub path: String,
    }

    pub struct SaveReport {
        /// `2026-W47`; `null` is the last full week.
        pub week: Option<String>,
        pub hide_titles: bool,
        /// json | md | html | png | pdf.
        pub format: String,
        /// light | dark: the ground of png and pdf.
        pub theme: String,
        /// An absolute path, as the person chose it; pictures of md are written beside it.
        pub path: String,
    }

    pub struct SavedFiles {
        /// Absolute paths.
        pub files: Vec<String>,
        /// Letters that no font here has; `null` when all are there.
        pub note_text: Option<String>,
    }
}
