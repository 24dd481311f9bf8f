//! Checks that need no AI: the same deliverables beside the same files of the person's give the same outcome.
//! Web links alone need the network; [`web::ask`] is for them, [`run`] never leaves the computer. Nor does
//! it start a program: [`command::run`] does.

mod chinese;
pub mod command;
mod files;
mod inputs;
mod links;
mod pages;
mod schema;
mod tables;
mod texts;
pub mod web;

use std::borrow::Cow;
use std::path::Path;

use halfday_domain::check::{CheckOutcome, CheckResult, CheckSpec, DetailCode, LinkScope};

use crate::deliverable::Deliverable;

/// What a check may look at beside what was delivered. All of it is the person's: what an agent wrote is
/// never the measure of what it wrote.
#[derive(Debug, Clone, Copy, Default)]
pub struct Side<'a> {
    /// The folder results go to, and what was copied comes from.
    pub folder: Option<&'a Path>,
    /// The inputs the item declares, as paths of that folder.
    pub inputs: &'a [String],
    /// Files that were copied and came back with other content, or are gone; as paths of that folder.
    pub changed: &'a [String],
    /// Whether the person turned commands on for the item.
    pub commands: bool,
}

/// Runs one check on what was delivered. Links of the web and commands come back as *cannot
/// tell* until they are asked and run.
pub fn run(spec: &CheckSpec, deliverables: &[Deliverable], side: Side<'_>) -> CheckOutcome {
    match spec {
        CheckSpec::Person { .. } => CheckOutcome::for_person(),
        CheckSpec::File { name, at_least, least_bytes } => {
            files::present(name, *at_least, *least_bytes, deliverables)
        }
        CheckSpec::Contains { text } => texts::contains(text, deliverables),
        CheckSpec::NotContains { text } => texts::does_not_contain(text, deliverables),
        CheckSpec::Regex { pattern } => texts::matches(pattern, deliverables),
        CheckSpec::Json { name } => tables::json(name.as_deref(), deliverables),
        CheckSpec::JsonSchema { name, schema } => {
            schema::follows(name.as_deref(), schema, deliverables, side)
        }
        CheckSpec::Csv { name, columns, rows } => tables::csv(name.as_deref(), columns, *rows, deliverables),
        CheckSpec::InputsUnchanged => inputs::unchanged(side),
        CheckSpec::Command { .. } => command::not_run(side),
        CheckSpec::Headings { titles } => texts::headings(titles, deliverables),
        CheckSpec::Words { bounds } => texts::words(*bounds, deliverables),
        CheckSpec::Pages { bounds } => pages::count(*bounds, deliverables),
        CheckSpec::Links { scope: LinkScope::Local } => links::local(deliverables),
        CheckSpec::Links { scope: LinkScope::Web } => {
            let local = links::local(deliverables);
            match local.result {
                CheckResult::Fails | CheckResult::CannotTell => local,
                CheckResult::Holds | CheckResult::ForPerson if links::web(deliverables).is_empty() => local,
                CheckResult::Holds | CheckResult::ForPerson => {
                    CheckOutcome::with(CheckResult::CannotTell, DetailCode::NotAsked, &[])
                }
            }
        }
        CheckSpec::Traditional => chinese::traditional(deliverables),
        CheckSpec::Taiwan => chinese::taiwan(deliverables),
    }
}

/// What was delivered, as texts.
struct Texts<'a> {
    readable: Vec<(&'a Deliverable, Cow<'a, str>)>,
    /// Names of files nobody can look into here: a text that is missing elsewhere may be in them.
    unreadable: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    /// The texts, or the outcome when there is none.
    fn of(deliverables: &'a [Deliverable]) -> Result<Self, CheckOutcome> {
        let mut texts = Self { readable: vec![], unreadable: vec![] };
        for file in deliverables {
            match file.readable() {
                Some(text) => texts.readable.push((file, text)),
                None => texts.unreadable.push(file.name()),
            }
        }
        match (texts.readable.is_empty(), texts.unreadable.is_empty()) {
            (true, true) => Err(fails(DetailCode::NoText, &[])),
            (true, false) => Err(cannot_tell_of(&texts.unreadable)),
            (false, _) => Ok(texts),
        }
    }

    fn all(&self) -> impl Iterator<Item = (&'a Deliverable, &str)> {
        self.readable.iter().map(|(file, text)| (*file, text.as_ref()))
    }

    /// The outcome, when all there is could be read.
    fn or_unreadable(&self, outcome: CheckOutcome) -> CheckOutcome {
        if self.unreadable.is_empty() { outcome } else { cannot_tell_of(&self.unreadable) }
    }
}

fn cannot_tell_of(names: &[&str]) -> CheckOutcome {
    CheckOutcome::with(CheckResult::CannotTell, DetailCode::NotText, &[("names", &listed(names))])
}

fn fails(code: DetailCode, args: &[(&str, &str)]) -> CheckOutcome {
    CheckOutcome::with(CheckResult::Fails, code, args)
}

/// Names for a detail: the first few, so that it stays a line.
fn listed<T: AsRef<str>>(names: &[T]) -> String {
    const MOST: usize = 12;
    let shown: Vec<&str> = names.iter().take(MOST).map(AsRef::as_ref).collect();
    let more = if names.len() > MOST { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
