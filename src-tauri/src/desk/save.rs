//! Writing a file where the person wants it: a text of ours, or a copy of a file that is there.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Error;

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Content {
    Text(String),
    /// A copy of this file.
    Path(PathBuf),
}

/// Writes `content` to `place`, over what is there: the dialog has asked.
pub(super) fn save(content: &Content, place: &Path) -> Result<(), Error> {
    let unwritable = |source| Error::WriteFile { path: place.to_owned(), source };
    match content {
        Content::Text(text) => fs::write(place, text).map_err(unwritable),
        Content::Path(from) => {
            // Read whole before anything is written: a file saved over itself stays what it is.
            let bytes = fs::read(from).map_err(|source| Error::ReadFile { path: from.clone(), source })?;
            fs::write(place, bytes).map_err(unwritable)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("report.md");

        save(&Content::Text("## 第 47 週\n".to_owned()), &place).unwrap();

        assert_eq!(fs::read_to_string(place).unwrap(), "## 第 47 週\n");
    }

    #[test]
    fn a_file_saved_over_itself_stays_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("table.csv");
        fs::write(&place, "a,b\n").unwrap();

        save(&Content::Path(place.clone()), &place).unwrap();

        assert_eq!(fs::read_to_string(place).unwrap(), "a,b\n");
    }

    #[test]
    fn a_file_that_is_gone_is_named_and_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let (gone, place) = (folder.path().join("gone"), folder.path().join("copy"));

        let error = save(&Content::Path(gone.clone()), &place).unwrap_err();

        assert_eq!(error.param(), Some(("path", gone.display().to_string())));
        assert!(!place.exists());
    }
}
