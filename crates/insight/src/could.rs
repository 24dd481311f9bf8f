//! Could be handed over: of the minutes that came up, the part AI would have done to the person's standard. The
//! share shows what was *chosen*; this rests on items that chance picked among those the person kept.
//!
//! `could = (H · r_H + K · r_K) ÷ (H + K)`: H and K are the frozen minutes of items handed over by choice and of
//! items kept; r_H is the part of H whose first attempt was usable, r_K the same over drawn items, each weighted
//! by its minutes ÷ its chance of being drawn (Hájek). A coin flip that handed an item over is such a draw.
//! Range (95 %): square-and-add of the two Wilson ranges at their effective samples. STATISTICS §4.

use std::collections::BTreeMap;
use std::ops::Range;

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::{Arm, Details, DrawAnswer};
use halfday_domain::facts::{AttemptFact, Facts};
use halfday_domain::id::ItemId;
use halfday_domain::review::VerdictCode;
use serde::Serialize;

use crate::first_time::{First, FirstTry, NotRight, first_tries, was_right};
use crate::share::Share;
use crate::story::{Settled, Story};
use crate::weighted::{Weighted, WeightedRow, weighted};

/// From so many drawn items with a verdict on there is a percentage.
pub const ENOUGH_DRAWN: u32 = 5;

/// The figure and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Could {
    /// Items handed over by choice, of them usable as they came or after a fix.
    pub chosen: Part,
    /// Items chance picked among the kept ones.
    pub drawn: Part,
    pub kept_items: u32,
    pub kept_minutes: f64,
    /// Drawn and not answered, tried or judged yet.
    pub waiting: u32,
    /// Drawn and declined; they say nothing.
    pub refused: u32,
    /// The part of the minutes that was handed over by choice.
    pub chosen_share: Option<f64>,
    /// The part AI could have done, usable as it came or after a fix; `None` while too little was drawn.
    pub could: Option<Share>,
    /// The same, usable as it came.
    pub could_as_is: Option<Share>,
    /// So many more judged draws are needed for a percentage.
    pub needs_drawn: u32,
}

/// One part of the items.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Part {
    pub as_is: u32,
    pub after_fix: u32,
    pub of: u32,
    pub minutes: f64,
}

/// How usable what came back was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Usable {
    AsIs,
    AfterFix,
    No,
}

/// Rows with how usable each was.
#[derive(Default)]
struct Rows {
    rows: Vec<(WeightedRow, Usable)>,
}

impl Rows {
    fn add(&mut self, job: halfday_domain::id::JobId, minutes: u32, probability: f64, usable: Usable) {
        let row = WeightedRow { job, size: f64::from(minutes), probability, value: 0.0 };
        self.rows.push((row, usable));
    }

    fn part(&self) -> Part {
        let count = |what: Usable| {
            u32::try_from(self.rows.iter().filter(|(_, usable)| *usable == what).count()).unwrap_or(u32::MAX)
        };
        Part {
            as_is: count(Usable::AsIs),
            after_fix: count(Usable::AfterFix),
            of: u32::try_from(self.rows.len()).unwrap_or(u32::MAX),
            // The sum of no numbers is −0.
            minutes: self.rows.iter().map(|(row, _)| row.size).sum::<f64>() + 0.0,
        }
    }

    fn rate(&self, counts: impl Fn(Usable) -> bool) -> Option<Weighted> {
        let rows: Vec<WeightedRow> = self
            .rows
            .iter()
            .map(|(row, usable)| WeightedRow { value: f64::from(u8::from(counts(*usable))), ..*row })
            .collect();
        weighted(&rows)
    }
}

/// Over what was judged or finished in that time (UTC ms), as it was known at its end.
pub fn could(facts: &Facts, details: &Details, time: Range<i64>) -> Could {
    let story = Story::new(facts);
    of_story(&story, &first_tries(&story), details, &time)
}

pub(crate) fn of_story(
    story: &Story<'_>,
    tries: &[FirstTry<'_>],
    details: &Details,
    time: &Range<i64>,
) -> Could {
    let flipped: BTreeMap<ItemId, (Arm, f64)> =
        details.coin_flips.iter().map(|flip| (flip.item_id, (flip.arm, flip.probability))).collect();
    let (mut chosen, mut drawn) = (Rows::default(), Rows::default());
    let (mut kept_items, mut kept_minutes) = (0, 0.0);
    for row in tries.iter().filter(|row| time.contains(&row.at)) {
        let (attempt, usable) = match row.first {
            First::Right(attempt) => (attempt, Usable::AsIs),
            First::NotRight(attempt, NotRight::AfterRework | NotRight::MoreRounds(_)) => {
                (attempt, Usable::AfterFix)
            }
            First::NotRight(attempt, NotRight::Rejected(_) | NotRight::Failed(_) | NotRight::GoingWrong) => {
                (attempt, Usable::No)
            }
            First::Unresolved(_) => continue,
        };
        let Some(minutes) = attempt.estimate_minutes else { continue };
        match flipped.get(&row.item_id) {
            Some((Arm::HandOver, probability)) => {
                drawn.add(row.job_id, minutes, *probability, usable);
                kept_items += 1;
                kept_minutes += f64::from(minutes);
            }
            Some((Arm::Keep, _)) | None => chosen.add(row.job_id, minutes, 1.0, usable),
        }
    }
    let mut kept = BTreeMap::new();
    for (item_id, item) in story.items.iter().filter(|(_, item)| !item.was_handed_over()) {
        let Some(Settled::ByPerson(finish)) = item.settled() else { continue };
        let Some(minutes) = finish.estimate_minutes.filter(|_| time.contains(&finish.finished_at)) else {
            continue;
        };
        kept_items += 1;
        kept_minutes += f64::from(minutes);
        kept.insert(*item_id, (item.job_id, minutes));
    }
    let (waiting, refused) = add_draws(details, &kept, time.end, &mut drawn);
    let (of_chosen, of_drawn) = (chosen.part(), drawn.part());
    let total = of_chosen.minutes + kept_minutes;
    let needs_drawn = if kept_items == 0 { 0 } else { ENOUGH_DRAWN.saturating_sub(of_drawn.of) };
    let share = |counts: fn(Usable) -> bool| {
        (needs_drawn == 0 && total > 0.0)
            .then(|| together((of_chosen.minutes, chosen.rate(counts)), (kept_minutes, drawn.rate(counts))))
            .flatten()
    };
    Could {
        chosen_share: (total > 0.0).then(|| of_chosen.minutes / total),
        could: share(|usable| usable != Usable::No),
        could_as_is: share(|usable| usable == Usable::AsIs),
        chosen: of_chosen,
        drawn: of_drawn,
        kept_items,
        kept_minutes,
        waiting,
        refused,
        needs_drawn,
    }
}

/// Adds the drawn items that were kept and judged before `until`; gives how many wait and how many were declined.
fn add_draws(
    details: &Details,
    kept: &BTreeMap<ItemId, (halfday_domain::id::JobId, u32)>,
    until: i64,
    drawn: &mut Rows,
) -> (u32, u32) {
    let mut shadows: BTreeMap<ItemId, &AttemptFact> = BTreeMap::new();
    let beside = details.attempts.iter().filter(|attempt| attempt.purpose == Purpose::Shadow);
    for attempt in beside.map(|attempt| &attempt.fact) {
        // The first that says anything of AI.
        if was_right(attempt).is_some() && attempt.judged_at() < until {
            let first = shadows.entry(attempt.item_id).or_insert(attempt);
            if attempt.number < first.number {
                *first = attempt;
            }
        }
    }
    let (mut waiting, mut refused) = (0, 0);
    for draw in details.draws.iter().filter(|draw| draw.is_drawn && draw.drawn_at < until) {
        // One that was handed over after all is with the chosen ones.
        let Some((job, minutes)) = kept.get(&draw.item_id) else { continue };
        let answer = draw.answer.filter(|_| draw.answered_at.is_none_or(|at| at < until));
        let usable = match (answer, shadows.get(&draw.item_id)) {
            (Some(DrawAnswer::Impossible), _) => Usable::No,
            (Some(DrawAnswer::Refused), _) => {
                refused += 1;
                continue;
            }
            (Some(DrawAnswer::Taken) | None, Some(attempt)) => match attempt.verdict {
                Some(VerdictCode::Accepted) => Usable::AsIs,
                Some(VerdictCode::AcceptedAfterRework) => Usable::AfterFix,
                Some(VerdictCode::Rejected) | None => Usable::No,
            },
            (Some(DrawAnswer::Taken) | None, None) => {
                waiting += 1;
                continue;
            }
        };
        drawn.add(*job, *minutes, draw.probability, usable);
    }
    (waiting, refused)
}

/// Two parts put together by their minutes.
fn together(chosen: (f64, Option<Weighted>), kept: (f64, Option<Weighted>)) -> Option<Share> {
    let total = chosen.0 + kept.0;
    let (mut value, mut below, mut above) = (0.0, 0.0_f64, 0.0_f64);
    for (minutes, rate) in [chosen, kept].into_iter().filter(|(minutes, _)| *minutes > 0.0) {
        let (rate, part) = (rate?, minutes / total);
        value += part * rate.rate;
        below += (part * (rate.rate - rate.range.low)).powi(2);
        above += (part * (rate.range.high - rate.rate)).powi(2);
    }
    let (low, high) = ((value - below.sqrt()).max(0.0), (value + above.sqrt()).min(1.0));
    Some(Share { value: value.clamp(0.0, 1.0), low, high })
}
