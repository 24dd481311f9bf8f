//! Care of the data: verified backups, restoring one, looking for damage, a look at the whole.

use std::path::{Path, PathBuf};

use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_store::RestoreChoice;

use crate::api::{BackupView, DoctorLine, DoctorView, Nothing, VerifyView};
use crate::{App, Error, data_folder, prices};

impl App {
    /// Writes a verified copy into the folder of backups.
    pub fn backup(&self, _: Nothing) -> Result<BackupView, Error> {
        self.backup_into(&self.folder().join("backups"))
    }

    /// Writes a verified copy, named by the time, into `folder`.
    pub(crate) fn backup_into(&self, folder: &Path) -> Result<BackupView, Error> {
        let at = jiff::Timestamp::from_millisecond(self.now()).unwrap_or_default();
        let name = at.to_zoned_datetime(self.zone()).strftime("halfday-%Y-%m-%d-%H%M%S.db").to_string();
        std::fs::create_dir_all(folder)
            .map_err(|source| Error::WriteFile { path: folder.to_owned(), source })?;
        let report = self.store.backup_to(&folder.join(name))?;
        let words = self.words();
        let jobs = report.rows.get("jobs").copied().and_then(|rows| u64::try_from(rows).ok()).unwrap_or(0);
        let path = report.path.display().to_string();
        let text = words.say("backup-made", &[("path", &path), ("jobs", &jobs.to_string())]);
        Ok(BackupView { path, bytes: report.bytes, jobs, text })
    }

    /// Reads the whole file for damage.
    pub fn verify(&self, _: Nothing) -> Result<VerifyView, Error> {
        let report = self.store.verify()?;
        let faults: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        let words = self.words();
        let text = if report.is_whole() {
            let rows: i64 = report.rows.values().sum();
            words.say("verify-sound", &[("rows", &fmt::integer(rows))])
        } else {
            words.say("verify-damaged", &[("count", &faults.len().to_string())])
        };
        Ok(VerifyView { sound: report.is_whole(), faults, text })
    }

    /// Looks at everything the program stands on.
    pub fn doctor(&self, _: Nothing) -> Result<DoctorView, Error> {
        let words = self.words();
        let verified = self.verify(Nothing {})?;
        let folder = self.folder().display().to_string();
        let writable = tempfile_in(self.folder());
        let last = last_backup(&self.folder().join("backups"));
        let line = |code: &str, fine: bool, text: String| DoctorLine { code: code.to_owned(), fine, text };
        let backup_text = match &last {
            Some(name) => words.say("doctor-backup", &[("name", name)]),
            None => words.word("doctor-no-backup"),
        };
        let models = self.store.read(prices::models_in_use)?;
        let prices = models.iter().map(|found| {
            let key = if found.is_priced { "doctor-price" } else { "doctor-no-price" };
            let args = [("agent", found.agent.as_str()), ("model", found.model.as_str())];
            line("price", found.is_priced, words.say(key, &args))
        });
        Ok(DoctorView {
            checks: [
                line("version", true, words.say("doctor-version", &[("version", env!("CARGO_PKG_VERSION"))])),
                line("data_folder", writable, doctor_folder(words, &folder, writable)),
                line("database", verified.sound, verified.text),
                line("backup", last.is_some(), backup_text),
                line("language", true, words.say("doctor-language", &[("language", self.language().code())])),
            ]
            .into_iter()
            .chain(prices)
            .collect(),
        })
    }
}

fn doctor_folder(words: &Words, folder: &str, writable: bool) -> String {
    let key = if writable { "doctor-folder" } else { "doctor-folder-readonly" };
    words.say(key, &[("folder", folder)])
}

/// Whether a file can be made in the folder.
fn tempfile_in(folder: &Path) -> bool {
    let probe = folder.join(format!(".probe-{}", std::process::id()));
    let made = std::fs::write(&probe, b"").is_ok();
    // A probe that could not be made is not there to be removed.
    let _ = std::fs::remove_file(&probe);
    made
}

fn last_backup(folder: &Path) -> Option<String> {
    let names = std::fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("halfday-")).max()
}

/// Brings a copy back as the database of a data folder nobody has open; the present one is kept
/// beside it. Gives where.
pub fn restore(data: Option<&Path>, from: &Path, at: i64) -> Result<Option<PathBuf>, Error> {
    let folder = data_folder(data)?;
    Ok(halfday_store::restore(&folder, from, RestoreChoice::RefuseEmpty, at)?.kept)
}
