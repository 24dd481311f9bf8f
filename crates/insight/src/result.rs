//! The result card of one closed job: AI's part, the person's, what went wrong and where. A single
//! job has counts and minutes; a range needs several jobs and is not on the card.

use halfday_domain::facts::Facts;
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::{Rejection, VerdictCode};
use serde::Serialize;

use crate::calibration::{self, Calibration};
use crate::first_time::{Counter, First, FirstTime, first_tries, left_out_code};
use crate::minutes::Minutes;
use crate::saved::{Saved, SavedParts};
use crate::story::Story;

/// The card. Codes and facts, no sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JobResult {
    pub job_id: JobId,
    pub number: i64,
    pub title: String,
    pub closed_at: i64,
    pub listed_minutes: Minutes,
    pub ai_minutes: Minutes,
    pub own_minutes: Minutes,
    /// Of the listed minutes, those the program guessed (≈).
    pub guessed_minutes: Minutes,
    /// AI's part of the listed minutes; `None` when nothing listed was finished.
    pub share: Option<f64>,
    /// The person's guess of that share, made before.
    pub guess_share: Option<f64>,
    /// "Doing all of it yourself: how long?", asked before.
    pub own_minutes_guess: Option<u32>,
    pub first_time: FirstTime,
    pub brief_minutes: Minutes,
    pub review_minutes: Minutes,
    pub rework_minutes: Minutes,
    /// `None` while uncalibrated; then there are only the parts.
    pub saved: Option<Saved>,
    pub saved_parts: SavedParts,
    pub calibration: Option<Calibration>,
    /// The job was handed over as one and accepted.
    pub accepted_whole: bool,
    /// Items handed over, and those of them that were accepted.
    pub handed_over: u32,
    pub accepted: u32,
    pub rejections: Vec<Rejected>,
    /// The longest item AI did right the first time, without the person.
    pub longest_stretch: Option<Stretch>,
    /// Attempts left out because it was not AI's doing, by code.
    pub left_out: Vec<LeftOut>,
}

/// A rejection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    pub item_id: ItemId,
    pub item_title: String,
    pub kind: Kind,
    pub attempt_number: u32,
    pub reason: Option<Rejection>,
    /// Where it first went wrong, if the person said so.
    pub first_wrong_step: Option<u32>,
}

/// An item AI did without the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stretch {
    pub item_id: ItemId,
    pub item_title: String,
    /// Frozen minutes: what it would have taken the person.
    pub minutes: u32,
    /// Whether these minutes are the program's guess.
    pub estimate_source: EstimateSource,
}

/// Attempts left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub code: &'static str,
    pub count: u32,
}

/// The card of a job; `None` when it is unknown or not closed.
pub fn result(facts: &Facts, job: JobId) -> Option<JobResult> {
    let story = Story::new(facts);
    let fact = story.jobs.get(&job).copied()?;
    let account = story.closed.iter().find(|account| account.job_id == job)?;
    let calibration = calibration::of_story(&story, account.closed_at);
    let mut counter = Counter::default();
    let mut longest: Option<Stretch> = None;
    for row in first_tries(&story).iter().filter(|row| row.job_id == job) {
        counter.add(row);
        let First::Right(attempt) = row.first else { continue };
        let Some(minutes) = attempt.estimate_minutes else { continue };
        if longest.as_ref().is_none_or(|longest| longest.minutes < minutes) {
            longest = Some(Stretch {
                item_id: attempt.item_id,
                item_title: attempt.item_title.clone(),
                minutes,
                estimate_source: attempt.estimate_source,
            });
        }
    }
    let saved_parts = SavedParts::of(std::iter::once(account));
    let share = (!account.listed.is_zero()).then(|| account.ai.value() / account.listed.value());
    Some(JobResult {
        job_id: job,
        number: fact.number,
        title: fact.title.clone(),
        closed_at: account.closed_at,
        listed_minutes: account.listed,
        ai_minutes: account.ai,
        own_minutes: account.own(),
        guessed_minutes: account.guessed,
        share,
        guess_share: fact.guess_share,
        own_minutes_guess: fact.own_minutes_guess,
        first_time: counter.figure(),
        brief_minutes: account.brief,
        review_minutes: account.review,
        rework_minutes: account.rework,
        saved: saved_parts.saved(calibration),
        saved_parts,
        calibration,
        accepted_whole: account.accepted_whole,
        handed_over: account.handed_over,
        accepted: account.accepted,
        rejections: rejections(&story, job),
        longest_stretch: longest,
        left_out: left_out(&story, job),
    })
}

fn rejections(story: &Story<'_>, job: JobId) -> Vec<Rejected> {
    let items = story.items.iter().filter(|(_, item)| item.job_id == job);
    let attempts = items.flat_map(|(id, item)| item.attempts.iter().map(move |attempt| (*id, *attempt)));
    let mut rejected: Vec<_> =
        attempts.filter(|(_, attempt)| attempt.verdict == Some(VerdictCode::Rejected)).collect();
    rejected.sort_by_key(|(id, attempt)| (attempt.started_at, *id, attempt.number));
    let row = |(item_id, attempt): (ItemId, &halfday_domain::facts::AttemptFact)| Rejected {
        item_id,
        item_title: attempt.item_title.clone(),
        kind: attempt.kind.clone(),
        attempt_number: attempt.number,
        reason: attempt.rejection,
        first_wrong_step: attempt.first_wrong_step,
    };
    rejected.into_iter().map(row).collect()
}

fn left_out(story: &Story<'_>, job: JobId) -> Vec<LeftOut> {
    let mut codes = std::collections::BTreeMap::new();
    for item in story.items.values().filter(|item| item.job_id == job) {
        for code in item.attempts.iter().filter_map(|attempt| left_out_code(attempt)) {
            *codes.entry(code).or_insert(0) += 1;
        }
    }
    codes.into_iter().map(|(code, count)| LeftOut { code, count }).collect()
}
