//! The person's settings: the list, and a change of one of them.

mod hours;
mod limits;

use halfday_app::api::{ChangeSettings, Nothing, SettingsView};
use halfday_app::{App, Language, Words};
use serde::Serialize;

use crate::args::{NamesCommand, SettingName, Settings, SettingsCommand};
use crate::complaint::Complaint;
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::money::dollars;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    settings: Values<'a>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own")]
struct Values<'a> {
    /// `null`: as the system.
    language: Option<&'a str>,
    veil: bool,
    veil_names: &'a [String],
    web_checks: bool,
    rehearsal: bool,
    second_look: bool,
    review_brake: u32,
    at_once: u32,
    /// The most one attempt takes before the person is asked; `null`: no limit.
    budget_tokens: Option<u64>,
    budget_nano: Option<u64>,
    budget_minutes: Option<u32>,
    /// `22:00`; `null`: no quiet hours.
    quiet_from: Option<String>,
    quiet_to: Option<String>,
    notify: bool,
    letter_keys: bool,
}

pub(crate) fn settings(args: Settings, app: &App, out: &mut Out) -> Result<(), Failure> {
    let view = match args.what {
        None => app.settings(Nothing {})?,
        Some(what) => app.change_settings(change(what, out)?)?,
    };
    // A new language answers in itself.
    out.speak(app.words());
    let values = Values {
        language: view.language.as_deref(),
        veil: view.veil,
        veil_names: &view.veil_names,
        web_checks: view.web_checks,
        rehearsal: view.rehearsal,
        second_look: view.second_look,
        review_brake: view.review_brake,
        at_once: view.at_once,
        budget_tokens: view.budget_tokens,
        budget_nano: view.budget_nano,
        budget_minutes: view.budget_minutes,
        quiet_from: view.quiet_from.map(hours::text),
        quiet_to: view.quiet_to.map(hours::text),
        notify: view.notify,
        letter_keys: view.letter_keys,
    };
    out.document(&Document { version: VERSION, settings: values }, |page| draw(page, &view))
}

fn change(what: SettingsCommand, out: &Out) -> Result<ChangeSettings, Failure> {
    Ok(match what {
        SettingsCommand::Set { name: SettingName::Language, value } => {
            let tag = if value == "system" { Some(String::new()) } else { language(&value) };
            let args = [("value", value.as_str())];
            let tag = tag.ok_or_else(|| Complaint::new(out.words(), "setting-language", &args))?;
            ChangeSettings { language: Some(tag), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::Veil, value } => {
            ChangeSettings { veil: Some(switch(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::WebChecks, value } => {
            ChangeSettings { web_checks: Some(switch(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::Rehearsal, value } => {
            ChangeSettings { rehearsal: Some(switch(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::SecondLook, value } => {
            ChangeSettings { second_look: Some(switch(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::ReviewBrake, value } => {
            ChangeSettings { review_brake: Some(count(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::AtOnce, value } => {
            ChangeSettings { at_once: Some(count(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::BudgetTokens, value } => {
            let tokens = limits::tokens(&value);
            let tokens = tokens.ok_or_else(|| limits::none_of("setting-tokens", &value, out))?;
            ChangeSettings { budget_tokens: Some(tokens), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::BudgetUsd, value } => {
            let nano = limits::nano(&value);
            let nano = nano.ok_or_else(|| limits::none_of("setting-usd", &value, out))?;
            ChangeSettings { budget_nano: Some(nano), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::BudgetMinutes, value } => {
            let minutes = limits::minutes(&value);
            let minutes = minutes.ok_or_else(|| limits::none_of("setting-minutes", &value, out))?;
            ChangeSettings { budget_minutes: Some(minutes), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::Quiet, value } => {
            let quiet = hours::read(&value);
            let quiet =
                quiet.ok_or_else(|| Complaint::new(out.words(), "setting-quiet", &[("value", &value)]))?;
            ChangeSettings { quiet: Some(quiet), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::Notify, value } => {
            ChangeSettings { notify: Some(switch(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::LetterKeys, value } => {
            ChangeSettings { letter_keys: Some(switch(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Names { what: NamesCommand::Add { names } } => {
            ChangeSettings { add_veil_names: Some(names), ..ChangeSettings::default() }
        }
        SettingsCommand::Names { what: NamesCommand::Remove { names } } => {
            ChangeSettings { remove_veil_names: Some(names), ..ChangeSettings::default() }
        }
    })
}

fn language(tag: &str) -> Option<String> {
    Language::from_tag(tag).map(|language| language.code().to_owned())
}

fn switch(value: &str, out: &Out) -> Result<bool, Failure> {
    match value {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(Complaint::new(out.words(), "setting-switch", &[("value", value)]).into()),
    }
}

/// From one to ninety-nine, as the core keeps them.
fn count(value: &str, out: &Out) -> Result<u32, Failure> {
    let count = value.parse().ok().filter(|count| (1..=99).contains(count));
    count.ok_or_else(|| Complaint::new(out.words(), "setting-count", &[("value", value)]).into())
}

/// One line a setting: what to type, how it stands, what it means.
fn draw(page: &mut Page, view: &SettingsView) {
    let words = page.words();
    let names: Vec<String> = view.veil_names.iter().map(|name| one_line(name)).collect();
    let names = match names.as_slice() {
        [] => words.word("terminal-setting-none"),
        names => names.join(&words.word("terminal-list-comma")),
    };
    let language = view.language.clone().unwrap_or_else(|| words.word("terminal-setting-as-system"));
    let rows: Vec<_> = [
        ("language", language, "terminal-setting-language"),
        ("veil", on_or_off(view.veil, words), "terminal-setting-veil"),
        ("names", names, "terminal-setting-names"),
        ("web_checks", on_or_off(view.web_checks, words), "terminal-setting-web-checks"),
        ("rehearsal", on_or_off(view.rehearsal, words), "terminal-setting-rehearsal"),
        ("second_look", on_or_off(view.second_look, words), "terminal-setting-second-look"),
        ("review_brake", view.review_brake.to_string(), "terminal-setting-review-brake"),
        ("at_once", view.at_once.to_string(), "terminal-setting-at-once"),
        ("budget_tokens", or_none(view.budget_tokens, words), "terminal-setting-budget-tokens"),
        ("budget_usd", or_none(view.budget_nano.map(dollars), words), "terminal-setting-budget-usd"),
        ("budget_minutes", or_none(view.budget_minutes, words), "terminal-setting-budget-minutes"),
        ("quiet", quiet(view, words), "terminal-setting-quiet"),
        ("notify", on_or_off(view.notify, words), "terminal-setting-notify"),
        ("letter_keys", on_or_off(view.letter_keys, words), "terminal-setting-letter-keys"),
    ]
    .into_iter()
    .map(|(name, value, meaning)| {
        vec![(Tone::Plain, name.to_owned()), (Tone::Strong, value), (Tone::Muted, words.word(meaning))]
    })
    .collect();
    page.table(&rows, &[]);
}

fn on_or_off(is_on: bool, words: &Words) -> String {
    words.word(if is_on { "terminal-setting-on" } else { "terminal-setting-off" })
}

fn or_none<T: ToString>(limit: Option<T>, words: &Words) -> String {
    limit.map_or_else(|| words.word("terminal-setting-none"), |limit| limit.to_string())
}

fn quiet(view: &SettingsView, words: &Words) -> String {
    match view.quiet_from.zip(view.quiet_to) {
        Some((from, to)) => format!("{}-{}", hours::text(from), hours::text(to)),
        None => words.word("terminal-setting-off"),
    }
}
