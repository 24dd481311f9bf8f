//! AI at work: the queue, stopping, answering, what was tried, who can work.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::figures::Used;

#[derive(Debug, Args)]
pub(crate) struct Run {
    #[arg(value_name = "JOB|ITEM")]
    pub(crate) what: Vec<String>,
    #[arg(long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=99))]
    pub(crate) parallel: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) budget_tokens: Option<u64>,
    #[arg(long, value_name = "X")]
    pub(crate) budget_usd: Option<f64>,
    #[arg(long, value_name = "N")]
    pub(crate) budget_minutes: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) budget_steps: Option<u64>,
    #[arg(long, value_name = "MINUTES")]
    pub(crate) wait: Option<u32>,
    #[arg(long, value_name = "MINUTES")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) silence: Option<u32>,
}

/// Why the person stops what AI does.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Why {
    GoingWrong,
    ChangedMind,
}

#[derive(Debug, Args)]
pub(crate) struct Stop {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "WHY")]
    pub(crate) because: Option<Why>,
}

#[derive(Debug, Args)]
pub(crate) struct Answer {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) text: String,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    /// The earlier attempt, or the one that is compared with what was there before.
    #[arg(value_name = "N")]
    pub(crate) from: Option<u32>,
    #[arg(value_name = "M")]
    pub(crate) to: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct Shadow {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "AGENT")]
    pub(crate) to: Option<String>,
    #[arg(long, value_name = "USED", conflicts_with = "to")]
    pub(crate) used: Option<Used>,
    #[arg(long, value_name = "R", requires = "used")]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Agents {
    #[command(subcommand)]
    pub(crate) what: Option<AgentsCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AgentsCommand {
    Find,
    Add(Box<AddAgent>),
    Test(AgentName),
    Prefer(AgentName),
    Remove(AgentName),
}

#[derive(Debug, Args)]
pub(crate) struct AddAgent {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "WAY")]
    pub(crate) way: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) script: Option<PathBuf>,
    #[arg(long, value_name = "JSON")]
    pub(crate) config: Option<String>,
    #[arg(long, value_name = "PATH")]
    pub(crate) program: Option<PathBuf>,
    #[arg(long, value_name = "A", allow_hyphen_values = true)]
    pub(crate) arg: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) env: Vec<String>,
    #[arg(long)]
    pub(crate) network: bool,
    #[arg(long, value_name = "API")]
    pub(crate) api: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) key: Option<String>,
    #[arg(long, value_name = "F")]
    pub(crate) family: Option<String>,
    #[arg(long, value_name = "M")]
    pub(crate) model: Option<String>,
    #[arg(long)]
    pub(crate) preferred: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AgentName {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}
