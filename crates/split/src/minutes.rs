//! Minutes a person would need, by rule: the verb's minutes, then sizes the text names, then the
//! number of subitems; and the scaling to hours the person stated.

use halfday_domain::kind::KnownKind;
use halfday_domain::plan::{EstimateSource, MOST_ITEM_MINUTES, PlanItem};

use crate::han;
use crate::kinds::Work;
use crate::pattern::Pattern;
use crate::text::number;

const STEPS: [u32; 13] = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480];

/// The nearest of the steps people estimate in.
pub(crate) fn rounded(minutes: f64) -> u32 {
    let nearest = STEPS.iter().min_by(|a, b| (f64::from(**a) - minutes).abs().total_cmp(&(f64::from(**b) - minutes).abs()));
    nearest.copied().unwrap_or(30)
}

/// Units of size: what is counted, and the minutes each takes in writing, in checking.
static SIZES: [(Pattern, f64, f64); 8] = [
    (Pattern::new(r"(\d[\d,]*|[一二两三四五六七八九十]{1,3})\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*(?:pages?\b|页|版面)"), 25.0, 6.0),
    (Pattern::new(r"(\d[\d,]*|[一二两三四五六七八九十]{1,3})\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*(?:slides?\b|张投影片|张幻灯片|张图|张简报)"), 10.0, 3.0),
    (Pattern::new(r"(\d[\d,]*)\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*-?(?:words?\b)"), 0.12, 0.02),
    (Pattern::new(r"(\d[\d,]*)\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*字"), 0.08, 0.02),
    (Pattern::new(r"(\d[\d,]*|[一二两三四五六七八九十]{1,3})\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*(?:questions?\b|test cases?\b|道题|题|道|个问题|条)"), 3.0, 2.0),
    (Pattern::new(r"(\d[\d,]*|[一二两三四五六七八九十]{1,3})\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*(?:articles?\b|studies\b|papers?\b|sources\b|interviews?\b|reports?\b|contracts?\b|documents?\b|篇|份|则|部|本)"), 15.0, 8.0),
    (Pattern::new(r"(\d[\d,]*|[一二两三四五六七八九十]{1,3})\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*(?:versions?\b|options?\b|examples?\b|charts?\b|graphs?\b|tables?\b|companies\b|competitors\b|vendors\b|posts?\b|emails?\b|letters?\b|家|个版本|张表|封|间|款|组|个方案|位)"), 10.0, 5.0),
    (Pattern::new(r"(\d[\d,]*|[一二两三四五六七八九十]{1,3})\s*(?:-|–|~|～|至|到|to)?\s*(\d[\d,]*)?\s*(?:rows?\b|records?\b|items?\b|entries\b|invoices?\b|accounts?\b|resumes?\b|cvs?\b|笔|项|个)"), 1.5, 1.0),
];

/// The minutes of one item by rule.
pub(crate) fn by_rule(work: Work, words: &str, subitems: usize) -> u32 {
    let folded = han::fold(words);
    let makes = match work.kind {
        Some(KnownKind::Check | KnownKind::Message | KnownKind::File | KnownKind::Decide | KnownKind::Meet) => false,
        Some(
            KnownKind::Write | KnownKind::Edit | KnownKind::Summarise | KnownKind::Translate | KnownKind::Research
            | KnownKind::Extract | KnownKind::Analyse | KnownKind::Calculate | KnownKind::Code | KnownKind::Design
            | KnownKind::Plan,
        )
        | None => true,
    };
    let base = f64::from(work.minutes);
    // The largest size decides; sizes of parts are already in it.
    let size = SIZES
        .iter()
        .flat_map(|(pattern, making, checking)| {
            let each = if makes { *making } else { *checking };
            pattern.all_groups(&folded).into_iter().filter_map(move |groups| {
                let low = amount(groups.get(1)?.as_str())?;
                let high = groups.get(2).and_then(|high| amount(high.as_str())).unwrap_or(low);
                Some(f64::midpoint(low, high.max(low)).min(100_000.0) * each)
            })
        })
        .fold(0.0, f64::max);
    let size = size.min(360.0);
    // A stated size speaks for itself; the verb alone stands for an ordinary piece.
    let minutes = if size > 0.0 { size.max(base / 2.0) } else { base };
    let doubled = if two_languages(&folded) { 1.5 } else { 1.0 };
    let extra = 1.0 + 0.12 * (subitems.min(20) as f64);
    rounded((minutes * doubled * extra).clamp(5.0, f64::from(MOST_ITEM_MINUTES)))
}

fn amount(word: &str) -> Option<f64> {
    let word: String = word.chars().filter(|c| *c != ',').collect();
    number(&word).map(f64::from)
}

fn two_languages(folded: &str) -> bool {
    static TWO: Pattern = Pattern::new(r"中英|英中|中、英|中日|双语|\bbilingual\b|\bboth languages\b|\bin two languages\b|\bin english and\b");
    TWO.is_in(folded)
}

/// Scales what is by rule so that all open items together take `hours`; what the person said
/// stays. No item falls below five minutes while there is room, or below one.
pub(crate) fn scale_to(items: &mut [PlanItem], hours: f64) {
    let wanted = (hours * 60.0).round().clamp(0.0, 1_000_000.0) as u32;
    let said: u32 = items.iter().filter(|item| !item.done && item.estimate_source != EstimateSource::Rule).map(|item| item.estimate_minutes).sum();
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
        let largest = |item: &&mut &mut PlanItem| item.estimate_minutes;
        if sum > room && sum - room >= grain.min(sum - room).max(1) {
            let step = grain.min(sum - room);
            let Some(item) = open.iter_mut().filter(|item| item.estimate_minutes > step).max_by_key(largest) else { return };
            item.estimate_minutes -= step;
        } else if sum < room {
            let step = grain.min(room - sum);
            let Some(item) = open.iter_mut().filter(|item| item.estimate_minutes + step <= MOST_ITEM_MINUTES).max_by_key(largest) else { return };
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
        let minutes = |words: &str| by_rule(crate::kinds::work(words), words, 0);

        assert_eq!(minutes("Write a 10-page report"), minutes("Write a report of 10 pages"));
        assert!(minutes("Write a report of 10 pages") > minutes("Write a report"));
        assert!(minutes("摘要 300 字") <= 30);
        assert_eq!(minutes("寫職位描述（中英文）"), rounded(67.5));
    }
}
