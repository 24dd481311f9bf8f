//! A plan made by an AI: what it is asked, and how its answer is read. The answer is a stranger's text: it
//! becomes a plan only when every rule holds, and what breaks one is told back in facts.
//!
//! Way of an answer: find the JSON → schema → rules a schema cannot say → safe repairs → plan. Repairs lose
//! nothing of the brief: what no item quotes stays text, so the span rule holds for every plan.

mod answer;
mod build;
mod rules;
mod schema;

use std::fmt;

use halfday_domain::plan::Plan;
use halfday_domain::words::Words;

pub use schema::{form, schema};

use crate::error::refuse_unreadable;
use crate::text::one_line;
use crate::{Error, Wishes, language};

/// What is wrong with an answer, in facts for whoever gave it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the answer is no plan: {}", faults.first().map(ToString::to_string).unwrap_or_default())]
pub struct NotAPlan {
    /// In order of the answer; never empty, at most twenty.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, as a JSON pointer: `/items/3/title`; empty for the whole answer.
    pub at: String,
    /// What, in English: it goes back to the AI.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at.as_str() {
            "" => f.write_str(&self.what),
            at => write!(f, "{at}: {}", self.what),
        }
    }
}

/// What an AI is asked so that it splits `brief`, in the language of the brief. The text of the brief stands at the
/// end and is named as data: nothing in it is an order to whoever splits it.
pub fn question(brief: &str, wishes: &Wishes) -> Result<String, Error> {
    refuse_unreadable(brief)?;
    let words = Words::of(language::of(brief));
    let mut question = words.word("split-ask");
    if let Some(hours) = wishes.hours.filter(|hours| hours.is_finite() && *hours > 0.0) {
        question.push('\n');
        question.push_str(&words.say("split-ask-hours", &[("hours", &hours.to_string())]));
    }
    // A fence longer than any in the brief cannot be closed by it.
    let fence = "`".repeat(longest_run(brief, '`').max(2) + 1);
    let schema = schema();
    let last = words.word("split-ask-brief");
    Ok(format!("{question}\n\n{fence}json\n{schema:#}\n{fence}\n\n{last}\n\n{fence}text\n{brief}\n{fence}\n"))
}

/// What an AI is told when its answer to a question about `brief` was no plan, so that it mends it.
pub fn again(not: &NotAPlan, brief: &str) -> String {
    let mut told = Words::of(language::of(brief)).word("split-ask-again");
    for fault in &not.faults {
        told.push_str("\n- ");
        told.push_str(&one_line(&fault.to_string()));
    }
    told
}

/// Reads an answer to [`question`]. Everything around the JSON is left aside.
pub fn plan(answer: &str, brief: &str, wishes: &Wishes) -> Result<Plan, NotAPlan> {
    let found = answer::json(answer)?;
    schema::check(&found)?;
    let answer = answer::typed(found)?;
    rules::check(&answer)?;
    Ok(build::plan(answer, brief, language::of(brief), wishes))
}

fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or_default()
}

impl NotAPlan {
    fn one(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self { faults: vec![Fault { at: at.into(), what: what.into() }] }
    }
}
