//! Memory: one SQLite file, one writer thread, a few reader threads.
//!
//! [`Store`] is the door: `write` runs work in one IMMEDIATE transaction, `read` in one snapshot.
//! What is written and read stands in one file per table. Nothing in here is async, knows the
//! time or decides anything about the work.

pub mod agents;
mod anew;
pub mod assignments;
pub mod attempts;
mod backup;
pub mod benches;
pub mod changes;
pub mod claims;
pub mod comparisons;
mod connection;
pub mod deliverables;
pub mod draws;
mod error;
pub mod events;
pub mod export;
pub mod facts;
mod feed;
pub mod intervals;
pub mod items;
pub mod jobs;
mod migrate;
pub mod owned;
mod owner;
pub mod questions;
mod queue;
mod readers;
pub mod reports;
mod restore;
pub mod reviews;
pub mod settings;
mod sql;
pub mod steps;
mod store;
pub mod subitems;
pub mod templates;
pub mod undo;
mod verify;
mod writer;

pub use anew::begin_anew;
pub use backup::BackupReport;
pub use error::{Error, Holder};
pub use feed::{Change, EndFeed, Feed};
pub use restore::{RestoreChoice, RestoreReport, restore};
pub use rusqlite::{Connection, Transaction};
pub use store::{Opening, Store};
pub use verify::{Problem, VerifyReport, verify};
