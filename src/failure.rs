//! Why a command did not happen, as the terminal says it: one sentence, a hint, an exit code.

use halfday_app::{ErrorKind, Words};

use crate::complaint::Complaint;

/// Why the program ends without having done what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The use case refused or broke.
    App(halfday_app::Error),
    /// The command line makes no sense.
    Arguments(Complaint),
    /// Standard input could not be read.
    StandardInput,
    /// Standard output could not be written.
    StandardOutput,
    /// What was looked at is not as it should be; it was said already.
    Unsound,
    /// Only the person can go on; what with was said already.
    PersonNeeded,
}

impl From<halfday_app::Error> for Failure {
    fn from(error: halfday_app::Error) -> Self {
        Self::App(error)
    }
}

impl From<Complaint> for Failure {
    fn from(complaint: Complaint) -> Self {
        Self::Arguments(complaint)
    }
}

impl Failure {
    /// The code in JSON.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::App(error) => error.code(),
            Self::Arguments(_) => "arguments_wrong",
            Self::StandardInput => "input_unreadable",
            Self::StandardOutput => "output_unwritable",
            Self::Unsound => "unsound",
            Self::PersonNeeded => "person_needed",
        }
    }

    /// The exit code of the process.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::App(error) => match error.kind() {
                ErrorKind::Failed => 1,
                ErrorKind::Wrong => 2,
                ErrorKind::Refused => 3,
                ErrorKind::NeedsPerson => 4,
            },
            Self::Arguments(_) => 2,
            Self::PersonNeeded => 4,
            Self::StandardInput | Self::StandardOutput | Self::Unsound => 1,
        }
    }

    /// What happened, in one sentence.
    pub(crate) fn sentence(&self, words: &Words) -> String {
        match self {
            Self::App(error) => error.sentence(words),
            Self::Arguments(complaint) => complaint.sentence.clone(),
            Self::StandardInput => words.word("terminal-input-unreadable"),
            Self::StandardOutput => words.word("terminal-output-unwritable"),
            Self::Unsound | Self::PersonNeeded => String::new(),
        }
    }

    /// What to do about it; may be empty.
    pub(crate) fn hint(&self, words: &Words) -> String {
        match self {
            Self::App(error) => error.hint(words),
            Self::Arguments(complaint) => complaint.hint.clone(),
            Self::StandardInput => words.word("terminal-input-unreadable-hint"),
            Self::StandardOutput => words.word("terminal-output-unwritable-hint"),
            Self::Unsound | Self::PersonNeeded => String::new(),
        }
    }
}
