//! Use cases: the only thing the shells call. Each command of the one list (`commands.rs`) is one
//! method of [`App`]; it reads and writes through `store`, decides through `domain`, and answers
//! with a view of [`api`]. It knows neither Tauri nor the command line.

pub mod api;
mod assign;
mod attempts;
mod care;
mod changes;
mod clipboard;
mod close;
mod commands;
mod contents;
mod context;
mod copy;
mod draft;
mod error;
mod exits;
mod export;
mod history;
mod ids;
mod import;
mod items;
mod jobs;
mod leave;
mod numbers;
mod open;
mod own_work;
mod place;
mod publishing;
mod quick_add;
mod reference;
mod reopen;
mod result;
mod review;
mod sample;
mod settings;
mod show;
mod templates;
mod today;
mod typescript;
mod views;
mod weeks;
mod work;

pub use care::restore;
pub use changes::Changes;
pub use error::{Error, ErrorKind};
pub use export::ExportFormat;
pub use halfday_domain::event::Origin;
pub use halfday_domain::fmt;
pub use halfday_domain::words::{Language, Words};
pub use halfday_split::Decoded;
pub use import::Imported;
pub use jiff;
pub use jobs::{decode, split_text};
pub use open::{App, Opening, data_folder, system_language};
pub use serde_json::Value as Json;
pub use typescript::typescript;
