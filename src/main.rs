//! The terminal program: reads the command line, calls one use case, prints what it gives. It
//! decides nothing by itself.

mod args;
mod commands;
mod complaint;
mod documents;
mod draw;
mod failure;
mod help;
mod input;
mod language;
mod money;
mod output;
mod page;
mod text;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use halfday_app::{Language, Words};

use crate::args::{Cli, Command};
use crate::complaint::Complaint;
use crate::failure::Failure;
use crate::output::{Form, Out};
use crate::page::Page;

fn main() -> ExitCode {
    if let Some(code) = halfday_app::run_if_asked(std::env::args_os()) {
        return code;
    }
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words = Words::of(language::chosen(&arguments));
    let mut out = Out::new(form(&arguments), words);
    match run(&arguments, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            out.fail(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Whether JSON is wanted, known even where the rest of the command line makes no sense.
fn form(arguments: &[OsString]) -> Form {
    let mut before_dashes = arguments.iter().take_while(|argument| *argument != "--");
    if before_dashes.any(|argument| argument == "--json") { Form::Json } else { Form::Page }
}

fn run(arguments: &[OsString], out: &mut Out) -> Result<(), Failure> {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return not_a_command(arguments, &error, out),
    };
    if let Some(tag) = cli.lang.as_deref().filter(|tag| Language::from_tag(tag).is_none()) {
        return Err(Complaint::new(out.words(), "language", &[("value", tag)]).into());
    }
    if let Command::Help(on) = &cli.command {
        return print_help(&on.on, out);
    }
    commands::run(cli, out)
}

/// The help, the version, or what is wrong.
fn not_a_command(arguments: &[OsString], error: &clap::Error, out: &Out) -> Result<(), Failure> {
    let names = help::command_named(arguments);
    match error.kind() {
        ErrorKind::DisplayHelp => print_help(&names, out),
        ErrorKind::DisplayVersion => out.text(&format!("halfday {}\n", env!("CARGO_PKG_VERSION"))),
        _ => {
            let mut command = vec!["halfday".to_owned()];
            command.extend(names);
            Err(Complaint::of(out.words(), &command.join(" "), error).into())
        }
    }
}

fn print_help(names: &[String], out: &Out) -> Result<(), Failure> {
    out.page(|page: &mut Page| help::draw(page, names))
}
