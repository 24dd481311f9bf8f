//! A plan: the draft checklist made from a brief. Nothing of it is stored until the person accepts it.
//!
//! Spans are byte offsets into the kept brief. Together the spans of items, subitems and text hold
//! every byte that is not ASCII white space exactly once ([`Plan::uncovered`] is the proof).

use std::ops::Range;

use crate::code::codes;
use crate::kind::Kind;
use crate::words::Language;

/// At most this many items; a longer list becomes items with subitems.
pub const MOST_ITEMS: usize = 40;
/// The longest a single item may be estimated at; only a whole job or bundle may be longer.
pub const MOST_ITEM_MINUTES: u32 = 480;
/// The longest title, in graphemes.
pub const MOST_TITLE_GRAPHEMES: usize = 80;

/// A stretch of the brief, in bytes, on character boundaries.
pub type Span = Range<usize>;

codes! {
    /// Where an estimate comes from.
    EstimateSource {
        /// The program's guess from verbs and size; shown with ≈.
        Rule = "rule",
        /// The person said it, in the brief or by hand.
        Person = "person",
        /// The median of the person's own finished items of this kind.
        OwnMedian = "own_median",
        /// Measured by the timer.
        Timed = "timed",
    }
}

codes! {
    /// Who the splitter thinks should have an item.
    Suggested {
        Ai = "ai",
        Me = "me",
        Either = "either",
    }
}

codes! {
    /// What could go wrong beyond a bad text.
    Risk {
        None = "none",
        /// It cannot be undone: delete, pay, publish.
        Irreversible = "irreversible",
        /// It reaches people outside: send, post, call.
        External = "external",
        /// It touches passwords, keys or private numbers.
        Secret = "secret",
    }
}

codes! {
    /// Why the splitter suggests who it suggests; `locales/` has the sentence (`why-CODE`).
    Why {
        /// The brief says so (`@me`, `@ai`, "I will do this myself").
        BriefSaysSo = "brief_says_so",
        /// It is a decision, an approval or a signature.
        NeedsYourJudgement = "needs_your_judgement",
        /// It is a meeting, a call or work with hands.
        NeedsYouThere = "needs_you_there",
        /// It sends, pays, books or deletes.
        CannotBeUndone = "cannot_be_undone",
        /// It makes text, tables or code that can be checked afterwards.
        CheckableText = "checkable_text",
        /// Nothing in the text says which way.
        NothingSays = "nothing_says",
    }
}

/// A draft checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// One line; never empty.
    pub title: String,
    /// The language most of the brief is written in.
    pub language: Language,
    /// Hours the person stated for the whole job.
    pub hours_stated: Option<f64>,
    /// What the brief leaves open.
    pub questions: Vec<String>,
    pub items: Vec<PlanItem>,
    /// What is kept as text: markers, headings, front matter, greetings, prose.
    pub text_spans: Vec<Span>,
}

/// One item of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanItem {
    /// At most [`MOST_TITLE_GRAPHEMES`]; never empty.
    pub title: String,
    /// The rest of what the brief says about it; may be empty.
    pub instructions: String,
    /// The heading it stood under; may be empty.
    pub section: String,
    pub estimate_minutes: u32,
    pub estimate_source: EstimateSource,
    pub kind: Kind,
    pub suggested: Suggested,
    pub why: Why,
    pub risk: Risk,
    /// Positions of earlier or later items in [`Plan::items`]; never a cycle.
    pub depends_on: Vec<usize>,
    /// Conditions of being done, one sentence or check each.
    pub done_when: Vec<String>,
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
    /// Ticked before Halfday: outside all figures.
    pub done: bool,
    pub source_spans: Vec<Span>,
    pub subitems: Vec<PlanSubitem>,
}

/// A tick line inside an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSubitem {
    pub title: String,
    pub done: bool,
    pub source_spans: Vec<Span>,
}

impl Plan {
    /// Minutes of all items that are not done yet.
    pub fn total_minutes(&self) -> u32 {
        self.items.iter().filter(|item| !item.done).map(|item| item.estimate_minutes).sum()
    }

    /// All spans of items, subitems and text, in order of the brief.
    pub fn spans(&self) -> Vec<Span> {
        let of_items = self.items.iter().flat_map(|item| {
            item.source_spans.iter().chain(item.subitems.iter().flat_map(|subitem| &subitem.source_spans))
        });
        let mut spans: Vec<Span> = of_items.chain(&self.text_spans).cloned().collect();
        spans.sort_by_key(|span| (span.start, span.end));
        spans
    }

    /// The first byte of `brief` that lies in no span or in two, or the first span that is not on
    /// character boundaries; `None` means that the span rule holds.
    pub fn uncovered(&self, brief: &str) -> Option<usize> {
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let mut covered_to = 0;
        for span in self.spans() {
            if span.start < covered_to || brief.get(span.clone()).is_none() {
                return Some(span.start);
            }
            let gap = brief.as_bytes().get(covered_to..span.start).unwrap_or_default();
            if let Some(lost) = gap.iter().position(|byte| !is_blank(byte)) {
                return Some(covered_to + lost);
            }
            covered_to = span.end;
        }
        let rest = brief.as_bytes().get(covered_to..).unwrap_or_default();
        rest.iter().position(|byte| !is_blank(byte)).map(|lost| covered_to + lost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_only(text_spans: Vec<Span>) -> Plan {
        Plan {
            title: "a".to_owned(),
            language: Language::En,
            hours_stated: None,
            questions: vec![],
            items: vec![],
            text_spans,
        }
    }

    #[test]
    fn the_span_rule_names_the_first_byte_that_is_lost_doubled_or_cut() {
        let brief = "ab  報告";

        assert_eq!(text_only(vec![0..2, 4..10]).uncovered(brief), None, "blanks may lie outside");
        assert_eq!(text_only(vec![0..1, 4..10]).uncovered(brief), Some(1), "lost");
        assert_eq!(text_only(vec![0..2, 1..10]).uncovered(brief), Some(1), "doubled");
        assert_eq!(text_only(vec![0..2, 4..8]).uncovered(brief), Some(4), "cuts a character");
        assert_eq!(text_only(vec![0..2]).uncovered(brief), Some(4), "the end is missing");
    }
}
