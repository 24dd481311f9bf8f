//! Attempts and verdicts.

use super::{Card, wire};

wire! {
    /// One try at an item.
    pub struct AttemptView {
        pub id: String,
        pub number: u32,
        pub agent: String,
        pub started_at: i64,
        pub ended_at: Option<i64>,
        pub outcome: Option<String>,
        pub reason: Option<String>,
        /// "Failed: rejected by you (invented)".
        pub text: String,
        pub chat_rounds: Option<u32>,
        pub steps: u32,
        pub reported_cost_nano: Option<i64>,
        pub computed_cost_nano: Option<i64>,
        pub tokens_in: Option<i64>,
        pub tokens_out: Option<i64>,
        pub worked_ms: Option<i64>,
        pub verdict: Option<String>,
        pub rejection: Option<String>,
        pub note: Option<String>,
        pub deliverables: Vec<DeliverableView>,
        pub checks: Vec<CheckView>,
    }

    pub struct DeliverableView {
        pub path: String,
        pub bytes: i64,
        /// Shown as text up to a limit; `null` for other files.
        pub text: Option<String>,
        /// Where it was published.
        pub published_to: Option<String>,
        /// Where the person's own copy is, once it was opened.
        pub edited_path: Option<String>,
        /// That copy says something else by now.
        pub is_edited: bool,
    }

    /// A line of *done when* and what the check said.
    pub struct CheckView {
        pub text: String,
        /// `holds fails cannot_tell for_person`.
        pub result: String,
        /// A sentence, empty when there is nothing to add.
        pub detail: String,
        /// What AI named as proof; `null` where it was not asked, or a check has said more.
        pub evidence: Option<EvidenceView>,
    }

    /// What AI named as proof of a line, looked up by the program.
    pub struct EvidenceView {
        /// `proved false cannot_tell`.
        pub said: String,
        /// A sentence: what stands where, what is not so.
        pub text: String,
    }

    /// What waits for a verdict, shortest first.
    pub struct ListReview {}

    pub struct ReviewQueue {
        pub items: Vec<PendingReview>,
    }

    pub struct PendingReview {
        pub card: Card,
        pub job_title: String,
        pub attempt: AttemptView,
        /// About how long reading it takes.
        pub read_text: String,
    }

    pub struct ReviewAttempt {
        pub item: String,
        pub verdict: VerdictInput,
        /// Minutes of the person's review; measured by the window, declared in the terminal.
        pub review_minutes: Option<u32>,
    }

    #[serde(tag = "verdict")]
    pub enum VerdictInput {
        Accept,
        #[serde(rename_all = "camelCase")]
        Rework {
            minutes: u32,
            /// Paths of the edited copies.
            with: Vec<String>,
        },
        #[serde(rename_all = "camelCase")]
        Reject {
            reason: String,
            step: Option<u32>,
            note: Option<String>,
            then: Then,
        },
    }

    pub enum Then {
        Retry,
        TakeBack,
    }

    pub struct VerdictView {
        pub card: Card,
        /// "Recorded. You spent 2 min instead of 35." and the count.
        pub text: String,
        /// Files that were written into the person's folder.
        pub published: Vec<String>,
        /// It went wrong three times and nothing was changed since: what to do instead.
        pub notice: Option<String>,
    }

    /// An accepted item turned out wrong.
    pub struct ReportWrong {
        pub item: String,
        pub reason: String,
    }
}
