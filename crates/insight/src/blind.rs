//! Blind comparisons: two deliverables without names in an order that chance made. For each pair of agents: wins,
//! ties, losses, and the sign test over what was not a tie. The person may know their own text, so their choices and
//! a colleague's stand apart. STATISTICS §8.

use std::collections::BTreeMap;

use halfday_domain::facts::details::{Choice, ChosenBy, Details};
use serde::Serialize;

use crate::sign_test::{SignTest, sign_test};

/// One agent against another: `better` are its wins.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Blind {
    pub agent: String,
    pub against: String,
    pub by: ChosenBy,
    pub test: SignTest,
}

/// Each pair of agents once, by name.
pub fn blind(details: &Details) -> Vec<Blind> {
    let mut pairs: BTreeMap<(&str, &str, ChosenBy), (u32, u32, u32)> = BTreeMap::new();
    for one in &details.comparisons {
        let is_swapped = one.b_agent < one.a_agent;
        let (first, second) =
            if is_swapped { (&one.b_agent, &one.a_agent) } else { (&one.a_agent, &one.b_agent) };
        let counts = pairs.entry((first, second, one.by)).or_default();
        match (one.choice, is_swapped) {
            (Choice::A, false) | (Choice::B, true) => counts.0 += 1,
            (Choice::B, false) | (Choice::A, true) => counts.1 += 1,
            (Choice::Tie, _) => counts.2 += 1,
        }
    }
    pairs
        .into_iter()
        .map(|((agent, against, by), (won, lost, tied))| Blind {
            agent: agent.to_owned(),
            against: against.to_owned(),
            by,
            test: sign_test(won, lost, tied),
        })
        .collect()
}
