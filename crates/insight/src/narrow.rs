//! The facts of the items that a filter lets through, so that every figure can be asked of a part of the record.
//! An item is let through as a whole, with all its attempts: which one was its first does not depend on the filter.

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::id::ItemId;
use halfday_domain::kind::Kind;

use crate::first_time::{First, Never, first_tries};
use crate::group::LengthBand;
use crate::story::Story;

/// Which items; `None` is all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrow {
    pub kind: Option<Kind>,
    /// By the minutes frozen when it was first handed over, or finished.
    pub length: Option<LengthBand>,
    /// The exact agent of its first attempt that counts.
    pub agent: Option<String>,
    /// The family of models of that agent.
    pub family: Option<String>,
}

impl Narrow {
    fn is_all(&self) -> bool {
        *self == Self::default()
    }

    fn lets_work(&self, work: &(&Kind, Option<u32>)) -> bool {
        let (kind, minutes) = work;
        self.kind.as_ref().is_none_or(|wanted| wanted == *kind)
            && self.length.is_none_or(|wanted| minutes.map(LengthBand::of) == Some(wanted))
    }

    fn lets_agent(&self, agent: &str, family: &str) -> bool {
        self.agent.as_deref().is_none_or(|wanted| wanted == agent)
            && self.family.as_deref().is_none_or(|wanted| wanted == family)
    }

    /// The facts of the items it lets through. Jobs stay, and so does time spent on a job as a whole.
    pub fn facts(&self, mut facts: Facts) -> Facts {
        if self.is_all() {
            return facts;
        }
        let kept = self.items(&facts);
        facts.attempts.retain(|row| kept.contains(&row.item_id));
        facts.unresolved.retain(|row| kept.contains(&row.item_id));
        facts.finishes.retain(|row| kept.contains(&row.item_id));
        facts.intervals.retain(|row| row.item_id.is_none_or(|item| kept.contains(&item)));
        facts
    }

    /// The same of how attempts went; here each attempt is asked for its own agent.
    pub fn details(&self, mut details: Details) -> Details {
        if self.is_all() {
            return details;
        }
        details.attempts.retain(|row| {
            let fact = &row.fact;
            self.lets_work(&(&fact.kind, fact.estimate_minutes)) && self.lets_agent(&fact.agent, &fact.family)
        });
        let tried: BTreeSet<ItemId> = details.attempts.iter().map(|row| row.fact.item_id).collect();
        details.draws.retain(|row| self.lets_work(&(&row.kind, row.estimate_minutes)));
        details.follow_ups.retain(|row| tried.contains(&row.item_id));
        details
    }

    fn items(&self, facts: &Facts) -> BTreeSet<ItemId> {
        let mut work: BTreeMap<ItemId, (&Kind, Option<u32>)> = BTreeMap::new();
        let mut attempts: Vec<_> = facts.attempts.iter().collect();
        attempts.sort_by_key(|row| (row.number, row.started_at));
        for row in attempts {
            work.entry(row.item_id).or_insert((&row.kind, row.estimate_minutes));
        }
        for row in &facts.unresolved {
            work.entry(row.item_id).or_insert((&row.kind, row.estimate_minutes));
        }
        for row in &facts.finishes {
            work.entry(row.item_id).or_insert((&row.kind, row.estimate_minutes));
        }
        work.retain(|_, item| self.lets_work(item));
        let by_agent = (self.agent.is_some() || self.family.is_some()).then(|| self.by_agent(facts));
        work.into_keys().filter(|item| by_agent.as_ref().is_none_or(|kept| kept.contains(item))).collect()
    }

    /// Items whose first attempt was by a wanted agent; only ended attempts name theirs.
    fn by_agent(&self, facts: &Facts) -> BTreeSet<ItemId> {
        let story = Story::new(facts);
        let is_kept = |first: &First<'_>| match first {
            First::Right(attempt)
            | First::NotRight(attempt, _)
            | First::Unresolved(Never::Ended(attempt)) => self.lets_agent(&attempt.agent, &attempt.family),
            First::Unresolved(Never::Open(_)) => false,
        };
        first_tries(&story).iter().filter(|row| is_kept(&row.first)).map(|row| row.item_id).collect()
    }
}
