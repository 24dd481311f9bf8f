//! Care of the data, and the doors in and out.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What the imported files hold.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ImportAs {
    History,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_name = "FILE|-", required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long = "as", value_name = "WHAT")]
    pub(crate) what: ImportAs,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Activity {
    #[arg(long, value_name = "N", default_value_t = 20)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) limit: u32,
    #[arg(long, value_name = "SEQ")]
    pub(crate) before: Option<i64>,
}

/// What an export looks like.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ExportAs {
    Json,
    Csv,
    Markdown,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[arg(long, value_name = "json|csv|markdown", default_value = "json")]
    pub(crate) format: ExportAs,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}
