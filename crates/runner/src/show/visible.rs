//! Characters that show nothing, turn text around or command a terminal, written out as
//! `⟦U+202E⟧`: a person must see all there is, in the order it is in.

use std::fmt::Write;

/// `text` with its invisible characters written out; line ends and tabs stay.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) {
            // Writing to a string cannot fail.
            let _ = write!(out, "⟦U+{:04X}⟧", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Joiners and variation selectors are left alone: emoji and rare Chinese characters need them.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        _ if c.is_control() => true,
        // Soft hyphen, fillers and signs that are drawn as nothing.
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{3164}' | '\u{ffa0}' => true,
        // Marks, embeddings, overrides and isolates of direction.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        // Widths of nothing, lines that are none, operators without a sign, notes between lines.
        '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        // Tags: a whole alphabet nobody sees.
        '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_nobody_would_see_is_written_out() {
        assert_eq!(visible("abc\u{202e}fdp.exe"), "abc⟦U+202E⟧fdp.exe");
        assert_eq!(visible("\u{1b}[31mred\u{1b}[0m\u{7}"), "⟦U+001B⟧[31mred⟦U+001B⟧[0m⟦U+0007⟧");
        assert_eq!(visible("a\u{200b}b\u{e0041}\u{85}\r"), "a⟦U+200B⟧b⟦U+E0041⟧⟦U+0085⟧⟦U+000D⟧");
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in ["交辦\t軟體\n", "👩‍💻 ❤️", "葛\u{e0100}城", "naïve — “ok”\u{a0}%"]
        {
            assert_eq!(visible(text), text);
        }
    }
}
