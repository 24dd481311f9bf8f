//! The person's record beyond the weekly report: figures as lines, what chance offers, what is asked later, work
//! beside the work, trials, benches and blind comparisons.

use super::{ShownView, wire};

wire! {
    /// How far back a figure looks.
    pub struct AskFigure {
        /// Weeks, the running one among them; `null`: everything.
        pub weeks: Option<u32>,
    }

    /// A figure as lines to read, with its facts.
    pub struct FigureView {
        pub title: String,
        /// What it comes to, or what is missing; a sentence.
        pub text: String,
        pub lines: Vec<FigureLine>,
        /// What has to be known to read it.
        pub notes: Vec<String>,
        /// The document of `--json`.
        #[ts(type = "unknown")]
        pub facts: serde_json::Value,
    }

    pub struct FigureLine {
        pub label: String,
        pub value: String,
    }

    pub struct AskAdvice {
        /// `null`: all open jobs.
        pub job: Option<String>,
    }

    /// Items that chance offers for the shadow, and the ones that were taken.
    pub struct InvitationsView {
        /// Not answered yet: at most two a week.
        pub open: Vec<InvitationView>,
        /// Taken and done by the person, with what AI made of it to be judged.
        pub to_judge: Vec<InvitationView>,
        /// What it is for, in a sentence.
        pub text: String,
    }

    pub struct InvitationView {
        pub card: super::Card,
        pub job_title: String,
        pub job_ref: String,
        pub drawn_at: i64,
        /// The attempt that waits for a word; `null` while there is none or it is sealed.
        pub attempt: Option<String>,
        pub text: String,
    }

    pub struct AnswerInvitation {
        pub item: String,
        pub answer: InvitationAnswer,
        /// Who does it in the shadow; `null`: the preferred agent.
        pub agent: Option<String>,
    }

    pub enum InvitationAnswer {
        /// AI does it too.
        Taken,
        /// Not this one.
        Refused,
        /// No AI could do it.
        Impossible,
    }

    /// Accepted items the person is asked about again.
    pub struct FollowUpsView {
        pub due: Vec<FollowUpView>,
    }

    pub struct FollowUpView {
        pub card: super::Card,
        pub job_title: String,
        pub job_ref: String,
        pub after_days: u32,
        pub due_at: i64,
        /// "Accepted 7 days ago: did it hold?"
        pub text: String,
    }

    pub struct AnswerFollowUp {
        pub item: String,
        pub answer: FollowUpAnswer,
    }

    #[serde(tag = "what", content = "reason")]
    pub enum FollowUpAnswer {
        Held,
        /// With the code of a rejection.
        Wrong(String),
    }

    /// Would I have used it? Of an attempt beside the work.
    pub struct JudgeTried {
        pub attempt: String,
        pub used: WouldUse,
        /// Why not: the code of a rejection; `null`: not said.
        pub reason: Option<String>,
    }

    pub enum WouldUse {
        AsIs,
        AfterFix,
        No,
    }

    /// Chance decides who does each of these.
    pub struct LeaveToChance {
        pub items: Vec<String>,
        /// Who gets what is handed over; `null`: the preferred agent.
        pub agent: Option<String>,
    }

    pub struct ChanceView {
        pub board: super::BoardView,
        pub flips: Vec<FlipView>,
    }

    pub struct FlipView {
        pub item: String,
        /// keep | hand_over.
        pub arm: String,
        pub text: String,
    }

    /// The same job again and again, side by side.
    pub struct TrialsView {
        /// The list's name.
        pub list: String,
        /// Oldest first.
        pub trials: Vec<TrialView>,
        #[ts(type = "unknown")]
        pub facts: serde_json::Value,
    }

    pub struct TrialView {
        pub job: super::JobRow,
        pub number: u32,
        /// "trial 2"
        pub text: String,
        /// `null` while the job is open.
        pub share_text: Option<String>,
        /// All the person's minutes.
        pub spent_text: Option<String>,
        pub first_time_text: Option<String>,
        pub stretch_text: Option<String>,
        pub cost_text: Option<String>,
        /// Items that the trial before did not have, and the ones it no longer has.
        pub added: Vec<String>,
        pub removed: Vec<String>,
    }

    pub struct PlanBench {
        pub items: Vec<String>,
        pub agent: String,
        /// Runs of each item, fixed beforehand.
        pub times: u32,
    }

    /// The person's own ladder.
    pub struct BenchView {
        pub rows: Vec<BenchRow>,
        /// Newer agents against older ones.
        pub comparisons: Vec<FigureLine>,
        /// Planned runs that have not begun.
        pub waiting: u32,
        #[ts(type = "unknown")]
        pub facts: serde_json::Value,
    }

    pub struct BenchRow {
        pub item: String,
        pub title: String,
        pub minutes_text: String,
        pub agent: String,
        /// "4 of 5"
        pub right_text: String,
        pub right: u32,
        pub of: u32,
        pub unjudged: u32,
        /// Attempts that wait for a word because nothing checks them.
        pub to_judge: Vec<String>,
    }

    pub struct AskComparison {
        pub item: String,
    }

    /// Two deliverables without names.
    pub struct ComparisonView {
        pub comparison: String,
        pub item: String,
        pub title: String,
        /// What was asked for.
        pub asked: String,
        pub a: Vec<ComparedFile>,
        pub b: Vec<ComparedFile>,
        /// Whoever worked the item may know their text: said.
        pub text: String,
        /// Names and choice, once it was judged.
        pub judged_text: Option<String>,
    }

    pub struct ComparedFile {
        /// Its name without what could tell who made it.
        pub name: String,
        /// `null`: not a text.
        pub text: Option<String>,
        pub bytes: i64,
        /// As it is looked at, like any deliverable.
        pub shown: ShownView,
    }

    pub struct ChooseBetter {
        pub comparison: String,
        pub better: Better,
    }

    pub enum Better {
        A,
        B,
        Tie,
    }

    /// The code a colleague sent back.
    pub struct GiveCode {
        pub code: String,
    }

    /// One self-contained page for a colleague.
    pub struct ComparisonFile {
        pub name: String,
        pub html: String,
    }
}
