//! The marker a line begins with: `1.` `（一）` `①` `•` `- [x]` `第一步` …, in three languages.

use crate::pattern::Pattern;
use crate::text::{ascii_digit, han_digit, is_blank, number};

/// Whether a box stands after the marker, and whether it is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tick {
    Unboxed,
    Open,
    Done,
}

/// A marker at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Bytes up to the content.
    pub length: usize,
    /// How high it usually stands in an outline: `一、` 0 … `（一）` 1, `1.` 2, `1.1` 3, `(1)` 4, `a.` 5, `•` 6, `◦` 7.
    pub rank: u8,
    /// The number as the person counts.
    pub number: Option<u32>,
    pub tick: Tick,
    /// `ACTION:` in minutes: whatever stands around it, this is the work.
    pub is_action: bool,
}

impl Mark {
    /// A mark of `rank` that takes no room.
    pub(crate) fn bare(rank: u8, number: Option<u32>) -> Self {
        Self { length: 0, rank, number, tick: Tick::Unboxed, is_action: false }
    }
}

/// The marker of `line`, which begins with a visible character.
pub(crate) fn of(line: &str) -> Option<Mark> {
    if let Some(length) = action(line) {
        return Some(Mark { length, rank: 7, number: None, tick: Tick::Unboxed, is_action: true });
    }
    let found = numbered(line).or_else(|| bullet(line));
    let (length, rank, number, sign) = match found {
        Some((length, rank, number)) => (length, rank, number, line.chars().next()),
        None => (0, 6, None, None),
    };
    let rest = line.get(length..)?;
    let (boxed, tick) = tick(rest);
    let tick = match (tick, sign) {
        (Tick::Unboxed, Some('☑' | '☒' | '✅' | '✔' | '✓')) => Tick::Done,
        (Tick::Unboxed, Some('☐' | '□')) => Tick::Open,
        (tick, _) => tick,
    };
    if length + boxed == 0 {
        return None;
    }
    let rest = line.get(length + boxed..)?;
    let blank = rest.len() - rest.trim_start_matches(is_blank).len();
    Some(Mark { length: length + boxed + blank, rank, number, tick, is_action: false })
}

/// `ACTION: Raj to book …`, with the work on the same line.
fn action(line: &str) -> Option<usize> {
    static ACTION: Pattern = Pattern::new(
        r"^(?:(?:ACTION|Action|AP)(?: ?(?:ITEM|item|POINT|point)S?s?)?(?: ?\d{1,2})?|TO-?DO|To-?[Dd]o|行动|行動|待办|待辦|決議事項|决议事项)\s*[:：]\s*\S",
    );
    let found = ACTION.find(line)?;
    // The pattern takes the first character of the work to know that there is one.
    found.as_str().char_indices().next_back().map(|(at, _)| at)
}

/// `[ ] `, `[x] ` and how many bytes they take.
fn tick(rest: &str) -> (usize, Tick) {
    let trimmed = rest.trim_start_matches(is_blank);
    let blank = rest.len() - trimmed.len();
    for (sign, tick) in [
        ("[ ]", Tick::Open),
        ("[]", Tick::Open),
        ("[x]", Tick::Done),
        ("[X]", Tick::Done),
        ("［ ］", Tick::Open),
        ("［　］", Tick::Open),
        ("［x］", Tick::Done),
    ] {
        // `[x](address)` is a link.
        if let Some(after) = trimmed.strip_prefix(sign).filter(|after| !after.starts_with(['(', '['])) {
            return (blank + trimmed.len() - after.len(), tick);
        }
    }
    (0, Tick::Unboxed)
}

type Found = (usize, u8, Option<u32>);

fn bullet(line: &str) -> Option<Found> {
    let mut chars = line.chars();
    let (sign, next) = (chars.next()?, chars.next());
    let spaced = next.is_some_and(is_blank);
    let rank = match sign {
        '-' | '*' | '+' | '–' | '—' | '−'
            if spaced
                || next.is_some_and(|next| {
                    sign != '—' && (crate::han::is_han(next) || (sign == '-' && next.is_uppercase()))
                }) =>
        {
            6
        }
        // A remark stands beside what it remarks on, not under the last of it.
        '※' => 0,
        '•' | '●' | '■' | '◆' | '◎' | '★' | '☆' | '►' | '▶' | '➤' | '➢' | '⚫' | '☐' | '□' | '☑' | '☒'
        | '✅' | '✓' | '✔' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f06c}' => 6,
        '◦' | '○' | '▪' | '▫' | '‣' | '⁃' | '·' | '・' | '‧' | '◇' | '\u{f0a8}' => 7,
        'o' if next == Some('\t')
            || (spaced && line.trim_start_matches('o').trim_start().starts_with(char::is_uppercase)) =>
        {
            7
        }
        _ => return None,
    };
    Some((sign.len_utf8(), rank, None))
}

fn numbered(line: &str) -> Option<Found> {
    let first = line.chars().next()?;
    match first {
        '0'..='9' | '０'..='９' => arabic(line),
        '（' | '(' => bracketed(line),
        '①'..='⑳' => Some((first.len_utf8(), 4, Some(u32::from(first) - 0x245f))),
        '❶'..='❿' => Some((first.len_utf8(), 4, Some(u32::from(first) - 0x2775))),
        '第' => ordinal(line),
        'a'..='z' | 'A'..='Z' => step(line).or_else(|| lettered(line)),
        _ => step(line).or_else(|| chinese(line)),
    }
}

/// `1.` `1、` `1)` `１．` `2.1` `2.1.`; never `1.5 hours`, `2026.`, `10:30`.
fn arabic(line: &str) -> Option<Found> {
    let (mut at, mut parts, mut first) = (0, 0_u8, None);
    loop {
        let rest = line.get(at..)?;
        let digits: String = rest.chars().map(ascii_digit).take_while(char::is_ascii_digit).collect();
        if digits.is_empty() || digits.len() > 3 {
            return None;
        }
        at += rest.chars().take(digits.len()).map(char::len_utf8).sum::<usize>();
        first = first.or_else(|| digits.parse().ok());
        parts += 1;
        let mut after = line.get(at..)?.chars();
        let (sign, next) = (after.next(), after.next());
        let next_is_digit = next.is_some_and(|c| ascii_digit(c).is_ascii_digit());
        match sign? {
            '.' | '．' if next_is_digit && parts < 5 => at += sign?.len_utf8(),
            // `2.5k`, `1.md`: the text goes on without a break.
            '.' if parts == 1 && next.is_some_and(|c| c.is_ascii_lowercase()) => return None,
            '.' | '．' | '、' | ')' | '）' => {
                return Some((at + sign?.len_utf8(), 2 + parts.min(2) - 1, first));
            }
            sign if parts > 1
                && is_blank(sign)
                && next.is_some_and(begins_words)
                && parts_read_as_outline(line.get(..at)?) =>
            {
                return Some((at, 3, first));
            }
            _ => return None,
        }
    }
}

/// A capital or a character that is no unit: `2.1 Scope`, not `1.5 hours`, 1.5 小時.
fn begins_words(c: char) -> bool {
    c.is_uppercase()
        || (crate::han::is_han(c)
            && !matches!(
                c,
                '小' | '天'
                    | '分'
                    | '萬'
                    | '万'
                    | '億'
                    | '亿'
                    | '千'
                    | '百'
                    | '公'
                    | '倍'
                    | '元'
                    | '個'
                    | '个'
                    | '折'
                    | '坪'
            ))
}

/// `2.1 Scope` is an outline; `0.5 mg` and `12.50 each` are amounts.
fn parts_read_as_outline(digits: &str) -> bool {
    digits.split(['.', '．']).all(|part| !part.starts_with(['0', '０']) && part.chars().count() <= 2)
}

/// `(1)` `（一）` `(a)` `(ii)`.
fn bracketed(line: &str) -> Option<Found> {
    let open = line.chars().next()?.len_utf8();
    let inside = line.get(open..)?;
    let end = inside.find([')', '）'])?;
    let (name, close) = (inside.get(..end)?, inside.get(end..)?.chars().next()?.len_utf8());
    let length = open + end + close;
    let is_digits = name.chars().all(|c| ascii_digit(c).is_ascii_digit());
    if is_digits && (1..=2).contains(&name.chars().count()) {
        return Some((length, 4, number(name)));
    }
    if !name.is_empty() && name.chars().count() <= 3 && name.chars().all(|c| han_digit(c).is_some()) {
        return Some((length, 1, number(name)));
    }
    letter_number(name).map(|number| (length, 5, Some(number)))
}

/// `a` 1, `b` 2; `i`, `ii`, `iv` as Roman.
fn letter_number(name: &str) -> Option<u32> {
    let lower = name.to_ascii_lowercase();
    if let Some(at) = ROMAN.iter().position(|roman| *roman == lower) {
        return u32::try_from(at + 1).ok();
    }
    match *lower.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(letter - b'a') + 1),
        _ => None,
    }
}

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// `a.` `b)` `A.` `II.`, all with a space after them.
fn lettered(line: &str) -> Option<Found> {
    let end = line.find(['.', ')', '）'])?;
    let name = line.get(..end)?;
    if name.len() > 4 || !line.get(end + 1..)?.starts_with(is_blank) {
        return None;
    }
    let number = letter_number(name)?;
    let rank = if name.starts_with(char::is_uppercase) { 0 } else { 5 };
    Some((end + line.get(end..)?.chars().next()?.len_utf8(), rank, Some(number)))
}

/// `一、` `十二.` `三，`… only with a mark after it.
fn chinese(line: &str) -> Option<Found> {
    let name: String = line.chars().take_while(|c| han_digit(*c).is_some()).collect();
    if name.is_empty() || name.chars().count() > 3 {
        return None;
    }
    let sign = line.get(name.len()..)?.chars().next()?;
    matches!(sign, '、' | '.' | '．').then(|| (name.len() + sign.len_utf8(), 0, number(&name)))
}

/// `第一步：` `第2階段、` `第三，`; never `第 6 條的結論…`, which points at something.
fn ordinal(line: &str) -> Option<Found> {
    let rest = line.strip_prefix('第')?;
    let name: String =
        rest.chars().take_while(|c| han_digit(*c).is_some() || ascii_digit(*c).is_ascii_digit()).collect();
    let after = rest.get(name.len()..)?;
    let mut length = '第'.len_utf8() + name.len();
    let unit = ["步", "階段", "阶段"].into_iter().find(|unit| after.starts_with(unit));
    length += unit.map_or(0, str::len);
    let sign = line.get(length..)?.chars().next()?;
    let signed = matches!(sign, '：' | ':' | '、' | '，' | ',' | '.' | '．') || is_blank(sign);
    let length = if signed { length + sign.len_utf8() } else { length };
    (!name.is_empty() && (unit.is_some() || matches!(sign, '、' | '，' | '：')))
        .then(|| (length, 0, number(&name)))
}

/// `Step 1:` `Task 2 -` `步驟三：` `任務1、`.
fn step(line: &str) -> Option<Found> {
    let word = ["Step ", "STEP ", "step ", "Task ", "TASK ", "步驟", "步骤", "任務", "任务"]
        .into_iter()
        .find(|word| line.starts_with(word))?;
    let rest = line.get(word.len()..)?;
    let name: String =
        rest.chars().take_while(|c| han_digit(*c).is_some() || ascii_digit(*c).is_ascii_digit()).collect();
    let after = rest.get(name.len()..)?;
    let trimmed = after.trim_start_matches([' ', '\u{3000}']);
    let sign = trimmed.chars().next()?;
    let length = line.len() - trimmed.len() + sign.len_utf8();
    (!name.is_empty() && matches!(sign, ':' | '：' | '.' | '、' | '-' | '–' | ')'))
        .then(|| (length, 0, number(&name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, u8, Option<u32>)>) {
        let found =
            of(line).map(|mark| (line.get(mark.length..).unwrap_or_default(), mark.rank, mark.number));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn every_way_people_number_is_a_marker() {
        check("1. write", Some(("write", 2, Some(1))));
        check("2)寫報告", Some(("寫報告", 2, Some(2))));
        check("１．寫", Some(("寫", 2, Some(1))));
        check("（1）选五家", Some(("选五家", 4, Some(1))));
        check("(一) 選", Some(("選", 1, Some(1))));
        check("十二、選", Some(("選", 0, Some(12))));
        check("③選", Some(("選", 4, Some(3))));
        check("第二步：選", Some(("選", 0, Some(2))));
        check("Step 3: choose", Some(("choose", 0, Some(3))));
        check("b) choose", Some(("choose", 5, Some(2))));
        check("2.1. Scope", Some(("Scope", 3, Some(2))));
        check("2.1 Scope", Some(("Scope", 3, Some(2))));
    }

    #[test]
    fn every_bullet_is_a_marker() {
        for line in ["• a", "・a", "●a", "※ a", "◎a", "○ a", "- a", "* a", "\u{f0b7}a", "-寫a"] {
            assert!(of(line).is_some(), "{line}");
        }
        assert_eq!(of("- [x] a").map(|mark| mark.tick), Some(Tick::Done));
        assert_eq!(of("[ ] a").map(|mark| mark.tick), Some(Tick::Open));
        assert_eq!(of("☑ a").map(|mark| mark.tick), Some(Tick::Done));
    }

    #[test]
    fn amounts_times_years_and_references_are_no_markers() {
        for line in [
            "1.5 hours",
            "2026. was",
            "10:30 start",
            "第 6 条的结论",
            "-5 degrees",
            "*bold*",
            "a b",
            "0.5 mg a",
            "I am",
            "e.g. a",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
