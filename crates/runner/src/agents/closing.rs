//! The block a program ends its last words with: what it delivered, how sure it is, and what proves each line of
//! *done when*. Models by their API say it through the tool `finish`; a program has only its words. They are the text
//! of a stranger: read strictly, and never more than data.

use std::ops::Range;

use halfday_domain::words::Words;
use serde::Deserialize;
use serde_json::Value;

use crate::tools::Claim;

/// What a fence says of a block that is ours.
const OURS: &str = "halfday";
/// A longer block is not read, in bytes.
const LONGEST_BLOCK: usize = 64 << 10;
/// One with more claims is not read either.
const MOST_CLAIMS: usize = 200;

/// What a program says in the block.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Block {
    pub summary: String,
    /// 0 to 1; `None`: it does not say, or no such number.
    pub confidence: Option<f64>,
    pub claims: Vec<Claim>,
}

/// How a brief asks for the block, with the lines it is about; nothing, where there are none.
pub fn asked(criteria: &[&str], words: &Words) -> String {
    if criteria.is_empty() {
        return String::new();
    }
    let lines = criteria.iter().map(|criterion| {
        let criterion = Value::from(*criterion);
        format!(r#"    {{"criterion": {criterion}, "proof": "", "file": "", "quote": ""}}"#)
    });
    let lines = lines.collect::<Vec<_>>().join(",\n");
    format!(
        "## {}\n\n{}\n\n```{OURS}\n{{\n  \"summary\": \"\",\n  \"confidence\": null,\n  \"evidence\": [\n{lines}\n  ]\n}}\n```\n",
        words.word("evidence-closing"),
        words.word("evidence-ask"),
    )
}

/// Takes the block out of last words: what is left to read, and the block. The last one counts; where that cannot be
/// read there is none, and everything is left as it was said.
pub fn taken_out(said: &str) -> (String, Option<Block>) {
    let mut found: Vec<(Range<usize>, Option<Block>)> = vec![];
    for fence in fences(said) {
        let block = said.get(fence.body).and_then(read);
        match fence.kind {
            Kind::Ours => found.push((fence.whole, block)),
            // Some write what it is made of instead of what it is; without a claim it could be anything.
            Kind::Json if block.as_ref().is_some_and(|block| !block.claims.is_empty()) => {
                found.push((fence.whole, block));
            }
            Kind::Json | Kind::Other => {}
        }
    }
    let Some((_, Some(last))) = found.last().cloned() else { return (said.to_owned(), None) };
    let (mut left, mut from) = (String::new(), 0);
    for (whole, _) in found.iter().filter(|(_, block)| block.is_some()) {
        left.push_str(said.get(from..whole.start).unwrap_or_default());
        from = whole.end;
    }
    left.push_str(said.get(from..).unwrap_or_default());
    (left.trim().to_owned(), Some(last))
}

/// The block as it is written.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    summary: Option<String>,
    #[serde(default)]
    confidence: Value,
    evidence: Vec<Claim>,
}

fn read(text: &str) -> Option<Block> {
    if text.len() > LONGEST_BLOCK {
        return None;
    }
    let Written { summary, confidence, evidence } = serde_json::from_str(text).ok()?;
    let confidence = confidence.as_f64().filter(|confidence| (0.0..=1.0).contains(confidence));
    (evidence.len() <= MOST_CLAIMS).then(|| Block {
        summary: summary.unwrap_or_default(),
        confidence,
        claims: evidence,
    })
}

/// A piece of text between fences.
struct Fence {
    kind: Kind,
    whole: Range<usize>,
    body: Range<usize>,
}

#[derive(Clone, Copy)]
enum Kind {
    Ours,
    /// It says that it is JSON, or nothing.
    Json,
    Other,
}

/// A fence that is open.
struct Open {
    mark: char,
    length: usize,
    kind: Kind,
    from: usize,
    body_from: usize,
}

/// The fences of a Markdown text. One within another belongs to that; one that never ends goes to the end.
fn fences(text: &str) -> Vec<Fence> {
    let (mut fences, mut open, mut at): (Vec<Fence>, Option<Open>, usize) = (vec![], None, 0);
    for line in text.split_inclusive('\n') {
        let (from, bare) = (at, line.trim());
        at += line.len();
        let Some(mark) = bare.chars().next().filter(|mark| matches!(mark, '`' | '~')) else { continue };
        let rest = bare.trim_start_matches(mark);
        let length = bare.len() - rest.len();
        match open.take() {
            Some(inside) if inside.mark == mark && length >= inside.length && rest.is_empty() => {
                fences.push(inside.closed(from, at));
            }
            Some(inside) => open = Some(inside),
            None if length >= 3 && !rest.contains('`') => {
                open = Some(Open { mark, length, kind: Kind::of(rest), from, body_from: at });
            }
            None => {}
        }
    }
    fences.extend(open.map(|inside| inside.closed(at, at)));
    fences
}

impl Open {
    fn closed(self, body_to: usize, to: usize) -> Fence {
        Fence { kind: self.kind, whole: self.from..to, body: self.body_from..body_to }
    }
}

impl Kind {
    fn of(said: &str) -> Self {
        let mut words = said.split_whitespace().map(str::to_ascii_lowercase).peekable();
        let is_json = words.peek().is_none_or(|first| first == "json");
        if words.any(|word| word == OURS) {
            Self::Ours
        } else if is_json {
            Self::Json
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use halfday_domain::words::Language;
    use proptest::prelude::*;

    use super::*;

    const ONE: &str = r#"{"summary": "s", "evidence": [{"criterion": "a"}], "of_next_year": {"x": 1}}"#;
    const OTHER: &str = r#"{"confidence": 0.7, "evidence": [{"criterion": "b", "file": null}]}"#;

    /// What is left, and the criterion of each claim.
    #[track_caller]
    fn check(said: &str, left: &str, criteria: Option<&[&str]>) {
        let (rest, block) = taken_out(said);

        let claimed =
            block.map(|block| block.claims.into_iter().map(|claim| claim.criterion).collect::<Vec<_>>());
        let expected =
            criteria.map(|criteria| criteria.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        assert_eq!((rest.as_str(), claimed), (left, expected), "{said}");
    }

    #[test]
    fn a_block_is_taken_out_of_last_words_and_the_last_one_counts() {
        check(&format!("Done.\n\n```halfday\n{ONE}\n```\n"), "Done.", Some(&["a"]));
        check(&format!("Done.\n~~~~ JSON halfday\n{ONE}\n~~~~\nBye."), "Done.\nBye.", Some(&["a"]));
        check(&format!("Done.\n```json\n{ONE}\n```"), "Done.", Some(&["a"]));
        check(&format!("Done.\n```\n{ONE}"), "Done.", Some(&["a"]));
        check(&format!("```halfday\n{ONE}\n```\nand\n```halfday\n{OTHER}\n```"), "and", Some(&["b"]));
        check(&format!("1. Done.\n   ```halfday\n   {ONE}\n   ```"), "1. Done.", Some(&["a"]));
    }

    #[test]
    fn what_is_no_block_of_ours_is_left_where_it_is() {
        let whole = |said: &str| check(said, said, None);

        whole("");
        whole("Done.\n\nConfidence: 70 %");
        whole(ONE);
        whole(&format!("```python\n{ONE}\n```"));
        whole("```json\n{\"evidence\": []}\n```");
        whole("```json\n{\"rows\": 3}\n```");
        whole("```halfday\n{\"evidence\": [{\"criterion\": \"a\"}\n```");
        whole("```halfday\n{\"summary\": \"s\"}\n```");
        whole("```halfday\n[]\n```");
        whole(&format!("````markdown\n```halfday\n{ONE}\n```\n````"));
        whole(&format!("```halfday\n{ONE}\n```\nno:\n```halfday\nbroken\n```"));
        whole(&format!(
            "```halfday\n{{\"summary\": \"{}\", \"evidence\": []}}\n```",
            "x".repeat(LONGEST_BLOCK)
        ));
        let many = vec![r#"{"criterion": "a"}"#; MOST_CLAIMS + 1].join(",");
        whole(&format!("```halfday\n{{\"evidence\": [{many}]}}\n```"));
    }

    #[test]
    fn a_confidence_that_is_no_share_is_not_said() {
        let sure = |confidence: &str| {
            let said = format!("```halfday\n{{\"confidence\": {confidence}, \"evidence\": []}}\n```");
            taken_out(&said).1.map(|block| block.confidence)
        };

        assert_eq!(sure("0.7"), Some(Some(0.7)));
        assert_eq!(sure("1"), Some(Some(1.0)));
        for useless in ["70", "-0.1", "null", "\"high\"", "[1]"] {
            assert_eq!(sure(useless), Some(None), "{useless}");
        }
    }

    #[test]
    fn the_block_that_is_asked_for_can_be_read_as_it_stands() {
        for language in Language::ALL {
            let asked = asked(&["Names the \"total\"", "```\nTwo lines"], Words::of(*language));

            let (_, block) = taken_out(&asked);

            let claims = block.map(|block| block.claims).unwrap_or_default();
            let criteria: Vec<&str> = claims.iter().map(|claim| claim.criterion.as_str()).collect();
            assert_eq!(criteria, ["Names the \"total\"", "```\nTwo lines"], "{asked}");
        }
        assert_eq!(asked(&[], Words::of(Language::En)), "", "without a line there is nothing to prove");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic_and_nothing_is_added_to_it(
            said in prop_oneof![any::<String>(), "([`~]{3,4} ?(halfday|json)?|[{}\\[\\]\":,a\u{5b57} ]{0,8}|\"evidence\"|\n){0,40}"]
        ) {
            let (left, block) = taken_out(&said);

            prop_assert!(left.len() <= said.len());
            if block.is_none() {
                prop_assert_eq!(left, said);
            }
        }

        #[test]
        fn whatever_is_claimed_comes_back_as_it_was_written(
            criteria in prop::collection::vec(any::<String>(), 0..5), quote in any::<String>(), before in "[a-z .\n]{0,40}"
        ) {
            let rows: Vec<Value> = criteria
                .iter()
                .map(|criterion| serde_json::json!({ "criterion": criterion, "proof": "p", "quote": quote }))
                .collect();
            let block = serde_json::json!({ "summary": "s", "confidence": 0.5, "evidence": rows });
            let said = format!("{before}\n```halfday\n{block:#}\n```\n");

            let (left, block) = taken_out(&said);

            prop_assert_eq!(left, before.trim());
            let claims = block.map(|block| block.claims).unwrap_or_default();
            prop_assert_eq!(claims.iter().map(|claim| claim.criterion.clone()).collect::<Vec<_>>(), criteria);
            prop_assert!(claims.iter().all(|claim| claim.quote.as_ref() == Some(&quote)));
        }
    }
}
