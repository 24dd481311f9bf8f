//! Letters on a page, put together again: letters to lines by where they stand, lines to
//! paragraphs by how full they are, headings by their size. In the order they were drawn, which
//! is the order of reading in nearly all that programs write, columns too.

use std::collections::BTreeMap;

use super::Block;
use super::plain::plain;

/// A letter, or several drawn as one, from `x` to `end` on the line `y`, downwards.
pub(super) struct Letter {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) end: f64,
    pub(super) size: f64,
}

/// How far from the line a letter may stand (indices), and how far back it may begin (kerning),
/// in sizes of the line.
const MOST_OFF: f64 = 0.5;
const MOST_BACK: f64 = 0.5;
/// From here on a gap is a blank; from here on one cell ends and another begins.
const BLANK: f64 = 0.16;
const CELL: f64 = 1.2;
/// Chinese has no blanks, but room is made between its characters to fill a line.
const BLANK_IN_CHINESE: f64 = 0.7;
/// The most room from one line of a paragraph to the next.
const MOST_LEADING: f64 = 1.9;
/// A line this full goes on in the next.
const FULL: f64 = 0.85;
/// Larger than the text by this much is a heading, unless it is long.
const HEADING: f64 = 1.15;
const MOST_HEADING: usize = 120;
/// The last two are what fonts of symbols have in their place.
const BULLETS: [char; 9] = ['•', '‣', '◦', '▪', '●', '○', '■', '\u{f0b7}', '\u{f0a7}'];

struct Line {
    text: String,
    y: f64,
    end: f64,
    /// Of the largest letter: an index is no measure for the line it stands in.
    size: f64,
    /// Of all letters together, and how many they are: a large bullet makes no heading.
    sizes: f64,
    letters: f64,
}

impl Line {
    fn of(letter: &Letter) -> Self {
        Self {
            text: letter.text.clone(),
            y: letter.y,
            end: letter.end,
            size: letter.size,
            sizes: letter.size,
            letters: 1.0,
        }
    }

    fn mean_size(&self) -> f64 {
        self.sizes / self.letters
    }

    /// Adds the letter, if it goes on with this line.
    fn take(&mut self, letter: &Letter) -> bool {
        let gap = (letter.x - self.end) / self.size;
        if (letter.y - self.y).abs() > MOST_OFF * self.size || gap < -MOST_BACK {
            return false;
        }
        let (last, next) = (self.text.chars().next_back(), letter.text.chars().next());
        let are_chinese = last.is_some_and(is_chinese) && next.is_some_and(is_chinese);
        let are_apart = last.is_some_and(char::is_whitespace) || next.is_some_and(char::is_whitespace);
        if gap >= CELL {
            self.text.push('\t');
        } else if gap >= if are_chinese { BLANK_IN_CHINESE } else { BLANK } && !are_apart {
            self.text.push(' ');
        }
        self.text.push_str(&letter.text);
        self.end = self.end.max(letter.end);
        self.sizes += letter.size;
        self.letters += 1.0;
        if letter.size > self.size {
            (self.size, self.y) = (letter.size, letter.y);
        }
        true
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The blocks of one page.
pub(super) fn blocks(letters: &[Letter]) -> Vec<Block> {
    let lines = lines(letters);
    let body = body_size(&lines);
    let right = lines.iter().map(|line| line.end).fold(0.0, f64::max);
    let mut blocks = vec![];
    let mut last: Option<&Line> = None;
    for line in &lines {
        let text = plain(line.text.trim());
        let text = text.as_ref();
        if text.is_empty() {
            continue;
        }
        let level = heading_level(line, body);
        let goes_on = last.is_some_and(|last| goes_on(last, line, right));
        match (level, blocks.last_mut()) {
            (None, Some(Block::Paragraph { text: before } | Block::Line { text: before, .. })) if goes_on => {
                join(before, text);
            }
            (Some(level), Some(Block::Heading { level: above, text: before }))
                if goes_on && *above == level =>
            {
                join(before, text);
            }
            (Some(level), _) => blocks.push(Block::Heading { level, text: text.to_owned() }),
            (None, _) => blocks.push(match text.strip_prefix(BULLETS) {
                Some(point) => Block::Line { depth: 0, text: point.trim_start().to_owned() },
                None => Block::Paragraph { text: text.to_owned() },
            }),
        }
        last = Some(line);
    }
    blocks
}

fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    for letter in letters {
        // A place or a size that is no number comes from a file made to confuse.
        if letter.size.is_normal() && letter.x.is_finite() && letter.y.is_finite() && letter.end.is_finite() {
            let goes_on = lines.last_mut().is_some_and(|line| line.take(letter));
            if !goes_on {
                lines.push(Line::of(letter));
            }
        }
    }
    lines
}

/// The size most letters have, in tenths.
fn body_size(lines: &[Line]) -> f64 {
    let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
    for line in lines {
        *letters.entry((line.mean_size() * 10.0) as i64).or_default() += line.text.chars().count();
    }
    letters.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size as f64 / 10.0)
}

fn heading_level(line: &Line, body: f64) -> Option<u8> {
    let larger = line.mean_size() / body;
    let is_short = line.text.chars().count() <= MOST_HEADING;
    if !is_short || larger < HEADING {
        return None;
    }
    Some(if larger >= 1.7 {
        1
    } else if larger >= 1.35 {
        2
    } else {
        3
    })
}

/// Whether `line` goes on with what `last` said: of its size, right below, and for paragraphs the
/// line before is full and the next begins no list.
fn goes_on(last: &Line, line: &Line, right: f64) -> bool {
    let below = (line.y - last.y) / last.size;
    let is_near = below > 0.0 && below <= MOST_LEADING;
    let is_alike = (line.mean_size() / last.mean_size() - 1.0).abs() < 0.06;
    is_near && is_alike && last.end >= FULL * right && !line.text.trim_start().starts_with(BULLETS)
}

/// Joins the lines of a paragraph; between Chinese characters there is no blank.
fn join(before: &mut String, text: &str) {
    let is_chinese_on_both =
        before.chars().next_back().is_some_and(is_chinese) && text.chars().next().is_some_and(is_chinese);
    if !is_chinese_on_both {
        before.push(' ');
    }
    before.push_str(text);
}
