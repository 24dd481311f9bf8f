//! How wide text is, without the font: by classes of characters, as wide as the widest common sans serif (DejaVu Sans)
//! draws them, so that what fits here fits everywhere. And where a line may be broken: a number keeps its unit, no
//! line begins with a closing mark or ends with an opening one.

use crate::picture::face::{Face, Weight};

/// Bold is wider by so much.
const STRONG: f64 = 1.1;
/// The end of a text cut short.
const CUT: char = '…';

/// Width of a character in parts of the type's size.
fn em(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' => 0.31,
        '|' | ':' | ';' | ',' | '.' | ' ' | '\u{a0}' | '·' | '!' => 0.36,
        'f' | 't' | 'r' | 'I' | 'J' | '(' | ')' | '[' | ']' | '/' | '-' => 0.42,
        'c' | 's' | 'z' | 'k' | 'x' | 'v' | 'y' | '–' => 0.6,
        'm' | 'w' | 'W' | '%' | '@' | '…' | '—' => 1.02,
        'M' | 'Q' | 'O' | 'G' | 'D' | 'H' | 'N' | 'U' => 0.87,
        '+' | '−' | '±' | '×' | '≈' | '<' | '>' | '=' | '~' | '“' | '”' => 0.85,
        _ if character.is_control() => 0.0,
        // Combining marks stand on what is before them.
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' => 0.0,
        'A'..='Z' => 0.74,
        '\u{21}'..='\u{7e}' => 0.65,
        '\u{80}'..='\u{52f}' => 0.8,
        _ => 1.0,
    }
}

/// Width of a text in pixels.
pub(crate) fn width(text: &str, face: Face) -> f64 {
    let strong = match face.weight {
        Weight::Regular => 1.0,
        Weight::Strong => STRONG,
    };
    // Characters that fill their square are as wide in bold.
    let wide = |character: char| em(character) * if is_wide(character) { 1.0 } else { strong };
    text.chars().map(wide).sum::<f64>() * face.size
}

/// Characters set without spaces between words.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3fffd}')
}

fn may_end_line(character: char) -> bool {
    !matches!(character, '（' | '「' | '『' | '“' | '《' | '【' | '(' | '[')
}

fn may_begin_line(character: char) -> bool {
    !matches!(
        character,
        '）' | '」'
            | '』'
            | '”'
            | '》'
            | '】'
            | ')'
            | ']'
            | '，'
            | '。'
            | '、'
            | '：'
            | '；'
            | '！'
            | '？'
            | '～'
            | '%'
            | '·'
            | ','
            | '.'
            | ':'
            | ';'
            | '…'
    )
}

/// Whether a line may end between two characters that follow each other.
fn may_break(before: char, after: char) -> bool {
    let joins = |c: char| c.is_ascii_digit() || matches!(c, '≈' | '−' | '+' | '~');
    if before == ' ' {
        return may_begin_line(after);
    }
    // 分鐘, 小時: the unit of an amount.
    if matches!((before, after), ('分', '鐘' | '钟') | ('小', '時' | '时')) {
        return false;
    }
    let between_wide = is_wide(before) || is_wide(after);
    between_wide && !joins(before) && may_end_line(before) && may_begin_line(after) && after != ' '
}

/// Pieces that stay whole; a piece that ends a word has its space at its end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = vec![];
    let mut piece = String::new();
    let characters: Vec<char> = text.chars().collect();
    for (place, character) in characters.iter().enumerate() {
        piece.push(*character);
        let Some(next) = characters.get(place + 1) else { break };
        if may_break(*character, *next) && !is_within_amount(&characters, place) {
            pieces.push(std::mem::take(&mut piece));
        }
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// Whether the space at `place` stands inside "34 min", "2 h 35", "5 次" or "2 小時 35 分鐘".
fn is_within_amount(characters: &[char], place: usize) -> bool {
    let at = |place: usize| characters.get(place).copied();
    if at(place) != Some(' ') {
        return false;
    }
    let before = place.checked_sub(1).and_then(at);
    let after = at(place + 1);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if is_digit(before) {
        let word: String = characters.iter().skip(place + 1).take_while(|c| c.is_alphabetic()).collect();
        return after.is_some_and(is_wide) || matches!(word.as_str(), "min" | "h" | "s" | "pts" | "pt");
    }
    // "2 h 35": an hour before minutes.
    let is_hour = |c: Option<char>| matches!(c, Some('h' | '時' | '时'));
    is_hour(before) && is_digit(after)
}

/// A text in lines no wider than `room`; a piece that is wider alone is broken where it has to be.
pub(crate) fn wrap(text: &str, face: Face, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if width(longer.trim_end(), face) <= room {
            line = longer;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        line = String::new();
        for character in piece.chars() {
            line.push(character);
            if width(line.trim_end(), face) > room && line.chars().count() > 1 {
                let last = line.pop();
                lines.push(line.trim_end().to_owned());
                line = last.into_iter().collect();
            }
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// At most so many lines; the last is cut short where there are more.
pub(crate) fn wrap_to(text: &str, face: Face, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, face, room);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).concat();
        lines.push(shorten(&rest, face, room));
    }
    lines
}

/// A text that fits, cut short with an ellipsis where it does not.
pub(crate) fn shorten(text: &str, face: Face, room: f64) -> String {
    if width(text, face) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let cut: String = kept.iter().collect::<String>().trim_end().chars().chain([CUT]).collect();
        if width(&cut, face) <= room {
            return cut;
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_keeps_its_unit_on_one_line() {
        for text in ["likely 19 min to 58 min", "從 2 小時 35 分鐘到 4 小時", "1 h 42 saved"] {
            for room in [60.0, 90.0, 120.0] {
                let lines = wrap(text, Face::NOTE, room);
                for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
                    let breaks_amount = line.chars().last().is_some_and(|c| c.is_ascii_digit())
                        && (next.starts_with("min") || next.chars().next().is_some_and(is_wide));
                    assert!(!breaks_amount || width(line, Face::NOTE) > room * 0.5, "{text}: {lines:?}");
                }
            }
        }
        assert_eq!(wrap("about 34 min", Face::NOTE, 60.0), ["about", "34 min"]);
    }

    #[test]
    fn no_line_begins_with_a_closing_mark() {
        let lines = wrap("通過的項目，如果由你自己做。", Face::NOTE, 60.0);

        assert_eq!(lines, ["通過的項", "目，如果由", "你自己做。"]);
    }

    #[test]
    fn what_is_cut_short_says_so() {
        assert_eq!(shorten("Group quotes into themes", Face::NOTE, 60.0), "Group…");
    }

    proptest! {
        #[test]
        fn lines_fit_and_nothing_is_lost(text in "[a-zA-Z0-9 ,.，。（）項目分鐘]{0,60}", room in 40.0..300.0_f64) {
            let lines = wrap(&text, Face::TITLE, room);
            prop_assert!(lines.iter().all(|line| width(line, Face::TITLE) <= room));
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            let given: String = text.chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, given);
        }
    }
}
