//! What happened to each item and each closed job, put together from the facts in one pass.
//! Everything later reads from here; nothing here is a rate.

use std::collections::BTreeMap;

use halfday_domain::facts::{
    AttemptFact, Facts, FinishFact, IntervalFact, IntervalKind, JobFact, UnresolvedFact,
};
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::VerdictCode;

use crate::account::{JobAccount, accounts};
use crate::minutes::Minutes;

/// The person's time on one item, by kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spent {
    pub(crate) brief: Minutes,
    pub(crate) work: Minutes,
    pub(crate) review: Minutes,
    pub(crate) rework: Minutes,
}

impl Spent {
    fn add(&mut self, interval: &IntervalFact) {
        let time = Minutes::from_ms(interval.ms.max(0));
        match interval.kind {
            IntervalKind::Brief => self.brief += time,
            IntervalKind::Work => self.work += time,
            IntervalKind::Review => self.review += time,
            IntervalKind::Rework => self.rework += time,
        }
    }

    pub(crate) fn add_all(&mut self, other: &Self) {
        self.brief += other.brief;
        self.work += other.work;
        self.review += other.review;
        self.rework += other.rework;
    }
}

/// How an item ended, so far.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Settled<'a> {
    /// AI's deliverable was accepted, as it came or after rework.
    ByAi(&'a AttemptFact),
    /// The person finished it.
    ByPerson(&'a FinishFact),
}

impl Settled<'_> {
    pub(crate) fn at(&self) -> i64 {
        match self {
            Self::ByAi(attempt) => attempt.judged_at(),
            Self::ByPerson(finish) => finish.finished_at,
        }
    }
}

/// One item.
#[derive(Debug)]
pub(crate) struct ItemStory<'a> {
    pub(crate) job_id: JobId,
    /// In the order they were tried.
    pub(crate) attempts: Vec<&'a AttemptFact>,
    pub(crate) unresolved: Vec<&'a UnresolvedFact>,
    finishes: Vec<&'a FinishFact>,
    pub(crate) spent: Spent,
}

impl<'a> ItemStory<'a> {
    fn new(job_id: JobId) -> Self {
        Self { job_id, attempts: vec![], unresolved: vec![], finishes: vec![], spent: Spent::default() }
    }

    /// Its last acceptance.
    fn accepted(&self) -> Option<&'a AttemptFact> {
        let is_accepted = |attempt: &&AttemptFact| match attempt.verdict {
            Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework) => true,
            Some(VerdictCode::Rejected) | None => false,
        };
        self.attempts.iter().copied().filter(is_accepted).max_by_key(|a| (a.judged_at(), a.number))
    }

    /// Whether it was accepted and is not done all the same: dropped, removed or opened again.
    pub(crate) fn is_undone_though_accepted(&self) -> bool {
        self.accepted().is_some_and(|attempt| !attempt.item_is_done)
    }

    /// How the item ended: its last acceptance or finish, whichever came later. An item reopened
    /// and done again counts once.
    pub(crate) fn settled(&self) -> Option<Settled<'a>> {
        let accepted = self.accepted().filter(|attempt| attempt.item_is_done);
        let finished = self.finishes.iter().max_by_key(|f| (f.finished_at, f.estimate_minutes));
        match (accepted, finished) {
            (Some(attempt), Some(finish)) if finish.finished_at < attempt.judged_at() => {
                Some(Settled::ByAi(attempt))
            }
            (_, Some(finish)) => Some(Settled::ByPerson(finish)),
            (Some(attempt), None) => Some(Settled::ByAi(attempt)),
            (None, None) => None,
        }
    }

    /// Where its minutes come from; `None` when nobody knows.
    pub(crate) fn estimate_source(&self) -> Option<EstimateSource> {
        match self.settled() {
            Some(Settled::ByAi(attempt)) => Some(attempt.estimate_source),
            Some(Settled::ByPerson(_)) | None => {
                let of_attempt = self.attempts.last().map(|attempt| attempt.estimate_source);
                of_attempt.or_else(|| self.finishes.last().map(|finish| finish.estimate_source))
            }
        }
    }

    /// Whether it was ever handed over, as far as the facts tell.
    pub(crate) fn was_handed_over(&self) -> bool {
        !self.attempts.is_empty() || !self.unresolved.is_empty()
    }

    /// The finish that stands.
    pub(crate) fn finish(&self) -> Option<&'a FinishFact> {
        match self.settled() {
            Some(Settled::ByPerson(finish)) => Some(finish),
            Some(Settled::ByAi(_)) | None => None,
        }
    }

    /// When it first came up: its first handover or its finish.
    pub(crate) fn came_up_at(&self) -> Option<i64> {
        let attempts = self.attempts.iter().map(|attempt| attempt.started_at);
        let unresolved = self.unresolved.iter().map(|attempt| attempt.started_at);
        let finishes = self.finishes.iter().map(|finish| finish.finished_at);
        attempts.chain(unresolved).chain(finishes).min()
    }

    /// Whether it was settled no later than its job was closed; what was left for later was not.
    fn is_settled_by(&self, closed_at: i64) -> bool {
        self.settled().is_some_and(|settled| settled.at() <= closed_at)
    }
}

/// All items, and the closed jobs with their minutes.
#[derive(Debug)]
pub(crate) struct Story<'a> {
    pub(crate) items: BTreeMap<ItemId, ItemStory<'a>>,
    pub(crate) jobs: BTreeMap<JobId, &'a JobFact>,
    pub(crate) closed: Vec<JobAccount<'a>>,
}

impl<'a> Story<'a> {
    /// Reads the facts once.
    pub(crate) fn new(facts: &'a Facts) -> Self {
        let jobs: BTreeMap<JobId, &JobFact> = facts.jobs.iter().map(|job| (job.job_id, job)).collect();
        let mut items: BTreeMap<ItemId, ItemStory<'a>> = BTreeMap::new();
        let story = |items: &mut BTreeMap<ItemId, ItemStory<'a>>, item_id, job_id| {
            let _ = items.entry(item_id).or_insert_with(|| ItemStory::new(job_id));
        };
        for attempt in &facts.attempts {
            story(&mut items, attempt.item_id, attempt.job_id);
            if let Some(item) = items.get_mut(&attempt.item_id) {
                item.attempts.push(attempt);
            }
        }
        for attempt in &facts.unresolved {
            story(&mut items, attempt.item_id, attempt.job_id);
            if let Some(item) = items.get_mut(&attempt.item_id) {
                item.unresolved.push(attempt);
            }
        }
        for finish in &facts.finishes {
            story(&mut items, finish.item_id, finish.job_id);
            if let Some(item) = items.get_mut(&finish.item_id) {
                item.finishes.push(finish);
            }
        }
        for item in items.values_mut() {
            item.attempts.sort_by_key(|a| (a.number, a.started_at, a.attempt_id));
            item.unresolved.sort_by_key(|a| (a.started_at, a.attempt_id));
            item.finishes.sort_by_key(|f| (f.finished_at, f.estimate_minutes));
        }
        let mut of_jobs: BTreeMap<JobId, Spent> = BTreeMap::new();
        for interval in &facts.intervals {
            let closed_at = jobs.get(&interval.job_id).and_then(|job| job.closed_at);
            let Some(item_id) = interval.item_id else {
                of_jobs.entry(interval.job_id).or_default().add(interval);
                continue;
            };
            story(&mut items, item_id, interval.job_id);
            let Some(item) = items.get_mut(&item_id) else { continue };
            // An item left for later is not the closed job's any more; how long work took stays known.
            let is_later = closed_at.is_some_and(|at| interval.started_at > at && !item.is_settled_by(at));
            if !is_later || interval.kind == IntervalKind::Work {
                item.spent.add(interval);
            }
        }
        let closed = accounts(&jobs, &items, &of_jobs);
        Self { items, jobs, closed }
    }
}

/// The person's minutes on each item they kept time for: brief, work, review and rework.
pub fn spent_minutes(facts: &Facts) -> BTreeMap<ItemId, f64> {
    let mut spent: BTreeMap<ItemId, Minutes> = BTreeMap::new();
    for interval in &facts.intervals {
        if let Some(item) = interval.item_id {
            *spent.entry(item).or_default() += Minutes::from_ms(interval.ms.max(0));
        }
    }
    spent.into_iter().map(|(item, minutes)| (item, minutes.value())).collect()
}
