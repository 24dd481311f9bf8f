//! The copies attempts work in and their checkpoints: where they are, what goes into one, and when they
//! go.

use std::path::PathBuf;

use halfday_domain::attempt::Purpose;
use halfday_domain::id::AttemptId;
use halfday_runner::attempt::staged::{Plan, Snapshot, StagedCopy};
use halfday_runner::checkpoints::CheckpointStore;
use halfday_runner::staging::{Limits, Source, Stagings};
use halfday_store::{Connection, items, owned, steps};

use super::claim::Claimed;
use crate::clipboard::workspace_of;
use crate::held::files_of;
use crate::retry::asked;
use crate::{App, Error};

/// The folder of the copies attempts work in.
pub(crate) const STAGING: &str = "staging";
/// The folder of what those copies were in between.
pub(crate) const CHECKPOINTS: &str = "checkpoints";

impl App {
    pub(crate) fn stagings(&self) -> Stagings {
        Stagings::in_folder(self.folder().join(STAGING), self.folder(), Limits::default())
    }

    fn checkpoints(&self) -> CheckpointStore {
        CheckpointStore::in_folder(self.folder().join(CHECKPOINTS))
    }

    /// The copy a claimed item is worked in; it is not made yet.
    pub(super) fn copy_for(&self, claimed: &Claimed) -> Result<StagedCopy, Error> {
        let (item, from) = (claimed.item.clone(), claimed.goes_on_from);
        let (files, goes_on_from) = self.store.read(move |connection| {
            let files = files_of(&item, &items::covered_by(connection, item.id)?);
            let from = from.map(|from| kept_of(connection, from)).transpose()?;
            Ok::<_, Error>((files, from.flatten()))
        })?;
        let workspace = self.source_folder(claimed)?;
        if claimed.purpose == Purpose::Bench {
            return Ok(self.copy_of(claimed, Source::Workspace(workspace), None));
        }
        if claimed.job.workspace.is_none() {
            // The job's own folder: it need not wait for the first result.
            std::fs::create_dir_all(&workspace)
                .map_err(|source| Error::WriteFile { path: workspace.clone(), source })?;
        }
        let source = if files.inputs.is_empty() {
            Source::Workspace(workspace)
        } else {
            Source::Inputs { workspace, paths: files.inputs, also: files.outputs }
        };
        Ok(self.copy_of(claimed, source, goes_on_from))
    }

    fn copy_of(
        &self,
        claimed: &Claimed,
        source: Source,
        goes_on_from: Option<(AttemptId, Snapshot)>,
    ) -> StagedCopy {
        StagedCopy::new(Plan {
            attempt: claimed.hold.attempt.to_string(),
            source,
            stagings: self.stagings(),
            checkpoints: self.checkpoints(),
            goes_on_from: goes_on_from.map(|(attempt, snapshot)| (attempt.to_string(), snapshot)),
        })
    }

    /// The folder an attempt's files come from: the job's, or for a bench what was frozen of it.
    pub(super) fn source_folder(&self, claimed: &Claimed) -> Result<PathBuf, Error> {
        match claimed.purpose {
            Purpose::Work | Purpose::Shadow => Ok(workspace_of(self.folder(), &claimed.job)),
            Purpose::Bench => {
                let item = claimed.item.clone();
                let asked = self.store.read(move |connection| asked(connection, &item))?;
                self.frozen_inputs(&claimed.item, &claimed.job, &asked)
            }
        }
    }

    /// Removes the copies of attempts that have ended, the checkpoints nobody can go on from any more, and frozen inputs
    /// no bench rests on.
    pub(super) fn clear_copies(&self) -> Result<(), Error> {
        let stagings = self.stagings();
        // Looked at before the database is: an attempt is there before its folder.
        let copies = stagings.names().unwrap_or_default();
        let (open, kept) = self.store.read(|connection| {
            let open = owned::open(connection)?;
            let mut kept = owned::all_to_go_on_from(connection)?;
            kept.extend(&open);
            // Who died before the first checkpoint leads back to the one before.
            let mut next = 0;
            while let Some(attempt) = kept.get(next) {
                let before = owned::went_on_from(connection, *attempt)?;
                kept.extend(before.filter(|before| !kept.contains(before)));
                next += 1;
            }
            Ok::<_, Error>((open, kept))
        })?;
        let open: Vec<String> = open.iter().map(ToString::to_string).collect();
        let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        for copy in copies.iter().filter(|copy| !open.contains(copy)) {
            // What cannot be removed now is litter, and tried again the next time.
            let _ = stagings.remove(copy);
        }
        // As above.
        let _ = self.checkpoints().keep_only(&kept);
        self.clear_frozen_inputs()
    }
}

/// The last checkpoint of `attempt`, or of the one it went on from when it died before its first.
fn kept_of(connection: &Connection, attempt: AttemptId) -> Result<Option<(AttemptId, Snapshot)>, Error> {
    let mut attempt = Some(attempt);
    while let Some(one) = attempt {
        if let Some(text) = steps::last_checkpoint(connection, one)? {
            return Ok(Snapshot::of(&text).map(|snapshot| (one, snapshot)));
        }
        attempt = owned::went_on_from(connection, one)?;
    }
    Ok(None)
}
