//! Which files came back, and how large they are.

use globset::GlobBuilder;
use halfday_domain::check::{CheckOutcome, CheckResult, DetailCode};

use super::fails;
use crate::deliverable::Deliverable;

/// Whether `name` is that of `file`; a name without a folder is found in every folder.
pub(super) fn is_named(file: &Deliverable, name: &str) -> Option<bool> {
    if file.path == name || (!name.contains('/') && file.name() == name) {
        return Some(true);
    }
    let glob = GlobBuilder::new(name).literal_separator(true).backslash_escape(false).build().ok()?;
    let matcher = glob.compile_matcher();
    Some(matcher.is_match(&file.path) || (!name.contains('/') && matcher.is_match(file.name())))
}

pub(super) fn present(
    name: &str,
    at_least: u64,
    least_bytes: Option<u64>,
    deliverables: &[Deliverable],
) -> CheckOutcome {
    let mut found = vec![];
    for file in deliverables {
        match is_named(file, name) {
            Some(true) => found.push(file),
            Some(false) => {}
            None => {
                return CheckOutcome::with(CheckResult::CannotTell, DetailCode::BadGlob, &[("name", name)]);
            }
        }
    }
    let count = found.len() as u64;
    if count < at_least {
        let (count, wanted) = (count.to_string(), at_least.to_string());
        return if at_least <= 1 {
            fails(DetailCode::NoSuchFile, &[("name", name)])
        } else {
            fails(DetailCode::FilesFound, &[("name", name), ("count", &count), ("wanted", &wanted)])
        };
    }
    // Without a size asked for, an empty file is still no file.
    let wanted = least_bytes.unwrap_or(1);
    match found.iter().find(|file| (file.content.len() as u64) < wanted) {
        Some(small) => {
            let bytes = small.content.len().to_string();
            let args = [("name", small.name()), ("bytes", &bytes), ("wanted", &wanted.to_string())];
            fails(DetailCode::FileTooSmall, &args)
        }
        None => CheckOutcome::holds(),
    }
}
