//! Hands: the clipboard way, the name veil, checks, what a person sees of a deliverable, the object
//! store and publishing.
//! It knows no database and no window; what it is to do and where arrives as arguments, and it
//! touches the person's folder in [`publish`] only.

pub mod agents;
pub mod attempt;
pub mod checkpoints;
pub mod checks;
pub mod clipboard;
pub mod compare;
pub mod deliverable;
mod disk;
mod document;
mod error;
mod fence;
pub mod keychain;
pub mod objects;
pub mod price;
pub mod process;
pub mod providers;
pub mod publish;
pub mod redact;
pub mod sandbox;
pub mod show;
pub mod staging;
pub mod tools;
pub mod veil;

pub use error::{Conflict, ConflictReason, Error, PathFault};
