//! The help, in the person's language: the argument parser knows what can be typed, `locales/`
//! what it means (`help-COMMAND`, `help-COMMAND-OPTION`, else `help-option-OPTION`).

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory};
use halfday_app::Words;

use crate::args::Cli;
use crate::page::{Page, Tone};

/// Options that take the next argument as their value and may stand before the command.
const WITH_VALUE: &[&str] = &["--data", "--lang", "--now"];

/// The names of the command the arguments are about: `["timer", "start"]`.
pub(crate) fn command_named(arguments: &[OsString]) -> Vec<String> {
    let mut command = Cli::command();
    let mut names = vec![];
    let mut skip = false;
    for argument in arguments.iter().skip(1) {
        let argument = argument.to_string_lossy();
        if std::mem::take(&mut skip) {
            continue;
        }
        skip = WITH_VALUE.contains(&argument.as_ref());
        if let Some(found) = command.find_subcommand(argument.as_ref()) {
            names.push(argument.into_owned());
            command = found.clone();
        }
    }
    names
}

/// The help on the command of these names; of the program for none.
pub(crate) fn draw(page: &mut Page, names: &[String]) {
    let mut command = Cli::command();
    let mut path = vec!["halfday".to_owned()];
    for name in names {
        let Some(found) = command.find_subcommand(name) else { break };
        command = found.clone();
        path.push(name.clone());
    }
    let words = page.words();
    let key = path.get(1..).unwrap_or_default().join("-");
    let about = if key.is_empty() { "help-halfday".to_owned() } else { format!("help-{key}") };
    page.text(Tone::Plain, "", &words.word(&about));
    page.gap();
    page.text(Tone::Plain, "", &words.say("help-usage", &[("usage", &usage(&command, &path, words))]));
    let commands: Vec<(String, String)> = command
        .get_subcommands()
        .map(|sub| {
            let key =
                if key.is_empty() { sub.get_name().to_owned() } else { format!("{key}-{}", sub.get_name()) };
            (sub.get_name().to_owned(), words.word(&format!("help-{key}")))
        })
        .collect();
    section(page, "help-commands", &commands);
    let own: Vec<(String, String)> =
        command.get_arguments().filter(|arg| !arg.is_global_set()).map(|arg| row(arg, &key, words)).collect();
    section(page, "help-options", &own);
    let root = Cli::command();
    let global: Vec<(String, String)> =
        root.get_arguments().filter(|arg| arg.is_global_set()).map(|arg| row(arg, "", words)).collect();
    section(page, "help-everywhere", &global);
    if path.len() == 1 {
        page.gap();
        page.text(Tone::Muted, "", &words.word("help-exit-codes"));
    }
}

fn section(page: &mut Page, heading: &str, rows: &[(String, String)]) {
    if rows.is_empty() {
        return;
    }
    page.gap();
    page.heading(heading);
    let rows: Vec<_> = rows
        .iter()
        .map(|(name, text)| vec![(Tone::Plain, format!("  {name}")), (Tone::Plain, text.clone())])
        .collect();
    page.table(&rows, &[]);
}

fn row(arg: &Arg, command: &str, words: &Words) -> (String, String) {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("help-{command}-{id}");
    let key = if words.has(&own) { own } else { format!("help-option-{id}") };
    (shown(arg), words.word(&key))
}

/// `--minutes N`, `ITEM…`, `-h, --help`.
fn shown(arg: &Arg) -> String {
    let takes_value = arg.get_action().takes_values();
    let value = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    let value = if takes_value { value } else { "" };
    match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long} {value}").trim_end().to_owned(),
        (None, Some(long)) => format!("--{long} {value}").trim_end().to_owned(),
        (Some(short), None) => format!("-{short} {value}").trim_end().to_owned(),
        (None, None) if takes_many(arg) => format!("{value}…"),
        (None, None) => value.to_owned(),
    }
}

fn takes_many(arg: &Arg) -> bool {
    matches!(arg.get_action(), clap::ArgAction::Append)
}

/// `halfday give ITEM|JOB… --to me|ai|AGENT [options]`.
fn usage(command: &Command, path: &[String], words: &Words) -> String {
    let mut parts = path.to_vec();
    let own = || command.get_arguments().filter(|arg| !arg.is_global_set());
    let optional = |needed, text: String| if needed { text } else { format!("[{text}]") };
    parts.extend(
        own().filter(|arg| arg.is_positional()).map(|arg| optional(arg.is_required_set(), shown(arg))),
    );
    parts.extend(own().filter(|arg| !arg.is_positional() && arg.is_required_set()).map(shown));
    if command.has_subcommands() {
        parts.push(optional(command.is_subcommand_required_set(), words.word("help-usage-command")));
    }
    if own().any(|arg| !arg.is_positional() && !arg.is_required_set()) || path.len() == 1 {
        parts.push(words.word("help-usage-options"));
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use halfday_app::Language;

    use super::*;

    fn without_words(command: &Command, key: &str, words: &Words, missing: &mut Vec<String>) {
        for arg in command.get_arguments() {
            let (_, text) = row(arg, key, words);
            if text.starts_with("help-") {
                missing.push(text);
            }
        }
        for sub in command.get_subcommands() {
            let key =
                if key.is_empty() { sub.get_name().to_owned() } else { format!("{key}-{}", sub.get_name()) };
            if !words.has(&format!("help-{key}")) {
                missing.push(format!("help-{key}"));
            }
            without_words(sub, &key, words, missing);
        }
    }

    #[test]
    fn every_command_and_option_is_explained_in_every_language() {
        for language in Language::ALL {
            let mut missing = vec![];

            without_words(&Cli::command(), "", Words::of(*language), &mut missing);

            assert!(missing.is_empty(), "{language}: {missing:?}");
        }
    }

    #[test]
    fn the_parser_itself_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_command_is_found_behind_options_with_values() {
        let arguments = ["halfday", "--data", "show", "timer", "--json", "start", "--help"];
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();

        assert_eq!(command_named(&arguments), ["timer", "start"]);
    }
}
