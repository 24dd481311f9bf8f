//! Stand-ins: how they are written (甲公司, Person 1) and how they are found again, with the
//! blanks and bold marks a chat puts in between.

use halfday_domain::words::{Language, Words};

use super::{Span, VeilKind};

/// How new stand-ins are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As people would, leaving out some that mix with the text.
    Plain { skip: usize },
    /// In brackets, so that nothing beside them can mix in.
    Bracketed,
}

/// A name and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StandIn {
    pub(super) original: String,
    pub(super) text: String,
    pub(super) kind: VeilKind,
}

impl StandIn {
    /// Whether it may be used for a text of this style.
    pub(super) fn is_written(&self, style: Style) -> bool {
        match style {
            Style::Plain { .. } => true,
            Style::Bracketed => self.text.starts_with('⟦'),
        }
    }
}

const STEMS: &[char] = &[
    '甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑', '寅', '卯', '辰', '巳', '午',
    '未', '申', '酉', '戌', '亥',
];

/// The stand-in with this number, counted from 0.
pub(super) fn written(kind: VeilKind, number: usize, style: Style, words: &Words) -> String {
    let counted = (number + 1).to_string();
    let lettered = match words.language() {
        Language::En => number
            .try_into()
            .ok()
            .and_then(|number: u8| (number < 26).then(|| char::from(b'A' + number).to_string())),
        Language::ZhHant | Language::ZhHans => STEMS.get(number).map(char::to_string),
    };
    let is_english = words.language() == Language::En;
    let mark = match kind {
        VeilKind::Company => lettered.unwrap_or(counted),
        VeilKind::Listed if !is_english => lettered.unwrap_or(counted),
        VeilKind::Listed
        | VeilKind::Mail
        | VeilKind::Iban
        | VeilKind::Card
        | VeilKind::NationalId
        | VeilKind::ResidentId
        | VeilKind::TaxId
        | VeilKind::Phone => counted,
    };
    let text = words.say(&format!("veil-{}", kind.code()), &[("mark", &mark)]);
    match style {
        Style::Plain { .. } => text,
        Style::Bracketed => format!("⟦{text}⟧"),
    }
}

/// Where stand-ins are in `text`, from the left, the longest at each place; with their position
/// in `known`.
pub(super) fn find(text: &str, known: &[StandIn]) -> Vec<(Span, usize)> {
    let mut found = vec![];
    let mut skip_to = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if at >= skip_to {
            let here = known.iter().enumerate().filter_map(|(which, stand_in)| {
                let end = at + matched(text.get(at..)?, before, &stand_in.text)?;
                Some((end, which))
            });
            if let Some((end, which)) = here.max_by_key(|(end, which)| (*end, std::cmp::Reverse(*which))) {
                found.push((at..end, which));
                skip_to = end;
            }
        }
        before = Some(c);
    }
    found
}

fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// How many bytes of `text` are `stand_in`, if it begins with it.
fn matched(text: &str, before: Option<char>, stand_in: &str) -> Option<usize> {
    let first = stand_in.chars().next()?;
    if is_latin(first) && before.is_some_and(is_latin) {
        return None;
    }
    let mut at = 0;
    let mut last: Option<char> = None;
    for wanted in stand_in.chars() {
        let rest = text.get(at..)?;
        if wanted == ' ' {
            let gap = rest.len() - rest.trim_start_matches(is_gap).len();
            if gap == 0 {
                return None;
            }
            at += gap;
        } else {
            // Between Chinese and a number chats like to put a blank, or end the bold.
            let meets = last.is_some_and(|last| is_wide(last) != is_wide(wanted) && last != ' ');
            let gap = if meets { rest.len() - rest.trim_start_matches(is_gap).len() } else { 0 };
            let gap = if gap <= 3 { gap } else { 0 };
            let rest = rest.get(gap..)?;
            let c = rest.chars().next()?;
            if c != wanted && !c.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            at += gap + c.len_utf8();
        }
        last = Some(wanted);
    }
    let after = text.get(at..)?.chars().next();
    let goes_on = match (last, after) {
        // 電話1 is not the beginning of 電話12.
        (Some(last), Some(after)) => is_latin(last) && is_latin(after),
        (None, _) | (_, None) => false,
    };
    (!goes_on).then_some(at)
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '*' | '_' | '\n' | '\r')
}
