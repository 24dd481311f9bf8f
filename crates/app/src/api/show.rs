//! Deliverables as a person sees them: shown, compared, opened.

use super::wire;

wire! {
    pub struct ShowDeliverable {
        pub attempt: String,
        pub path: String,
    }

    /// A deliverable on screen. Whatever it holds, it is inert here.
    #[serde(tag = "kind")]
    pub enum ShownView {
        /// Cleaned markup; links carry `data-host`.
        Markdown { html: String },
        Text { text: String },
        #[serde(rename_all = "camelCase")]
        Table { head: Vec<String>, rows: Vec<Vec<String>>, more: u32 },
        #[serde(rename_all = "camelCase")]
        Image { data_url: String },
        Document { blocks: Vec<BlockView> },
        /// Nothing can be shown, and why.
        Nothing { text: String },
    }

    /// A piece of a document.
    #[serde(tag = "kind")]
    pub enum BlockView {
        Heading { level: u8, text: String },
        Paragraph { text: String },
        /// A line of a list.
        Line { text: String },
        Table { rows: Vec<Vec<String>> },
        /// A page, sheet or slide begins.
        Page { text: String },
    }

    /// Two attempts by their numbers; `from` 0 is what was there before.
    pub struct DiffAttempts {
        pub item: String,
        pub from: u32,
        pub to: u32,
    }

    pub struct DiffView {
        pub files: Vec<DiffFile>,
    }

    pub struct DiffFile {
        pub path: String,
        /// Why there are no lines: only in one of them, alike, or nothing to read.
        pub note_text: Option<String>,
        pub lines: Vec<DiffLine>,
    }

    pub struct DiffLine {
        pub sign: DiffSign,
        pub spans: Vec<DiffSpan>,
    }

    pub enum DiffSign {
        Same,
        Added,
        Removed,
        /// So many equal lines are left out.
        Folded,
    }

    pub struct DiffSpan {
        pub text: String,
        /// These are the words that changed.
        pub strong: bool,
    }

    pub struct OpenDeliverable {
        pub attempt: String,
        pub path: String,
    }

    /// Where the copy is that the person may edit.
    pub struct OpenedView {
        pub path: String,
    }
}
