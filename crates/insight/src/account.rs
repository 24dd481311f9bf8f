//! The minutes of one closed job: what came from AI, what the person did, and what it cost them.
//! Items left for later, dropped (even after they were accepted) or covered by a bundle are in neither
//! sum; the person's time on them was spent all the same (STATISTICS §4).

use std::collections::BTreeMap;

use halfday_domain::facts::{AttemptFact, JobFact, Scope};
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::plan::EstimateSource;

use crate::minutes::Minutes;
use crate::story::{ItemStory, Settled, Spent};

/// The minutes of one closed job.
#[derive(Debug, Clone)]
pub(crate) struct JobAccount<'a> {
    pub(crate) job_id: JobId,
    pub(crate) closed_at: i64,
    /// Minutes that came from AI: `Σ_A max(0, f − w)`.
    pub(crate) ai: Minutes,
    /// Minutes listed and finished: `Σ_{A∪O} f`.
    pub(crate) listed: Minutes,
    /// Of the listed minutes, those that are the program's own guess.
    pub(crate) guessed: Minutes,
    /// Items finished without any minutes: in no sum.
    pub(crate) without_minutes: u32,
    pub(crate) brief: Minutes,
    pub(crate) review: Minutes,
    pub(crate) rework: Minutes,
    /// For *saved*: `Σ_A f`, items with guessed minutes left out.
    pub(crate) saved_estimate: Minutes,
    /// For *saved*: the person's own time on AI's items, items with guessed minutes left out.
    pub(crate) saved_spent: Spent,
    /// Handed-over items that *saved* rests on.
    pub(crate) saved_items: u32,
    /// Handed over as one and accepted.
    pub(crate) accepted_whole: bool,
    /// Accepted items, each with its minutes from AI.
    pub(crate) from_ai: Vec<(&'a AttemptFact, Minutes)>,
    /// Items that were handed over, and those of them that were accepted.
    pub(crate) handed_over: u32,
    pub(crate) accepted: u32,
}

/// The accounts of all closed jobs, by id.
pub(crate) fn accounts<'a>(
    jobs: &BTreeMap<JobId, &JobFact>,
    items: &BTreeMap<ItemId, ItemStory<'a>>,
    of_jobs: &BTreeMap<JobId, Spent>,
) -> Vec<JobAccount<'a>> {
    let mut accounts: BTreeMap<JobId, JobAccount<'a>> = BTreeMap::new();
    for job in jobs.values() {
        if let Some(closed_at) = job.closed_at {
            accounts.insert(job.job_id, JobAccount::new(job.job_id, closed_at));
        }
    }
    for item in items.values() {
        if let Some(account) = accounts.get_mut(&item.job_id) {
            account.add_item(item);
        }
    }
    for (job_id, spent) in of_jobs {
        if let Some(account) = accounts.get_mut(job_id) {
            account.add_job_time(spent);
        }
    }
    accounts.into_values().collect()
}

impl<'a> JobAccount<'a> {
    fn new(job_id: JobId, closed_at: i64) -> Self {
        Self {
            job_id,
            closed_at,
            ai: Minutes::ZERO,
            listed: Minutes::ZERO,
            guessed: Minutes::ZERO,
            without_minutes: 0,
            brief: Minutes::ZERO,
            review: Minutes::ZERO,
            rework: Minutes::ZERO,
            saved_estimate: Minutes::ZERO,
            saved_spent: Spent::default(),
            saved_items: 0,
            accepted_whole: false,
            from_ai: vec![],
            handed_over: 0,
            accepted: 0,
        }
    }

    /// The minutes the person did: `listed = ai + own`.
    pub(crate) fn own(&self) -> Minutes {
        self.listed - self.ai
    }

    fn add_item(&mut self, item: &ItemStory<'a>) {
        self.brief += item.spent.brief;
        self.review += item.spent.review;
        self.rework += item.spent.rework;
        let settled = item.settled().filter(|settled| settled.at() <= self.closed_at);
        let is_guess = item.estimate_source() == Some(EstimateSource::Rule);
        let handed_over_before = |attempt: &&AttemptFact| attempt.started_at <= self.closed_at;
        let was_tried = !item.is_undone_though_accepted()
            && (item.attempts.iter().any(handed_over_before)
                || item.unresolved.iter().any(|attempt| attempt.started_at <= self.closed_at));
        self.handed_over += u32::from(was_tried);
        if !is_guess {
            self.saved_spent.add_all(&item.spent);
            self.saved_items += u32::from(was_tried);
        }
        let Some(settled) = settled else { return };
        if let Settled::ByAi(attempt) = settled {
            self.accepted += 1;
            self.accepted_whole |= attempt.scope == Scope::Job;
        }
        let Some((ai, listed)) = item_minutes(item, settled) else {
            self.without_minutes += 1;
            return;
        };
        self.ai += ai;
        self.listed += listed;
        let source = match settled {
            Settled::ByAi(attempt) => attempt.estimate_source,
            Settled::ByPerson(finish) => finish.estimate_source,
        };
        if source == EstimateSource::Rule {
            self.guessed += listed;
        }
        if let Settled::ByAi(attempt) = settled {
            self.from_ai.push((attempt, ai));
            if !is_guess {
                self.saved_estimate += listed;
            }
        }
    }

    /// Time on the job as a whole. It counts against what was saved as soon as anything of the job
    /// that *saved* rests on was handed over: it cannot be told apart by item.
    fn add_job_time(&mut self, spent: &Spent) {
        self.brief += spent.brief;
        self.review += spent.review;
        self.rework += spent.rework;
        if self.saved_items > 0 {
            self.saved_spent.add_all(spent);
        }
    }
}

/// The minutes of one settled item: (from AI, listed).
fn item_minutes(item: &ItemStory<'_>, settled: Settled<'_>) -> Option<(Minutes, Minutes)> {
    match settled {
        Settled::ByAi(attempt) => {
            let estimate = Minutes::whole(attempt.estimate_minutes?);
            Some(((estimate - item.spent.rework).max(Minutes::ZERO), estimate))
        }
        Settled::ByPerson(finish) => Some((Minutes::ZERO, Minutes::whole(finish.estimate_minutes?))),
    }
}
