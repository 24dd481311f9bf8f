//! Whether what an item was given came back as it was. What was compared with what is the caller's: it has both.

use globset::Glob;
use halfday_domain::check::{CheckOutcome, CheckResult, DetailCode};

use super::{Side, fails, listed};

pub(super) fn unchanged(side: Side<'_>) -> CheckOutcome {
    if side.inputs.is_empty() {
        return CheckOutcome::with(CheckResult::CannotTell, DetailCode::NoInputs, &[]);
    }
    let is_input = |path: &&String| side.inputs.iter().any(|input| is_meant(input, path));
    let changed: Vec<&String> = side.changed.iter().filter(is_input).collect();
    if changed.is_empty() {
        return CheckOutcome::holds();
    }
    fails(DetailCode::InputsChanged, &[("names", &listed(&changed))])
}

/// Whether a declared input is this file, a folder that holds it, or a glob that finds it.
fn is_meant(input: &str, path: &str) -> bool {
    let plain = input.strip_prefix("./").unwrap_or(input).trim_end_matches('/');
    let is_within = path.strip_prefix(plain).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_found = || Glob::new(plain).is_ok_and(|glob| glob.compile_matcher().is_match(path));
    matches!(plain, "" | ".") || is_within || is_found()
}
