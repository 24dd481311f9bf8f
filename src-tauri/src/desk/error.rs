//! Why something of the desktop did not happen. The sentences are `error-CODE` in `locales/`.

use std::io;
use std::path::PathBuf;

/// What could not be done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("the desk knows nothing called `{name}`")]
    UnknownName { name: String },
    #[error("the request for `{name}` could not be read")]
    ReadRequest { name: String, source: serde_json::Error },
    #[error("the clipboard could not be reached")]
    ReachClipboard { source: arboard::Error },
    #[error("the dialog could not be shown")]
    ShowDialog { source: tauri::Error },
    #[error("the file {path} could not be read")]
    ReadFile { path: PathBuf, source: io::Error },
    #[error("the file {path} could not be written")]
    WriteFile { path: PathBuf, source: io::Error },
    #[error("{path} is not opened: it is no document or folder")]
    RefusePath { path: PathBuf },
    #[error("`{url}` is not opened: it is no address of the web")]
    RefuseLink { url: String },
    #[error("the system could not open {what}")]
    Open { what: String, source: io::Error },
}

impl Error {
    /// The code the pages react to.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::UnknownName { .. } => "command_unknown",
            Self::ReadRequest { .. } => "request_unreadable",
            Self::ReachClipboard { .. } => "clipboard_unreachable",
            Self::ShowDialog { .. } => "dialog_unshown",
            Self::ReadFile { .. } => "input_unreadable",
            Self::WriteFile { .. } => "file_unwritable",
            Self::RefusePath { .. } => "path_refused",
            Self::RefuseLink { .. } => "link_refused",
            Self::Open { .. } => "not_opened",
        }
    }

    /// How the pages should treat it; the words are those of `CallError`.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::UnknownName { .. } | Self::ReadRequest { .. } => "wrong",
            Self::RefusePath { .. } | Self::RefuseLink { .. } => "refused",
            Self::ReachClipboard { .. }
            | Self::ShowDialog { .. }
            | Self::ReadFile { .. }
            | Self::WriteFile { .. }
            | Self::Open { .. } => "failed",
        }
    }

    /// What its sentence names.
    pub(crate) fn param(&self) -> Option<(&'static str, String)> {
        match self {
            Self::UnknownName { name } | Self::ReadRequest { name, .. } => Some(("command", name.clone())),
            Self::ReadFile { path, .. } | Self::WriteFile { path, .. } | Self::RefusePath { path } => {
                Some(("path", path.display().to_string()))
            }
            Self::RefuseLink { url } => Some(("url", url.clone())),
            Self::Open { what, .. } => Some(("what", what.clone())),
            Self::ReachClipboard { .. } | Self::ShowDialog { .. } => None,
        }
    }
}
