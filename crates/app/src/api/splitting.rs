//! A draft plan by an agent: asked for, looked at while it lasts, stopped.

use super::{PlanView, wire};

wire! {
    /// Let an agent split the text; nothing is stored. The answer comes when the agent has answered.
    pub struct SplitByAgent {
        pub text: String,
        /// Hours the person states for the whole job.
        pub hours: Option<f64>,
        pub title: Option<String>,
        /// `null`: the preferred one.
        pub agent: Option<String>,
        /// A name of the caller's own, by which `splitting` and `stop_splitting` find it; no two at once.
        pub asked_as: String,
    }

    /// The draft an agent was asked for.
    pub struct SplitByAgentView {
        /// The agent's list, or the program's own where `is_agents` is false.
        pub plan: PlanView,
        pub agent: String,
        pub is_agents: bool,
        /// Why it is not the agent's: `not_a_plan`, or the code of a failure.
        pub reason: Option<String>,
        /// What the agent answered, where its list was taken: `split_text` reads it again.
        pub answer: Option<String>,
        /// Who made the list, and why.
        pub text: String,
        /// So often the agent was asked.
        pub asked: u32,
        pub tokens_in: Option<i64>,
        pub tokens_out: Option<i64>,
        pub reported_cost_nano: Option<i64>,
        pub computed_cost_nano: Option<i64>,
        /// Tokens and cost in words.
        pub used_text: String,
        /// Numbers of items that quote nothing of the text.
        pub without_source: Vec<u32>,
        /// The same in words.
        pub without_source_text: Option<String>,
        /// The file with what the agent said, when its list was not taken.
        pub answer_kept: Option<String>,
    }

    /// One that is under way.
    pub struct SplittingRef {
        pub asked_as: String,
    }

    /// How far it is.
    pub struct SplittingView {
        pub is_running: bool,
        /// What happens now, in words; empty when nothing is under way.
        pub text: String,
    }
}
