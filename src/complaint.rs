//! What is wrong with the command line, in one sentence and a hint of the person's language.
//! The argument parser finds the fault; its own English sentences are not used.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use halfday_app::Words;

/// A sentence and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Complaint {
    pub(crate) sentence: String,
    pub(crate) hint: String,
}

impl Complaint {
    /// The complaint with the words `wrong-NAME` and `wrong-NAME-hint`.
    pub(crate) fn new(words: &Words, name: &str, args: &[(&str, &str)]) -> Self {
        Self {
            sentence: words.say(&format!("wrong-{name}"), args),
            hint: words.say(&format!("wrong-{name}-hint"), args),
        }
    }

    /// What the parser found.
    pub(crate) fn of(words: &Words, command: &str, error: &clap::Error) -> Self {
        let context = |kind| error.get(kind).map(|value| text(value, words)).unwrap_or_default();
        // Somebody may have typed a key where none belongs; it is not repeated.
        let shown = |text: String| if command.starts_with("halfday key") { "…".to_owned() } else { text };
        let argument = context(ContextKind::InvalidArg).replace(['<', '>'], "");
        let argument = if error.kind() == ErrorKind::UnknownArgument { shown(argument) } else { argument };
        let value = context(ContextKind::InvalidValue);
        let mut args = vec![("command", command), ("argument", argument.as_str()), ("value", value.as_str())];
        let subcommand = shown(context(ContextKind::InvalidSubcommand));
        let suggestion =
            [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
                .into_iter()
                .map(context)
                .find(|text| !text.is_empty());
        let valid = context(ContextKind::ValidValue);
        let name = match error.kind() {
            ErrorKind::InvalidValue if value.is_empty() => "no-value",
            ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => "value",
            ErrorKind::UnknownArgument if !argument.starts_with('-') => "extra",
            ErrorKind::UnknownArgument if is_number(&argument) => "negative",
            ErrorKind::UnknownArgument => "argument",
            ErrorKind::InvalidSubcommand => {
                args.push(("name", &subcommand));
                "command"
            }
            ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => "count",
            ErrorKind::ArgumentConflict => "conflict",
            ErrorKind::MissingRequiredArgument => "missing",
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                "no-command"
            }
            ErrorKind::InvalidUtf8 => "utf8",
            // The rest is a wish or a fault of the system, not of the command line.
            _ => "other",
        };
        let mut complaint = Self::new(words, name, &args);
        if let Some(suggestion) = suggestion {
            complaint.hint = words.say("wrong-did-you-mean", &[("suggestion", &suggestion)]);
        } else if !valid.is_empty() {
            complaint.hint = words.say("wrong-possible", &[("values", &valid)]);
        }
        complaint
    }
}

fn is_number(argument: &str) -> bool {
    argument.parse::<f64>().is_ok()
}

fn text(value: &ContextValue, words: &Words) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(&words.word("terminal-list-comma")),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        }
        // Nothing to read out; the parser may also learn new kinds.
        _ => String::new(),
    }
}
