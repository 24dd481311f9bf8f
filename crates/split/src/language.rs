//! Which language most of a brief is written in.

use halfday_domain::words::Language;

use crate::han;

/// Enough to be sure, little enough for a large file.
const MOST_CHARS_READ: usize = 20_000;

/// The language of most of `text`; Chinese without a telling character reads as 繁體.
pub fn of(text: &str) -> Language {
    let (mut han_chars, mut words, mut traditional, mut simplified) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut in_word = false;
    for c in text.chars().take(MOST_CHARS_READ) {
        let is_letter = c.is_alphabetic() && !han::is_han(c);
        words += u32::from(is_letter && !in_word);
        in_word = is_letter;
        if han::is_han(c) {
            han_chars += 1;
            traditional += u32::from(han::is_only_traditional(c));
            simplified += u32::from(han::is_only_simplified(c));
        }
    }
    // Chinese needs about a character and a half for a word.
    if han_chars * 2 < words * 3 {
        Language::En
    } else if simplified > traditional {
        Language::ZhHans
    } else if han_chars == 0 {
        Language::En
    } else {
        Language::ZhHant
    }
}
