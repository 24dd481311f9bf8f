//! What rows are grouped by: kinds (with the person's own words hidden on request) and lengths.

use halfday_domain::kind::{Kind, KnownKind};
use serde::Serialize;

/// A kind of work as a report may show it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "is", content = "kind", rename_all = "snake_case")]
pub enum KindShown {
    /// One of the sixteen.
    Known(KnownKind),
    /// The person's own word.
    Own(String),
    /// A word of the person's own that is not shown; all of them together.
    OwnHidden,
    /// Nobody has said.
    Unsaid,
}

impl KindShown {
    /// The kind with everything in it.
    pub fn shown(kind: &Kind) -> Self {
        match kind {
            Kind::Known(kind) => Self::Known(*kind),
            Kind::Own(word) => Self::Own(word.clone()),
            Kind::Unsaid => Self::Unsaid,
        }
    }

    /// The kind without the person's own words.
    pub fn hidden(kind: &Kind) -> Self {
        match kind {
            Kind::Known(kind) => Self::Known(*kind),
            Kind::Own(_) => Self::OwnHidden,
            Kind::Unsaid => Self::Unsaid,
        }
    }
}

/// How long an item would take the person, in the bands of STATISTICS §2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LengthBand {
    UpTo10,
    UpTo20,
    UpTo40,
    UpTo80,
    UpTo160,
    UpTo480,
    Over480,
}

impl LengthBand {
    /// All of them, the shortest first.
    pub const ALL: [Self; 7] =
        [Self::UpTo10, Self::UpTo20, Self::UpTo40, Self::UpTo80, Self::UpTo160, Self::UpTo480, Self::Over480];

    /// The band with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }

    /// The band of so many minutes.
    pub fn of(minutes: u32) -> Self {
        match minutes {
            0..=10 => Self::UpTo10,
            11..=20 => Self::UpTo20,
            21..=40 => Self::UpTo40,
            41..=80 => Self::UpTo80,
            81..=160 => Self::UpTo160,
            161..=480 => Self::UpTo480,
            481.. => Self::Over480,
        }
    }

    /// Its code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::UpTo10 => "up_to_10",
            Self::UpTo20 => "up_to_20",
            Self::UpTo40 => "up_to_40",
            Self::UpTo80 => "up_to_80",
            Self::UpTo160 => "up_to_160",
            Self::UpTo480 => "up_to_480",
            Self::Over480 => "over_480",
        }
    }
}
