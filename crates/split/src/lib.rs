//! TEXT → PLAN: turns a pasted job into a draft checklist, offline, in English, 繁體中文 and 简体中文.
//!
//! Pure and deterministic: the same bytes give the same plan. It reads no files, asks no model and
//! stores nothing. One pipeline: bytes → text ([`decode()`]) → blocks → drafts → (a template for
//! one-liners) → at most forty → minutes → spans.

pub mod ai;
mod blocks;
mod build;
mod cap;
mod chat;
mod chinese;
mod closing;
mod criteria;
mod decode;
mod depends;
mod draft;
mod duration;
mod english;
mod enumeration;
mod error;
mod everywhere;
mod finish;
mod han;
mod hints;
mod inline;
mod kinds;
mod language;
mod lexicon;
mod lines;
mod list;
mod listing;
mod mail;
mod markdown;
mod marks;
mod minutes;
mod naming;
mod owners;
mod pattern;
mod prose;
mod questions;
mod quick;
mod rows;
mod rules;
mod said;
mod sentence;
mod series;
mod settle;
mod shorten;
mod software;
mod sorts;
mod spans;
mod speech;
mod suggest;
mod table;
mod template;
mod text;
mod things;
mod verbs;
mod wants;

use halfday_domain::plan::Plan;

pub use decode::{Decoded, decode};
pub use error::{Error, MOST_BYTES};
pub use language::of as language_of;
pub use quick::{Quick, quick};

/// What the person wants beside the text itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wishes {
    /// Hours for the whole job; wins over hours stated in the text.
    pub hours: Option<f64>,
    /// A title for the job; wins over one found in the text.
    pub title: Option<String>,
}

/// Makes a draft plan of `text`. Every byte of it that is not ASCII white space lies in exactly
/// one span of the result.
pub fn split(text: &str, wishes: &Wishes) -> Result<Plan, Error> {
    error::refuse_unreadable(text)?;
    let language = language::of(text);
    let blocks = blocks::of(text);
    let reading = build::drafts(text, &blocks, language);
    let reading = template::complete(reading, text, language);
    let mut reading = cap::at_most_forty(reading);
    everywhere::spread(&mut reading.drafts, &reading.rules);
    Ok(finish::plan(text, reading, language, wishes))
}
