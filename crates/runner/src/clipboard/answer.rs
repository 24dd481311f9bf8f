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

    /// What was delivered: the named files, the last of each name; without any, the text, named
    /// like the only file that was wanted if it can be that file, else `answer.md`.
    pub fn deliverables(&self, wanted: &[String]) -> Vec<Deliverable> {
        let mut named: Vec<Deliverable> = vec![];
        for file in self.files.iter().filter(|file| !file.content.trim().is_empty()) {
            let path = wanted_path(&file.path, wanted);
            named.retain(|earlier| earlier.path != path);
            named.push(Deliverable::new(path, file.content.as_bytes()));
        }
        if !named.is_empty() || self.is_empty() {
            return named;
        }
        let text = self.text();
        let (name, content) = match wanted {
            [name] if deliverable::is_prose_name(name) => (name.as_str(), prose(text)),
            [name] if deliverable::is_text_name(name) => match only_fence(text) {
                Some((_, content)) => (name.as_str(), content),
                None => (deliverable::ANSWER, prose(text)),
            },
            _ => (deliverable::ANSWER, prose(text)),
        };
        let content = if content.ends_with('\n') { content } else { content + "\n" };
        vec![Deliverable::new(name, content.as_bytes())]
    }
}

/// The path a file was wanted at, when the chat left the folder out; else the path it gave.
fn wanted_path<'a>(path: &'a str, wanted: &'a [String]) -> &'a str {
    let path = path.trim_start_matches("./");
    let mut fits = wanted.iter().filter(|wanted| wanted.rsplit('/').next() == Some(path));
    match (fits.next(), fits.next()) {
        (Some(only), None) => only,
        (Some(_), Some(_)) | (None, _) => path,
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

/// The one fence in `text`, whatever stands around it, and its content.
fn only_fence(text: &str) -> Option<(Fence, String)> {
    let mut fences = fence::fences(text, &fence::lines(text));
    let one = fences.pop().filter(|_| fences.is_empty())?;
    let content = content_of(text, &one);
    (!content.trim().is_empty()).then_some((one, content))
}

/// The text itself, or what is in the block a chat put it into: one that says it is Markdown, or
/// has nothing around it.
fn prose(text: &str) -> String {
    let Some((fence, content)) = only_fence(text) else { return text.to_owned() };
    let language = fence.info.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_all = fence.whole == (0..text.len());
    match language.as_str() {
        "md" | "markdown" => content,
        "" | "text" | "txt" if is_all => content,
        _ => text.to_owned(),
    }
}

/// Reads a pasted answer. Any text is an answer; one without a nonce line has no section.
pub fn read_answer(text: &str) -> Answer {
    let answer = split(text);
    if !answer.sections.is_empty() {
        return answer;
    }
    // The chat put the answer into code blocks, the nonce line first.
    let begins = |fence: &Fence| {
        let content = text.get(fence.content.clone()).unwrap_or_default();
        let first = content.lines().find(|line| !line.trim().is_empty());
        first.and_then(nonce::of_line).is_some()
    };
    let fences = fence::fences(text, &fence::lines(text));
    let mut answer = Answer::default();
    let mut around = 0;
    for wrapper in fences.iter().filter(|fence| begins(fence)) {
        answer.preamble.push_str(text.get(around..wrapper.whole.start).unwrap_or_default());
        around = wrapper.whole.end;
        let content = content_of(text, wrapper);
        match fence::path_of(&wrapper.info) {
            None => split(&content).sections.into_iter().for_each(|section| answer.add(section)),
            Some(path) => in_file(path, &content).into_iter().for_each(|section| answer.add(section)),
        }
    }
    answer.preamble.push_str(text.get(around..).unwrap_or_default());
    answer
}

/// A file whose first line is the nonce line that should stand above it.
fn in_file(path: String, content: &str) -> Option<Section> {
    let (line, rest) = content.trim_start().split_once('\n').unwrap_or((content, ""));
    let files = vec![AnswerFile { path, content: rest.to_owned() }];
    Some(Section { nonce: nonce::of_line(line)?, body: rest.to_owned(), files })
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
