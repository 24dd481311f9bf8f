//! Jobs and their checklists by hand.

use std::path::PathBuf;

use clap::Args;
use clap::builder::TypedValueParser as _;

use super::Because;

/// Who makes the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Splitter {
    /// The program itself.
    Offline,
    /// An agent by its name; `ai` is the preferred one.
    Agent(String),
}

impl From<String> for Splitter {
    fn from(name: String) -> Self {
        if name == "offline" { Self::Offline } else { Self::Agent(name) }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Split {
    #[arg(value_name = "FILE|-")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "offline|ai|AGENT", value_parser = clap::builder::NonEmptyStringValueParser::new().map(Splitter::from))]
    pub(crate) with: Option<Splitter>,
    #[arg(long, value_name = "H", allow_negative_numbers = true)]
    pub(crate) hours: Option<f64>,
    #[arg(long, value_name = "E")]
    pub(crate) encoding: Option<String>,
    /// What an AI answered to the question that `split --ask` prints.
    #[arg(long, value_name = "ANSWER", conflicts_with = "with")]
    pub(crate) answer: Option<PathBuf>,
}

impl Split {
    /// The agent that is to make the draft, if one is.
    pub(crate) fn agent(&self) -> Option<&str> {
        match &self.with {
            Some(Splitter::Agent(name)) => Some(name),
            Some(Splitter::Offline) | None => None,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct SplitOnly {
    #[command(flatten)]
    pub(crate) split: Split,
    /// Prints what to ask an AI instead of a plan.
    #[arg(long, conflicts_with_all = ["answer", "with"])]
    pub(crate) ask: bool,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    #[command(flatten)]
    pub(crate) split: Split,
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    pub(crate) title: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(crate) workspace: Option<PathBuf>,
    /// The items come from this saved list instead of the text.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["with", "hours"])]
    pub(crate) template: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Job {
    #[arg(value_name = "JOB")]
    pub(crate) job: String,
}

#[derive(Debug, Args)]
pub(crate) struct Item {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
}

/// A job or an item.
#[derive(Debug, Args)]
pub(crate) struct One {
    #[arg(value_name = "JOB|ITEM")]
    pub(crate) what: String,
}

#[derive(Debug, Args)]
pub(crate) struct Items {
    #[arg(value_name = "ITEM", required = true)]
    pub(crate) items: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct DropItems {
    #[arg(value_name = "ITEM", required = true)]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "WHY")]
    pub(crate) because: Option<Because>,
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    #[arg(value_name = "JOB")]
    pub(crate) job: String,
    #[arg(value_name = "TITLE")]
    pub(crate) title: String,
    #[arg(long, value_name = "N")]
    pub(crate) minutes: Option<u32>,
    #[arg(long, value_name = "K")]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "CHECK", allow_hyphen_values = true)]
    pub(crate) done_when: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    pub(crate) title: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) instructions: Option<String>,
    #[arg(long, value_name = "S", allow_hyphen_values = true)]
    pub(crate) section: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) minutes: Option<u32>,
    #[arg(long, value_name = "K")]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "CHECK", allow_hyphen_values = true)]
    pub(crate) done_when: Option<Vec<String>>,
    #[arg(long, value_name = "FILE")]
    pub(crate) input: Option<Vec<String>>,
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<Vec<String>>,
    #[arg(long, value_name = "ITEM")]
    pub(crate) after: Option<Vec<String>>,
    #[arg(long, value_name = "on|off")]
    pub(crate) commands: Option<Switch>,
}

/// On or off.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("place").required(true).args(["before", "after"]))]
pub(crate) struct Move {
    #[arg(value_name = "ITEM", required = true)]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "ITEM")]
    pub(crate) before: Option<String>,
    #[arg(long, value_name = "ITEM")]
    pub(crate) after: Option<String>,
}
