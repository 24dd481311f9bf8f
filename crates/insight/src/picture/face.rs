//! The look: colours by what they mean and sizes of text (UI §5). A picture for a file has colours as numbers, because
//! what draws files knows no variables.

use crate::picture::{Ground, Theme};

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Surface,
    Sunken,
    Text,
    Muted,
    Border,
    /// A line one has to see.
    Line,
    Ai,
    AiText,
    Me,
    Done,
    Failed,
}

impl Ink {
    /// The value of a colour attribute.
    pub(crate) fn on(self, ground: Ground) -> &'static str {
        let (variable, light, dark) = match self {
            Self::Surface => ("var(--surface)", "#FFFFFF", "#1F1E1B"),
            Self::Sunken => ("var(--sunken)", "#F2F0EC", "#121110"),
            Self::Text => ("var(--text)", "#1D1B18", "#F1EEE8"),
            Self::Muted => ("var(--muted)", "#5C574F", "#B4AEA4"),
            Self::Border => ("var(--border)", "#DAD6CF", "#3A3733"),
            Self::Line => ("var(--control-line)", "#857F76", "#8F897F"),
            Self::Ai => ("var(--ai-fill)", "#1B5FAF", "#4A86D0"),
            Self::AiText => ("var(--ai-text)", "#0B4A94", "#96BBF2"),
            Self::Me => ("var(--me-fill)", "#C96E14", "#F0A350"),
            Self::Done => ("var(--done)", "#1C735C", "#8EF0CF"),
            Self::Failed => ("var(--failed)", "#CC2527", "#E8766B"),
        };
        match ground {
            Ground::Page => variable,
            Ground::File(Theme::Light) | Ground::Sheet(Theme::Light) => light,
            Ground::File(Theme::Dark) | Ground::Sheet(Theme::Dark) => dark,
        }
    }
}

/// How heavy text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Strong,
}

/// Text by size, weight and colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    /// Height of the type in pixels.
    pub(crate) size: f64,
    /// From one line to the next.
    pub(crate) leading: f64,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
}

impl Face {
    /// The finding.
    pub(crate) const TITLE: Self = Self { size: 16.0, leading: 22.0, weight: Weight::Strong, ink: Ink::Text };
    /// Method and count.
    pub(crate) const SUBTITLE: Self =
        Self { size: 12.0, leading: 17.0, weight: Weight::Regular, ink: Ink::Muted };
    /// A value on its mark.
    pub(crate) const VALUE: Self = Self { size: 12.0, leading: 16.0, weight: Weight::Strong, ink: Ink::Text };
    /// What stands beside a value, on axes and in notes.
    pub(crate) const NOTE: Self =
        Self { size: 12.0, leading: 16.0, weight: Weight::Regular, ink: Ink::Muted };
    /// A row's name.
    pub(crate) const ROW: Self = Self { size: 13.0, leading: 18.0, weight: Weight::Regular, ink: Ink::Text };

    pub(crate) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}
