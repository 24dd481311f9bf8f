//! The words of pictures, from `locales/<language>/pictures.ftl`; numbers arrive as text of the one formatter.

use halfday_domain::fmt;
use halfday_domain::words::{Language, Words};

use crate::group::KindShown;

/// Says things in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tell<'w> {
    words: &'w Words,
    pub(crate) language: Language,
    /// Between short facts in one line.
    between: &'static str,
}

impl<'w> Tell<'w> {
    pub(crate) fn new(words: &'w Words) -> Self {
        Self { words, language: words.language(), between: " · " }
    }

    pub(crate) fn word(&self, key: &str) -> String {
        self.words.word(key)
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.say(key, args)
    }

    pub(crate) fn time(&self, minutes: f64) -> String {
        fmt::duration(self.language, minutes)
    }

    pub(crate) fn times(&self, low: f64, high: f64) -> String {
        fmt::duration_range(self.language, low, high)
    }

    pub(crate) fn percents(&self, low: f64, high: f64) -> String {
        fmt::percent_range(self.language, low, high)
    }

    pub(crate) fn count(&self, part: u32, whole: u32) -> String {
        fmt::count(self.language, part.into(), whole.into())
    }

    pub(crate) fn kind(&self, kind: &KindShown) -> String {
        match kind {
            KindShown::Known(kind) => self.word(&format!("kind-{kind}")),
            KindShown::Own(word) => crate::report::inert(word),
            KindShown::OwnHidden => self.word("report-kind-own-hidden"),
            KindShown::Unsaid => self.word("kind-unsaid"),
        }
    }

    /// Sentences one after another, as the language does it.
    pub(crate) fn run_on(&self, sentences: &[String]) -> String {
        sentences.join(match self.language {
            Language::En => " ",
            Language::ZhHant | Language::ZhHans => "",
        })
    }

    /// Short facts in one line.
    pub(crate) fn list(&self, parts: &[String]) -> String {
        parts.join(self.between)
    }
}
