//! The line `halfday:XXXXXXXX` that ties a result to an attempt: 8 characters of Crockford
//! base32, new for each attempt, read back with the marks and slips chats add.

use std::fmt;
use std::str::FromStr;

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 8;
const WORD: &str = "halfday";

/// The text was no nonce.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a brief")]
pub struct NotANonce(pub String);

/// The code of one attempt.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nonce([u8; LENGTH]);

impl Nonce {
    /// The nonce of five random bytes.
    pub fn from_random(random: [u8; 5]) -> Self {
        let bits = random.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let mut code = [b'0'; LENGTH];
        for (place, letter) in code.iter_mut().enumerate() {
            let five = (bits >> (5 * (LENGTH - 1 - place))) & 0x1f;
            *letter = ALPHABET.get(usize::try_from(five).unwrap_or(0)).copied().unwrap_or(b'0');
        }
        Self(code)
    }

    /// The whole line, as it stands in a brief.
    pub fn line(self) -> String {
        format!("{WORD}:{self}")
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nonce({self})")
    }
}

impl FromStr for Nonce {
    type Err = NotANonce;

    /// Reads the code alone or its whole line.
    fn from_str(text: &str) -> Result<Self, NotANonce> {
        let not = || NotANonce(text.to_owned());
        if let Some(nonce) = of_line(text) {
            return Ok(nonce);
        }
        let plain = plain(text);
        let (nonce, rest) = code(&plain).ok_or_else(not)?;
        if rest.is_empty() { Ok(nonce) } else { Err(not()) }
    }
}

/// Zero-width and direction marks, which nobody sees.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Full-width letters, digits and signs as ASCII, invisible characters gone, blanks trimmed.
fn plain(text: &str) -> String {
    let ascii = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '︰' | '﹕' | '∶' | '꞉' => ':',
        other => other,
    };
    let plain: String = text.chars().filter(|c| !is_invisible(*c) && *c != '\\').map(ascii).collect();
    plain.trim().to_owned()
}

/// The nonce at the start of `text`, and what follows.
fn code(text: &str) -> Option<(Nonce, &str)> {
    let mut letters = [b'0'; LENGTH];
    let mut filled = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let letter = match c.to_ascii_uppercase() {
            '-' if (1..LENGTH).contains(&filled) => continue,
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let letter = u8::try_from(letter).ok().filter(|letter| ALPHABET.contains(letter));
        let (Some(letter), Some(slot)) = (letter, letters.get_mut(filled)) else { break };
        *slot = letter;
        filled += 1;
        end = at + c.len_utf8();
    }
    let rest = text.get(end..)?;
    // A longer word only begins like a nonce.
    let ends = !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    (filled == LENGTH && ends).then_some((Nonce(letters), rest))
}

/// The nonce a line is made of: nothing else may stand on it but marks of quotes, lists,
/// headings, bold and code, and behind a dash, bar or bracket the item's title.
pub(crate) fn of_line(line: &str) -> Option<Nonce> {
    // A line of prose is never this long and then a nonce line.
    if line.len() > 600 {
        return None;
    }
    let line = plain(line);
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    // A point of a numbered list.
    let unnumbered = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = match unnumbered.strip_prefix(['.', ')', '、']) {
        Some(after) if unnumbered.len() < bare.len() => {
            after.trim_start_matches(|c: char| !c.is_alphanumeric())
        }
        _ => bare,
    };
    let word = bare.get(..WORD.len())?;
    if !word.eq_ignore_ascii_case(WORD) {
        return None;
    }
    let after = bare.get(WORD.len()..)?.trim_start_matches(['*', '_', '`', ' ']);
    let after = after.strip_prefix(':')?.trim_start_matches(['*', '_', '`', ' ']);
    let (nonce, rest) = code(after)?;
    let rest = rest.trim_matches(['*', '_', '`', ' ', '"', '\'', '”', '」', '】', ']', '>', '#']);
    let may_follow = |c: char| matches!(c, '-' | '–' | '—' | '|' | '(' | ':' | '.' | '。' | ',' | ';');
    (rest.is_empty() || rest.starts_with(may_follow)).then_some(nonce)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn nonce(text: &str) -> Nonce {
        text.parse().unwrap()
    }

    #[test]
    fn five_bytes_become_eight_letters() {
        assert_eq!(Nonce::from_random([0; 5]).to_string(), "00000000");
        assert_eq!(Nonce::from_random([0xff; 5]).to_string(), "ZZZZZZZZ");
        assert_eq!(Nonce::from_random([0x01, 0x23, 0x45, 0x67, 0x89]).to_string(), "04HMASW9");
        assert_eq!(Nonce::from_random([0; 5]).line(), "halfday:00000000");
    }

    #[test]
    fn marks_and_slips_of_a_chat_are_tolerated() {
        for line in [
            "halfday:04HMASW9",
            "  HALFDAY:04hmasw9  ",
            "halfday：04HMASW9",
            "ｈａｌｆｄａｙ：０４ＨＭＡＳＷ９",
            "**halfday:04HMASW9**",
            "> halfday: `O4HMASW9`",
            "### **Halfday**: 04HMASW9",
            "- halfday:04HMASW9",
            "12. `halfday:04HMASW9`",
            "```halfday:04HMASW9```",
            "\u{200b}half\u{200b}day:04HM\u{feff}ASW9",
            "halfday:04HM-ASW9",
            "【halfday:04HMASW9】",
            "halfday\\:04HMASW9",
            "## halfday:04HMASW9 — Draft the invitation",
            "**halfday:04HMASW9**（邀請函）",
            "halfday:04HMASW9.",
        ] {
            assert_eq!(of_line(line), Some(nonce("04HMASW9")), "{line}");
        }
        assert_eq!(of_line("halfday:OIL00000"), Some(nonce("01100000")), "O, I and L are slips");
    }

    #[test]
    fn prose_about_a_nonce_is_no_nonce_line() {
        for line in [
            "",
            "halfday",
            "halfday:",
            "halfday:04HMASW",
            "halfday:04HMASW9X",
            "halfday:UUUUUUUU",
            "The line halfday:04HMASW9 comes first",
            "halfday:04HMASW9 is the line I was asked for",
            "my halfday:04HMASW9",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn a_nonce_reads_back_from_its_line(random: [u8; 5]) {
            let nonce = Nonce::from_random(random);

            prop_assert_eq!(of_line(&nonce.line()), Some(nonce));
            prop_assert_eq!(nonce.to_string().parse(), Ok(nonce));
        }

        #[test]
        fn no_line_makes_it_fail(line in ".*") {
            let _ = of_line(&line);
        }
    }
}
