//! The two ways out: the document on standard output, sentences on standard error. With `--json`
//! standard output is exactly one JSON document. What a shell pipe no longer wants to read
//! (`halfday jobs | head`) is no error.

use std::io::{self, IsTerminal, Write};

use halfday_app::Words;
use serde::Serialize;

use crate::documents::VERSION;
use crate::failure::Failure;
use crate::page::Page;
use crate::text::{acts, visible};

/// How wide a page is where nobody can say.
const USUAL_WIDTH: usize = 80;
/// Wider lines are hard to read.
const MOST_WIDTH: usize = 120;
const LEAST_WIDTH: usize = 40;

/// What is printed: one JSON document or a page for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Page,
}

/// The two ways out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Out {
    form: Form,
    words: &'static Words,
    coloured: bool,
    to_terminal: bool,
    width: usize,
}

#[expect(clippy::unused_self, reason = "whoever holds it may print; whoever does not may not")]
impl Out {
    /// For this process's own standard output.
    pub(crate) fn new(form: Form, words: &'static Words) -> Self {
        let to_terminal = io::stdout().is_terminal();
        let plain = |name: &str, value: Option<&str>| {
            std::env::var(name).is_ok_and(|found| value.map_or(!found.is_empty(), |value| found == value))
        };
        let coloured = to_terminal && !plain("NO_COLOR", None) && !plain("TERM", Some("dumb"));
        let columns = if to_terminal { terminal_size::terminal_size() } else { None };
        let width = columns.map_or(USUAL_WIDTH, |(columns, _)| usize::from(columns.0));
        Self { form, words, coloured, to_terminal, width: width.clamp(LEAST_WIDTH, MOST_WIDTH) }
    }

    /// What is printed.
    pub(crate) fn form(&self) -> Form {
        self.form
    }

    /// From here on sentences are made of these words.
    pub(crate) fn speak(&mut self, words: &'static Words) {
        self.words = words;
    }

    /// The words sentences are made of.
    pub(crate) fn words(&self) -> &'static Words {
        self.words
    }

    /// Prints the document: as JSON, or the page that `draw` makes.
    pub(crate) fn document(
        &self,
        document: &impl Serialize,
        draw: impl FnOnce(&mut Page),
    ) -> Result<(), Failure> {
        match self.form {
            Form::Json => self.json(document),
            Form::Page => self.page(draw),
        }
    }

    /// Prints a page, whatever form documents have.
    pub(crate) fn page(&self, draw: impl FnOnce(&mut Page)) -> Result<(), Failure> {
        let mut page = Page::new(self.words, self.width);
        draw(&mut page);
        write(&page.into_text(self.coloured))
    }

    /// Prints our own text as it is.
    pub(crate) fn text(&self, text: &str) -> Result<(), Failure> {
        write(text)
    }

    /// Prints the document as JSON, or else says one sentence.
    pub(crate) fn answer(&self, document: &impl Serialize, sentence: &str) -> Result<(), Failure> {
        match self.form {
            Form::Json => self.json(document),
            Form::Page => {
                self.say(sentence);
                Ok(())
            }
        }
    }

    /// Prints a document that is JSON already, or text as it is: a brief, a report, an export.
    /// A terminal never gets a character that would steer it.
    pub(crate) fn raw(&self, text: &str) -> Result<(), Failure> {
        if self.to_terminal { write(&visible(text)) } else { write(text) }
    }

    /// A document of our own as JSON, on one line.
    pub(crate) fn json(&self, document: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string(document).map_err(|_| Failure::StandardOutput)?;
        let mut line = escaped(&text);
        line.push('\n');
        write(&line)
    }

    /// A sentence on standard error: what happened, what is worth knowing.
    pub(crate) fn say(&self, sentence: &str) {
        say(sentence);
    }

    /// Why nothing happened, and what to do.
    pub(crate) fn fail(&self, failure: &Failure) {
        let (sentence, hint) = (failure.sentence(self.words), failure.hint(self.words));
        if !sentence.is_empty() {
            say(&sentence);
        }
        if !hint.is_empty() {
            say(&format!("  {}", self.words.say("terminal-hint", &[("hint", &hint)])));
        }
        if self.form == Form::Json && !sentence.is_empty() {
            let error = ErrorDocument {
                version: VERSION,
                error: ErrorBody { code: failure.code(), message: &sentence, hint: &hint },
            };
            // Whoever reads it is gone; the sentence and the exit code still say it.
            let _ = self.json(&error);
        }
    }
}

#[derive(Serialize)]
struct ErrorDocument<'a> {
    version: u32,
    error: ErrorBody<'a>,
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    code: &'a str,
    message: &'a str,
    hint: &'a str,
}

fn say(sentence: &str) {
    // Nobody listens on standard error: the exit code still says it.
    let _ = writeln!(io::stderr().lock(), "{}", visible(sentence));
}

fn write(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::StandardOutput),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// JSON in which no character acts on a terminal; it reads back the same.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if acts(c) {
            text.extend(["\\u", &format!("{:04x}", u32::from(c))]);
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_reads_back_the_same_and_holds_nothing_that_acts() {
        let title = "a\u{202e}b\u{9b}c\u{7f}d\n";

        let text = escaped(&serde_json::to_string(title).expect("a string is JSON"));

        assert!(!text.chars().any(acts), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).expect("still JSON"), title);
    }
}
