//! A regular expression of this crate, compiled on first use. One that did not compile would match
//! nothing; every test in a debug build would find it.

use std::sync::OnceLock;

use regex::{Captures, Match, Regex};

pub(crate) struct Pattern {
    text: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        let compiled = self.compiled.get_or_init(|| Regex::new(self.text).ok());
        debug_assert!(compiled.is_some(), "no regular expression: {}", self.text);
        compiled.as_ref()
    }

    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex().and_then(|regex| regex.find(text))
    }

    pub(crate) fn find_all<'t>(&self, text: &'t str) -> Vec<Match<'t>> {
        self.regex().map(|regex| regex.find_iter(text).collect()).unwrap_or_default()
    }

    pub(crate) fn groups<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex().and_then(|regex| regex.captures(text))
    }

    pub(crate) fn all_groups<'t>(&self, text: &'t str) -> Vec<Captures<'t>> {
        self.regex().map(|regex| regex.captures_iter(text).collect()).unwrap_or_default()
    }
}
