//! Checks that need no sandbox and no AI: the same deliverables give the same outcome, always.
//! Web links alone need the network; [`web::ask`] is for them, [`run`] never leaves the computer.

mod chinese;
mod files;
mod links;
mod tables;
mod texts;
pub mod web;

use halfday_domain::check::{CheckOutcome, CheckResult, CheckSpec, DetailCode, LinkScope};

use crate::deliverable::Deliverable;

/// Runs one check on what was delivered. Links of the web come back as *cannot tell* until they
/// are asked.
pub fn run(spec: &CheckSpec, deliverables: &[Deliverable]) -> CheckOutcome {
    match spec {
        CheckSpec::Person { .. } => CheckOutcome::for_person(),
        CheckSpec::File { name, at_least, least_bytes } => {
            files::present(name, *at_least, *least_bytes, deliverables)
        }
        CheckSpec::Contains { text } => texts::contains(text, deliverables),
        CheckSpec::NotContains { text } => texts::does_not_contain(text, deliverables),
        CheckSpec::Regex { pattern } => texts::matches(pattern, deliverables),
        CheckSpec::Json { name } => tables::json(name.as_deref(), deliverables),
        CheckSpec::Csv { name, columns, rows } => tables::csv(name.as_deref(), columns, *rows, deliverables),
        CheckSpec::Headings { titles } => texts::headings(titles, deliverables),
        CheckSpec::Words { bounds } => texts::words(*bounds, deliverables),
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

/// Whether all of it holds; the person's own checks are not counted.
pub fn failed(outcomes: &[CheckOutcome]) -> usize {
    outcomes.iter().filter(|outcome| outcome.result == CheckResult::Fails).count()
}

/// The texts among the deliverables, or why nobody can look into them.
fn texts_of(deliverables: &[Deliverable]) -> Result<Vec<(&Deliverable, &str)>, CheckOutcome> {
    let texts: Vec<_> = deliverables.iter().filter_map(|file| file.text().map(|text| (file, text))).collect();
    if !texts.is_empty() {
        return Ok(texts);
    }
    Err(if deliverables.is_empty() {
        CheckOutcome::with(CheckResult::Fails, DetailCode::NoText, &[])
    } else {
        not_text(deliverables)
    })
}

/// Documents among the deliverables: a text that is missing elsewhere may be in them.
fn not_text(deliverables: &[Deliverable]) -> CheckOutcome {
    let names = deliverables.iter().filter(|file| file.text().is_none()).map(Deliverable::name);
    cannot_tell_of(&names.collect::<Vec<_>>())
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
