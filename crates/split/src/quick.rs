//! One typed line → one item: `title #kind +job @me/@ai 30m after:2 -> out.md`.

use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, MOST_ITEM_MINUTES, PlanItem};

use crate::draft::{Draft, Origin};
use crate::duration;
use crate::finish;
use crate::han;
use crate::kinds::Field;
use crate::marks;
use crate::pattern::Pattern;
use crate::spans::Claims;
use crate::suggest::Named;
use crate::text::is_readable;

/// An item as a person typed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quick {
    pub item: PlanItem,
    /// The job it names: a number, or the beginning of a title.
    pub job: Option<String>,
    /// The line says that AI shall have it.
    pub is_for_ai: bool,
}

static KIND: Pattern = Pattern::new(r"(?:^|\s)[#＃]([\p{L}][\p{L}\p{N}_-]*)(?:\s|$)");
static JOB: Pattern = Pattern::new(r"(?:^|\s)[+＋]([\p{L}\p{N}][\p{L}\p{N}_.-]*)(?:\s|$)");

/// The item that `line` asks for; nothing when the line says nothing.
pub fn quick(line: &str) -> Option<Quick> {
    let line = line.trim();
    let line = marks::of(line).and_then(|mark| line.get(mark.length..)).unwrap_or(line);
    let (line, kind) = without(line, &KIND);
    let (line, job) = without(&line, &JOB);
    let (line, minutes) = without_minutes(&line);
    if !is_readable(&line) {
        return None;
    }
    let draft = Draft::new(Origin::Listed, &line, vec![])?;
    let is_for_ai = draft.hints.named == Named::Ai;
    let mut item = finish::item(&draft, Field::Any, 1, &mut Claims::default());
    if let Some(minutes) = minutes {
        (item.estimate_minutes, item.estimate_source) =
            (minutes.clamp(1, MOST_ITEM_MINUTES), EstimateSource::Person);
    }
    if let Some(kind) = kind {
        item.kind = Kind::from(kind);
    }
    Some(Quick { item, job, is_for_ai })
}

/// The line without the first mark that fits, and what the mark names.
fn without(line: &str, mark: &Pattern) -> (String, Option<String>) {
    let Some(groups) = mark.groups(line) else { return (line.to_owned(), None) };
    let whole = groups.get(0).map_or("", |whole| whole.as_str());
    let named = groups.get(1).map(|named| named.as_str().to_owned());
    (line.replacen(whole, " ", 1), named)
}

/// A length of time that ends the line is the estimate, however it is written.
fn without_minutes(line: &str) -> (String, Option<u32>) {
    let line = line.trim_end();
    let folded = han::fold(line);
    // Folding keeps every character's length, so that a place in one is the place in the other.
    let last = duration::all(&folded).into_iter().find(|found| found.end == folded.len() && found.start > 0);
    match last.and_then(|found| Some((line.get(..found.start)?, found.minutes.round().max(1.0) as u32))) {
        Some((rest, minutes)) if rest.ends_with(char::is_whitespace) => (rest.to_owned(), Some(minutes)),
        Some(_) | None => (line.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use halfday_domain::kind::KnownKind;

    use super::*;

    #[test]
    fn a_line_says_what_how_long_whose_and_where() {
        let quick = quick("- Write the notice #message +12 @ai 30m -> notice.md").expect("an item");

        assert_eq!(quick.item.title, "Write the notice");
        assert_eq!(quick.item.kind, Kind::Known(KnownKind::Message));
        assert_eq!((quick.item.estimate_minutes, quick.item.estimate_source), (30, EstimateSource::Person));
        assert_eq!(quick.item.outputs, ["notice.md"]);
        assert_eq!(quick.job.as_deref(), Some("12"));
        assert!(quick.is_for_ai);
    }

    #[test]
    fn chinese_lines_are_read_alike() {
        let quick = quick("整理來信 #備課 +校外教學 半小時").expect("an item");

        assert_eq!(quick.item.title, "整理來信");
        assert_eq!(quick.item.kind, Kind::Own("備課".to_owned()));
        assert_eq!(quick.item.estimate_minutes, 30);
        assert_eq!(quick.job.as_deref(), Some("校外教學"));
        assert!(!quick.is_for_ai);
    }

    #[test]
    fn no_gap_stays_where_a_hint_stood() {
        let titles = ["Group the quotes (35 min), at most 8", "整理引言（35 分鐘），最多 8 類"]
            .map(|line| quick(line).expect("an item").item.title);

        assert_eq!(titles, ["Group the quotes, at most 8", "整理引言，最多 8 類"]);
    }

    #[test]
    fn marks_inside_words_and_sums_are_no_marks() {
        let quick = quick("Check issue#4 and 3 + 4 in C++").expect("an item");

        assert_eq!(quick.item.title, "Check issue#4 and 3 + 4 in C++");
        assert_eq!(quick.job, None);
    }

    #[test]
    fn a_line_without_words_is_no_item() {
        assert_eq!(quick(""), None);
        assert_eq!(quick("   -  "), None);
    }
}
