//! The `stats` document: the person's own record, week by week and in all. CLI.md has its shape.

use std::collections::BTreeMap;

use halfday_domain::facts::{AttemptFact, Facts, UnresolvedFact};
use halfday_domain::kind::Kind;
use jiff::civil::Date;
use serde::Serialize;

use crate::calibration::{self, Calibration};
use crate::first_time::{Counter, First, FirstTime, FirstTry, Never, first_tries};
use crate::group::{KindShown, LengthBand};
use crate::minutes::Minutes;
use crate::period::{Period, Timeline, by_week};
use crate::saved::Saved;
use crate::share::Share;
use crate::story::Story;
use crate::week::{Calendar, Week};

/// The version of the documents of this file.
const VERSION: u32 = 1;

/// The document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stats {
    pub version: u32,
    /// Oldest first; the last is the running week.
    pub weeks: Vec<PeriodStats>,
    /// All of them as one period, the running week with them.
    pub total: PeriodStats,
}

/// The numbers of one period. What is not to be shown is `None`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodStats {
    /// `None` for a period of several weeks.
    pub week: Option<Week>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Not over yet.
    pub running: bool,
    pub listed_minutes: Minutes,
    pub ai_minutes: Minutes,
    pub own_minutes: Minutes,
    pub jobs_closed: usize,
    pub share: Option<Share>,
    pub first_time: FirstTime,
    pub saved: Option<Saved>,
    pub brief_minutes: Minutes,
    pub review_minutes: Minutes,
    pub rework_minutes: Minutes,
    /// The sum of what is known.
    pub cost_nano: Option<i64>,
}

/// When a period is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct When {
    pub(crate) week: Option<Week>,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) running: bool,
}

impl When {
    pub(crate) fn week(week: Week, calendar: &Calendar, now: i64) -> Self {
        let (from, to) = (Some(week.monday()), Some(week.sunday()));
        Self { week: Some(week), from, to, running: calendar.is_running(week, now) }
    }

    fn all(timeline: &Timeline, calendar: &Calendar, now: i64) -> Self {
        let (first, last) = (timeline.weeks.first(), timeline.weeks.last());
        Self {
            week: None,
            from: first.map(|week| week.monday()),
            to: last.map(|week| week.sunday()),
            running: last.is_some_and(|week| calendar.is_running(*week, now)),
        }
    }
}

impl PeriodStats {
    pub(crate) fn new(when: When, period: &Period<'_>, calibration: Option<Calibration>) -> Self {
        Self {
            week: when.week,
            from: when.from,
            to: when.to,
            running: when.running,
            listed_minutes: period.sum(|job| job.listed),
            ai_minutes: period.sum(|job| job.ai),
            own_minutes: period.sum(|job| job.listed - job.ai),
            jobs_closed: period.accounts.len(),
            share: period.share(),
            first_time: period.first_tries.figure(),
            saved: period.saved_parts().saved(calibration),
            brief_minutes: period.sum(|job| job.brief),
            review_minutes: period.sum(|job| job.review),
            rework_minutes: period.sum(|job| job.rework),
            cost_nano: period.cost.nano(),
        }
    }
}

/// The record of the last `weeks` weeks, the one running at `now` being the last.
pub fn stats(facts: &Facts, calendar: &Calendar, now: i64, weeks: u32) -> Stats {
    let story = Story::new(facts);
    let tries = first_tries(&story);
    let timeline = Timeline::ending_with(calendar, calendar.week_of(now), weeks);
    of_story(&story, &tries, &timeline, calendar, now)
}

fn of_story(
    story: &Story<'_>,
    tries: &[FirstTry<'_>],
    timeline: &Timeline,
    calendar: &Calendar,
    now: i64,
) -> Stats {
    let calibration = calibration::of_story(story, now);
    let periods = by_week(story, tries, timeline);
    let of_week = |(week, period): (&Week, &Period<'_>)| {
        PeriodStats::new(When::week(*week, calendar, now), period, calibration)
    };
    let all = Period::together(periods.iter());
    Stats {
        version: VERSION,
        weeks: timeline.weeks.iter().zip(&periods).map(of_week).collect(),
        total: PeriodStats::new(When::all(timeline, calendar, now), &all, calibration),
    }
}

/// What to group first tries by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Kind,
    /// The exact agent.
    Agent,
    /// The agent's family of models.
    Family,
    /// How long the item would take the person.
    Length,
    Week,
}

/// The record grouped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatsBy {
    pub version: u32,
    pub by: By,
    pub groups: Vec<Group>,
    /// All groups as one period, as in [`Stats`].
    pub total: PeriodStats,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// A code or a name; `None` where nobody knows.
    pub key: Option<String>,
    pub first_time: FirstTime,
    /// Minutes from AI of the jobs closed in the period.
    pub ai_minutes: Minutes,
}

/// A group's place and key: known ones in their order, then by name, the unknown last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Kind(KindShown),
    Length(LengthBand),
    Week(Week),
    Name(String),
    Unknown,
}

impl Key {
    fn kind(kind: &Kind) -> Self {
        match kind {
            Kind::Known(_) | Kind::Own(_) => Self::Kind(KindShown::shown(kind)),
            Kind::Unsaid => Self::Unknown,
        }
    }

    fn name(name: &str) -> Self {
        if name.is_empty() { Self::Unknown } else { Self::Name(name.to_owned()) }
    }

    fn length(minutes: Option<u32>) -> Self {
        minutes.map_or(Self::Unknown, |minutes| Self::Length(LengthBand::of(minutes)))
    }

    fn text(self) -> Option<String> {
        match self {
            Self::Kind(KindShown::Known(kind)) => Some(kind.code().to_owned()),
            Self::Kind(KindShown::Own(word)) | Self::Name(word) => Some(word),
            Self::Length(band) => Some(band.code().to_owned()),
            Self::Week(week) => Some(week.to_string()),
            Self::Kind(KindShown::OwnHidden | KindShown::Unsaid) | Self::Unknown => None,
        }
    }
}

/// The record of the last `weeks` weeks grouped, beside the same total as [`stats`].
pub fn stats_by(facts: &Facts, calendar: &Calendar, now: i64, weeks: u32, by: By) -> StatsBy {
    let story = Story::new(facts);
    let tries = first_tries(&story);
    let timeline = Timeline::ending_with(calendar, calendar.week_of(now), weeks);
    let total = of_story(&story, &tries, &timeline, calendar, now).total;
    let of_attempt = |attempt: &AttemptFact, at: i64| match by {
        By::Kind => Key::kind(&attempt.kind),
        By::Agent => Key::name(&attempt.agent),
        By::Family => Key::name(&attempt.family),
        By::Length => Key::length(attempt.estimate_minutes),
        By::Week => Key::Week(calendar.week_of(at)),
    };
    // Only ended attempts name their agent.
    let of_unresolved = |attempt: &UnresolvedFact, at: i64| match by {
        By::Kind => Key::kind(&attempt.kind),
        By::Agent | By::Family => Key::Unknown,
        By::Length => Key::length(attempt.estimate_minutes),
        By::Week => Key::Week(calendar.week_of(at)),
    };
    let mut groups: BTreeMap<Key, (Counter, Minutes)> = BTreeMap::new();
    for row in tries.iter().filter(|row| timeline.place(row.at).is_some()) {
        let key = match row.first {
            First::Right(attempt)
            | First::NotRight(attempt, _)
            | First::Unresolved(Never::Ended(attempt)) => of_attempt(attempt, row.at),
            First::Unresolved(Never::Open(fact)) => of_unresolved(fact, row.at),
        };
        groups.entry(key).or_default().0.add(row);
    }
    for account in story.closed.iter().filter(|job| timeline.place(job.closed_at).is_some()) {
        for (attempt, ai) in &account.from_ai {
            groups.entry(of_attempt(attempt, account.closed_at)).or_default().1 += *ai;
        }
    }
    let groups = groups.into_iter().map(|(key, (counter, ai_minutes))| Group {
        key: key.text(),
        first_time: counter.figure(),
        ai_minutes,
    });
    StatsBy { version: VERSION, by, groups: groups.collect(), total }
}
