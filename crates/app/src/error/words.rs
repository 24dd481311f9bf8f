//! The sentences of an error, and its chain of causes.

use halfday_domain::words::Words;

use super::Error;

impl Error {
    /// What happened, in one sentence of the person's language.
    pub fn sentence(&self, words: &Words) -> String {
        let sentence = self.say(words, "error");
        match self.by_the_runner() {
            Some(fault) => {
                let why = words.word(&format!("runner-{}", fault.code()));
                words.say("label-value", &[("label", &sentence), ("value", &why)])
            }
            None => sentence,
        }
    }

    /// What the hands could not do, where that is why.
    pub(crate) fn by_the_runner(&self) -> Option<&halfday_runner::Error> {
        match self {
            Self::KeepDeliverable { source } | Self::Publish { source } => source.downcast_ref(),
            _ => None,
        }
    }

    /// What to do about it.
    pub fn hint(&self, words: &Words) -> String {
        self.say(words, "hint")
    }

    fn say(&self, words: &Words, what: &str) -> String {
        let params = self.params();
        let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.say(&format!("{what}-{}", self.code().replace('_', "-")), &params)
    }

    /// The chain of causes, for a log and for `detail`; it holds no text of the person.
    pub fn detail(&self) -> String {
        let mut text = String::new();
        let mut cause: Option<&dyn std::error::Error> = Some(self);
        while let Some(error) = cause {
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(&error.to_string());
            cause = error.source();
        }
        text
    }
}
