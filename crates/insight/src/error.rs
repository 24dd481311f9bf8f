//! What this crate could not do.

/// Why there is no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text names no ISO week such as `2026-W47`.
    #[error("`{0}` names no week; weeks read like 2026-W47")]
    ReadWeek(String),
}
