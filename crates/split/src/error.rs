//! Why a text was refused. Words for people are in `locales/`, found by [`Error::code`].

/// The largest text that is taken in.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Why a text cannot become a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("the text has no bytes")]
    Empty,
    #[error("the text has nothing but white space")]
    Blank,
    #[error("the text is binary: byte {at} is no text")]
    Binary { at: usize },
    #[error("the text has {bytes} bytes, more than {MOST_BYTES}")]
    TooLarge { bytes: usize },
    #[error("the encoding of the text is unclear{}", likeliest(*.guess))]
    EncodingUnsure { guess: Option<&'static str> },
    #[error("no encoding is called {name:?}")]
    EncodingUnknown { name: String },
    #[error("the text is not valid {encoding}")]
    EncodingMismatch { encoding: &'static str },
}

fn likeliest(guess: Option<&'static str>) -> String {
    guess.map(|name| format!("; it may be {name}")).unwrap_or_default()
}

impl Error {
    /// The code the words are found by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "input_empty",
            Self::Blank => "input_blank",
            Self::Binary { .. } => "input_binary",
            Self::TooLarge { .. } => "input_too_large",
            Self::EncodingUnsure { .. } => "input_encoding_unsure",
            Self::EncodingUnknown { .. } => "input_encoding_unknown",
            Self::EncodingMismatch { .. } => "input_encoding_mismatch",
        }
    }
}

/// Refuses what no reading could make a plan of.
pub(crate) fn refuse_unreadable(text: &str) -> Result<(), Error> {
    if text.is_empty() {
        return Err(Error::Empty);
    }
    if text.len() > MOST_BYTES {
        return Err(Error::TooLarge { bytes: text.len() });
    }
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Error::Blank);
    }
    Ok(())
}
