//! What the store could not do. One variant per thing that failed, with the *which* and the source;
//! `code` is what programs react to, the words for people stand in `locales/`.

use std::fmt;
use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

/// A process that has the database open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub pid: u32,
    /// `window` or `terminal`.
    pub program: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (process {})", self.program, self.pid)
    }
}

/// What could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("could not make the folder {}", path.display())]
    MakeFolder { path: PathBuf, source: io::Error },
    #[error("could not look at {}", path.display())]
    LookAtFile { path: PathBuf, source: io::Error },
    #[error("could not lock {}", path.display())]
    LockFile { path: PathBuf, source: io::Error },
    #[error("could not put {} in its place", path.display())]
    PlaceFile { path: PathBuf, source: io::Error },
    #[error("could not start a database thread")]
    StartThread { source: io::Error },

    #[error("could not open the database {}", path.display())]
    OpenDatabase { path: PathBuf, source: rusqlite::Error },
    #[error("could not switch {} to write-ahead logging: its file system offers only `{mode}`", path.display())]
    WriteAheadLog { path: PathBuf, mode: String },
    #[error("{} may only be read", path.display())]
    ReadOnlyDatabase { path: PathBuf },
    #[error("{} is not a file", path.display())]
    NotAFile { path: PathBuf },
    /// We never leave an empty file behind, so something else emptied it: not ours to overwrite.
    #[error("{} is empty: the database that was here is gone", path.display())]
    EmptyFile { path: PathBuf },
    /// The journal may hold the last work; a new database beside it would destroy it.
    #[error("{} is missing, but its journal is still there", path.display())]
    MissingFile { path: PathBuf },
    #[error("{} is a database of another program", path.display())]
    ForeignDatabase { path: PathBuf },
    #[error("{} was written by a newer Halfday (version {found}, this one knows {known})", path.display())]
    NewerDatabase { path: PathBuf, found: i64, known: i64 },
    #[error("{} is damaged: {}", path.display(), problems.join("; "))]
    DamagedDatabase { path: PathBuf, problems: Vec<String> },
    #[error("the database is in use{}", in_use_by(holders))]
    InUse { holders: Vec<Holder> },

    #[error("could not bring the database to version {to}")]
    Migrate { to: i64, source: rusqlite::Error },
    #[error("version {to} would leave rows that point nowhere: {}", rows.join("; "))]
    MigrateReferences { to: i64, rows: Vec<String> },

    #[error("could not begin a transaction")]
    BeginTransaction { source: rusqlite::Error },
    #[error("could not commit a transaction")]
    Commit { source: rusqlite::Error },
    #[error("the database refused a statement")]
    Statement(#[from] rusqlite::Error),
    #[error("work on the writer thread panicked: {message}")]
    WriterPanicked { message: String },
    #[error("work on a reader thread panicked: {message}")]
    ReaderPanicked { message: String },
    /// The thread would wait for itself.
    #[error("the store was called from inside its own work")]
    CalledFromInside,
    #[error("the store is closed")]
    Closed,

    #[error("{what} changed meanwhile")]
    ChangedMeanwhile { what: &'static str },
    #[error("there is no {what} {which}")]
    NotFound { what: &'static str, which: String },

    #[error("could not copy the database to {}", path.display())]
    Copy { path: PathBuf, source: rusqlite::Error },
    #[error("the copy at {} differs from the database in {tables}", path.display())]
    CopyDiffers { path: PathBuf, tables: String },
    #[error("{} is the database itself, not a place for a copy", path.display())]
    CopyOntoItself { path: PathBuf },
    #[error("{} has a name that is not Unicode, which SQLite cannot take", path.display())]
    PathNotText { path: PathBuf },
    #[error("{} holds work, and what would replace it is empty", path.display())]
    EmptyReplacesFull { path: PathBuf },
    #[error("there is no copy at {}", path.display())]
    NoCopy { path: PathBuf },
}

impl Error {
    /// The word a program reacts to.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MakeFolder { source, .. }
            | Self::LookAtFile { source, .. }
            | Self::LockFile { source, .. }
            | Self::PlaceFile { source, .. }
            | Self::StartThread { source } => io_code(source),
            Self::OpenDatabase { source, .. }
            | Self::Migrate { source, .. }
            | Self::BeginTransaction { source }
            | Self::Commit { source }
            | Self::Statement(source)
            | Self::Copy { source, .. } => sql_code(source),
            Self::NotAFile { .. }
            | Self::EmptyFile { .. }
            | Self::MissingFile { .. }
            | Self::DamagedDatabase { .. }
            | Self::MigrateReferences { .. } => "database_damaged",
            Self::ForeignDatabase { .. } => "database_foreign",
            Self::NewerDatabase { .. } => "database_newer",
            Self::ReadOnlyDatabase { .. } => "folder_not_writable",
            Self::InUse { .. } => "database_in_use",
            Self::ChangedMeanwhile { .. } => "changed_meanwhile",
            Self::NotFound { .. } | Self::NoCopy { .. } => "not_found",
            Self::EmptyReplacesFull { .. } => "empty_replaces_full",
            Self::WriteAheadLog { .. }
            | Self::WriterPanicked { .. }
            | Self::ReaderPanicked { .. }
            | Self::CalledFromInside
            | Self::Closed
            | Self::CopyDiffers { .. }
            | Self::CopyOntoItself { .. }
            | Self::PathNotText { .. } => "database_failed",
        }
    }
}

fn io_code(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "folder_not_writable",
        _ => "database_failed",
    }
}

fn sql_code(source: &rusqlite::Error) -> &'static str {
    match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "database_busy",
        Some(ErrorCode::DiskFull) => "disk_full",
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => "database_damaged",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            "folder_not_writable"
        }
        _ => "database_failed",
    }
}

fn in_use_by(holders: &[Holder]) -> String {
    if holders.is_empty() {
        return String::new();
    }
    let names: Vec<String> = holders.iter().map(Holder::to_string).collect();
    format!(" by {}", names.join(", "))
}
