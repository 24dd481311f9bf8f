//! The numbers at the top of Insights, each with the rows behind it: a number nobody can open is a claim.

use std::collections::BTreeSet;

use halfday_domain::attempt::Purpose;
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::review::VerdictCode;

use crate::again::{Again, turns};
use crate::calibration;
use crate::cost::{Costs, costs};
use crate::could::{Could, could};
use crate::figures::Figures;
use crate::first_time::{Counter, First, FirstTime, first_tries};
use crate::horizon::{Horizon, HorizonFilter, horizons};
use crate::minutes::Minutes;
use crate::saved::{Saved, SavedParts};
use crate::share::{JobMinutes, Share, share};
use crate::still_standing::{StillStanding, still_standing};
use crate::story::{Settled, Story};
use crate::stretch::spells;
use crate::survival::{Survival, kaplan_meier};
use crate::whole_jobs::{WholeJobs, whole_jobs};

/// The rows a number rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Behind {
    pub items: Vec<ItemId>,
    pub jobs: Vec<JobId>,
}

impl Behind {
    fn items(items: impl IntoIterator<Item = ItemId>) -> Self {
        let once: BTreeSet<ItemId> = items.into_iter().collect();
        Self { items: once.into_iter().collect(), jobs: vec![] }
    }

    fn jobs(jobs: impl IntoIterator<Item = JobId>) -> Self {
        let once: BTreeSet<JobId> = jobs.into_iter().collect();
        Self { items: vec![], jobs: once.into_iter().collect() }
    }
}

/// AI's part of the closed jobs.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareOfClosed {
    /// `None` below three jobs with anything finished.
    pub share: Option<Share>,
    pub ai_minutes: Minutes,
    pub listed_minutes: Minutes,
    pub behind: Behind,
}

/// What handing over saved a week, after the person's own time.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedAWeek {
    /// Weeks that are over, from the first with a closed job on; the running one is not averaged.
    pub weeks: u32,
    /// Of one week; `None` while there is no full week, nothing was handed over, or it is uncalibrated.
    pub saved: Option<Saved>,
    /// Timed items of the person's own that the calibration rests on.
    pub timed_items: u32,
    pub behind: Behind,
}

impl Figures<'_> {
    fn is_shown(&self, at: i64) -> bool {
        self.since <= at && at < self.until
    }

    /// The handoff share of the jobs closed in that time.
    pub fn share_of_closed(&self) -> ShareOfClosed {
        let story = Story::new(self.facts);
        let closed: Vec<_> = story.closed.iter().filter(|job| self.is_shown(job.closed_at)).collect();
        let jobs: Vec<JobMinutes> =
            closed.iter().map(|job| JobMinutes { ai: job.ai, listed: job.listed }).collect();
        let counted = closed.iter().flat_map(|job| {
            let of_job = story.items.iter().filter(|(_, item)| item.job_id == job.job_id);
            of_job.filter_map(|(id, item)| {
                let settled = item.settled().filter(|settled| settled.at() <= job.closed_at)?;
                let minutes = match settled {
                    Settled::ByAi(attempt) => attempt.estimate_minutes,
                    Settled::ByPerson(finish) => finish.estimate_minutes,
                };
                minutes.map(|_| *id)
            })
        });
        ShareOfClosed {
            share: share(&jobs),
            ai_minutes: jobs.iter().map(|job| job.ai).sum(),
            listed_minutes: jobs.iter().map(|job| job.listed).sum(),
            behind: Behind::items(counted),
        }
    }

    /// Right first time.
    pub fn right_first_time(&self) -> (FirstTime, Behind) {
        let story = Story::new(self.facts);
        let mut counter = Counter::default();
        let mut judged = vec![];
        for row in first_tries(&story).iter().filter(|row| self.is_shown(row.at)) {
            counter.add(row);
            match row.first {
                First::Right(_) | First::NotRight(..) => judged.push(row.item_id),
                First::Unresolved(_) => {}
            }
        }
        (counter.figure(), Behind::items(judged))
    }

    /// Saved a week, over the weeks that are over.
    pub fn saved_a_week(&self) -> SavedAWeek {
        let story = Story::new(self.facts);
        let calendar = self.calendar;
        let now = self.until.saturating_sub(1);
        let running = calendar.week_of(now);
        let ends = calendar.starts_at(running);
        let closed: Vec<_> =
            story.closed.iter().filter(|job| self.since <= job.closed_at && job.closed_at < ends).collect();
        let first = closed.iter().map(|job| calendar.week_of(job.closed_at)).min();
        let mut weeks = 0;
        let mut week = first.unwrap_or(running);
        while week < running {
            weeks += 1;
            week = week.next();
        }
        let known = calibration::of_story(&story, self.until);
        let saved = SavedParts::of(closed.iter().copied()).saved(known);
        let each = |minutes: f64| minutes / f64::from(weeks);
        SavedAWeek {
            weeks,
            saved: saved.filter(|_| weeks > 0).map(|all| Saved {
                low: each(all.low),
                mid: each(all.mid),
                high: each(all.high),
            }),
            timed_items: known.map_or(0, |known| known.items),
            behind: Behind::jobs(closed.iter().filter(|job| job.handed_over > 0).map(|job| job.job_id)),
        }
    }

    /// The length at which half is right, of items the person chose to hand over.
    pub fn chosen_horizon(&self) -> (Horizon, Behind) {
        let filter = HorizonFilter { since: Some(self.since), ..HorizonFilter::default() };
        let until = self.until.saturating_sub(1);
        let horizon = horizons(self.facts, self.details, &filter, until).chosen;
        let behind = Behind::items(horizon.rows.iter().map(|row| row.item_id));
        (horizon, behind)
    }

    /// How much could be handed over: everything judged, and what chance drew.
    pub fn could_be_handed_over(&self) -> (Could, Behind) {
        let (_, Behind { items, .. }) = self.right_first_time();
        let drawn = self.details.draws.iter().filter(|draw| draw.is_drawn).map(|draw| draw.item_id);
        let behind = Behind::items(items.into_iter().chain(drawn));
        (could(self.facts, self.details, self.since..self.until), behind)
    }

    /// How long AI works without the person, in the minutes the work would have taken them.
    pub fn without_the_person(&self) -> (Option<Survival>, Behind) {
        let rows = spells(self.details, self.since, None);
        let only: Vec<_> = rows.iter().map(|(_, spell)| *spell).collect();
        (kaplan_meier(&only), Behind::items(rows.iter().map(|(attempt, _)| attempt.item_id)))
    }

    /// Whole jobs, of the closed ones with anything handed over.
    pub fn whole_jobs(&self) -> (WholeJobs, Behind) {
        let story = Story::new(self.facts);
        let handed_over =
            story.closed.iter().filter(|job| job.closed_at >= self.since && job.handed_over > 0);
        (whole_jobs(self.facts, self.since), Behind::jobs(handed_over.map(|job| job.job_id)))
    }

    /// Handed over again when the same kind of work came up the next time.
    pub fn handed_over_again(&self) -> (Again, Behind) {
        let story = Story::new(self.facts);
        let turns = turns(&story, |at| self.is_shown(at));
        let again = turns.iter().filter(|turn| turn.handed_over).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let sum = Again { again: count(again), of: count(turns.len()) };
        (sum, Behind::jobs(turns.iter().map(|turn| turn.job_id)))
    }

    /// What of the accepted work still stands.
    pub fn standing(&self) -> (StillStanding, Behind) {
        let accepted = self.details.attempts.iter().filter(|attempt| {
            let is_accepted = match attempt.fact.verdict {
                Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework) => true,
                Some(VerdictCode::Rejected) | None => false,
            };
            attempt.purpose == Purpose::Work && is_accepted && attempt.fact.judged_at() >= self.since
        });
        let behind = Behind::items(accepted.map(|attempt| attempt.fact.item_id));
        (still_standing(self.details, self.since, self.until.saturating_sub(1)), behind)
    }

    /// What attempts cost.
    pub fn costs(&self) -> (Costs, Behind) {
        let found = costs(self.details, self.calendar, self.since);
        let behind = Behind::items(found.items.keys().copied());
        (found, behind)
    }
}
