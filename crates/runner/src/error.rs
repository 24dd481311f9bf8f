//! What the runner could not do. The sentences for people are in `locales/`, by code.

use std::io;
use std::path::{Path, PathBuf};

use crate::objects::Hash;
use crate::sandbox::Tried;

/// What could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("could not read {path}")]
    Read { path: PathBuf, source: io::Error },
    #[error("could not write {path}")]
    Write { path: PathBuf, source: io::Error },
    #[error("`{0}` is not a hash")]
    NotAHash(String),
    /// The store never had it, or lost it.
    #[error("object {0} is missing")]
    ObjectMissing(Hash),
    /// What is stored under this hash is something else.
    #[error("object {hash} is damaged")]
    Corrupt { hash: Hash, source: Option<io::Error> },
    #[error("`{path}` is not a path that may be published: {fault}")]
    PathRefused { path: String, fault: PathFault },
    /// Nothing was published.
    #[error("{} of the files changed meanwhile", conflicts.len())]
    Conflict { conflicts: Vec<Conflict> },
    #[error("`{0}` cannot name a publication")]
    NotAPublication(String),
    /// A publication of this name is in the journal already.
    #[error("publication {0} is already in the journal")]
    AlreadyInJournal(String),
    #[error("the journal {path} cannot be understood")]
    Journal { path: PathBuf, source: serde_json::Error },
    /// Rolling back failed too; [`crate::publish::recover`] goes on where this stopped.
    #[error("publication {id} stopped half-way")]
    HalfWay { id: String, source: Box<Error> },
    #[error("the program for web links could not be made")]
    WebClient { source: reqwest::Error },
    /// A program of the system, or one an agent named, did not start.
    #[error("could not start {program}")]
    Start { program: String, source: io::Error },
    #[error("could not wait for the program {pid}")]
    Wait { pid: u32, source: io::Error },
    /// Killed, and still there: it hangs in the system, on a disk for example.
    #[error("process group {group} does not end")]
    DoesNotEnd { group: u32 },
    /// The disk is full, or would be; bytes where they are known.
    #[error("no room for {path}")]
    DiskFull { path: PathBuf, needed: Option<u64>, free: Option<u64> },
    /// Said before anything is copied.
    #[error(
        "{counted_files} files of {counted_bytes} bytes are more than the {files} and {bytes} that may be copied"
    )]
    TooLarge { counted_files: u64, counted_bytes: u64, files: u64, bytes: u64 },
    /// One file is longer than what was asked for takes, in bytes.
    #[error("{path} is longer than {longest} bytes")]
    TooLong { path: PathBuf, longest: u64 },
    #[error("the folder {path} is not there")]
    WorkspaceMissing { path: PathBuf },
    /// Relative to the workspace.
    #[error("the input {path} is not there")]
    InputMissing { path: String },
    /// Somebody writes to it without a pause.
    #[error("{path} changes all the time")]
    Unsteady { path: PathBuf },
    /// By the person.
    #[error("it was stopped")]
    Stopped,
    #[error("`{0}` cannot name a folder")]
    NotAName(String),
    #[error("{0} has a staging folder already")]
    AlreadyStaged(String),
    #[error("{0} has no staging folder")]
    NotStaged(String),
    #[error("the staging folder of {0} is in use")]
    InUse(String),
    #[error("there is no checkpoint {number}")]
    NoCheckpoint { number: u32 },
    /// Commands are refused on this machine.
    #[error("no fence holds here: {}", tried.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    NoSandbox { tried: Vec<Tried> },
    /// It would open the person's home, or the whole system.
    #[error("{path} is too much to be opened to a program")]
    ScopeRefused { path: PathBuf },
}

impl Error {
    /// The stable code, for exit codes, JSON and `locales/`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Read { .. } => "read",
            Self::Write { .. } => "write",
            Self::NotAHash(_) => "not_a_hash",
            Self::ObjectMissing(_) => "object_missing",
            Self::Corrupt { .. } => "object_damaged",
            Self::PathRefused { .. } => "path_refused",
            Self::Conflict { .. } => "conflict",
            Self::NotAPublication(_) => "not_a_publication",
            Self::AlreadyInJournal(_) => "already_publishing",
            Self::Journal { .. } => "journal",
            Self::HalfWay { .. } => "half_way",
            Self::WebClient { .. } => "web_client",
            Self::Start { .. } => "start",
            Self::Wait { .. } => "wait",
            Self::DoesNotEnd { .. } => "does_not_end",
            Self::DiskFull { .. } => "disk_full",
            Self::TooLarge { .. } => "too_large",
            Self::TooLong { .. } => "too_long",
            Self::WorkspaceMissing { .. } => "workspace_missing",
            Self::InputMissing { .. } => "input_missing",
            Self::Unsteady { .. } => "unsteady",
            Self::Stopped => "stopped",
            Self::NotAName(_) => "not_a_name",
            Self::AlreadyStaged(_) => "already_staged",
            Self::NotStaged(_) => "not_staged",
            Self::InUse(_) => "in_use",
            Self::NoCheckpoint { .. } => "no_checkpoint",
            Self::NoSandbox { .. } => "no_sandbox",
            Self::ScopeRefused { .. } => "scope_refused",
        }
    }

    pub(crate) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }

    pub(crate) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source: io::Error| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { path, needed: None, free: None }
            }
            _ => Self::Write { path, source },
        }
    }
}

/// Why a path may not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PathFault {
    #[error("it is empty")]
    Empty,
    #[error("it is absolute")]
    Absolute,
    #[error("it leaves the folder")]
    LeavesFolder,
    #[error("it has a character that no file name may have")]
    BadCharacter,
    #[error("the name is reserved on some systems")]
    ReservedName,
    #[error("it is too long")]
    TooLong,
    #[error("it belongs to version control, to secrets or to this program")]
    OffLimits,
    #[error("two files have this name, apart from case")]
    Twice,
    #[error("a part of it is a link")]
    Link,
    #[error("a part of it is no folder")]
    NotAFolder,
    #[error("it is no plain file")]
    NotAFile,
}

impl PathFault {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Absolute => "absolute",
            Self::LeavesFolder => "leaves_folder",
            Self::BadCharacter => "bad_character",
            Self::ReservedName => "reserved_name",
            Self::TooLong => "too_long",
            Self::OffLimits => "off_limits",
            Self::Twice => "twice",
            Self::Link => "link",
            Self::NotAFolder => "not_a_folder",
            Self::NotAFile => "not_a_file",
        }
    }
}

/// A file that is not as it was when the work began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Relative to the workspace.
    pub path: String,
    pub reason: ConflictReason,
}

/// How it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConflictReason {
    /// It was to be new, and is there.
    Exists,
    /// It is gone.
    Gone,
    /// Its content is another.
    Changed,
}

impl ConflictReason {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::Gone => "gone",
            Self::Changed => "changed",
        }
    }
}

#[cfg(test)]
mod tests {
    use halfday_domain::words::{Language, Words};

    use super::*;

    #[test]
    fn a_full_disk_has_its_own_error() {
        let full = Error::write(Path::new("x"))(io::ErrorKind::StorageFull.into());
        let other = Error::write(Path::new("x"))(io::ErrorKind::PermissionDenied.into());

        assert_eq!((full.code(), other.code()), ("disk_full", "write"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_says_a_full_disk_so_that_we_know_it() {
        let path = Path::new("/dev/full");

        let failed = std::fs::write(path, "x").map_err(Error::write(path));

        assert!(matches!(failed, Err(Error::DiskFull { .. })), "{failed:?}");
    }

    #[test]
    fn every_code_has_its_sentence_in_every_language() {
        let own = include_str!("error.rs");
        let (_, codes) = own.split_once("pub const fn code(&self)").unwrap();
        let (codes, _) = codes.split_once("    }\n\n    pub(crate) fn read").unwrap();
        let codes: Vec<&str> =
            codes.lines().filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\",")).collect();

        assert!(codes.contains(&"no_sandbox") && codes.len() > 25, "{codes:?}");
        for language in Language::ALL {
            for code in &codes {
                let key = format!("runner-{code}");
                assert!(Words::of(*language).has(&key), "{key} in {}", language.code());
            }
        }
    }
}
