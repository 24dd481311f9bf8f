//! The laboratory, and the figures of one's own record that have a command of their own.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct Lab {
    #[command(subcommand)]
    pub(crate) what: LabCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LabCommand {
    Horizon(LabHorizon),
    Doubling(LabDoubling),
    Reliability(LabReliability),
}

/// METR's regression alone, or the posterior of one's own record beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LabMethod {
    Metr,
    Bayes,
}

#[derive(Debug, Args)]
pub(crate) struct LabHorizon {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "METHOD", default_value = "metr")]
    pub(crate) method: LabMethod,
    #[arg(long, value_name = "R", default_value = "1e-5", value_parser = penalty)]
    pub(crate) reg: f64,
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    #[arg(value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub(crate) bootstrap: u32,
    #[arg(long, value_name = "N", default_value_t = 42)]
    pub(crate) seed: u64,
}

#[derive(Debug, Args)]
pub(crate) struct LabDoubling {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<halfday_app::jiff::civil::Date>,
    #[arg(long)]
    pub(crate) sota: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LabReliability {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct StatsHorizon {
    #[arg(long, value_name = "A")]
    pub(crate) agent: Option<String>,
    #[arg(long, value_name = "F")]
    pub(crate) family: Option<String>,
    #[arg(long, value_name = "K")]
    pub(crate) kind: Option<String>,
}

/// 0 or more.
fn penalty(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=1e6).contains(number));
    number.ok_or_else(|| "0 to 1000000".to_owned())
}
