//! Items: show, edit, move, hand over, the person's own work.

use super::{AttemptView, wire};

/// Minutes, whole.
pub type AnswerMinutes = u32;

wire! {
    /// An item on a board.
    pub struct Card {
        pub id: String,
        /// `12.3`.
        #[serde(rename = "ref")]
        pub reference: String,
        /// Its place in the list: ascending.
        pub position: i64,
        pub title: String,
        pub scope: String,
        pub section: String,
        /// The schema's code.
        pub status: String,
        pub waiting_for: Option<String>,
        /// What the person reads: the one function of status and last attempt.
        pub status_text: String,
        /// Which icon and colour: a code of `domain::reading::Reading`.
        pub look: String,
        /// `me` or the agent's name.
        pub assignee: String,
        pub is_with_ai: bool,
        pub is_finished: bool,
        /// Covered by the bundle or whole job with this reference.
        pub covered_by: Option<String>,
        pub estimate_minutes: Option<u32>,
        pub estimate_source: String,
        /// `≈ 35 min`.
        pub estimate_text: String,
        /// The estimate is frozen since; it cannot be edited.
        pub frozen_at: Option<i64>,
        pub kind: String,
        pub kind_text: String,
        pub suggested: String,
        pub why_text: String,
        pub attempt_count: u32,
        pub verdict: Option<String>,
        pub subitems: u32,
        pub subitems_done: u32,
        /// References of items that must be done first and are not.
        pub waits_for: Vec<String>,
        pub timer_started_at: Option<i64>,
        /// Of the sample job: marked, and in no number.
        pub is_sample: bool,
        /// What a program has under way of it.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub under_way: Option<super::UnderWayView>,
        /// Queued: why it is not started yet, in a sentence.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub held_text: Option<String>,
        /// Queued for an agent: when it may begin; before that, an undo costs nothing.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub starts_at: Option<i64>,
        /// Queued for an agent, and the person holds it back until they say *start now*.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        pub is_on_hold: bool,
        /// Why its last attempt ended, as a code; `null` where nobody has said.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub end_reason: Option<String>,
    }

    pub struct ItemRef {
        pub item: String,
    }

    /// Everything about an item.
    pub struct ItemView {
        pub card: Card,
        pub job: super::JobRow,
        /// What the job's brief says of it, as it was written there.
        pub source: Vec<String>,
        pub instructions: String,
        pub done_when: Vec<String>,
        pub inputs: Vec<String>,
        pub outputs: Vec<String>,
        pub subitems: Vec<SubitemView>,
        pub attempts: Vec<AttemptView>,
        /// What was expected when it was handed over.
        pub forecast: Option<ForecastView>,
        /// Three attempts went wrong and nothing was changed since: what to do instead.
        pub notice: Option<String>,
        /// It was accepted, and the person found out later that it was wrong.
        pub turned_out_wrong: Option<TurnedOutWrongView>,
        /// AI may ask to run commands for it.
        pub commands: bool,
        /// The commands it runs without asking again.
        pub allowed_commands: Vec<String>,
    }

    /// What was wrong with an accepted item after all.
    pub struct TurnedOutWrongView {
        pub at: i64,
        /// The code of a rejection.
        pub reason: String,
        /// "Turned out wrong on 30 Nov 2026: invented."
        pub text: String,
    }

    /// What was expected of a handover, stored before the run.
    pub struct ForecastView {
        /// First tries of its kind that had been right, of those judged.
        pub right: Option<u32>,
        pub tries: Option<u32>,
        /// The chance of right first time.
        pub p: Option<f64>,
        /// Minutes it would cost the person.
        pub minutes: Option<f64>,
        /// The person's own guess: likely | unsure | unlikely.
        pub guess: Option<String>,
        /// In a sentence or two.
        pub text: String,
    }

    pub struct SubitemView {
        pub id: String,
        /// `12.3.1`.
        #[serde(rename = "ref")]
        pub reference: String,
        pub title: String,
        pub done: bool,
    }

    pub struct AddItem {
        pub job: String,
        pub title: String,
        pub minutes: Option<u32>,
        pub kind: Option<String>,
        pub done_when: Vec<String>,
    }

    /// `None` leaves a field as it is.
    pub struct EditItem {
        pub item: String,
        pub title: Option<String>,
        pub instructions: Option<String>,
        pub section: Option<String>,
        pub minutes: Option<u32>,
        pub kind: Option<String>,
        pub done_when: Option<Vec<String>>,
        pub inputs: Option<Vec<String>>,
        pub outputs: Option<Vec<String>>,
        /// References of the items that must be done first.
        pub after: Option<Vec<String>>,
        /// Whether AI may ask to run commands. Off forgets what was allowed for always.
        pub commands: Option<bool>,
    }

    /// Where items go within their list.
    pub struct MoveItems {
        pub items: Vec<String>,
        pub place: Place,
    }

    #[serde(tag = "at", content = "item")]
    pub enum Place {
        Before(String),
        After(String),
        Top,
        End,
    }

    pub struct ItemRefs {
        pub items: Vec<String>,
    }

    /// Items nobody will do.
    pub struct DropItems {
        pub items: Vec<String>,
        /// What became of what AI has of them; needed where it has something.
        #[ts(optional = nullable)]
        pub because: Option<Unlooked>,
    }

    /// Who shall have items.
    #[serde(tag = "who", content = "agent")]
    pub enum To {
        Me,
        /// The preferred agent, else the clipboard.
        Ai,
        /// The agent with this name.
        Agent(String),
    }

    pub enum Guess {
        Likely,
        Unsure,
        Unlikely,
    }

    /// When work on something handed over begins.
    #[derive(Copy)]
    pub enum Start {
        /// At once, without the seconds in which it can still be undone.
        Now,
        /// Not before it is handed over again with another word.
        OnHold,
    }

    /// A drop is this command: one command, one undo step.
    pub struct AssignItems {
        pub items: Vec<String>,
        pub to: To,
        /// Where in the list they go; `null` leaves them where they are.
        pub place: Option<Place>,
        pub guess: Option<Guess>,
        /// The estimate that is frozen, if the person states one now.
        pub minutes: Option<u32>,
        /// Taken back: what became of what AI has of it; needed where it has something.
        pub because: Option<Unlooked>,
        /// `null`: after the seconds in which it can still be undone.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub start: Option<Start>,
    }

    /// Several items handed over as one bundle; `agent` null is the preferred one.
    pub struct AssignAsOne {
        pub items: Vec<String>,
        pub agent: Option<String>,
        pub guess: Option<Guess>,
        pub minutes: Option<u32>,
        #[serde(default)]
        #[ts(optional = nullable)]
        pub start: Option<Start>,
    }

    /// Taking back or dropping what AI has: what became of it?
    pub enum Unlooked {
        /// It was no good.
        Rejected,
        NotLookedAt,
        /// The person does not say: it stays unresolved.
        Unsaid,
    }

    /// The person finished an own item (or ticks a subitem `12.3.1`).
    pub struct FinishItem {
        pub item: String,
        pub minutes: Option<u32>,
        pub felt: Option<Felt>,
    }

    /// About as long as thought?
    pub enum Felt {
        Shorter,
        AsThought,
        Longer,
    }

    pub struct TimerView {
        /// `None`: no timer runs.
        pub running: Option<RunningTimer>,
    }

    pub struct RunningTimer {
        pub item: Card,
        pub started_at: i64,
        pub text: String,
    }

    pub struct LogMinutes {
        pub item: String,
        pub minutes: u32,
        /// work | brief | review | rework.
        pub kind: String,
        /// UTC ms of the day it was, now if unsaid.
        pub on: Option<i64>,
    }
}
