//! Minutes a person would need, by rule: the verb's minutes, then sizes the text names, then the
//! number of subitems; and the scaling to hours the person stated.

use halfday_domain::kind::KnownKind;
use halfday_domain::plan::{EstimateSource, MOST_ITEM_MINUTES, PlanItem};

use crate::draft::Draft;
use crate::han;
use crate::kinds::Work;
use crate::pattern::Pattern;
use crate::sentence;
use crate::text::number;

const STEPS: [u32; 13] = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480];

/// The nearest of the steps people estimate in.
pub(crate) fn rounded(minutes: f64) -> u32 {
    let nearest = STEPS
        .iter()
        .min_by(|a, b| (f64::from(**a) - minutes).abs().total_cmp(&(f64::from(**b) - minutes).abs()));
    nearest.copied().unwrap_or(30)
}

/// A unit of size: the minutes each takes in making and in checking, and whether the size
/// speaks for the whole item (a page does) or only adds to it (a company to compare).
struct Size {
    pattern: Pattern,
    making: f64,
    checking: f64,
    tells_all: bool,
}

macro_rules! size {
    ($unit:literal, $making:literal, $checking:literal, $tells_all:literal) => {
        Size {
            pattern: Pattern::new(concat!(
                r"(\d[\d,]*|[一二两三四五六七八九十]{1,3}|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)",
                r"\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?(?:[\s-]+(?:[a-z]+ )?)?(?:", $unit, ")"
            )),
            making: $making,
            checking: $checking,
            tells_all: $tells_all,
        }
    };
}

static SIZES: [Size; 8] = [
    size!(r"slides?\b|张投影片|张幻灯片|张简报|张图", 10.0, 3.0, true),
    size!(r"pages?\b|页(?:[^的]|$)|版面", 25.0, 6.0, true),
    size!(r"words?\b", 0.12, 0.02, true),
    size!(r"字", 0.08, 0.02, true),
    size!(r"questions?\b|test cases?\b|道题|题|道|个问题|条", 3.0, 2.0, true),
    size!(
        r"articles?\b|studies\b|papers?\b|sources\b|interviews?\b|contracts?\b|documents?\b|篇|份|则|部|本",
        12.0,
        8.0,
        false
    ),
    size!(
        r"versions?\b|options?\b|examples?\b|charts?\b|graphs?\b|tables?\b|companies\b|competitors\b|vendors\b|posts?\b|emails?\b|letters?\b|tabs?\b|家|个版本|张表|封|间|款|组|个方案|位",
        10.0,
        5.0,
        false
    ),
    size!(r"rows?\b|records?\b|entries\b|invoices?\b|accounts?\b|resumes?\b|cvs?\b|笔", 1.5, 1.0, false),
];

/// From so many lines on, a list is one of small steps.
const MANY_LINES: f64 = 24.0;

/// By rule alone nothing is longer than half a day: it would be a guess about a guess.
const MOST_RULE_MINUTES: f64 = 240.0;

/// How much a brief says about one item, and how many lines of work it has in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub subitems: usize,
    /// Sentences about the item: each is something more to get right.
    pub notes: usize,
    pub lines_in_all: usize,
}

impl Extent {
    pub(crate) fn of(draft: &Draft, lines_in_all: usize) -> Self {
        let notes = draft.notes.iter().map(|note| sentence::whole(note, &(0..note.len())).len()).sum();
        Self { subitems: draft.subs.len(), notes, lines_in_all }
    }

    fn factor(self) -> f64 {
        let detail = 1.0 + 0.08 * (self.subitems.min(15) as f64) + 0.08 * (self.notes.min(15) as f64);
        // In a checklist of a hundred lines each line is a small step.
        let crowd = (MANY_LINES / (self.lines_in_all.max(1) as f64)).clamp(0.2, 1.0);
        detail * crowd
    }
}

/// The minutes of one item by rule.
pub(crate) fn by_rule(work: Work, words: &str, extent: Extent) -> u32 {
    let folded = han::fold(words);
    let makes = match work.kind {
        Some(
            KnownKind::Check | KnownKind::Message | KnownKind::File | KnownKind::Decide | KnownKind::Meet,
        ) => false,
        Some(
            KnownKind::Write
            | KnownKind::Edit
            | KnownKind::Summarise
            | KnownKind::Translate
            | KnownKind::Research
            | KnownKind::Extract
            | KnownKind::Analyse
            | KnownKind::Calculate
            | KnownKind::Code
            | KnownKind::Design
            | KnownKind::Plan,
        )
        | None => true,
    };
    let base = f64::from(work.minutes);
    let is_slides = work.kind == Some(KnownKind::Design);
    // The largest size decides; sizes of parts are already in it.
    let (mut whole, mut added) = (0.0_f64, 0.0_f64);
    for size in &SIZES {
        // A page of a presentation is a slide.
        let each = if is_slides && size.making > 20.0 {
            10.0
        } else if makes {
            size.making
        } else {
            size.checking
        };
        for groups in size.pattern.all_groups(&folded) {
            let Some(low) = groups.get(1).and_then(|found| amount(found.as_str())) else { continue };
            // A telephone number or a year is no size.
            if low > 300.0 && size.making > 1.0 {
                continue;
            }
            let high = groups.get(2).and_then(|found| amount(found.as_str())).unwrap_or(low);
            let minutes = f64::midpoint(low, high.max(low)).min(100_000.0) * each;
            if size.tells_all {
                whole = whole.max(minutes);
            } else if low > 1.0 {
                added = added.max(minutes);
            }
        }
    }
    // A stated size speaks for itself; the verb alone stands for an ordinary piece.
    let minutes = if whole > 0.0 { whole.max(base / 2.0).max(added) } else { base.max(added) };
    let doubled = if two_languages(&folded) { 1.5 } else { 1.0 };
    rounded((minutes * doubled * extent.factor()).clamp(5.0, MOST_RULE_MINUTES))
}

fn amount(word: &str) -> Option<f64> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if let Some(at) = WORDS.iter().position(|name| *name == word) {
        return Some(at as f64);
    }
    let word: String = word.chars().filter(|c| *c != ',').collect();
    number(&word).map(f64::from)
}

fn two_languages(folded: &str) -> bool {
    static TWO: Pattern = Pattern::new(
        r"中英|英中|中、英|中日|双语|\bbilingual\b|\bboth languages\b|\bin two languages\b|\bin english and\b",
    );
    TWO.is_in(folded)
}

/// Scales what is by rule so that all open items together take `hours`; what the person said
/// stays. No item falls below five minutes while there is room, or below one.
pub(crate) fn scale_to(items: &mut [PlanItem], hours: f64) {
    let wanted = (hours * 60.0).round().clamp(0.0, 1_000_000.0) as u32;
    let said: u32 = items
        .iter()
        .filter(|item| !item.done && item.estimate_source != EstimateSource::Rule)
        .map(|item| item.estimate_minutes)
        .sum();
    let mut open: Vec<&mut PlanItem> =
        items.iter_mut().filter(|item| !item.done && item.estimate_source == EstimateSource::Rule).collect();
    let (Ok(count), false) = (u32::try_from(open.len()), open.is_empty()) else { return };
    let room = wanted.saturating_sub(said);
    let grain = if room >= count * 5 { 5 } else { 1 };
    let ruled: u32 = open.iter().map(|item| item.estimate_minutes).sum();
    let factor = f64::from(room) / f64::from(ruled.max(1));
    for item in &mut open {
        let exact = f64::from(item.estimate_minutes) * factor;
        let steps = (exact / f64::from(grain)).round().max(1.0) as u32;
        item.estimate_minutes = (steps * grain).min(MOST_ITEM_MINUTES);
    }
    settle(&mut open, room, grain);
}

/// Moves the largest items by one grain at a time until the sum is `room`, as far as it goes.
fn settle(open: &mut [&mut PlanItem], room: u32, grain: u32) {
    // Rounding is off by less than half a grain an item.
    for _ in 0..=open.len() * 2 {
        let sum: u32 = open.iter().map(|item| item.estimate_minutes).sum();
        let largest = |item: &&mut PlanItem| item.estimate_minutes;
        if sum > room && sum - room >= grain.min(sum - room).max(1) {
            let step = grain.min(sum - room);
            let Some(item) = open
                .iter_mut()
                .map(|item| &mut **item)
                .filter(|item| item.estimate_minutes > step)
                .max_by_key(largest)
            else {
                return;
            };
            item.estimate_minutes -= step;
        } else if sum < room {
            let step = grain.min(room - sum);
            let Some(item) = open
                .iter_mut()
                .map(|item| &mut **item)
                .filter(|item| item.estimate_minutes + step <= MOST_ITEM_MINUTES)
                .max_by_key(largest)
            else {
                return;
            };
            item.estimate_minutes += step;
        } else {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_steps_people_estimate_in() {
        assert_eq!([7.4, 7.6, 26.0, 70.0, 1000.0].map(rounded), [5, 10, 30, 60, 480]);
    }

    #[test]
    fn a_stated_size_speaks_for_itself() {
        let minutes = |words: &str| by_rule(crate::kinds::work(words), words, Extent::default());

        assert_eq!(minutes("Write a 10-page report"), minutes("Write a report of 10 pages"));
        assert!(minutes("Write a report of 10 pages") > minutes("Write a report"));
        assert!(minutes("摘要 300 字") <= 30);
        assert_eq!(minutes("寫職位描述（中英文）"), rounded(67.5));
    }
}
