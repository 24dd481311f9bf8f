//! The keys of model APIs: their names, where they come from, keeping and forgetting them.

use std::io::{self, IsTerminal};

use halfday_app::api::{GivenKey, KeyRef, KeySource, KeysView, Nothing, SetKey};
use halfday_app::{App, Error, Words};
use serde::Serialize;

use crate::args::{Key, KeyCommand};
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::input;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    keys: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    /// `keychain environment this_run missing`.
    source: &'static str,
    variable: &'a str,
    agents: &'a [String],
}

pub(crate) fn key(args: Key, app: &App, out: &Out) -> Result<(), Failure> {
    let view = match args.what {
        None | Some(KeyCommand::List) => app.keys(Nothing {})?,
        Some(KeyCommand::Set(args)) => {
            let key = given(&args.name, out.words())?;
            app.set_key(SetKey { name: args.name, key, only_this_run: false })?
        }
        Some(KeyCommand::Forget(args)) => app.forget_key(KeyRef { name: args.name })?,
    };
    let rows = view.keys.iter().map(|key| Row {
        name: &key.name,
        source: code(key.source),
        variable: &key.variable,
        agents: &key.agents,
    });
    out.document(&Document { version: VERSION, keys: rows.collect() }, |page| draw(page, &view))
}

/// The key: asked for without showing it, or what comes in where nobody sits at a terminal.
fn given(name: &str, words: &Words) -> Result<GivenKey, Failure> {
    if io::stdin().is_terminal() {
        let prompt = words.say("terminal-key-prompt", &[("key", &one_line(name))]);
        let key = rpassword::prompt_password(prompt).map_err(|_| Failure::StandardInput)?;
        return Ok(GivenKey::new(&key));
    }
    let bytes = input::standard_input()?;
    // What is no text is no key; the bytes are not repeated.
    let key = String::from_utf8(bytes).map_err(|_| Failure::App(Error::KeyRefused))?;
    Ok(GivenKey::new(&key))
}

const fn code(source: KeySource) -> &'static str {
    match source {
        KeySource::Keychain => "keychain",
        KeySource::Environment => "environment",
        KeySource::ThisRun => "this_run",
        KeySource::Missing => "missing",
    }
}

fn draw(page: &mut Page, view: &KeysView) {
    let words = page.words();
    if view.keys.is_empty() {
        page.text(Tone::Muted, "", &words.word("terminal-keys-none"));
        return;
    }
    let rows: Vec<_> = view
        .keys
        .iter()
        .map(|key| {
            let agents: Vec<String> = key.agents.iter().map(|agent| one_line(agent)).collect();
            vec![
                (Tone::Strong, key.name.clone()),
                (Tone::Plain, key.text.clone()),
                (Tone::Muted, agents.join(&words.word("terminal-list-comma"))),
            ]
        })
        .collect();
    page.table(&rows, &[]);
}
