//! Words the person wrote, as data: on one line, with what could turn or hide the text around them
//! made visible. Escaping for a format comes after.

use std::fmt::Write as _;

/// Whether a character would change the reading direction of what follows.
fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text of the person's on one line, with what could turn or hide the text around it made visible.
pub(crate) fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
            control if is_bidi_control(control) => {
                let _ = write!(out, "[U+{:04X}]", u32::from(control));
            }
            control if control.is_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_breaks_a_line_is_shown_and_does_nothing() {
        assert_eq!(inert("a\u{202e}b\u{2066}c"), "a[U+202E]b[U+2066]c");
        assert_eq!(inert(" one\r\ntwo\u{2028}three\u{7}\n"), "one  two three\u{fffd}");
        assert_eq!(inert("報告 – café"), "報告 – café", "other text stays as it is");
    }
}
