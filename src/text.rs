//! Text as a terminal shows it: nothing a stranger wrote may steer the terminal, and Chinese
//! characters are two cells wide. Pure.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// `text` with everything escaped that would act on a terminal or reorder what is read: control
/// characters but line breaks and tabs, and marks of writing direction.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            _ if acts(c) => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
    }
    shown
}

/// As [`visible`], on one line: a title.
pub(crate) fn one_line(text: &str) -> String {
    let text = text.replace("\r\n", " ").replace(['\n', '\t', '\r'], " ");
    visible(&text)
}

/// Whether a character does something instead of being seen.
pub(crate) fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The cells `text` takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// `text` filled up with blanks to `cells`.
pub(crate) fn padded(text: &str, cells: usize) -> String {
    let blanks = cells.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// `text` in lines of at most `cells`; its own line breaks are kept. It breaks at blanks and
/// between Chinese characters, and a closing mark stays with what it closes.
pub(crate) fn wrapped(text: &str, cells: usize) -> Vec<String> {
    text.lines().flat_map(|line| wrapped_line(line, cells.max(2))).collect()
}

fn wrapped_line(line: &str, cells: usize) -> Vec<String> {
    let mut lines = vec![];
    let mut current = String::new();
    for piece in pieces(line) {
        let fits = width(current.trim_end()) + width(piece.trim_end()) <= cells
            && width(&current) + width(piece.trim_end()) <= cells;
        if !fits && !current.trim().is_empty() {
            lines.push(current.trim_end().to_owned());
            current.clear();
        }
        for part in chopped(piece, cells) {
            if width(&current) + width(part.trim_end()) > cells && !current.is_empty() {
                lines.push(current.trim_end().to_owned());
                current.clear();
            }
            current.push_str(&part);
        }
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// The unbreakable pieces of a line, each with the blanks that follow it.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in line.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.extend(line.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(line.get(start..));
    pieces
}

fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、；：？！）」』】》〉”’…—·,.;:?!)]}%";
    const OPENING: &str = "（「『【《〈“‘([{";
    if after == ' ' || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// A piece that is wider than a line, cut where it must be.
fn chopped(piece: &str, cells: usize) -> Vec<String> {
    let mut parts = vec![];
    let mut part = String::new();
    for c in piece.chars() {
        if width(&part) + c.width().unwrap_or(0) > cells && c != ' ' {
            parts.push(std::mem::take(&mut part));
        }
        part.push(c);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_steer_the_terminal() {
        assert_eq!(one_line("\u{1b}[2Jgone"), "\\u{1b}[2Jgone");
        assert_eq!(one_line("a\u{202e}txt.exe"), "a\\u{202e}txt.exe");
        assert_eq!(one_line("a\r\nb\tc"), "a b c");
        assert_eq!(visible("一行\n\u{9b}31m"), "一行\n\\u{9b}31m");
    }

    #[test]
    fn chinese_characters_are_two_cells_wide() {
        assert_eq!(width("報告 v2"), 7);
        assert_eq!(padded("報告", 6), "報告  ");
    }

    #[test]
    fn lines_break_at_blanks_and_between_chinese_characters_but_not_before_a_closing_mark() {
        assert_eq!(wrapped("put the counts below", 10), ["put the", "counts", "below"]);
        assert_eq!(wrapped("把報價整理成表。", 6), ["把報價", "整理成", "表。"]);
        assert_eq!(wrapped("整理成表，", 8), ["整理成", "表，"], "the comma takes its character along");
        assert_eq!(wrapped("supercalifragilistic", 8), ["supercal", "ifragili", "stic"]);
        assert_eq!(wrapped("一\n\n二", 8), ["一", "", "二"]);
        assert_eq!(wrapped("", 8), Vec::<String>::new());
    }

    #[test]
    fn no_line_is_ever_wider_than_asked() {
        for text in
            ["a bb ccc dddd eeeee ffffff", "混在一起 with English，還有「引號」。", "。。。。。。。。。"]
        {
            for cells in 2..20 {
                for line in wrapped(text, cells) {
                    assert!(width(&line) <= cells, "{line:?} in {cells}");
                }
            }
        }
    }
}
