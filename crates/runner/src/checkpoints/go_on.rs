//! An attempt goes on from another one: what that one had changed is put over the new copy. The rest
//! of the copy stays as the person has it now.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::manifest::Manifest;
use super::{Checkpoints, Pulse, read_if_there};
use crate::disk;
use crate::error::Error;
use crate::objects::Hash;
use crate::staging::differences;
use crate::staging::tree::Tree;

const MADE_FROM: &str = "made_from.json";
/// The copy as it was made, before anything was put over it.
const COPY: u32 = 1;

/// What the person's files were that changed ones were made from, by path, where the copy does not say so:
/// they were changed by an earlier attempt. `None`: there was no file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFrom(BTreeMap<String, Option<Hash>>);

impl MadeFrom {
    /// What the file at `path` was made from, where it differs from its `copy`.
    pub fn of(&self, path: &str, copy: Option<Hash>) -> Option<Hash> {
        self.0.get(path).copied().unwrap_or(copy)
    }
}

impl Checkpoints {
    /// Puts what `earlier` had changed up to its checkpoint `number` over the new copy in `folder`. What that
    /// one deleted goes, unless the person changed it since.
    pub fn go_on_from(&self, earlier: &Self, number: u32, folder: &Path) -> Result<MadeFrom, Error> {
        let last = Manifest::read(&earlier.folder, number)?.tree;
        let copy = Manifest::read(&earlier.folder, COPY)?.tree;
        let before = earlier.made_from()?;
        let taken = self.take(folder)?.number();
        let now = Manifest::read(&self.folder, taken)?.tree;
        let (target, made_from) = over(&now, &copy, &before, &last);
        self.prove(&target, &now)?;
        // Those who go on from this attempt have to know it, too.
        let path = self.folder.join(MADE_FROM);
        let text =
            serde_json::to_vec(&made_from).map_err(|source| Error::Journal { path: path.clone(), source })?;
        disk::write_whole(&path, &text)?;
        // No journal: who dies here has no checkpoint after it, and the next goes on from the earlier one.
        self.carry_out(&target, &now, folder, &mut Pulse::steady())?;
        Ok(made_from)
    }

    fn made_from(&self) -> Result<MadeFrom, Error> {
        let path = self.folder.join(MADE_FROM);
        match read_if_there(&path)? {
            Some(text) => serde_json::from_slice(&text).map_err(|source| Error::Journal { path, source }),
            None => Ok(MadeFrom::default()),
        }
    }
}

/// The new copy `now` with what differs between `copy` and `last`, and what that was made from.
fn over(now: &Tree, copy: &Tree, before: &MadeFrom, last: &Tree) -> (Tree, MadeFrom) {
    let (mut target, mut made_from) = (now.clone(), MadeFrom::default());
    let at_first = |path: &str| before.of(path, copy.file(path).map(|file| file.hash));
    let changed = differences(copy, last).into_iter().map(|change| change.path);
    // What an attempt before that one had changed may look unchanged since its copy, and is not.
    let mut paths: Vec<String> = changed.chain(before.0.keys().cloned()).collect();
    paths.sort();
    paths.dedup();
    for path in paths {
        let was = at_first(&path);
        match last.file(&path) {
            Some(file) if Some(file.hash) != was => target.put_over(&path, file.clone()),
            None if was.is_some() && now.file(&path).map(|file| file.hash) == was => target.remove(&path),
            Some(_) | None => continue,
        }
        made_from.0.insert(path, was);
    }
    (target, made_from)
}
