//! What stands in the texts that came back: words, patterns, headings, length.

use halfday_domain::check::{Bounds, CheckOutcome, CheckResult, DetailCode};
use regex::RegexBuilder;

use super::{Texts, fails, listed};
use crate::deliverable::Deliverable;
use crate::fence;

/// A pattern that compiles to more is refused.
const MOST_PATTERN_BYTES: usize = 1 << 20;

/// Runs of white space count as one blank: a chat may wrap lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn contains(wanted: &str, deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    let wanted_flat = flat(wanted);
    if texts.all().any(|(_, text)| text.contains(wanted) || flat(text).contains(&wanted_flat)) {
        return CheckOutcome::holds();
    }
    texts.or_unreadable(fails(DetailCode::TextMissing, &[("text", wanted)]))
}

pub(super) fn does_not_contain(unwanted: &str, deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    for (file, text) in texts.all() {
        if let Some(line) = text.lines().position(|line| line.contains(unwanted)) {
            let line = (line + 1).to_string();
            let args = [("text", unwanted), ("name", file.name()), ("line", &line)];
            return fails(DetailCode::TextFound, &args);
        }
    }
    texts.or_unreadable(CheckOutcome::holds())
}

pub(super) fn matches(pattern: &str, deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    let built = RegexBuilder::new(pattern)
        .multi_line(true)
        .size_limit(MOST_PATTERN_BYTES)
        .dfa_size_limit(MOST_PATTERN_BYTES)
        .nest_limit(64)
        .build();
    let Ok(regex) = built else {
        return CheckOutcome::with(CheckResult::CannotTell, DetailCode::BadPattern, &[("text", pattern)]);
    };
    if texts.all().any(|(_, text)| regex.is_match(text)) {
        return CheckOutcome::holds();
    }
    texts.or_unreadable(fails(DetailCode::NoMatch, &[("text", pattern)]))
}

/// The headings of a Markdown text, marks and numbering of words left as they are.
fn headings_in(text: &str) -> Vec<String> {
    let lines = fence::lines(text);
    let fences = fence::fences(text, &lines);
    let outside = lines.iter().filter(|line| !fences.iter().any(|fence| fence.whole.contains(&line.start)));
    let outside: Vec<&str> = outside.filter_map(|line| text.get(line.clone())).map(str::trim).collect();
    let mut found = vec![];
    for (at, line) in outside.iter().enumerate() {
        let level = line.bytes().take_while(|b| *b == b'#').count();
        if (1..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with([' ', '\t'])) {
            found.push(line.trim_matches('#').trim().to_owned());
        }
        let under = outside.get(at + 1).copied().unwrap_or_default();
        let is_rule =
            !under.is_empty() && (under.bytes().all(|b| b == b'=') || under.bytes().all(|b| b == b'-'));
        if is_rule && !line.is_empty() && level == 0 {
            found.push((*line).to_owned());
        }
    }
    found
}

/// A heading without numbering and bold marks, for comparing.
fn bare_heading(heading: &str) -> String {
    let marks = ['*', '_', '`', ' ', ':', '：'];
    let bare = heading.trim_matches(marks);
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十.、) ）（(".contains(c);
    let unnumbered = bare.trim_start_matches(is_number);
    let bare = if unnumbered.is_empty() { bare } else { unnumbered };
    flat(bare.trim_matches(marks)).to_lowercase()
}

pub(super) fn headings(titles: &[String], deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    let found: Vec<String> = texts.all().flat_map(|(_, text)| headings_in(text)).collect();
    let is_there = |title: &&String| {
        let bare = bare_heading(title);
        found.iter().any(|heading| heading == *title || bare_heading(heading) == bare)
    };
    let missing: Vec<&String> = titles.iter().filter(|title| !is_there(title)).collect();
    if missing.is_empty() {
        return CheckOutcome::holds();
    }
    texts.or_unreadable(fails(DetailCode::HeadingsMissing, &[("names", &listed(&missing))]))
}

/// Words of alphabets and characters of Chinese and Japanese, as word processors count.
pub(super) fn count_words(text: &str) -> u64 {
    let (mut count, mut in_word) = (0, false);
    for c in text.chars() {
        let code = u32::from(c);
        let is_character =
            matches!(code, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff);
        if is_character {
            count += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            count += u64::from(!in_word);
            in_word = true;
        } else if !matches!(c, '\'' | '’' | '-' | '_' | '.' | ',' | '@' | '/') || !in_word {
            in_word = false;
        }
    }
    count
}

pub(super) fn words(bounds: Bounds, deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    if !texts.unreadable.is_empty() {
        return texts.or_unreadable(CheckOutcome::holds());
    }
    let count: u64 = texts.all().map(|(_, text)| count_words(text)).sum();
    if bounds.hold(count) {
        return CheckOutcome::holds();
    }
    fails(DetailCode::WordCount, &[("count", &count.to_string()), ("bounds", &bounds.text())])
}
