//! What to hand over next: kinds of work the person kept lately, that AI has been tried at.
//!
//! `E = M + R + P(rework)·W + P(reject)·H`, worth it when E < H (minutes). H = minutes × calibration;
//! M, R, W = the person's medians for brief, review and rework of that kind and length; P = the kind's
//! rate shrunk to all kinds, `Beta(k + 4p, n − k + 4(1 − p))` with `p = (K + ½)/(N + 1)`. Ranked by
//! the lower bound (10 %) of the minutes saved, by the normal approximation of the two rates' sum;
//! only what saves at that bound is named. Under three tries of a kind: silent. Source: STATISTICS §6.

use std::collections::BTreeMap;

use halfday_domain::kind::Kind;
use serde::Serialize;

use crate::calibration::{Calibration, ENOUGH_TIMED};
use crate::first_time::{First, FirstTry, NotRight};
use crate::group::{KindShown, LengthBand};
use crate::quantile;
use crate::story::{Settled, Story};

/// Under so many tries nothing is said.
pub(crate) const FEWEST_TRIES: u32 = 3;
/// So many tries all kinds together weigh against one kind's own.
const PRIOR_TRIES: f64 = 4.0;
/// So many items of a kind and length have a median of their own.
const ENOUGH_FOR_LENGTH: usize = 3;
/// So many are named.
const NAMED: usize = 3;

/// A kind of work worth handing over.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Advice {
    pub kind: KindShown,
    /// First tries of the kind that were right, of those judged.
    pub right: u32,
    pub of: u32,
    /// The median estimate of what the person kept of it lately.
    pub estimate_minutes: f64,
    /// What that takes by the person's own clock: calibrated where that is known.
    pub own_minutes: f64,
    /// Minutes saved by handing one over: expected, and the lower bound (10 %).
    pub saves_minutes: f64,
    pub saves_at_least_minutes: f64,
}

/// Minutes one handover costs the person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HandoverCosts {
    pub brief_minutes: f64,
    pub review_minutes: f64,
    pub rework_minutes: f64,
    /// Doing it oneself.
    pub own_minutes: f64,
}

impl HandoverCosts {
    /// E: the person's expected minutes when the item is handed over.
    pub fn expected_minutes(&self, p_rework: f64, p_reject: f64) -> f64 {
        let certain = self.brief_minutes + self.review_minutes;
        certain + p_rework * self.rework_minutes + p_reject * self.own_minutes
    }
}

/// How first tries ended.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ends {
    pub(crate) right: u32,
    reworked: u32,
    rejected: u32,
    pub(crate) of: u32,
}

/// A rate that is not sure: mean and variance of its Beta.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rate {
    pub(crate) mean: f64,
    variance: f64,
}

/// The person's minutes on items of one sort.
#[derive(Debug, Default)]
struct Spent {
    brief: Vec<f64>,
    review: Vec<f64>,
    rework: Vec<f64>,
}

/// What may be read: rows judged before `until`, and what was kept since `since`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) since: i64,
    pub(crate) until: i64,
}

/// What a person's record tells of handing over: how first tries ended and what they cost.
#[derive(Debug)]
pub(crate) struct Experience<'a> {
    all: Ends,
    kinds: BTreeMap<&'a Kind, Ends>,
    spent: BTreeMap<Sort<'a>, Spent>,
}

impl<'a> Experience<'a> {
    pub(crate) fn new(story: &Story<'a>, tries: &[FirstTry<'a>], window: Window) -> Self {
        let (all, kinds) = ends(tries, window);
        Self { all, kinds, spent: spent_by_kind(story, window) }
    }

    /// How first tries of the kind ended, where there are enough.
    pub(crate) fn of_kind(&self, kind: &Kind) -> Option<Ends> {
        self.kinds.get(kind).copied().filter(|ends| ends.of >= FEWEST_TRIES)
    }

    /// The chance of right first time.
    pub(crate) fn right(&self, ends: Ends) -> Rate {
        shrunk((ends.right, ends.of), (self.all.right, self.all.of))
    }

    /// The chances of rework and of rejection.
    pub(crate) fn rates(&self, ends: Ends) -> (Rate, Rate) {
        let rate = |part: fn(&Ends) -> u32| shrunk((part(&ends), ends.of), (part(&self.all), self.all.of));
        (rate(|ends| ends.reworked), rate(|ends| ends.rejected))
    }

    /// Minutes saved by handing one over: expected, and the lower bound (10 %).
    pub(crate) fn saving(&self, ends: Ends, costs: &HandoverCosts) -> (f64, f64) {
        let (rework, reject) = self.rates(ends);
        let saves = costs.own_minutes - costs.expected_minutes(rework.mean, reject.mean);
        let variance =
            rework.variance * costs.rework_minutes.powi(2) + reject.variance * costs.own_minutes.powi(2);
        (saves, saves - quantile::normal(0.8) * variance.sqrt())
    }

    /// What handing over an item of this kind and length costs; `None` where nobody kept time.
    pub(crate) fn costs(&self, kind: &Kind, estimate_minutes: f64, ratio: f64) -> Option<HandoverCosts> {
        costs(&self.spent, kind, estimate_minutes, ratio)
    }
}

/// At most three kinds, the surest first.
pub(crate) fn advice(
    story: &Story<'_>,
    tries: &[FirstTry<'_>],
    calibration: Option<Calibration>,
    window: Window,
) -> Vec<Advice> {
    let experience = Experience::new(story, tries, window);
    let calibrated = calibration.filter(|calibration| calibration.items >= ENOUGH_TIMED);
    let ratio = calibrated.map_or(1.0, |calibration| calibration.ratio);
    let mut found: Vec<Advice> = kept(story, window)
        .into_iter()
        .filter_map(|(kind, mut minutes)| {
            let of_kind = experience.of_kind(kind)?;
            let estimate_minutes = median(&mut minutes)?;
            let costs = experience.costs(kind, estimate_minutes, ratio)?;
            let (saves, at_least) = experience.saving(of_kind, &costs);
            (at_least > 0.0).then(|| Advice {
                kind: KindShown::shown(kind),
                right: of_kind.right,
                of: of_kind.of,
                estimate_minutes,
                own_minutes: costs.own_minutes,
                saves_minutes: saves,
                saves_at_least_minutes: at_least,
            })
        })
        .collect();
    found.sort_by(|a, b| {
        b.saves_at_least_minutes.total_cmp(&a.saves_at_least_minutes).then_with(|| a.kind.cmp(&b.kind))
    });
    found.truncate(NAMED);
    found
}

/// The rate of `part` of `tries`, shrunk to the rate of all kinds.
fn shrunk((part, tries): (u32, u32), (all_part, all_tries): (u32, u32)) -> Rate {
    let prior = (f64::from(all_part) + 0.5) / (f64::from(all_tries) + 1.0);
    let yes = f64::from(part) + PRIOR_TRIES * prior;
    let no = f64::from(tries.saturating_sub(part)) + PRIOR_TRIES * (1.0 - prior);
    let sum = yes + no;
    Rate { mean: yes / sum, variance: yes * no / (sum * sum * (sum + 1.0)) }
}

fn ends<'a>(tries: &[FirstTry<'a>], window: Window) -> (Ends, BTreeMap<&'a Kind, Ends>) {
    let mut all = Ends::default();
    let mut kinds: BTreeMap<&Kind, Ends> = BTreeMap::new();
    for row in tries.iter().filter(|row| row.at < window.until) {
        let (attempt, why) = match row.first {
            First::Right(attempt) => (attempt, None),
            First::NotRight(attempt, why) => (attempt, Some(why)),
            First::Unresolved(_) => continue,
        };
        for ends in [&mut all, kinds.entry(&attempt.kind).or_default()] {
            ends.of += 1;
            match why {
                None => ends.right += 1,
                Some(NotRight::AfterRework) => ends.reworked += 1,
                Some(NotRight::Rejected(_) | NotRight::Failed(_) | NotRight::GoingWrong) => {
                    ends.rejected += 1;
                }
                // It was used as it came, only later.
                Some(NotRight::MoreRounds(_)) => {}
            }
        }
    }
    (all, kinds)
}

/// Which items a median is taken over, narrowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort<'a> {
    KindAndLength(&'a Kind, LengthBand),
    Kind(&'a Kind),
    All,
}

/// The person's minutes on items handed over; an item nobody kept time for says nothing.
fn spent_by_kind<'a>(story: &Story<'a>, window: Window) -> BTreeMap<Sort<'a>, Spent> {
    let mut sorts: BTreeMap<Sort<'a>, Spent> = BTreeMap::new();
    for item in story.items.values() {
        let Some(attempt) = item.attempts.first().filter(|attempt| attempt.ended_at < window.until) else {
            continue;
        };
        let spent = item.spent;
        if (spent.brief + spent.review + spent.rework).is_zero() {
            continue;
        }
        let band = attempt
            .estimate_minutes
            .map(|minutes| Sort::KindAndLength(&attempt.kind, LengthBand::of(minutes)));
        for sort in band.into_iter().chain([Sort::Kind(&attempt.kind), Sort::All]) {
            let of_sort = sorts.entry(sort).or_default();
            of_sort.brief.push(spent.brief.value());
            of_sort.review.push(spent.review.value());
            if !spent.rework.is_zero() {
                of_sort.rework.push(spent.rework.value());
            }
        }
    }
    sorts
}

fn costs(
    spent: &BTreeMap<Sort<'_>, Spent>,
    kind: &Kind,
    estimate_minutes: f64,
    ratio: f64,
) -> Option<HandoverCosts> {
    let own_minutes = estimate_minutes * ratio;
    let narrow = spent.get(&Sort::KindAndLength(kind, LengthBand::of(estimate_minutes.round() as u32)));
    let narrow = narrow.filter(|of_sort| of_sort.brief.len() >= ENOUGH_FOR_LENGTH);
    let wider = [narrow, spent.get(&Sort::Kind(kind)), spent.get(&Sort::All)];
    let first = |part: fn(&Spent) -> &Vec<f64>| {
        wider.iter().flatten().find_map(|of_sort| median(&mut part(of_sort).clone()))
    };
    Some(HandoverCosts {
        brief_minutes: first(|spent| &spent.brief)?,
        review_minutes: first(|spent| &spent.review)?,
        // Nothing was ever reworked: then rework may cost as much as doing it.
        rework_minutes: first(|spent| &spent.rework).unwrap_or(own_minutes),
        own_minutes,
    })
}

/// Minutes of the items the person kept and finished in the window, by kind. Work nobody has named a
/// kind for cannot be advised on.
fn kept<'a>(story: &Story<'a>, window: Window) -> BTreeMap<&'a Kind, Vec<f64>> {
    let mut kinds: BTreeMap<&Kind, Vec<f64>> = BTreeMap::new();
    for item in story.items.values().filter(|item| !item.was_handed_over()) {
        let Some(Settled::ByPerson(finish)) = item.settled() else { continue };
        let is_lately = window.since <= finish.finished_at && finish.finished_at < window.until;
        if let (true, Some(minutes)) = (is_lately, finish.estimate_minutes)
            && finish.kind != Kind::Unsaid
        {
            kinds.entry(&finish.kind).or_default().push(f64::from(minutes));
        }
    }
    kinds
}

fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    match values.len() % 2 {
        1 => Some(upper),
        _ => Some(f64::midpoint(*values.get(middle.checked_sub(1)?)?, upper)),
    }
}
