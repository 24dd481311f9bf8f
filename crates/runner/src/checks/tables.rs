//! JSON and CSV that came back, as files or as the only code block of an answer.

use std::borrow::Cow;

use halfday_domain::check::{Bounds, CheckOutcome, CheckResult, DetailCode};
use serde::de::IgnoredAny;

use super::files::is_named;
use super::{cannot_tell_of, fails, listed};
use crate::deliverable::Deliverable;
use crate::fence;

/// The texts meant: the named file; else all of this extension; else the one block in the
/// answer that is or may be one.
pub(super) fn meant<'a>(
    name: Option<&str>,
    extension: &str,
    deliverables: &'a [Deliverable],
) -> Result<Vec<(&'a str, Cow<'a, str>)>, CheckOutcome> {
    let mut files = vec![];
    for file in deliverables {
        let fits = match name {
            Some(name) => is_named(file, name).unwrap_or(false),
            None => file.name().to_lowercase().ends_with(&format!(".{extension}")),
        };
        if fits {
            let text = file.text().ok_or_else(|| cannot_tell_of(&[file.name()]))?;
            files.push((file.name(), Cow::Borrowed(text)));
        }
    }
    if let (Some(name), true) = (name, files.is_empty()) {
        return Err(fails(DetailCode::NoSuchFile, &[("name", name)]));
    }
    if files.is_empty() {
        for file in deliverables {
            let Some(text) = file.text() else { continue };
            let fences = fence::fences(text, &fence::lines(text));
            let named = fences.iter().filter(|fence| {
                fence.info.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case(extension))
            });
            let named: Vec<_> = named.filter_map(|fence| text.get(fence.content.clone())).collect();
            if named.is_empty() && fences.is_empty() {
                files.push((file.name(), Cow::Borrowed(text)));
            }
            files.extend(named.into_iter().map(|block| (file.name(), Cow::Borrowed(block))));
        }
    }
    Ok(files)
}

pub(super) fn json(name: Option<&str>, deliverables: &[Deliverable]) -> CheckOutcome {
    let files = match meant(name, "json", deliverables) {
        Ok(files) => files,
        Err(outcome) => return outcome,
    };
    if files.is_empty() {
        return fails(DetailCode::NoJson, &[]);
    }
    for (name, text) in files {
        if let Err(fault) = serde_json::from_str::<IgnoredAny>(&text) {
            let (line, column) = (fault.line().to_string(), fault.column().to_string());
            return fails(DetailCode::BadJson, &[("name", name), ("line", &line), ("column", &column)]);
        }
    }
    CheckOutcome::holds()
}

pub(super) fn csv(
    name: Option<&str>,
    columns: &[String],
    rows: Option<Bounds>,
    deliverables: &[Deliverable],
) -> CheckOutcome {
    let files = match meant(name, "csv", deliverables) {
        Ok(files) => files,
        Err(outcome) => return outcome,
    };
    if files.iter().all(|(_, text)| text.trim().is_empty()) {
        return fails(DetailCode::NoCsv, &[]);
    }
    let outcomes = files.iter().map(|(name, text)| one_csv(name, text, columns, rows));
    outcomes
        .into_iter()
        .find(|outcome| outcome.result != CheckResult::Holds)
        .unwrap_or_else(CheckOutcome::holds)
}

fn one_csv(name: &str, text: &str, columns: &[String], rows: Option<Bounds>) -> CheckOutcome {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let bad = |fault: &csv::Error| {
        let line = fault.position().map_or(1, csv::Position::line).to_string();
        fails(DetailCode::BadCsv, &[("name", name), ("line", &line)])
    };
    let heads: Vec<String> = match reader.headers() {
        Ok(heads) => heads.iter().map(|head| head.trim().to_lowercase()).collect(),
        Err(fault) => return bad(&fault),
    };
    let mut count = 0_u64;
    for record in reader.records() {
        match record {
            Ok(record) if record.iter().all(|field| field.trim().is_empty()) => {}
            Ok(_) => count += 1,
            Err(fault) => return bad(&fault),
        }
    }
    let missing: Vec<&String> =
        columns.iter().filter(|column| !heads.contains(&column.trim().to_lowercase())).collect();
    if !missing.is_empty() {
        return fails(DetailCode::ColumnsMissing, &[("name", name), ("names", &listed(&missing))]);
    }
    match rows {
        Some(bounds) if !bounds.hold(count) => {
            let args = [("name", name), ("count", &count.to_string()), ("bounds", &bounds.text())];
            fails(DetailCode::RowCount, &args)
        }
        Some(_) | None => CheckOutcome::holds(),
    }
}
