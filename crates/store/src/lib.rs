//! Memory: one SQLite file, one writer thread, a few reader threads.
//!
//! [`Store`] is the door: `write` runs work in one IMMEDIATE transaction, `read` in one snapshot.
//! What is written and read stands in one file per table. Nothing in here is async, knows the
//! time or decides anything about the work.

mod backup;
mod connection;
mod error;
mod feed;
mod migrate;
mod owner;
mod queue;
mod readers;
mod restore;
mod store;
mod verify;
mod writer;

pub use backup::BackupReport;
pub use error::{Error, Holder};
pub use feed::{Change, Feed};
pub use restore::{RestoreChoice, RestoreReport, restore};
pub use store::{Opening, Store};
pub use verify::{Problem, VerifyReport, verify};
