//! What can be typed: the commands of this edition and the options every command takes.
//! The words of the help are in `locales/` (`help-…`), printed by [`crate::help`].

mod checklist;
mod data;
mod figures;
mod hand;
mod key;
mod lab;
mod prices;
mod record;
mod settings;
mod template;
mod work;

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand};

pub(crate) use checklist::{
    Add, DropItems, Edit, Item, Items, Job, Move, New, One, Split, SplitOnly, Switch,
};
pub(crate) use data::{Activity, Export, ExportAs, Import, Restore};
pub(crate) use figures::{Bench, Choice, Compare, Followups, Invitations, Offered, StatsCommand, Used};
pub(crate) use hand::{Because, Give, Guess, Nogood, Paste, Review, Then, Verdict, Wrong};
pub(crate) use key::{Key, KeyCommand};
pub(crate) use lab::{Lab, LabCommand, LabMethod, StatsHorizon};
pub(crate) use prices::{Prices, PricesCommand};
pub(crate) use record::{
    By, Close, Done, Felt, GuessShare, Log, Report, ReportFormat, Rest, Stats, Timer, TimerCommand,
};
pub(crate) use settings::{NamesCommand, SettingName, Settings, SettingsCommand};
pub(crate) use template::{Template, TemplateCommand};
pub(crate) use work::{AddAgent, Agents, AgentsCommand, Answer, Diff, Run, Shadow, Stop, Why};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "halfday",
    version,
    propagate_version = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(crate) struct Cli {
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "en|zh-Hant|zh-Hans")]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true, value_name = "RFC3339")]
    pub(crate) now: Option<String>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub(crate) help: Option<bool>,
    #[arg(short = 'V', long, global = true, action = ArgAction::Version)]
    pub(crate) version: Option<bool>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One command; the order is the order of the help.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Split(SplitOnly),
    New(New),
    Jobs,
    Show(One),
    Board(Job),
    Add(Add),
    Edit(Edit),
    Move(Move),
    Drop(DropItems),
    RestoreItem(Items),
    Merge(Items),
    Divide(Item),
    Give(Give),
    Copy(Items),
    Paste(Paste),
    Nogood(Nogood),
    Neversent(Item),
    Run(Run),
    Stop(Stop),
    Answer(Answer),
    Attempts(Item),
    Diff(Diff),
    Review(Review),
    Wrong(Wrong),
    Done(Done),
    Timer(Timer),
    Log(Log),
    Guess(GuessShare),
    Close(Close),
    Reopen(One),
    Result(Job),
    Template(Template),
    Again(Job),
    Trials(Job),
    Shadow(Shadow),
    Invitations(Invitations),
    Followups(Followups),
    Bench(Bench),
    Compare(Compare),
    Agents(Agents),
    Key(Key),
    Prices(Prices),
    Stats(Stats),
    Report(Report),
    Lab(Lab),
    Import(Import),
    Export(Export),
    Backup,
    Restore(Restore),
    Verify,
    Undo,
    Redo,
    Activity(Activity),
    Doctor,
    Settings(Settings),
    Help(HelpOn),
}

/// The command the help is wanted on.
#[derive(Debug, clap::Args)]
pub(crate) struct HelpOn {
    #[arg(value_name = "COMMAND")]
    pub(crate) on: Vec<String>,
}
