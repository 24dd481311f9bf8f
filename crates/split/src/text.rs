//! Small questions about text that every part of the reading asks.

use halfday_domain::plan::{MOST_TITLE_GRAPHEMES, Span};
use unicode_segmentation::UnicodeSegmentation;

/// White space of any script, and marks that take no room.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}')
}

/// The part of `span` between its first and last visible characters.
pub(crate) fn trimmed(text: &str, span: &Span) -> Span {
    let Some(part) = text.get(span.clone()) else { return span.start..span.start };
    let start = span.start + (part.len() - part.trim_start_matches(is_blank).len());
    let end = span.start + part.trim_end_matches(is_blank).len();
    // Of blanks only, nothing is left.
    if start < end { start..end } else { span.start..span.start }
}

/// The text of `span`.
pub(crate) fn at<'t>(text: &'t str, span: &Span) -> &'t str {
    text.get(span.clone()).unwrap_or_default()
}

/// Columns on a screen: Chinese takes two.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if crate::han::is_han(c) || crate::han::is_wide_mark(c) { 2 } else { 1 }).sum()
}

pub(crate) fn graphemes(text: &str) -> usize {
    // A byte count below the limit cannot hold more graphemes; most titles end here.
    if text.len() <= MOST_TITLE_GRAPHEMES && text.is_ascii() {
        text.len()
    } else {
        text.graphemes(true).count()
    }
}

/// The first `most` graphemes.
pub(crate) fn first_graphemes(text: &str, most: usize) -> &str {
    let end = text.grapheme_indices(true).nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// One line: control characters and runs of white space become one space.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if is_blank(c) || c.is_control() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Whether something can be read in it: a letter, a number or a character.
pub(crate) fn is_readable(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Ends a sentence or leads into a list.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        is_blank(c) || matches!(c, '"' | '”' | '’' | '」' | '』' | ')' | '）' | '*' | '_')
    });
    text.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；', '…'])
}

/// Ends in a colon, so that what follows belongs to it.
pub(crate) fn leads_in(text: &str) -> bool {
    text.trim_end_matches(|c: char| is_blank(c) || matches!(c, '*' | '_')).ends_with([':', '：'])
}

/// The number written in Chinese, Arabic or full-width digits; up to 999.
pub(crate) fn number(text: &str) -> Option<u32> {
    let digits: String = text.chars().map(ascii_digit).collect();
    if let Ok(number) = digits.parse() {
        return Some(number);
    }
    let (mut total, mut last) = (0_u32, None);
    for c in text.chars() {
        match han_digit(c)? {
            10 => total += last.take().unwrap_or(1) * 10,
            100 => total += last.take().unwrap_or(1) * 100,
            digit if last.is_none() => last = Some(digit),
            _ => return None,
        }
    }
    (!text.is_empty()).then(|| total + last.unwrap_or(0))
}

/// A full-width digit as an ASCII one; anything else unchanged.
pub(crate) fn ascii_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        _ => c,
    }
}

pub(crate) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '兩' | '两' | '貳' | '贰' => 2,
        '三' | '參' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陸' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        '十' | '拾' => 10,
        '百' => 100,
        _ => return None,
    })
}
