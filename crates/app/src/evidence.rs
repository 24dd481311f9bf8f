//! What AI named as proof of its work and what came of looking it up: as it is kept with its last words, and as a
//! person reads it beside a line of *done when*.

use halfday_domain::check::CheckResult;
use halfday_domain::words::Words;
use halfday_runner::attempt::evidence::Proof;
use halfday_runner::tools::Finding;
use halfday_store::deliverables::Check;
use halfday_store::steps::Step;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::EvidenceView;

/// The kind of step the last words of a turn are kept as.
pub(crate) const FINISH: &str = "finish";
/// So much of each text is kept, in characters.
const LONGEST_TEXT: usize = 300;

/// One claim as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    /// The line it is about; `None`: one that nobody asked for.
    planned: Option<String>,
    criterion: String,
    proof: String,
    file: String,
    quote: String,
    said: Said,
    /// Why it is false, by its code.
    why: Option<String>,
}

/// What looking it up came to; of several claims about a line the one that comes first here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    False,
    Proved,
    CannotTell,
}

impl Said {
    const fn code(self) -> &'static str {
        match self {
            Self::False => "false",
            Self::Proved => "proved",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// The claims as they are kept, with the names back in them.
pub(crate) fn kept(proofs: &[Proof], unveiled: impl Fn(&str) -> String) -> Value {
    let short = |text: &str| unveiled(text).trim().chars().take(LONGEST_TEXT).collect::<String>();
    let one = |proof: &Proof| {
        let claim = &proof.evidence.claim;
        let (said, why) = match &proof.evidence.finding {
            Finding::Proved => (Said::Proved, None),
            Finding::False(claim) => (Said::False, Some(claim.code().to_owned())),
            Finding::CannotTell => (Said::CannotTell, None),
        };
        Kept {
            planned: proof.criterion.map(|id| id.to_string()),
            criterion: short(&claim.criterion),
            proof: short(&claim.proof),
            file: short(claim.file.as_deref().unwrap_or_default()),
            quote: short(claim.quote.as_deref().unwrap_or_default()),
            said,
            why,
        }
    };
    serde_json::json!(proofs.iter().map(one).collect::<Vec<_>>())
}

/// What a person reads of it beside a check. Where that has decided, evidence that decides nothing is left out.
pub(crate) fn of_check(words: &Words, finish: &Step, check: &Check) -> Option<EvidenceView> {
    let claims = finish.data.get("evidence")?.as_array()?;
    let planned = check.planned_id?.to_string();
    let about =
        |one: &Value| Kept::deserialize(one).ok().filter(|one| one.planned.as_ref() == Some(&planned));
    let claim = claims.iter().filter_map(about).min_by_key(|one| one.said);
    let is_decided = [CheckResult::Holds, CheckResult::Fails].iter().any(|one| one.code() == check.result);
    let said = claim.as_ref().map_or(Said::CannotTell, |claim| claim.said);
    if said == Said::CannotTell && is_decided {
        return None;
    }
    let text = claim.map_or_else(|| words.word("evidence-cannot_tell-none"), |claim| claim.sentence(words));
    Some(EvidenceView { said: said.code().to_owned(), text })
}

impl Kept {
    fn sentence(&self, words: &Words) -> String {
        let place = [("file", self.file.as_str()), ("quote", self.quote.as_str())];
        match self.said {
            Said::Proved => words.say("evidence-proved", &place),
            Said::False => {
                let why = self.why.as_deref().unwrap_or("no_file");
                let why = words.say(&format!("evidence-why-{why}"), &place);
                words.say("evidence-false", &[("why", &why)])
            }
            Said::CannotTell => {
                let what = [&self.file, &self.proof].into_iter().find(|what| !what.is_empty());
                match what {
                    Some(what) => words.say("evidence-cannot_tell", &[("what", what)]),
                    None => words.word("evidence-cannot_tell-none"),
                }
            }
        }
    }
}
