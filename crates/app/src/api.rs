//! The contract with the shells: one request struct and one view for each command, apart from the
//! domain's types. camelCase, tagged unions, `null` never absent, ids as text, instants `…At` in
//! UTC ms. What people read (`…Text`) is already a finished sentence in their language.

mod call_error;
mod care;
mod clipboard;
mod drive;
mod given_key;
mod insights;
mod items;
mod jobs;
mod numbers;
mod pictures;
mod prices;
mod record;
mod review;
mod show;
mod splitting;
mod templates;
mod today;
mod wire;

pub use call_error::CallError;
pub use care::*;
pub use clipboard::*;
pub use drive::*;
pub use given_key::GivenKey;
pub use insights::*;
pub use items::*;
pub use jobs::*;
pub use numbers::*;
pub use pictures::*;
pub use prices::*;
pub use record::*;
pub use review::*;
pub use show::*;
pub use splitting::*;
pub use templates::*;
pub use today::*;
pub(crate) use wire::wire;
