//! The person's settings.

use clap::{Args, Subcommand, ValueEnum};

/// Shown without a command.
#[derive(Debug, Args)]
pub(crate) struct Settings {
    #[command(subcommand)]
    pub(crate) what: Option<SettingsCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SettingsCommand {
    Set {
        #[arg(value_name = "NAME")]
        name: SettingName,
        #[arg(value_name = "VALUE")]
        value: String,
    },
    Names {
        #[command(subcommand)]
        what: NamesCommand,
    },
}

/// What can be set, as it is called in the list.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SettingName {
    Language,
    Veil,
    #[value(name = "web_checks", alias = "web-checks")]
    WebChecks,
    Rehearsal,
    #[value(name = "second_look", alias = "second-look")]
    SecondLook,
    #[value(name = "review_brake", alias = "review-brake")]
    ReviewBrake,
    #[value(name = "at_once", alias = "at-once")]
    AtOnce,
    #[value(name = "budget_tokens", alias = "budget-tokens")]
    BudgetTokens,
    #[value(name = "budget_usd", alias = "budget-usd")]
    BudgetUsd,
    #[value(name = "budget_minutes", alias = "budget-minutes")]
    BudgetMinutes,
    Quiet,
    Notify,
    #[value(name = "letter_keys", alias = "letter-keys")]
    LetterKeys,
}

/// The veil's own names.
#[derive(Debug, Subcommand)]
pub(crate) enum NamesCommand {
    Add {
        #[arg(value_name = "NAME", required = true)]
        names: Vec<String>,
    },
    Remove {
        #[arg(value_name = "NAME", required = true)]
        names: Vec<String>,
    },
}
