//! What is asked of an answer: the lines of *done when* of its item and, where that covers others, of each of them.
//! One answer to several items may come as one text. Then nobody can tell which part of it answers whom, and a check
//! says only what follows from the whole.

use halfday_domain::check::{CheckOutcome, CheckResult, CheckSpec, DetailCode};
use halfday_domain::id::ItemId;
use halfday_runner::deliverable::Deliverable;
use halfday_store::Connection;
use halfday_store::items;
use halfday_store::subitems::{self, PlannedCheck};

use crate::Error;

/// A planned check, and which part of an answer it is about.
pub(crate) struct Asked {
    pub(crate) planned: PlannedCheck,
    part: Part,
}

enum Part {
    Whole,
    /// One of several covered items; the files it was to bring.
    Of {
        outputs: Vec<String>,
    },
}

/// Everything that is asked of an answer for `item`.
pub(crate) fn asked(connection: &Connection, item: ItemId) -> Result<Vec<Asked>, Error> {
    let own = subitems::checks_of(connection, item)?;
    let mut all: Vec<Asked> = own.into_iter().map(|planned| Asked { planned, part: Part::Whole }).collect();
    let covered = items::covered_by(connection, item)?;
    for one in &covered {
        for planned in subitems::checks_of(connection, one.id)? {
            let part = if covered.len() == 1 {
                Part::Whole
            } else {
                Part::Of { outputs: one.files.outputs.clone() }
            };
            all.push(Asked { planned, part });
        }
    }
    Ok(all)
}

impl Asked {
    /// What came of it, when `look` says what a line comes to on some files.
    pub(crate) fn outcome(
        &self,
        delivered: &[Deliverable],
        look: impl Fn(&str, &[Deliverable]) -> Result<CheckOutcome, Error>,
    ) -> Result<CheckOutcome, Error> {
        let line = &self.planned.text;
        let Part::Of { outputs } = &self.part else { return look(line, delivered) };
        let spec = CheckSpec::parse(line);
        if names_its_file(&spec) {
            return look(line, delivered);
        }
        let is_own =
            |file: &&Deliverable| outputs.iter().any(|name| name.rsplit('/').next() == Some(file.name()));
        let own: Vec<Deliverable> = delivered.iter().filter(is_own).cloned().collect();
        if own.is_empty() { Ok(of_the_whole(&spec, look(line, delivered)?)) } else { look(line, &own) }
    }
}

fn names_its_file(spec: &CheckSpec) -> bool {
    match spec {
        CheckSpec::File { .. } | CheckSpec::Json { name: Some(_) } | CheckSpec::Csv { name: Some(_), .. } => {
            true
        }
        CheckSpec::Person { .. }
        | CheckSpec::Contains { .. }
        | CheckSpec::NotContains { .. }
        | CheckSpec::Regex { .. }
        | CheckSpec::Json { name: None }
        | CheckSpec::Csv { name: None, .. }
        | CheckSpec::Headings { .. }
        | CheckSpec::Words { .. }
        | CheckSpec::Pages { .. }
        | CheckSpec::Links { .. }
        | CheckSpec::Traditional
        | CheckSpec::Taiwan => false,
    }
}

/// What `outcome`, found on the answer to several items, says of one of them.
fn of_the_whole(spec: &CheckSpec, outcome: CheckOutcome) -> CheckOutcome {
    let is_told = match spec {
        // What stands nowhere stands in no part; that it stands somewhere is all anybody can ask.
        CheckSpec::Person { .. }
        | CheckSpec::File { .. }
        | CheckSpec::Contains { .. }
        | CheckSpec::Regex { .. }
        | CheckSpec::Headings { .. } => true,
        // Where the whole is without fault, each part is; a fault may be another item's.
        CheckSpec::NotContains { .. }
        | CheckSpec::Json { .. }
        | CheckSpec::Csv { .. }
        | CheckSpec::Links { .. }
        | CheckSpec::Traditional
        | CheckSpec::Taiwan => outcome.result != CheckResult::Fails,
        // The length of the whole is not that of a part.
        CheckSpec::Words { .. } | CheckSpec::Pages { .. } => false,
    };
    if is_told { outcome } else { CheckOutcome::with(CheckResult::CannotTell, DetailCode::PartUnclear, &[]) }
}
