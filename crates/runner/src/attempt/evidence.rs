//! What an agent names as proof for the lines of *done when*, held against its folder. One way for all agents: models
//! by their API claim through the tool `finish`, programs in the block that ends their last words.

use std::path::Path;

use halfday_domain::id::PlannedCheckId;
use halfday_domain::words::Words;

use crate::agents::Finish;
use crate::agents::closing;
use crate::tools::{Claim, Evidence, FalseClaim, Finding, Folder, look_up};
use crate::veil::SharedVeil;

/// A line of *done when*, as the brief says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    pub id: PlannedCheckId,
    pub text: String,
}

/// Evidence, and the line it is about; `None`: the agent named one that nobody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub criterion: Option<PlannedCheckId>,
    pub evidence: Evidence,
}

/// What an agent says at its end with the block of its words taken apart, where it claims by no other way.
pub(super) fn opened(finish: Finish) -> Finish {
    if !finish.claims.is_empty() {
        return finish;
    }
    let (said, Some(block)) = closing::taken_out(&finish.said) else { return finish };
    Finish {
        said: if said.is_empty() { block.summary } else { said },
        confidence: finish.confidence.or(block.confidence),
        claims: block.claims,
    }
}

/// Looks up what is claimed in a folder. Where that cannot be opened nobody can tell anything.
pub(super) fn proved(
    folder: &Path,
    claims: &[Claim],
    criteria: &[Criterion],
    veil: Option<&SharedVeil>,
) -> Vec<Proof> {
    let cannot_tell = |claim: &Claim| Evidence { claim: claim.clone(), finding: Finding::CannotTell };
    let found = match Folder::open(folder) {
        Ok(folder) => look_up(&folder, claims, veil),
        Err(_) => claims.iter().map(cannot_tell).collect(),
    };
    let proof = |evidence: Evidence| {
        let criterion = criterion_of(&evidence.claim.criterion, criteria).map(|criterion| criterion.id);
        Proof { criterion, evidence }
    };
    found.into_iter().map(proof).collect()
}

/// The line somebody means: the same words, or the one line that has them or that they have within.
fn criterion_of<'a>(said: &str, criteria: &'a [Criterion]) -> Option<&'a Criterion> {
    let said = letters(said);
    let is_same = |criterion: &&Criterion| letters(&criterion.text) == said;
    if let Some(same) = criteria.iter().find(is_same) {
        return Some(same);
    }
    let mut alike = criteria.iter().filter(|criterion| {
        let asked = letters(&criterion.text);
        !said.is_empty() && !asked.is_empty() && (asked.contains(&said) || said.contains(&asked))
    });
    alike.next().filter(|_| alike.next().is_none())
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The false claims, as the facts an agent is told.
pub(super) fn false_claims(proofs: &[Proof], words: &Words) -> Vec<String> {
    let fact = |proof: &Proof| match &proof.evidence.finding {
        Finding::False(claim) => {
            let why = why_false(claim, words);
            Some(words.say("evidence-fact", &[("line", &proof.evidence.claim.criterion), ("why", &why)]))
        }
        Finding::Proved | Finding::CannotTell => None,
    };
    proofs.iter().filter_map(fact).collect()
}

fn why_false(claim: &FalseClaim, words: &Words) -> String {
    let (file, quote) = match claim {
        FalseClaim::NoFile { file, .. } | FalseClaim::Empty(file) => (file, ""),
        FalseClaim::NotThere { file, quote } => (file, quote.as_str()),
    };
    words.say(&format!("evidence-why-{}", claim.code()), &[("file", file), ("quote", quote)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criteria(texts: &[&str]) -> Vec<Criterion> {
        let criterion = |(at, text): (i64, &&str)| Criterion {
            id: PlannedCheckId::from_parts(at, [0; 10]),
            text: (*text).to_owned(),
        };
        (0..).zip(texts).map(criterion).collect()
    }

    #[test]
    fn a_line_is_known_by_its_words_however_they_are_set() {
        let asked = criteria(&["Names the total", "Names the total of each year", "合計寫出來"]);
        let meant = |said: &str| criterion_of(said, &asked).map(|criterion| criterion.text.as_str());

        assert_eq!(meant("names the **total**."), Some("Names the total"));
        assert_eq!(meant("3. 合計寫出來！"), Some("合計寫出來"));
        assert_eq!(meant("of each year"), Some("Names the total of each year"));
        assert_eq!(meant("Names"), None, "two lines have it");
        assert_eq!(meant("Is short"), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn a_block_speaks_only_where_nothing_else_does() {
        let words = "Done.\n```halfday\n{\"summary\": \"s\", \"confidence\": 0.4, \"evidence\": [{\"criterion\": \"b\"}]}\n```";
        let claim = |criterion: &str| Claim { criterion: criterion.to_owned(), ..Claim::default() };

        let said = Finish { said: words.to_owned(), ..Finish::default() };
        let expected = Finish { said: "Done.".to_owned(), confidence: Some(0.4), claims: vec![claim("b")] };
        assert_eq!(opened(said.clone()), expected);

        let by_tool = Finish { claims: vec![claim("a")], confidence: Some(0.9), ..said };
        assert_eq!(opened(by_tool.clone()), by_tool);

        let alone = words.strip_prefix("Done.\n").unwrap_or_default().to_owned();
        let said = opened(Finish { said: alone, ..Finish::default() }).said;
        assert_eq!(said, "s", "who says nothing else is told by the summary");
    }
}
