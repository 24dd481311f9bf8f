//! Figures beyond the table of weeks, what chance offers, trials, benches and comparisons.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::lab::StatsHorizon;

#[derive(Debug, Subcommand)]
pub(crate) enum StatsCommand {
    Horizon(StatsHorizon),
    Reliability,
    Stretch(Back),
    Could(Back),
    Advise(OfJob),
    Calibration,
    Quality(Back),
    Again,
    Cost(Back),
    Experiments(Back),
}

#[derive(Debug, Args)]
pub(crate) struct Back {
    #[arg(long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1040))]
    pub(crate) weeks: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct OfJob {
    #[arg(value_name = "JOB")]
    pub(crate) job: Option<String>,
}

/// What the person says of an item that chance offers.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Offered {
    Taken,
    Refused,
    Impossible,
}

#[derive(Debug, Args)]
pub(crate) struct Invitations {
    #[arg(value_name = "ITEM", requires = "answer")]
    pub(crate) item: Option<String>,
    #[arg(value_name = "ANSWER")]
    pub(crate) answer: Option<Offered>,
    #[arg(long, value_name = "AGENT")]
    pub(crate) to: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Followups {
    #[arg(value_name = "ITEM")]
    pub(crate) item: Option<String>,
    #[arg(long, value_name = "R", requires = "item")]
    pub(crate) wrong: Option<String>,
}

/// Would I have used it?
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Used {
    AsIs,
    AfterFix,
    No,
}

#[derive(Debug, Args)]
pub(crate) struct Bench {
    #[arg(value_name = "ITEM", requires = "agent")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "A", requires = "items")]
    pub(crate) agent: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) times: u32,
    #[arg(long)]
    pub(crate) plan: bool,
    #[arg(long, value_name = "ID", requires = "used", conflicts_with = "items")]
    pub(crate) attempt: Option<String>,
    #[arg(long, value_name = "USED", requires = "attempt")]
    pub(crate) used: Option<Used>,
}

/// Which is better.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Choice {
    A,
    B,
    Tie,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, conflicts_with_all = ["code", "better"])]
    pub(crate) file: bool,
    #[arg(long, value_name = "DIR", requires = "file")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "CODE", conflicts_with = "better")]
    pub(crate) code: Option<String>,
    #[arg(long, value_name = "a|b|tie")]
    pub(crate) better: Option<Choice>,
}
