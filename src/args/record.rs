//! The person's own work, closing, and the numbers that come of it.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::figures::StatsCommand;

/// About as long as thought?
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Felt {
    Shorter,
    AsThought,
    Longer,
}

#[derive(Debug, Args)]
pub(crate) struct Done {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "N")]
    pub(crate) minutes: Option<u32>,
    #[arg(long, value_name = "FELT")]
    pub(crate) felt: Option<Felt>,
}

#[derive(Debug, Args)]
pub(crate) struct Timer {
    #[command(subcommand)]
    pub(crate) what: TimerCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TimerCommand {
    Start {
        #[arg(value_name = "ITEM")]
        item: String,
    },
    Stop,
    Show,
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "N")]
    pub(crate) minutes: u32,
    #[arg(long, value_name = "KIND", default_value = "work")]
    pub(crate) kind: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct GuessShare {
    #[arg(value_name = "JOB")]
    pub(crate) job: String,
    #[arg(value_name = "SHARE", allow_negative_numbers = true)]
    pub(crate) share: String,
}

/// What becomes of the open items.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Rest {
    Did,
    Drop,
    Later,
}

#[derive(Debug, Args)]
pub(crate) struct Close {
    #[arg(value_name = "JOB")]
    pub(crate) job: String,
    #[arg(long, value_name = "REST")]
    pub(crate) rest: Option<Rest>,
}

/// What the record is grouped by.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum By {
    Kind,
    Agent,
    Family,
    Length,
    Week,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Stats {
    #[command(subcommand)]
    pub(crate) what: Option<StatsCommand>,
    #[arg(long, value_name = "N", default_value_t = 12)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=520))]
    pub(crate) weeks: u32,
    #[arg(long, value_name = "BY")]
    pub(crate) by: Option<By>,
}

/// A way to write the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum ReportFormat {
    Json,
    Md,
    Html,
    Png,
    Pdf,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[arg(long, value_name = "2026-W47")]
    pub(crate) week: Option<String>,
    #[arg(long, value_name = "json,md,html,png,pdf", value_delimiter = ',')]
    pub(crate) format: Vec<ReportFormat>,
    #[arg(long)]
    pub(crate) hide_titles: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}
