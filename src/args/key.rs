//! The keys of model APIs. A key itself is no argument: other programs can read those.

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Key {
    #[command(subcommand)]
    pub(crate) what: Option<KeyCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    List,
    Set(KeyName),
    Forget(KeyName),
}

#[derive(Debug, Args)]
pub(crate) struct KeyName {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}
