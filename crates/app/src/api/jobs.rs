//! Jobs: split, create, list, board, close.

use super::{AnswerMinutes, Card, wire};

wire! {
    /// Turn text into a draft plan; nothing is stored.
    pub struct SplitText {
        pub text: String,
        /// Hours the person states for the whole job.
        pub hours: Option<f64>,
        pub title: Option<String>,
        /// What an AI answered to the question of `ask_for_plan`; `null`: the program splits by itself.
        pub answer: Option<String>,
    }

    /// Ask what to ask an AI so that it splits the text.
    pub struct AskForPlan {
        pub text: String,
        /// Hours the person states for the whole job.
        pub hours: Option<f64>,
    }

    /// What an AI is to be asked.
    pub struct PlanQuestion {
        /// With the names of the person's list replaced by stand-ins.
        pub question: String,
    }

    /// Read the brief of a new job from a file; nothing is stored.
    pub struct ReadBrief {
        /// Where the person's files are: the first of them that is text is read, else the first document.
        pub paths: Vec<String>,
        /// The name of the encoding, when the person states it.
        pub encoding: Option<String>,
    }

    /// The text that stands in a file.
    pub struct ReadBriefView {
        pub path: String,
        /// The file's name, without its folder.
        pub name: String,
        pub text: String,
        /// `Big5`; `null` for a document, which is no plain text.
        pub encoding: Option<String>,
        /// Nothing in the file says which encoding it is in.
        pub is_assumed: bool,
        /// Names of the other files: they were not read.
        pub left: Vec<String>,
    }

    /// A draft plan.
    pub struct PlanView {
        pub title: String,
        pub language: String,
        pub hours_stated: Option<f64>,
        pub total_minutes: u32,
        pub total_text: String,
        pub questions: Vec<String>,
        pub items: Vec<PlanItemView>,
        pub text_spans: Vec<(usize, usize)>,
    }

    /// One item of a draft plan.
    pub struct PlanItemView {
        /// Its number in the list, from 1.
        pub number: usize,
        pub title: String,
        pub instructions: String,
        pub section: String,
        pub estimate_minutes: u32,
        pub estimate_source: String,
        pub estimate_text: String,
        pub kind: String,
        pub suggested: String,
        /// A sentence.
        pub why: String,
        /// Its code.
        pub why_code: String,
        pub risk: String,
        /// Numbers of items in the same draft.
        pub depends_on: Vec<usize>,
        pub done_when: Vec<String>,
        pub inputs: Vec<String>,
        pub outputs: Vec<String>,
        pub done: bool,
        pub source_spans: Vec<(usize, usize)>,
        pub subitems: Vec<PlanSubitemView>,
    }

    /// A tick line of a draft item.
    pub struct PlanSubitemView {
        pub title: String,
        pub done: bool,
        pub source_spans: Vec<(usize, usize)>,
    }

    /// Split and accept: the job and its items are stored.
    pub struct CreateJob {
        pub text: String,
        /// The draft as the person changed it; `null` takes the text's own.
        pub items: Option<Vec<PlanItemView>>,
        pub title: Option<String>,
        pub hours: Option<f64>,
        /// What an AI answered to the question of `ask_for_plan`; `null`: the program splits by itself.
        pub answer: Option<String>,
        /// The person's folder; results are published there.
        pub workspace: Option<String>,
    }

    /// All jobs, newest first.
    pub struct ListJobs {}

    pub struct JobsView {
        pub jobs: Vec<JobRow>,
    }

    /// A job in a list.
    pub struct JobRow {
        pub id: String,
        #[serde(rename = "ref")]
        pub reference: String,
        pub title: String,
        pub workspace: Option<String>,
        pub created_at: i64,
        pub closed_at: Option<i64>,
        /// When the same job shall be done again.
        pub again_due_at: Option<i64>,
        /// Which trial of its list it is.
        pub trial: Option<u32>,
        /// The person's guess of AI's part, 0–1.
        pub guess_share: Option<f64>,
        pub guess_text: Option<String>,
        pub is_sample: bool,
        pub items: u32,
        /// Done or dropped.
        pub finished: u32,
        pub in_review: u32,
        pub total_minutes: u32,
        /// "8 items, 3 h 55".
        pub summary_text: String,
    }

    /// A job, named as people name it: `12`, or by id.
    pub struct JobRef {
        pub job: String,
    }

    /// A job and its two lanes.
    pub struct BoardView {
        pub job: JobRow,
        pub me: LaneView,
        pub ai: LaneView,
        /// Dropped items, at the foot.
        pub dropped: Vec<Card>,
        /// "8 items, 3 h 55 · 2 h 10 handed to AI (planned)".
        pub planned_text: String,
        /// The last event it knows of: a change with this number or a smaller one is in it.
        pub seen_seq: i64,
    }

    /// One side of the board.
    pub struct LaneView {
        pub minutes: u32,
        pub minutes_text: String,
        pub cards: Vec<Card>,
    }

    /// The person's guess of AI's part of a job, before it is known.
    pub struct GuessShare {
        pub job: String,
        /// 0–1.
        pub share: f64,
    }

    /// What becomes of the open items when a job is closed.
    pub struct CloseJob {
        pub job: String,
        /// The answer for those that `items` does not name.
        pub rest: Option<Rest>,
        pub items: Vec<ItemRest>,
    }

    /// What becomes of one open item.
    pub struct ItemRest {
        pub item: String,
        pub rest: Rest,
    }

    #[derive(Copy)]
    pub enum Rest {
        /// The person did them.
        Did,
        /// They were not needed.
        Drop,
        /// They stay open, outside the job's share.
        Later,
    }

    /// The job's result card.
    pub struct ResultView {
        pub job: JobRow,
        /// The facts behind it, as `insight` counted them; `null` for the sample.
        #[ts(type = "unknown")]
        pub facts: serde_json::Value,
        pub lines: Vec<ResultLine>,
        /// The card as text.
        pub text: String,
    }

    pub struct ResultLine {
        pub label: String,
        pub value: String,
    }

    /// One brief for the whole job: handed over as one.
    pub struct AssignJob {
        pub job: String,
        pub to: super::To,
        pub guess: Option<super::Guess>,
        pub minutes: Option<AnswerMinutes>,
        /// Taken back: what became of it; needed once its brief is out.
        #[ts(optional = nullable)]
        pub because: Option<super::Unlooked>,
        #[serde(default)]
        #[ts(optional = nullable)]
        pub start: Option<super::Start>,
    }
}
