//! What an agent said when no list came of it: kept for the person, the newest few, in the data folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// The folder, in the data folder.
pub(crate) const ANSWERS: &str = "answers";
/// So many are kept; they hold the person's words, and nobody needs them for long.
const MOST: usize = 20;

/// Keeps `answers`, all of one conversation, in a file named after the time. `None`: nothing was said.
pub(super) fn keep(data: &Path, at: i64, answers: &[String]) -> Result<Option<PathBuf>, Error> {
    let said: Vec<&str> =
        answers.iter().map(|answer| answer.trim()).filter(|answer| !answer.is_empty()).collect();
    if said.is_empty() {
        return Ok(None);
    }
    let folder = data.join(ANSWERS);
    fs::create_dir_all(&folder).map_err(|source| Error::WriteFile { path: folder.clone(), source })?;
    // Digits of one length, so that names sort by time.
    let path = (0_u32..1_000)
        .map(|further| folder.join(format!("split-{at:015}-{further:03}.txt")))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join("split.txt"));
    fs::write(&path, said.join("\n\n---\n\n") + "\n")
        .map_err(|source| Error::WriteFile { path: path.clone(), source })?;
    clear(&folder);
    Ok(Some(path))
}

/// Removes the oldest. One that stays is tried again the next time.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let too_many = files.len().saturating_sub(MOST);
    for old in files.iter().take(too_many) {
        let _ = fs::remove_file(old);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_are_kept_and_silence_is_none() -> Result<(), Box<dyn std::error::Error>> {
        let data = tempfile::tempdir()?;
        assert_eq!(keep(data.path(), 1, &[" ".to_owned()])?, None);

        for at in 0..30 {
            keep(data.path(), at, &["first".to_owned(), format!("answer {at}")])?;
        }

        let mut texts: Vec<String> = vec![];
        for entry in fs::read_dir(data.path().join(ANSWERS))? {
            texts.push(fs::read_to_string(entry?.path())?);
        }
        assert_eq!(texts.len(), MOST);
        assert!(texts.contains(&"first\n\n---\n\nanswer 29\n".to_owned()));
        assert!(!texts.contains(&"first\n\n---\n\nanswer 9\n".to_owned()));
        Ok(())
    }
}
