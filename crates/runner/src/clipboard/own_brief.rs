//! Recognises our own brief when it is pasted back, with blanks, marks and line breaks changed,
//! by the sentences every brief ends with. An answer that quotes a heading of it is an answer.

use halfday_domain::words::{Language, Words};

use super::nonce;

/// Whether our own brief is in a pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnBrief<'a> {
    /// It is not.
    Absent,
    /// There is nothing else: refuse it.
    Alone,
    /// The whole chat was copied: what follows the brief is the answer.
    Before(&'a str),
}

/// The sentences near the end of every brief; for each, the ways it may be said.
const OF_BRIEF: &[&[&str]] =
    &[&["brief-line-one", "brief-line-several"], &["brief-language"], &["brief-ask"], &["brief-invent"]];
/// The sentence every brief begins with, and the labels that follow: for a brief cut off in copying.
const TOP: &str = "brief-start";
const LABELS: &[&str] =
    &["brief-do", "brief-points", "brief-covered", "brief-done-when", "brief-inputs", "brief-outputs"];
const OF_FOLLOW_UP: &[&[&str]] = &[&["follow-up-whole"], &["follow-up-line"]];

/// Looks for our own brief or follow-up in `text`.
pub fn own_brief(text: &str) -> OwnBrief<'_> {
    let bare = Bare::of(text);
    let ends = Language::ALL.iter().flat_map(|language| {
        let words = Words::of(*language);
        // The last of several briefs counts: a chat copied whole holds follow-ups too.
        let brief = bare.end_of(OF_BRIEF, 3, words).map(|end| (end, false));
        let follow_up = bare.end_of(OF_FOLLOW_UP, 2, words).map(|end| (end, true));
        [brief, follow_up]
    });
    let whole = ends.flatten().max();
    let tops = Language::ALL.iter().filter_map(|language| bare.end_of_top(Words::of(*language)));
    let Some((end, is_follow_up)) = whole.or_else(|| tops.max().map(|end| (end, false))) else {
        return OwnBrief::Absent;
    };
    let mut rest = text.get(end..).unwrap_or_default();
    if is_follow_up {
        // A follow-up ends with its nonce line, which belongs to it.
        let after_line = rest.split_inclusive('\n').scan(0, |at, line| {
            *at += line.len();
            Some((*at, line))
        });
        let own = after_line.take(4).find(|(_, line)| nonce::of_line(line).is_some());
        rest = own.and_then(|(at, _)| rest.get(at..)).unwrap_or(rest);
    }
    if rest.lines().any(|line| nonce::of_line(line).is_some()) {
        OwnBrief::Before(rest)
    } else {
        OwnBrief::Alone
    }
}

/// A text without blanks and marks, and where each of its characters stood.
struct Bare {
    text: String,
    /// The end in the whole text of the character at this byte.
    ends: Vec<usize>,
}

impl Bare {
    fn of(text: &str) -> Self {
        let mut bare = Self { text: String::new(), ends: vec![] };
        for (at, c) in text.char_indices() {
            if c.is_alphanumeric() {
                for lower in c.to_lowercase() {
                    bare.text.push(lower);
                    bare.ends.resize(bare.text.len(), at + c.len_utf8());
                }
            }
        }
        bare
    }

    /// Where the last of the sentences ends, if at least `enough` of them are there.
    fn end_of(&self, sentences: &[&[&str]], enough: usize, words: &Words) -> Option<usize> {
        let end = |key: &&str| {
            let sentence = Self::of(&words.word(key)).text;
            let at = self.text.rfind(&sentence)?;
            self.ends.get(at + sentence.len() - 1).copied()
        };
        let ends: Vec<usize> =
            sentences.iter().filter_map(|ways| ways.iter().filter_map(end).max()).collect();
        if ends.len() >= enough { ends.into_iter().max() } else { None }
    }

    /// Where the last label of a brief's upper part ends, if its first sentence is there and at
    /// least two labels behind it.
    fn end_of_top(&self, words: &Words) -> Option<usize> {
        let top = Self::of(&words.word(TOP)).text;
        let from = self.text.find(&top)? + top.len();
        let after = self.text.get(from..)?;
        let end = |key: &&str| {
            let label = Self::of(&words.word(key)).text;
            let at = after.find(&label)? + label.len();
            self.ends.get(from + at - 1).copied()
        };
        let ends: Vec<usize> = LABELS.iter().filter_map(end).collect();
        if ends.len() >= 2 { ends.into_iter().max() } else { None }
    }
}
