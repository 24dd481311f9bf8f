//! Lists to be used again.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Template {
    #[command(subcommand)]
    pub(crate) command: TemplateCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommand {
    Save {
        #[arg(value_name = "JOB")]
        job: String,
        /// The job's own title if unsaid.
        #[arg(value_name = "NAME")]
        name: Option<String>,
    },
    List,
    Use {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "T", allow_hyphen_values = true)]
        title: Option<String>,
        #[arg(long, value_name = "DIR")]
        workspace: Option<PathBuf>,
    },
    Delete {
        #[arg(value_name = "NAME")]
        name: String,
    },
}
