//! The clipboard way: copy a brief, paste an answer, and the two other honest exits.

use super::{Card, wire};

wire! {
    /// One brief for these items. Items still with the person are handed over first.
    pub struct CopyBrief {
        pub items: Vec<String>,
    }

    pub struct BriefView {
        /// What goes into the chat.
        pub text: String,
        pub items: Vec<Card>,
        /// Files to drag along.
        pub files: Vec<String>,
        /// What the name veil replaced.
        pub veiled: Vec<VeiledName>,
        /// Sentences worth knowing: an item waits for another, a file is missing.
        pub notes: Vec<String>,
    }

    /// Whose answer a text is.
    pub struct RecogniseAnswer {
        pub text: String,
    }

    pub struct RecognisedView {
        pub items: Vec<Recognised>,
    }

    pub struct Recognised {
        pub card: Card,
        /// Minutes since its brief was copied.
        pub minutes_since_copy: u32,
    }

    pub struct VeiledName {
        pub original: String,
        pub stand_in: String,
    }

    pub struct PasteAnswer {
        /// The pasted text; may be empty when files are given.
        pub text: String,
        /// Names the item when no line does.
        pub item: Option<String>,
        /// Paths of files the chat gave.
        pub files: Vec<String>,
        /// How many answers it took: 1, 2, 3, 4 = more.
        pub rounds: Option<u32>,
        /// Minutes of the person in the chat, if they say so.
        pub minutes: Option<u32>,
        pub unmarked: Unmarked,
    }

    /// What to do with an answer without a `halfday:` line.
    pub enum Unmarked {
        Refuse,
        /// It belongs to the named item anyway.
        TakeAnyway,
    }

    pub struct PasteView {
        /// The items whose answers arrived.
        pub items: Vec<PastedItem>,
        pub notes: Vec<String>,
    }

    pub struct PastedItem {
        pub card: Card,
        pub attempt: super::AttemptView,
    }

    /// The answer was no good and is not worth pasting.
    pub struct NoGood {
        pub item: String,
        pub reason: String,
        pub then: super::Then,
    }
}
