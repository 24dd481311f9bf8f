//! What pictures are drawn of, taken from the facts: one method a picture.

use std::collections::BTreeMap;

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;

use crate::calibration::{self, Calibration};
use crate::could::{Could, could};
use crate::first_time::{Counter, First, Never, first_tries};
use crate::group::KindShown;
use crate::minutes::Minutes;
use crate::picture::{CouldBe, KindFigure, StretchCurve, StretchRecord, TimedItem, TrialFigure};
use crate::report::Titles;
use crate::saved::{Saved, SavedParts};
use crate::story::Story;
use crate::stretch::spells;
use crate::survival::{ENOUGH_SPELLS, kaplan_meier, survival_steps};
use crate::trials::trials;
use crate::week::Calendar;

/// The facts, and up to when they are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    pub facts: &'a Facts,
    pub details: &'a Details,
    pub calendar: &'a Calendar,
    /// Rows before are left out, UTC ms.
    pub since: i64,
    /// Rows from then on are left out, UTC ms.
    pub until: i64,
}

/// What of the figure is drawn.
pub(crate) fn could_be(figure: &Could) -> Option<CouldBe> {
    Some(CouldBe { share: figure.could?, draws: usize::try_from(figure.drawn.of).unwrap_or(usize::MAX) })
}

impl Figures<'_> {
    fn holds(&self, at: i64) -> bool {
        self.since <= at && at < self.until
    }

    /// What every item is called.
    pub fn names(&self) -> BTreeMap<ItemId, String> {
        let tried = self.facts.attempts.iter().map(|attempt| (attempt.item_id, attempt.item_title.clone()));
        let done = self.facts.finishes.iter().map(|finish| (finish.item_id, finish.item_title.clone()));
        tried.chain(done).collect()
    }

    /// Right first time by kind, of one agent or of all.
    pub fn kinds(&self, agent: Option<&str>, titles: Titles) -> Vec<KindFigure> {
        let story = Story::new(self.facts);
        let shown = |kind: &Kind| match titles {
            Titles::Shown => KindShown::shown(kind),
            Titles::Hidden => KindShown::hidden(kind),
        };
        let mut kinds: BTreeMap<KindShown, Counter> = BTreeMap::new();
        for row in first_tries(&story).iter().filter(|row| self.holds(row.at)) {
            let (kind, by) = match row.first {
                First::Right(attempt)
                | First::NotRight(attempt, _)
                | First::Unresolved(Never::Ended(attempt)) => (&attempt.kind, Some(attempt.agent.as_str())),
                First::Unresolved(Never::Open(fact)) => (&fact.kind, None),
            };
            if agent.is_none() || agent == by {
                kinds.entry(shown(kind)).or_default().add(row);
            }
        }
        kinds.into_iter().map(|(kind, counter)| KindFigure { kind, first_time: counter.figure() }).collect()
    }

    /// What the jobs closed in that time were worth and what was spent on them.
    pub fn time_spent(&self) -> (SavedParts, Option<Saved>) {
        let story = Story::new(self.facts);
        let closed = story.closed.iter().filter(|account| self.holds(account.closed_at));
        let parts = SavedParts::of(closed);
        (parts, parts.saved(calibration::of_story(&story, self.until)))
    }

    /// The person's own timed items.
    pub fn timed(&self) -> Vec<TimedItem> {
        let story = Story::new(self.facts);
        let row = |(item_id, item): (&ItemId, &crate::story::ItemStory<'_>)| {
            let finish = item.finish().filter(|finish| self.holds(finish.finished_at))?;
            let estimate = Minutes::whole(finish.estimate_minutes?);
            let is_timed = finish.estimate_source != EstimateSource::Rule
                && !estimate.is_zero()
                && !item.spent.work.is_zero();
            is_timed.then(|| TimedItem {
                item_id: *item_id,
                job_id: item.job_id,
                item_title: finish.item_title.clone(),
                estimate_minutes: estimate.value(),
                actual_minutes: item.spent.work.value(),
            })
        };
        story.items.iter().filter_map(row).collect()
    }

    /// How the person's estimates hold, of the items of [`Figures::timed`].
    pub fn calibration(&self) -> Option<Calibration> {
        let whole = |minutes: f64| Minutes::from_ms((minutes * 60_000.0) as i64);
        let timed: Vec<(JobId, Minutes, Minutes)> = self
            .timed()
            .iter()
            .map(|item| (item.job_id, whole(item.estimate_minutes), whole(item.actual_minutes)))
            .collect();
        calibration::calibration(&timed)
    }

    /// How much could be handed over, once enough was drawn.
    pub fn could(&self) -> Option<CouldBe> {
        could_be(&could(self.facts, self.details, self.since..self.until))
    }

    /// How long AI works without the person, by one agent or by all.
    pub fn stretch(&self, agent: Option<&str>) -> StretchCurve {
        let rows = spells(self.details, self.since, agent);
        let only: Vec<_> = rows.iter().map(|(_, spell)| *spell).collect();
        let needs = usize::try_from(ENOUGH_SPELLS).unwrap_or(usize::MAX);
        let Some(survival) = kaplan_meier(&only) else {
            return StretchCurve { needs, ..StretchCurve::default() };
        };
        let longest = rows.iter().filter(|(_, spell)| !spell.ended).max_by(|(a, one), (b, other)| {
            one.length.total_cmp(&other.length).then(b.attempt_id.cmp(&a.attempt_id))
        });
        let is_enough = survival.of >= ENOUGH_SPELLS;
        StretchCurve {
            stretches: only.len(),
            ended: usize::try_from(survival.ended).unwrap_or(usize::MAX),
            steps: if is_enough { survival_steps(&only) } else { vec![] },
            median: survival.median,
            record: longest.map(|(attempt, spell)| StretchRecord {
                minutes: spell.length,
                item_id: attempt.item_id,
                job_id: attempt.job_id,
                item_title: attempt.item_title.clone(),
            }),
            needs,
        }
    }

    /// The closed jobs made from a template, in the order they were closed.
    pub fn trials(&self, template: &str) -> Vec<TrialFigure> {
        let made = self.facts.jobs.iter().filter(|job| job.template_id.as_deref() == Some(template));
        let mut closed: Vec<(i64, JobId)> =
            made.filter_map(|job| Some((job.closed_at?, job.job_id))).collect();
        closed.sort_unstable();
        let jobs: Vec<JobId> = closed.iter().map(|(_, job)| *job).collect();
        let figure = |(trial, number): (&crate::trials::Trial, u32)| TrialFigure {
            job_id: trial.result.job_id,
            number,
            closed_on: Some(self.calendar.day_of(trial.result.closed_at)),
            ai_minutes: trial.result.ai_minutes.value(),
            own_minutes: trial.result.own_minutes.value(),
            first_time: trial.result.first_time,
            saved: trial.result.saved,
            stretch_minutes: trial.result.longest_stretch.as_ref().map(|stretch| f64::from(stretch.minutes)),
            failures: trial.failures,
            cost_nano: trial.cost.as_ref().and_then(|cost| cost.nano),
        };
        let all = trials(self.facts, self.details, self.calendar, &jobs);
        all.iter().zip(1_u32..).map(figure).collect()
    }
}
