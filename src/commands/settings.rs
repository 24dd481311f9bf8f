//! The person's settings: the list, and a change of one of them.

use halfday_app::api::{ChangeSettings, Nothing, SettingsView};
use halfday_app::{App, Language, Words};
use serde::Serialize;

use crate::args::{NamesCommand, SettingName, Settings, SettingsCommand};
use crate::complaint::Complaint;
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    settings: Values<'a>,
}

#[derive(Serialize)]
struct Values<'a> {
    /// `null`: as the system.
    language: Option<&'a str>,
    veil: bool,
    veil_names: &'a [String],
    web_checks: bool,
    review_brake: u32,
    at_once: u32,
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
        review_brake: view.review_brake,
        at_once: view.at_once,
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
        SettingsCommand::Set { name: SettingName::ReviewBrake, value } => {
            ChangeSettings { review_brake: Some(number(&value, out)?), ..ChangeSettings::default() }
        }
        SettingsCommand::Set { name: SettingName::AtOnce, value } => {
            ChangeSettings { at_once: Some(number(&value, out)?), ..ChangeSettings::default() }
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

fn number(value: &str, out: &Out) -> Result<u32, Failure> {
    let number = value.parse().ok().filter(|number| (1..=99).contains(number));
    number.ok_or_else(|| Complaint::new(out.words(), "setting-number", &[("value", value)]).into())
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
        ("review_brake", view.review_brake.to_string(), "terminal-setting-review-brake"),
        ("at_once", view.at_once.to_string(), "terminal-setting-at-once"),
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
