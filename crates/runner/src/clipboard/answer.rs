//! The answer of a chat: split among items by nonce lines, fenced blocks with `path=NAME` taken
//! out as files. Every byte between two nonce lines belongs to the section above.

use std::ops::Range;

use super::nonce::{self, Nonce};
use crate::deliverable::{self, Deliverable};
use crate::fence::{self, Fence};

/// A pasted answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// What stands before the first nonce line.
    pub preamble: String,
    /// One per nonce, in the order of their first lines.
    pub sections: Vec<Section>,
}

/// The result of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub nonce: Nonce,
    /// Everything after the nonce line, as it was pasted, files included.
    pub body: String,
    /// The fenced blocks that name a file.
    pub files: Vec<AnswerFile>,
}

/// A file within an answer. Its path is as the chat wrote it, not proved to be harmless;
/// [`crate::publish`] proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    pub path: String,
    pub content: String,
}

impl Answer {
    /// Adds a section, or its text to that of the same nonce: a chat may list the lines first,
    /// or give a result in two parts.
    fn add(&mut self, section: Section) {
        match self.sections.iter_mut().find(|earlier| earlier.nonce == section.nonce) {
            Some(earlier) => {
                earlier.body.push_str(&section.body);
                earlier.files.extend(section.files);
            }
            None => self.sections.push(section),
        }
    }

    /// An answer without any nonce line, taken for one item all the same.
    pub fn for_one(nonce: Nonce, text: &str) -> Section {
        Section { nonce, body: text.to_owned(), files: files_in(text) }
    }
}

impl Section {
    /// Whether nothing came back: no words and no file with anything in it.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty() && self.files.iter().all(|file| file.content.trim().is_empty())
    }

    /// The words of the body without the blank lines and rules around them; empty when there is
    /// no letter and no digit in it.
    pub fn text(&self) -> &str {
        let mut text = self.body.trim();
        loop {
            let is_rule = |line: &str| !line.is_empty() && line.chars().all(|c| "-*_=— ".contains(c));
            let last = text.lines().next_back().map(str::trim).unwrap_or_default();
            let first = text.lines().next().map(str::trim).unwrap_or_default();
            if is_rule(last) {
                text = text.get(..text.rfind('\n').unwrap_or(0)).unwrap_or_default().trim_end();
            } else if is_rule(first) && text.contains('\n') && !is_front_matter(text) {
                text = text.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
            } else {
                break;
            }
        }
        if text.chars().any(|c| c.is_alphanumeric() || is_symbol(c)) { text } else { "" }
    }

    /// What was delivered: the named files; without any, the text, named like the only file that
    /// was wanted if it can be that file, else `answer.md`.
    pub fn deliverables(&self, wanted: &[String]) -> Vec<Deliverable> {
        let named: Vec<Deliverable> = self
            .files
            .iter()
            .filter(|file| !file.content.trim().is_empty())
            .map(|file| Deliverable::new(&file.path, file.content.as_bytes()))
            .collect();
        if !named.is_empty() || self.is_empty() {
            return named;
        }
        let text = self.text();
        let (name, content) = match wanted {
            [name] if deliverable::is_prose_name(name) => (name.as_str(), whole_fence(text)),
            [name] if deliverable::is_text_name(name) => match only_fence(text) {
                Some(content) => (name.as_str(), content),
                None => (deliverable::ANSWER, text.to_owned()),
            },
            _ => (deliverable::ANSWER, text.to_owned()),
        };
        let content = if content.ends_with('\n') { content } else { content + "\n" };
        vec![Deliverable::new(name, content.as_bytes())]
    }
}

/// `---` at the very start may open front matter, which is content.
fn is_front_matter(text: &str) -> bool {
    text.starts_with("---") && text.lines().skip(1).any(|line| line.trim() == "---")
}

/// Emoji and other pictures count as something.
fn is_symbol(c: char) -> bool {
    u32::from(c) >= 0x2190 && !c.is_whitespace() && !nonce::is_invisible(c) && !"─—―…　。、".contains(c)
}

/// The content of the one fence in `text`, whatever stands around it.
fn only_fence(text: &str) -> Option<String> {
    match fence::fences(text, &fence::lines(text)).as_slice() {
        [one] => Some(content_of(text, one)).filter(|content| !content.trim().is_empty()),
        _ => None,
    }
}

/// The text itself, out of the fence if it is nothing else but one.
fn whole_fence(text: &str) -> String {
    let one = |fence: &Fence| fence.whole.start == 0 && fence.whole.end == text.len();
    match fence::fences(text, &fence::lines(text)).as_slice() {
        [fence] if one(fence) => content_of(text, fence),
        _ => text.to_owned(),
    }
}

/// Reads a pasted answer. Any text is an answer; one without a nonce line has no section.
pub fn read_answer(text: &str) -> Answer {
    let answer = split(text);
    if !answer.sections.is_empty() {
        return answer;
    }
    // The chat put the answer into code blocks: what begins with a nonce line is no file.
    let begins = |fence: &Fence| {
        let content = text.get(fence.content.clone()).unwrap_or_default();
        let first = content.lines().find(|line| !line.trim().is_empty());
        fence::path_of(&fence.info).is_none() && first.and_then(nonce::of_line).is_some()
    };
    let mut answer = Answer::default();
    let mut around = 0;
    for wrapper in fence::fences(text, &fence::lines(text)).iter().filter(|fence| begins(fence)) {
        answer.preamble.push_str(text.get(around..wrapper.whole.start).unwrap_or_default());
        around = wrapper.whole.end;
        for section in split(&content_of(text, wrapper)).sections {
            answer.add(section);
        }
    }
    answer.preamble.push_str(text.get(around..).unwrap_or_default());
    answer
}

/// Splits at the nonce lines that stand in no fence.
fn split(text: &str) -> Answer {
    let lines = fence::lines(text);
    let fences = fence::fences(text, &lines);
    let starts = nonce_lines(text, &lines, &fences);
    let first = starts.first().map_or(text.len(), |(range, _)| range.start);
    let mut answer = Answer { preamble: text.get(..first).unwrap_or_default().to_owned(), sections: vec![] };
    for (at, (range, nonce)) in starts.iter().enumerate() {
        let body = range.end..starts.get(at + 1).map_or(text.len(), |(next, _)| next.start);
        let files = fences.iter().filter(|fence| body.contains(&fence.whole.start));
        answer.add(Section {
            nonce: *nonce,
            files: files.filter_map(|fence| file_of(text, fence)).collect(),
            body: text.get(body).unwrap_or_default().to_owned(),
        });
    }
    answer
}

fn nonce_lines(text: &str, lines: &[Range<usize>], fences: &[Fence]) -> Vec<(Range<usize>, Nonce)> {
    let outside = |range: &&Range<usize>| !fences.iter().any(|fence| fence.whole.contains(&range.start));
    let nonce = |range: &Range<usize>| {
        nonce::of_line(text.get(range.clone()).unwrap_or_default()).map(|nonce| (range.clone(), nonce))
    };
    lines.iter().filter(outside).filter_map(nonce).collect()
}

fn files_in(text: &str) -> Vec<AnswerFile> {
    let fences = fence::fences(text, &fence::lines(text));
    fences.iter().filter_map(|fence| file_of(text, fence)).collect()
}

fn file_of(text: &str, fence: &Fence) -> Option<AnswerFile> {
    let path = fence::path_of(&fence.info)?;
    Some(AnswerFile { path, content: content_of(text, fence) })
}

/// The lines of a fence, without the blanks its own marks are indented by.
fn content_of(text: &str, fence: &Fence) -> String {
    let content = text.get(fence.content.clone()).unwrap_or_default();
    if fence.indent == 0 {
        return content.to_owned();
    }
    let outdented = |line: &str| {
        let blanks = line.bytes().take(fence.indent).take_while(|b| matches!(b, b' ' | b'\t')).count();
        line.get(blanks..).unwrap_or_default().to_owned()
    };
    content.split_inclusive('\n').map(outdented).collect()
}
