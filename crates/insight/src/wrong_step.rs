//! Where it first went wrong: the kinds of the steps that the person named when they rejected. STATISTICS §2.

use std::collections::BTreeMap;

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::Details;
use serde::Serialize;

/// A kind of step, and how often it was the first wrong one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrongStep {
    /// The kind's code; `None`: the step is not known.
    pub kind: Option<String>,
    pub count: u32,
}

/// By kind, the most frequent first; of verdicts since `since` (UTC ms).
pub fn first_wrong_steps(details: &Details, since: i64) -> Vec<WrongStep> {
    let mut kinds: BTreeMap<Option<&str>, u32> = BTreeMap::new();
    for attempt in details.attempts.iter().filter(|one| one.purpose == Purpose::Work) {
        if attempt.fact.first_wrong_step.is_some() && attempt.fact.judged_at() >= since {
            *kinds.entry(attempt.wrong_step_kind.as_deref()).or_default() += 1;
        }
    }
    let mut steps: Vec<WrongStep> =
        kinds.into_iter().map(|(kind, count)| WrongStep { kind: kind.map(str::to_owned), count }).collect();
    steps.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.kind.cmp(&b.kind)));
    steps
}
