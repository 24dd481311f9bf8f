//! What sort of work an item is: sixteen known kinds, or the person's own word.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// The kinds the program knows.
    KnownKind {
        Write = "write",
        Edit = "edit",
        Summarise = "summarise",
        Translate = "translate",
        Research = "research",
        Extract = "extract",
        Analyse = "analyse",
        Calculate = "calculate",
        Code = "code",
        Design = "design",
        Plan = "plan",
        Message = "message",
        Check = "check",
        Decide = "decide",
        Meet = "meet",
        File = "file",
    }
}

/// A kind of work. Text that is no known kind is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Kind {
    /// One of the sixteen.
    Known(KnownKind),
    /// The person's own word; never empty.
    Own(String),
    /// Nobody has said.
    Unsaid,
}

impl Kind {
    /// The code as it is stored; empty when unsaid.
    pub fn code(&self) -> &str {
        match self {
            Self::Known(kind) => kind.code(),
            Self::Own(word) => word,
            Self::Unsaid => "",
        }
    }
}

impl From<&str> for Kind {
    fn from(text: &str) -> Self {
        let text = text.trim();
        match KnownKind::from_code(&text.to_lowercase()) {
            Some(kind) => Self::Known(kind),
            None if text.is_empty() => Self::Unsaid,
            None => Self::Own(text.to_owned()),
        }
    }
}

impl From<String> for Kind {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Kind> for String {
    fn from(kind: Kind) -> Self {
        kind.code().to_owned()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_kind_is_kept_as_the_persons_own_word() {
        assert_eq!(Kind::from("Translate "), Kind::Known(KnownKind::Translate));
        assert_eq!(Kind::from("備課"), Kind::Own("備課".to_owned()));
        assert_eq!(Kind::from("  "), Kind::Unsaid);
    }
}
