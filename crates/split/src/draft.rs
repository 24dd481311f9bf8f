//! Drafts: items as they are read, before kinds, minutes and the cap of forty.

use halfday_domain::plan::Span;

use crate::hints::{self, Hints};
use crate::inline;
use crate::naming;
use crate::sentence;
use crate::shorten;
use crate::text::{at, is_readable, one_line};

/// Where a draft was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A marked line, a table row.
    Listed,
    /// A sentence that asks outright.
    Asked,
    /// A sentence that tells of a request.
    Told,
    /// A step of a template.
    Template,
}

/// A subitem to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sub {
    pub title: String,
    pub done: bool,
    pub spans: Vec<Span>,
    /// Whether it stood on a line of its own.
    pub listed: bool,
}

/// An item to be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub origin: Origin,
    pub title: String,
    /// All it says, without Markdown and hints.
    pub words: String,
    /// What else the brief says about it.
    pub notes: Vec<String>,
    /// Rules for the whole job that concern it too; they say nothing of its size or its kind.
    pub rules: Vec<String>,
    pub section: String,
    pub spans: Vec<Span>,
    pub done: bool,
    /// The number the person gave it.
    pub number: Option<u32>,
    pub hints: Hints,
    pub subs: Vec<Sub>,
    /// Of drafts gathered into one: the sum of their rule minutes.
    pub gathered_minutes: Option<u32>,
}

impl Draft {
    /// The draft that `words`, raw from the brief, make; nothing when they say nothing.
    pub(crate) fn new(origin: Origin, raw: &str, spans: Vec<Span>) -> Option<Self> {
        let (words, hints) = hints::taken(&inline::plain(&unquoted(raw)));
        let fallback = || one_line(raw);
        let words = if is_readable(&words) { words } else { fallback() };
        let first = first_sentence(&words);
        let told = if origin == Origin::Told { naming::told(first) } else { None };
        let title = naming::title(told.as_deref().unwrap_or(first));
        let title = if title.is_empty() { shorten::to_title(&fallback()) } else { title };
        (!title.is_empty()).then(|| Self {
            origin,
            title,
            words,
            notes: vec![],
            rules: vec![],
            section: String::new(),
            spans,
            done: false,
            number: None,
            hints,
            subs: vec![],
            gathered_minutes: None,
        })
    }

    /// A rule or remark about this item.
    pub(crate) fn note(&mut self, raw: &str, span: Span) {
        let (words, hints) = hints::taken(&inline::plain(&unquoted(raw)));
        // What says nothing stays text.
        if is_readable(&words) || hints != Hints::default() {
            self.spans.push(span);
            self.hints.join(hints);
            self.notes.push(words);
        }
    }

    /// Everything that is said about it, for rules that look for words.
    pub(crate) fn all_words(&self) -> String {
        let mut all = self.words.clone();
        for note in
            self.notes.iter().map(String::as_str).chain(self.subs.iter().map(|sub| sub.title.as_str()))
        {
            all.push('\n');
            all.push_str(note);
        }
        all
    }

    /// The rest of what the brief says: empty when the title says it all.
    pub(crate) fn instructions(&self) -> String {
        let said = |text: &str| {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
        };
        let mut lines: Vec<&str> = vec![];
        let (whole, title) = (said(&self.words), said(&self.title));
        // "Please" and a full stop are not worth saying twice.
        if !(whole.ends_with(&title) && whole.chars().count() <= title.chars().count() + 12)
            || title.is_empty()
        {
            lines.push(&self.words);
        }
        let further = self.notes.iter().chain(&self.rules).map(String::as_str);
        lines.extend(further.filter(|line| !line.is_empty()));
        lines.join("\n")
    }
}

impl Sub {
    pub(crate) fn new(raw: &str, spans: Vec<Span>) -> Option<Self> {
        let words = inline::plain(&unquoted(raw));
        let words = if is_readable(&words) { words } else { one_line(raw) };
        // A subitem keeps its hints in its words: they count for the item only.
        (!words.is_empty()).then(|| Self {
            title: words.trim_end_matches(['.', '。', ';', '；', ',', '，']).to_owned(),
            done: false,
            spans,
            listed: false,
        })
    }
}

/// The parts a sentence counts, as subitems. An estimate behind the last of them alone is that of the whole sentence.
pub(crate) fn counted(text: &str, parts: Vec<Span>) -> Vec<Sub> {
    let mut subs: Vec<Sub> =
        parts.into_iter().filter_map(|part| Sub::new(at(text, &part), vec![part])).collect();
    if let Some((last, others)) = subs.split_last_mut() {
        let (words, hints) = hints::taken(&last.title);
        let is_of_all =
            hints.minutes.is_some() && others.iter().all(|sub| hints::taken(&sub.title).1.minutes.is_none());
        if is_of_all && is_readable(&words) {
            last.title = words;
        }
    }
    subs
}

fn first_sentence(words: &str) -> &str {
    let sentences = sentence::whole(words, &(0..words.len()));
    let Some(first) = sentences.first() else { return words };
    at(words, &(0..first.end))
}

/// Lines of a quotation without their marks.
fn unquoted(raw: &str) -> std::borrow::Cow<'_, str> {
    if !raw.contains('\n') || !raw.contains('>') {
        return raw.into();
    }
    raw.lines().map(|line| line.trim_start_matches(['>', ' '])).collect::<Vec<_>>().join("\n").into()
}
