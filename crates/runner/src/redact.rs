//! Secrets are taken out of every text on its way out: logs, errors, events, requests. This knows the
//! secrets by heart and finds nothing else: it is no guess at what looks like a key.

use std::fmt;

use aho_corasick::{AhoCorasick, MatchKind};
use url::form_urlencoded;

use crate::providers::Secret;

/// What stands where a secret was.
const HIDDEN: &str = "[secret]";
/// A shorter one would blank out ordinary words; no key is that short.
const SHORTEST: usize = 8;

/// Knows the secrets, each as it is and as it stands in JSON and in addresses.
#[derive(Clone, Default)]
pub struct Redactor {
    found: Option<AhoCorasick>,
    spellings: Vec<String>,
}

/// The end of a streamed text that may be the beginning of a secret; kept back until that is clear.
#[derive(Default)]
pub struct Tail(String);

impl Redactor {
    /// A redactor for these secrets.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let mut spellings: Vec<String> = secrets
            .into_iter()
            .map(Secret::expose)
            .filter(|secret| secret.len() >= SHORTEST)
            .flat_map(spellings)
            .collect();
        spellings.sort();
        spellings.dedup();
        // Only more text than a machine can hold fails to build.
        let found = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&spellings).ok();
        Self { found: found.filter(|_| !spellings.is_empty()), spellings }
    }

    /// `text` without secrets.
    pub fn clean(&self, text: &str) -> String {
        match &self.found {
            Some(found) => found.replace_all(text, &vec![HIDDEN; self.spellings.len()]),
            None => text.to_owned(),
        }
    }

    /// What can be shown of a streamed text after its next `piece`.
    pub(crate) fn stream(&self, tail: &mut Tail, piece: &str) -> String {
        tail.0.push_str(piece);
        let clean = self.clean(&tail.0);
        let (shown, kept) = clean.split_at(clean.len() - self.begun(&clean));
        kept.clone_into(&mut tail.0);
        shown.to_owned()
    }

    /// What was kept back of a streamed text that has come to its end.
    pub(crate) fn end(&self, tail: &mut Tail) -> String {
        self.clean(&std::mem::take(&mut tail.0))
    }

    /// How many bytes at the end of `text` begin a secret.
    fn begun(&self, text: &str) -> usize {
        let begins = |spelling: &String| {
            let ends = spelling.char_indices().map(|(at, _)| at).skip(1);
            ends.filter(|at| spelling.get(..*at).is_some_and(|begin| text.ends_with(begin))).max()
        };
        self.spellings.iter().filter_map(begins).max().unwrap_or(0)
    }
}

fn spellings(secret: &str) -> [String; 3] {
    let in_json = serde_json::Value::from(secret).to_string().trim_matches('"').to_owned();
    let in_address = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    [secret.to_owned(), in_json, in_address]
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Redactor({} spellings)", self.spellings.len())
    }
}

impl fmt::Debug for Tail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tail(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CANARY: &str = "sk-canary+7f/3\"a";

    fn redactor() -> Redactor {
        Redactor::new(&[Secret::new(CANARY), Secret::new("sk-canary+7f/3\"a-longer"), Secret::new("abc")])
    }

    #[test]
    fn a_secret_is_hidden_in_every_spelling_and_words_are_left_alone() {
        let redactor = redactor();

        assert_eq!(redactor.clean(&format!("key {CANARY}, abc")), "key [secret], abc");
        assert_eq!(redactor.clean(&format!("{CANARY}-longer")), "[secret]", "the longer one wins whole");
        assert_eq!(
            redactor.clean(&serde_json::json!({ "key": CANARY }).to_string()),
            r#"{"key":"[secret]"}"#
        );
        assert_eq!(redactor.clean("?key=sk-canary%2B7f%2F3%22a&x"), "?key=[secret]&x");
        assert_eq!(Redactor::default().clean(CANARY), CANARY, "what nobody named is not known");
    }

    #[test]
    fn the_redactor_does_not_print_what_it_knows() {
        let mut tail = Tail::default();
        redactor().stream(&mut tail, "sk-canary");

        let shown = format!("{:?} {tail:?}", redactor());

        assert!(!shown.contains("canary"), "{shown}");
    }

    proptest! {
        #[test]
        fn however_a_text_is_cut_up_no_secret_gets_through_and_nothing_else_is_lost(
            around in "[a-z -]{0,20}",
            cuts in prop::collection::vec(1_usize..9, 0..12),
        ) {
            let redactor = Redactor::new(&[Secret::new(CANARY)]);
            let text = format!("{around}{CANARY}{around}sk-can{CANARY}sk-");
            let mut tail = Tail::default();
            let mut shown = String::new();

            let mut rest = text.as_str();
            for cut in cuts {
                let (piece, after) = rest.split_at(cut.min(rest.len()));
                shown.push_str(&redactor.stream(&mut tail, piece));
                rest = after;
            }
            shown.push_str(&redactor.stream(&mut tail, rest));
            shown.push_str(&redactor.end(&mut tail));

            prop_assert_eq!(shown, redactor.clean(&text));
        }
    }
}
