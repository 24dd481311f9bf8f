//! AI at work: what happens, what it needs, who can do it.

use std::collections::BTreeMap;

use super::given_key::GivenKey;
use super::wire;

wire! {
    /// What a program has under way of an item.
    pub struct UnderWayView {
        pub attempt: String,
        pub number: u32,
        pub started_at: i64,
        /// When something was heard last.
        pub last_event_at: i64,
        /// From then on it counts as quiet, unless something is heard.
        pub quiet_at: i64,
        pub steps: u32,
        /// The latest step, in words.
        pub step_text: Option<String>,
        pub question: Option<QuestionView>,
        pub is_stopping: bool,
    }

    /// What an attempt needs from the person.
    pub struct QuestionView {
        pub id: String,
        /// `question permission budget provider safety`.
        pub why: String,
        /// What is asked, finished.
        pub text: String,
        /// The command it wants to run, word by word.
        pub argv: Option<Vec<String>>,
        pub asked_at: i64,
        /// The answers that are understood; empty: any words.
        pub answers: Vec<AnswerCode>,
    }

    /// An answer that is no words of the person's own.
    #[derive(Copy)]
    pub enum AnswerCode {
        GoOn,
        Stop,
        AllowOnce,
        AllowAlways,
        Refuse,
    }

    /// Answers what an item's attempt asks.
    pub struct AnswerQuestion {
        pub item: String,
        /// Words, or one of the codes in the person's language.
        pub text: String,
    }

    /// Stops what AI does, or says afterwards why it was stopped.
    pub struct StopItem {
        pub item: String,
        /// going_wrong | changed_mind; `null`: not said yet.
        pub because: Option<String>,
    }

    /// Something that happened while the queue is worked.
    pub struct WorkEvent {
        pub event: WorkEventKind,
        pub at: i64,
        /// `12.3`.
        pub item: String,
        pub attempt: u32,
        /// What the person reads; for `text` what the AI writes.
        pub text: String,
        /// Codes and counts.
        #[ts(type = "unknown")]
        pub facts: serde_json::Value,
    }

    #[derive(Copy, Eq)]
    pub enum WorkEventKind {
        Started,
        /// The program begins to do something, or it is done.
        Act,
        Step,
        Checkpoint,
        Text,
        Used,
        Warned,
        Asked,
        Parked,
        GoesOn,
        Checked,
        Ended,
        /// It stays in the queue, and why.
        Held,
        /// Nothing is worked, and why; it is tried again.
        StandsStill,
        WorksAgain,
    }

    /// The work on the queue while the window is open.
    pub struct WorkerView {
        /// Why nothing is worked; `null`: it goes on.
        pub standstill: Option<StandstillView>,
    }

    /// Why nothing is worked, as of a command that did not happen.
    #[derive(Eq)]
    pub struct StandstillView {
        pub since: i64,
        pub code: String,
        pub params: BTreeMap<String, String>,
        /// The code of what the hands could not do, where that is why.
        pub because: Option<String>,
        /// `failed wrong refused needsPerson`.
        pub kind: String,
    }

    /// An attempt step by step.
    pub struct StepView {
        pub number: u32,
        pub at: i64,
        pub kind: String,
        pub about: String,
        pub went_well: Option<bool>,
        pub score: Option<f64>,
        /// What speaks for the score: a code.
        pub mark: Option<String>,
        pub text: String,
    }

    pub struct AttemptsView {
        pub card: super::Card,
        pub attempts: Vec<super::AttemptView>,
        /// Attempts beside the person's own work; empty while they are sealed.
        pub shadow: Vec<super::AttemptView>,
        /// So many of them are sealed until the person is done.
        pub sealed: u32,
    }

    pub struct AttemptRef {
        /// An id.
        pub attempt: String,
    }

    pub struct StepsView {
        pub steps: Vec<StepView>,
        pub questions: Vec<AskedView>,
    }

    /// A question with its answer.
    pub struct AskedView {
        pub text: String,
        pub answer: Option<String>,
        pub asked_at: i64,
        pub answered_at: Option<i64>,
    }

    pub struct AgentsView {
        pub agents: Vec<AgentView>,
    }

    /// Something that can work an item.
    pub struct AgentView {
        pub id: String,
        pub name: String,
        pub way: String,
        pub family: String,
        pub model: String,
        pub created_at: i64,
        /// `give --to ai` means it.
        pub is_preferred: bool,
        /// A script, no AI.
        pub is_simulated: bool,
        pub text: String,
        /// That no price of its model is known; `null`: one is, or nobody works it out.
        #[ts(optional = nullable)]
        pub price_text: Option<String>,
        /// What the name veil does not do for it, said when something is handed over; `null`: nothing to say.
        #[ts(optional = nullable)]
        pub veil_text: Option<String>,
    }

    pub struct AddAgent {
        pub name: String,
        pub way: String,
        pub family: Option<String>,
        pub model: Option<String>,
        /// What its way needs; never a secret.
        #[ts(type = "unknown")]
        pub config: serde_json::Value,
        pub preferred: bool,
    }

    /// What could be added on this computer.
    pub struct FoundAgentsView {
        pub programs: Vec<FoundProgram>,
        pub servers: Vec<FoundServer>,
        /// Why the login shell did not tell where programs are.
        pub shell_fault: Option<String>,
    }

    pub struct FoundProgram {
        pub name: String,
        pub path: String,
        /// The way it is spoken to.
        pub way: String,
        /// The command line that adds it.
        pub add: String,
    }

    /// A server with models of its own.
    pub struct FoundServer {
        pub name: String,
        pub url: String,
        pub version: Option<String>,
        pub models: Vec<FoundModel>,
    }

    pub struct FoundModel {
        pub model: String,
        /// The command line that adds it.
        pub add: String,
    }

    pub struct AgentRef {
        pub name: String,
    }

    pub struct TestedView {
        pub agent: AgentView,
        pub works: bool,
        pub text: String,
    }

    /// AI does what the person does too.
    pub struct Shadow {
        pub item: String,
        /// `null`: the preferred agent.
        pub agent: Option<String>,
    }

    /// The keys of model APIs by their names; what a key is, is never given back.
    pub struct KeysView {
        pub keys: Vec<KeyView>,
    }

    pub struct KeyView {
        pub name: String,
        pub source: KeySource,
        /// The variable it can come from.
        pub variable: String,
        /// The agents that work with it.
        pub agents: Vec<String>,
        /// Where it comes from, in words.
        pub text: String,
    }

    /// Where a key comes from.
    #[derive(Copy, Eq)]
    pub enum KeySource {
        /// The keychain of the system.
        Keychain,
        /// A variable this program was started with.
        Environment,
        /// It was given to this run and ends with it.
        ThisRun,
        /// An agent names it, and it is nowhere.
        Missing,
    }

    /// Keeps a key.
    pub struct SetKey {
        pub name: String,
        pub key: GivenKey,
        /// Keeps it until the program ends, and nowhere.
        #[serde(default)]
        pub only_this_run: bool,
    }

    pub struct KeyRef {
        pub name: String,
    }
}
