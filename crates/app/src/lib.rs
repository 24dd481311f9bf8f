//! Use cases: the only thing the shells call. Each command of [`commands`] is one method of
//! [`App`]; it reads and writes through `store`, decides through `domain`, and answers with a view
//! of [`api`]. It knows neither Tauri nor the command line.

pub mod api;
mod commands;
mod error;

pub use error::{Error, ErrorKind};
