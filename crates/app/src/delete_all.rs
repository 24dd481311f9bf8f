//! Deleting everything: the one command that asks for a typed word, for there is no way back but a backup.

use std::fs;
use std::io;
use std::path::Path;

use crate::api::{BackupTo, BackupView, DeleteAll, Nothing};
use crate::drive::{CHECKPOINTS, STAGING};
use crate::splitter::ANSWERS;
use crate::{App, Error};

/// What belongs to the record beside the database. `results` is not among them: what was accepted is the person's.
const KEPT_BESIDE: [&str; 6] = ["objects", "editing", "publishing", STAGING, CHECKPOINTS, ANSWERS];

impl App {
    /// Writes a verified copy into a folder of the person's.
    pub fn backup_to(&self, request: BackupTo) -> Result<BackupView, Error> {
        self.backup_into(Path::new(&request.folder))
    }

    /// Deletes everything that was recorded and begins with a new file. This `App` is closed by it, whatever comes of
    /// it; it is for the shell to open another.
    pub fn delete_all(&self, request: DeleteAll) -> Result<Nothing, Error> {
        let word = self.words().word("delete-all-word");
        if request.typed.trim().to_lowercase() != word.to_lowercase() {
            return Err(Error::DeletionUnconfirmed { word });
        }
        let folder = self.folder().to_owned();
        self.forget_all_keys()?;
        self.clone().close();
        halfday_store::begin_anew(&folder)?;
        for name in KEPT_BESIDE {
            let path = folder.join(name);
            match fs::remove_dir_all(&path) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => {
                    return Err(Error::WriteFile { path, source });
                }
                Ok(()) | Err(_) => {}
            }
        }
        Ok(Nothing {})
    }

    /// Whether its data was closed, here or by a clone.
    pub fn is_closed(&self) -> bool {
        self.store.is_closed()
    }
}
