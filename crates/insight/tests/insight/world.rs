//! Facts put together as a person's weeks would leave them. For tests only.

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::{
    AttemptFact, Cost, Facts, FinishFact, IntervalFact, IntervalKind, IntervalSource, JobFact, Scope,
    UnresolvedFact,
};
use halfday_domain::id::{AttemptId, ItemId, JobId};
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::{Rejection, VerdictCode};
use halfday_insight::{Calendar, Week};
use jiff::{Timestamp, tz};

/// UTC ms of a local time in the test's zone, eight hours east.
pub(crate) fn at(local: &str) -> i64 {
    format!("{local}:00+08:00").parse::<Timestamp>().expect(local).as_millisecond()
}

pub(crate) fn calendar() -> Calendar {
    Calendar::new(tz::offset(8).to_time_zone())
}

pub(crate) fn week(text: &str) -> Week {
    text.parse().expect(text)
}

/// What came back of an attempt.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Came {
    Accepted,
    AfterRework,
    Rejected(Rejection),
    Ended(Outcome),
}

/// Facts being told.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    pub(crate) facts: Facts,
    ids: u64,
}

impl World {
    fn bytes(&mut self) -> [u8; 10] {
        self.ids += 1;
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&self.ids.to_be_bytes());
        bytes
    }

    pub(crate) fn job(&mut self, created: &str, closed: Option<&str>) -> JobId {
        let job_id = JobId::from_parts(at(created), self.bytes());
        let number = i64::try_from(self.facts.jobs.len()).expect("few") + 1;
        self.facts.jobs.push(JobFact {
            job_id,
            number,
            title: format!("Secret job {number}"),
            created_at: at(created),
            closed_at: closed.map(at),
            own_minutes_guess: None,
            guess_share: None,
            template_id: None,
        });
        job_id
    }

    pub(crate) fn item(&mut self) -> ItemId {
        ItemId::from_parts(0, self.bytes())
    }

    /// AI tried a new item; its title names kind and number.
    pub(crate) fn ai(&mut self, job_id: JobId, kind: &str, minutes: u32, when: &str, came: Came) -> ItemId {
        let item = self.item();
        self.again(job_id, item, kind, minutes, when, came);
        item
    }

    /// AI tried an item once more.
    pub(crate) fn again(
        &mut self,
        job_id: JobId,
        item: ItemId,
        kind: &str,
        minutes: u32,
        when: &str,
        came: Came,
    ) {
        let number = self.facts.attempts.iter().filter(|a| a.item_id == item).count();
        let (outcome, verdict, rejection) = match came {
            Came::Accepted => (Outcome::Delivered, Some(VerdictCode::Accepted), None),
            Came::AfterRework => (Outcome::Delivered, Some(VerdictCode::AcceptedAfterRework), None),
            Came::Rejected(reason) => (Outcome::Delivered, Some(VerdictCode::Rejected), Some(reason)),
            Came::Ended(outcome) => (outcome, None, None),
        };
        let attempt_id = AttemptId::from_parts(at(when), self.bytes());
        self.facts.attempts.push(AttemptFact {
            attempt_id,
            item_id: item,
            job_id,
            item_title: format!("Secret {kind} {}", self.ids),
            kind: Kind::from(kind),
            scope: Scope::Item,
            agent: "clipboard".to_owned(),
            family: String::new(),
            draw_probability: None,
            estimate_minutes: Some(minutes),
            estimate_source: EstimateSource::Person,
            item_is_done: true,
            number: u32::try_from(number).expect("few") + 1,
            outcome,
            chat_rounds: None,
            started_at: at(when) - 600_000,
            ended_at: at(when),
            verdict,
            rejection,
            first_wrong_step: None,
            reviewed_at: verdict.map(|_| at(when)),
            cost: Cost::Unknown,
        });
    }

    /// The attempt told last, to say more about it.
    pub(crate) fn last(&mut self) -> &mut AttemptFact {
        self.facts.attempts.last_mut().expect("an attempt")
    }

    /// The person finished an item, after `worked` minutes if they timed it.
    pub(crate) fn own(
        &mut self,
        job_id: JobId,
        kind: &str,
        minutes: u32,
        when: &str,
        worked: Option<u32>,
    ) -> ItemId {
        let item = self.item();
        self.finish(job_id, item, kind, minutes, when);
        if let Some(worked) = worked {
            self.spent(job_id, Some(item), IntervalKind::Work, worked, when);
        }
        item
    }

    pub(crate) fn finish(&mut self, job_id: JobId, item: ItemId, kind: &str, minutes: u32, when: &str) {
        self.facts.finishes.push(FinishFact {
            item_id: item,
            job_id,
            item_title: format!("Secret own {kind}"),
            kind: Kind::from(kind),
            estimate_minutes: Some(minutes),
            estimate_source: EstimateSource::Person,
            finished_at: at(when),
        });
    }

    pub(crate) fn spent(
        &mut self,
        job_id: JobId,
        item: Option<ItemId>,
        kind: IntervalKind,
        minutes: u32,
        when: &str,
    ) {
        self.facts.intervals.push(IntervalFact {
            job_id,
            item_id: item,
            kind,
            source: IntervalSource::Measured,
            started_at: at(when),
            ms: i64::from(minutes) * 60_000,
        });
    }

    /// Copied and never heard of again.
    pub(crate) fn unresolved(&mut self, job_id: JobId, item: ItemId, kind: &str, minutes: u32, when: &str) {
        let attempt_id = AttemptId::from_parts(at(when), self.bytes());
        self.facts.unresolved.push(UnresolvedFact {
            attempt_id,
            item_id: item,
            job_id,
            kind: Kind::from(kind),
            estimate_minutes: Some(minutes),
            started_at: at(when),
            ended_at: None,
        });
    }
}

/// A person's twelve weeks up to 2026-W47: jobs of a few items, most handed over well, some not.
pub(crate) fn twelve_weeks() -> World {
    let mut world = World::default();
    let kinds = ["write", "summarise", "translate", "extract", "check", "備課"];
    let mut turn: usize = 0;
    for back in (0..12_i64).rev() {
        let monday = week("2026-W47").minus(u32::try_from(back).expect("small")).monday();
        for job_of_week in 0..4_usize {
            let day =
                monday.saturating_add(jiff::Span::new().days(i64::try_from(job_of_week).expect("small")));
            let morning = format!("{day}T09:00");
            let noon = format!("{day}T12:10");
            let job = world.job(&morning, Some(&format!("{day}T17:00")));
            let weeks_in = usize::try_from(11 - back).expect("small");
            for place in 0..5_usize {
                turn += 1;
                let kind = kinds[(turn * 7 + place) % kinds.len()];
                let minutes = [10, 15, 20, 30, 45][(turn * 3 + place) % 5];
                let is_own = (turn * 5 + job_of_week) % 12 >= 4 + weeks_in / 2;
                if is_own {
                    let worked = turn
                        .is_multiple_of(3)
                        .then_some(minutes * (9 + u32::try_from(turn % 7).expect("small")) / 10);
                    world.own(job, kind, minutes, &format!("{day}T15:{:02}", 10 + place), worked);
                    continue;
                }
                let came = match turn % 9 {
                    3 => Came::AfterRework,
                    6 if turn.is_multiple_of(2) => Came::Rejected(Rejection::Invented),
                    6 => Came::Rejected(Rejection::WrongFormat),
                    _ => Came::Accepted,
                };
                let item = world.ai(job, kind, minutes, &noon, came);
                world.spent(job, Some(item), IntervalKind::Review, 2, &noon);
                if place == 0 {
                    world.spent(job, Some(item), IntervalKind::Brief, 3, &morning);
                }
                match came {
                    Came::AfterRework => world.spent(job, Some(item), IntervalKind::Rework, 5, &noon),
                    Came::Rejected(_) => world.finish(job, item, kind, minutes, &format!("{day}T16:00")),
                    Came::Accepted | Came::Ended(_) => {}
                }
            }
        }
    }
    world
}
