//! The person's own prices of models, in US dollars per million tokens.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// The list is shown without a command.
#[derive(Debug, Args)]
pub(crate) struct Prices {
    #[command(subcommand)]
    pub(crate) what: Option<PricesCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PricesCommand {
    List,
    Set(SetPrice),
    Forget(ForgetPrice),
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct SetPrice {
    #[arg(value_name = "MODEL")]
    pub(crate) model: String,
    #[arg(long, value_name = "USD", allow_hyphen_values = true)]
    pub(crate) input: String,
    #[arg(long, value_name = "USD", allow_hyphen_values = true)]
    pub(crate) output: String,
    #[arg(long, value_name = "USD", allow_hyphen_values = true)]
    pub(crate) cache_read: Option<String>,
    #[arg(long, value_name = "USD", allow_hyphen_values = true)]
    pub(crate) cache_write: Option<String>,
}

/// One model, or all that was imported.
#[derive(Debug, Args)]
pub(crate) struct ForgetPrice {
    #[arg(value_name = "MODEL", required_unless_present = "imported", conflicts_with = "imported")]
    pub(crate) model: Option<String>,
    #[arg(long)]
    pub(crate) imported: bool,
}
