//! What is asked of an answer: the lines of *done when* of its item and, where that covers others, of each of them.
//! One answer to several items may come as one text. Then nobody can tell which part of it answers whom, and a check
//! says only what follows from the whole.

use std::path::Path;

use halfday_domain::check::{CheckOutcome, CheckResult, CheckSpec, DetailCode};
use halfday_domain::id::ItemId;
use halfday_runner::checks::Side;
use halfday_runner::deliverable::Deliverable;
use halfday_store::Connection;
use halfday_store::items;
use halfday_store::subitems::{self, PlannedCheck};
use tokio_util::sync::CancellationToken;

use crate::Error;
use crate::clipboard::missing;
use crate::held::files_of;

/// What came back, and the person's folder it is held against.
#[derive(Clone, Copy)]
pub(crate) struct CameBack<'a> {
    pub(crate) delivered: &'a [Deliverable],
    pub(crate) folder: &'a Path,
    /// What was copied and did not come back as it was.
    pub(crate) changed: &'a [String],
    /// Cancelled when nobody waits for the checks any more.
    pub(crate) stop: &'a CancellationToken,
}

/// A planned check, and which part of an answer it is about.
pub(crate) struct Asked {
    pub(crate) planned: PlannedCheck,
    part: Part,
    /// What the item declares that it needs.
    inputs: Vec<String>,
    /// Whether the person turned commands on for the item that is worked.
    commands: bool,
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
    let covered = items::covered_by(connection, item)?;
    let whole = items::by_id(connection, item)?.ok_or_else(|| missing(item))?;
    let inputs = files_of(&whole, &covered).inputs;
    let commands = whole.commands_since.is_some();
    let own = subitems::checks_of(connection, item)?.into_iter();
    let mut all: Vec<Asked> =
        own.map(|planned| Asked { planned, part: Part::Whole, inputs: inputs.clone(), commands }).collect();
    for one in &covered {
        for planned in subitems::checks_of(connection, one.id)? {
            let part = if covered.len() == 1 {
                Part::Whole
            } else {
                Part::Of { outputs: one.files.outputs.clone() }
            };
            all.push(Asked { planned, part, inputs: one.files.inputs.clone(), commands });
        }
    }
    Ok(all)
}

impl Asked {
    /// What came of it, when `look` says what a line comes to on some files beside the person's.
    pub(crate) fn outcome(
        &self,
        came: CameBack<'_>,
        look: impl Fn(&CheckSpec, &[Deliverable], Side<'_>) -> Result<CheckOutcome, Error>,
    ) -> Result<CheckOutcome, Error> {
        let CameBack { delivered, folder, changed, .. } = came;
        let spec = CheckSpec::parse(&self.planned.text);
        let side = Side { folder: Some(folder), inputs: &self.inputs, changed, commands: self.commands };
        let Part::Of { outputs } = &self.part else { return look(&spec, delivered, side) };
        if names_its_file(&spec) {
            return look(&spec, delivered, side);
        }
        let is_own =
            |file: &&Deliverable| outputs.iter().any(|name| name.rsplit('/').next() == Some(file.name()));
        let own: Vec<Deliverable> = delivered.iter().filter(is_own).cloned().collect();
        if own.is_empty() {
            Ok(of_the_whole(&spec, look(&spec, delivered, side)?))
        } else {
            look(&spec, &own, side)
        }
    }
}

fn names_its_file(spec: &CheckSpec) -> bool {
    match spec {
        CheckSpec::File { .. }
        | CheckSpec::Json { name: Some(_) }
        | CheckSpec::JsonSchema { name: Some(_), .. }
        | CheckSpec::InputsUnchanged
        | CheckSpec::Command { .. }
        | CheckSpec::Csv { name: Some(_), .. } => true,
        CheckSpec::Person { .. }
        | CheckSpec::Contains { .. }
        | CheckSpec::NotContains { .. }
        | CheckSpec::Regex { .. }
        | CheckSpec::Json { name: None }
        | CheckSpec::JsonSchema { name: None, .. }
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
        | CheckSpec::InputsUnchanged
        | CheckSpec::Command { .. }
        | CheckSpec::Headings { .. } => true,
        // Where the whole is without fault, each part is; a fault may be another item's.
        CheckSpec::NotContains { .. }
        | CheckSpec::Json { .. }
        | CheckSpec::JsonSchema { .. }
        | CheckSpec::Csv { .. }
        | CheckSpec::Links { .. }
        | CheckSpec::Traditional
        | CheckSpec::Taiwan => outcome.result != CheckResult::Fails,
        // The length of the whole is not that of a part.
        CheckSpec::Words { .. } | CheckSpec::Pages { .. } => false,
    };
    if is_told { outcome } else { CheckOutcome::with(CheckResult::CannotTell, DetailCode::PartUnclear, &[]) }
}
