//! The weekly report as facts (`report.json`, version 1): codes and numbers, no sentences. Every
//! other format is made from it and `locales/`.

use std::collections::BTreeMap;

use halfday_domain::facts::details::Details;
use halfday_domain::facts::{AttemptFact, Facts};
use halfday_domain::felt::FeltSaved;
use halfday_domain::kind::Kind;
use jiff::civil::Date;
use serde::Serialize;

use crate::advice::{Advice, Window, advice};
use crate::again::{Again, again};
use crate::calibration::{self, Calibration, ENOUGH_TIMED};
use crate::could;
use crate::difference::{Difference, newcombe, square_and_add};
use crate::figures::could_be;
use crate::first_time::{Counter, First, FirstTime, FirstTry, Never, NotRight, first_tries};
use crate::group::KindShown;
use crate::horizon::{HorizonFilter, Horizons, horizons_of};
use crate::minutes::Minutes;
use crate::period::{Period, Timeline, by_week};
use crate::picture::CouldBe;
use crate::result::LeftOut;
use crate::saved::SavedParts;
use crate::share::{ENOUGH_JOBS, Share};
use crate::stats::{PeriodStats, When};
use crate::story::Story;
use crate::threads;
use crate::week::{Calendar, Week};

pub(crate) mod html;
mod inert;
pub(crate) mod issued;
pub(crate) mod markdown;
mod pictures;
mod rows;
pub(crate) mod say;
pub(crate) mod sheet;
mod tried;

pub(crate) use inert::inert;
pub use issued::{ChangedFigure, Figure, Issued};

/// The version of `report.json`.
const VERSION: u32 = 1;
/// Weeks a report looks at: those in its picture, the last being its own.
pub const WEEKS_REPORTED: u32 = 12;
/// Weeks compared with as many before.
const WEEKS_COMPARED: usize = 4;
/// What the person kept in so many weeks is looked at for what to hand over next.
const KEPT_WEEKS: u32 = 4;

/// Whether a report may hold words the person wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Titles {
    Shown,
    /// No title, no file name, no kind in the person's own words: for passing on.
    Hidden,
}

/// One week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    pub version: u32,
    /// The program that made it.
    pub program_version: &'static str,
    pub titles: Titles,
    /// Weeks begin on this day.
    pub week_starts_on: &'static str,
    /// The zone whose midnights part the weeks.
    pub zone: String,
    /// The day it was made.
    pub made_on: Date,
    /// The last edition of this week and what has changed since; `None` while there is none.
    pub issued: Option<Issued>,
    /// Verdicts given this week; without any the report is a short one.
    pub verdicts: u32,
    pub numbers: PeriodStats,
    /// Of the listed minutes, those the program guessed (≈).
    pub guessed_minutes: Minutes,
    /// Finished items without minutes: in no sum.
    pub items_without_minutes: u32,
    /// The same figure if everything unresolved had failed.
    pub first_time_if_unresolved_failed: FirstTime,
    pub saved_parts: SavedParts,
    /// What the person felt before they saw the figure; `None` when they were not asked or did not say.
    pub felt: Option<FeltSaved>,
    /// `None` without a single timed item; rests on all of them, not on this week alone.
    pub calibration: Option<Calibration>,
    pub calibration_needs_items: u32,
    pub share_needs_jobs: usize,
    pub comparison: Comparison,
    pub handed_over_again: Again,
    /// Jobs handed over as one and accepted, of the jobs closed.
    pub jobs_accepted_whole: usize,
    /// Closed jobs with AI items all of which were accepted.
    pub jobs_all_accepted: usize,
    /// Attempts whose cost is known, of those that ended this week.
    pub cost_known_attempts: u32,
    pub ended_attempts: u32,
    /// Twelve weeks up to this one, oldest first.
    pub weeks: Vec<PeriodStats>,
    /// Over these weeks: up to which length AI gets items right.
    #[serde(serialize_with = "tried::serialize")]
    pub horizon: Horizons,
    /// How much AI could have done, measured by draws; `None` while too little was drawn.
    pub could: Option<CouldBe>,
    /// At most three kinds the person kept lately that are worth handing over.
    pub hand_over_next: Vec<Advice>,
    pub by_kind: Vec<KindRow>,
    pub not_right: Vec<Missed>,
    /// Attempts left out because it was not AI's doing, by code.
    pub left_out: Vec<LeftOut>,
}

/// The last four full weeks against the four before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    pub before: Compared,
    pub after: Compared,
    /// Later minus earlier; `None` while either has no percentage.
    pub share: Option<Difference>,
    pub first_time: Option<Difference>,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub jobs_closed: usize,
    pub share: Option<Share>,
    pub first_time: FirstTime,
}

/// One kind of work this week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KindRow {
    pub kind: KindShown,
    pub first_time: FirstTime,
    /// Minutes from AI of the jobs closed this week.
    pub ai_minutes: Minutes,
}

/// A first attempt that was not right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Missed {
    /// `None` when titles are hidden.
    pub title: Option<String>,
    pub kind: KindShown,
    pub why: NotRight,
    /// Where it first went wrong, if the person said so.
    pub first_wrong_step: Option<u32>,
    pub estimate_minutes: Option<u32>,
}

impl Report {
    /// Whether there is too little in the week for anything but saying so.
    pub fn is_short(&self) -> bool {
        let first = &self.numbers.first_time;
        self.verdicts == 0 && first.of == 0 && first.unresolved == 0 && self.numbers.listed_minutes.is_zero()
    }
}

/// The report of `week`, as seen at `now`.
pub fn weekly(
    facts: &Facts,
    details: &Details,
    calendar: &Calendar,
    week: Week,
    now: i64,
    titles: Titles,
) -> Report {
    let story = Story::new(facts);
    let tries = first_tries(&story);
    let looked_at = calendar.starts_at(week.minus(WEEKS_REPORTED - 1))..calendar.ends_at(week);
    let horizons = || {
        let filter = HorizonFilter { since: Some(looked_at.start), ..HorizonFilter::default() };
        horizons_of(&tries, details, &filter, looked_at.end.saturating_sub(1))
    };
    let calibration = calibration::of_story(&story, now);
    let timeline = Timeline::ending_with(calendar, week, WEEKS_REPORTED);
    let in_week = |at: i64| calendar.week_of(at) == week;
    let since = calendar.starts_at(week.minus(KEPT_WEEKS - 1));
    let window = Window { since, until: calendar.ends_at(week) };
    // In a long record the horizons are half of the work, and nothing else waits for them.
    let (horizon, (periods, handed_over_again, could, advice)) = threads::both(horizons, || {
        let periods = by_week(&story, &tries, &timeline);
        let could = could::of_story(&story, &tries, details, &looked_at);
        (periods, again(&story, in_week), could, advice(&story, &tries, calibration, window))
    });
    let none = Period::default();
    let period = periods.last().unwrap_or(&none);
    let numbers = |week: &Week, period: &Period<'_>| {
        PeriodStats::new(When::week(*week, calendar, now), period, calibration)
    };
    let of_week: Vec<FirstTry<'_>> = tries.iter().copied().filter(|row| in_week(row.at)).collect();
    let left_out = period.left_out.iter().map(|(code, count)| LeftOut { code, count: *count });
    Report {
        version: VERSION,
        program_version: env!("CARGO_PKG_VERSION"),
        titles,
        week_starts_on: "monday",
        zone: calendar.zone_name(calendar.starts_at(week)),
        made_on: calendar.day_of(now),
        issued: None,
        verdicts: period.verdicts,
        numbers: numbers(&week, period),
        guessed_minutes: period.sum(|job| job.guessed),
        items_without_minutes: period.accounts.iter().map(|job| job.without_minutes).sum(),
        first_time_if_unresolved_failed: period.first_tries.figure_if_unresolved_failed(),
        saved_parts: period.saved_parts(),
        felt: None,
        calibration,
        calibration_needs_items: ENOUGH_TIMED,
        share_needs_jobs: ENOUGH_JOBS,
        comparison: comparison(&timeline, &periods, calendar, now),
        handed_over_again,
        jobs_accepted_whole: period.accounts.iter().filter(|job| job.accepted_whole).count(),
        jobs_all_accepted: period
            .accounts
            .iter()
            .filter(|job| job.handed_over > 0 && job.accepted == job.handed_over)
            .count(),
        cost_known_attempts: period.cost.known,
        ended_attempts: period.cost.attempts,
        weeks: timeline.weeks.iter().zip(&periods).map(|(week, period)| numbers(week, period)).collect(),
        could: could_be(&could),
        hand_over_next: hand_over_next(advice, titles),
        by_kind: by_kind(period, &of_week, titles),
        not_right: not_right(&of_week, titles),
        left_out: left_out.collect(),
        horizon,
    }
}

fn comparison(timeline: &Timeline, periods: &[Period<'_>], calendar: &Calendar, now: i64) -> Comparison {
    let full = timeline.weeks.iter().filter(|week| !calendar.is_running(**week, now)).count();
    let middle = full.saturating_sub(WEEKS_COMPARED);
    let first = middle.saturating_sub(WEEKS_COMPARED);
    let side = |from: usize, to: usize| {
        let weeks = timeline.weeks.get(from..to).unwrap_or_default();
        let together = Period::together(periods.get(from..to).unwrap_or_default().iter());
        let compared = Compared {
            from: weeks.first().map(|week| week.monday()),
            to: weeks.last().map(|week| week.sunday()),
            jobs_closed: together.accounts.len(),
            share: together.share(),
            first_time: together.first_tries.figure(),
        };
        (compared, together.first_tries)
    };
    let ((before, rows_before), (after, rows_after)) = (side(first, middle), side(middle, full));
    let share = before.share.zip(after.share).map(|(a, b)| square_and_add(a.with_range(), b.with_range()));
    let first_time =
        first_time_difference((&before.first_time, &rows_before), (&after.first_time, &rows_after));
    Comparison { before, after, share, first_time }
}

/// The difference shown is that of the plain rates beside it; its range rests on the weighted ones.
fn first_time_difference(
    before: (&FirstTime, &Counter),
    after: (&FirstTime, &Counter),
) -> Option<Difference> {
    let (a, b) = (before.1.weighted()?, after.1.weighted()?);
    let weighted = newcombe((a.rate, a.n_eff), (b.rate, b.n_eff))?;
    let value = after.0.rate? - before.0.rate?;
    Some(Difference { value, low: weighted.low.min(value), high: weighted.high.max(value), ..weighted })
}

fn shown(kind: &Kind, titles: Titles) -> KindShown {
    match titles {
        Titles::Shown => KindShown::shown(kind),
        Titles::Hidden => KindShown::hidden(kind),
    }
}

/// A kind in the person's own words cannot be named when titles are hidden.
fn hand_over_next(advice: Vec<Advice>, titles: Titles) -> Vec<Advice> {
    let may_be_named = |advice: &Advice| match (titles, &advice.kind) {
        (Titles::Shown, _) | (Titles::Hidden, KindShown::Known(_)) => true,
        (Titles::Hidden, KindShown::Own(_) | KindShown::OwnHidden | KindShown::Unsaid) => false,
    };
    advice.into_iter().filter(may_be_named).collect()
}

fn by_kind(period: &Period<'_>, rows: &[FirstTry<'_>], titles: Titles) -> Vec<KindRow> {
    let mut kinds: BTreeMap<KindShown, (Counter, Minutes)> = BTreeMap::new();
    for row in rows {
        let kind = match row.first {
            First::Right(attempt)
            | First::NotRight(attempt, _)
            | First::Unresolved(Never::Ended(attempt)) => &attempt.kind,
            First::Unresolved(Never::Open(fact)) => &fact.kind,
        };
        kinds.entry(shown(kind, titles)).or_default().0.add(row);
    }
    for (attempt, ai) in period.accounts.iter().flat_map(|account| &account.from_ai) {
        kinds.entry(shown(&attempt.kind, titles)).or_default().1 += *ai;
    }
    let row = |(kind, (counter, ai_minutes)): (KindShown, (Counter, Minutes))| KindRow {
        kind,
        first_time: counter.figure(),
        ai_minutes,
    };
    kinds.into_iter().map(row).collect()
}

fn not_right(rows: &[FirstTry<'_>], titles: Titles) -> Vec<Missed> {
    let missed = |attempt: &AttemptFact, why: NotRight| Missed {
        title: match titles {
            Titles::Shown => Some(attempt.item_title.clone()),
            Titles::Hidden => None,
        },
        kind: shown(&attempt.kind, titles),
        why,
        first_wrong_step: attempt.first_wrong_step,
        estimate_minutes: attempt.estimate_minutes,
    };
    let only_missed = |row: &FirstTry<'_>| match row.first {
        First::NotRight(attempt, why) => Some(missed(attempt, why)),
        First::Right(_) | First::Unresolved(_) => None,
    };
    rows.iter().filter_map(only_missed).collect()
}
