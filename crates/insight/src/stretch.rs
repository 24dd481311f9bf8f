//! Stretch: how long AI worked without the person. Minutes are the frozen ones (what the item would have
//! taken the person) and wall time, until the first question, failure, stop, rejection or rework; a stretch
//! that ended in an acceptance was at least so long. STATISTICS §3; the estimate is in `survival.rs`.
//!
//! A question after a part of an attempt's time ends the stretch after the same part of its minutes. An
//! answer that took several rounds in a chat ended it after the first of equal rounds. A failure that is not
//! AI's, or a change of mind, only ends the watching. Work carried by hand has no wall time of AI's.

use std::collections::BTreeMap;

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::AttemptFact;
use halfday_domain::facts::details::{AttemptDetail, Details};
use halfday_domain::review::VerdictCode;
use serde::Serialize;

use crate::clusters::weights;
use crate::survival::{Spell, Survival, kaplan_meier};

const MS_PER_MINUTE: f64 = 60_000.0;

/// How long one agent goes on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgentStretch {
    /// `None`: all agents together.
    pub agent: Option<String>,
    /// In minutes the work would have taken the person.
    pub frozen_minutes: Option<Survival>,
    /// In minutes on the clock.
    pub wall_minutes: Option<Survival>,
    /// What ended stretches: questions, failures, stops, rejections, reworks, further rounds.
    pub ended_by: BTreeMap<&'static str, u32>,
    /// Attempts whose frozen minutes are the program's guess (≈); they are in.
    pub guessed: u32,
}

/// How far an attempt got alone.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Alone {
    /// The part of the attempt, 0–1.
    part: f64,
    ended_by: Option<&'static str>,
}

/// By agent, all of them together first; of what was judged or ended since `since` (UTC ms).
pub fn stretches(details: &Details, since: i64) -> Vec<AgentStretch> {
    let work: Vec<&AttemptDetail> = details
        .attempts
        .iter()
        .filter(|attempt| attempt.purpose == Purpose::Work && attempt.fact.judged_at() >= since)
        .collect();
    let mut agents: BTreeMap<&str, Vec<&AttemptDetail>> = BTreeMap::new();
    for attempt in &work {
        agents.entry(&attempt.fact.agent).or_default().push(attempt);
    }
    let all = (!work.is_empty()).then(|| of_agent(None, &work));
    let each = agents.into_iter().map(|(agent, attempts)| of_agent(Some(agent.to_owned()), &attempts));
    all.into_iter().chain(each).collect()
}

/// The stretches themselves in frozen minutes, with the attempt behind each; of one agent, or of all.
pub(crate) fn spells<'d>(
    details: &'d Details,
    since: i64,
    agent: Option<&str>,
) -> Vec<(&'d AttemptFact, Spell)> {
    let is_meant = |attempt: &&AttemptDetail| {
        attempt.purpose == Purpose::Work
            && attempt.fact.judged_at() >= since
            && agent.is_none_or(|agent| attempt.fact.agent == agent)
    };
    let known: Vec<(&AttemptDetail, Alone, f64)> = details
        .attempts
        .iter()
        .filter(is_meant)
        .filter_map(|attempt| Some((attempt, alone(attempt)?, f64::from(attempt.fact.estimate_minutes?))))
        .collect();
    let jobs: Vec<_> = known.iter().map(|(attempt, ..)| attempt.fact.job_id).collect();
    let weights = weights(&jobs);
    let rows = known.into_iter().zip(weights);
    rows.map(|((attempt, alone, length), weight)| {
        let spell = Spell { length: length * alone.part, ended: alone.ended_by.is_some(), weight };
        (&attempt.fact, spell)
    })
    .collect()
}

fn of_agent(agent: Option<String>, attempts: &[&AttemptDetail]) -> AgentStretch {
    let rows: Vec<(&AttemptDetail, Alone)> =
        attempts.iter().filter_map(|attempt| Some((*attempt, alone(attempt)?))).collect();
    let survival = |length: &dyn Fn(&AttemptDetail) -> Option<f64>| {
        let known: Vec<(&AttemptDetail, Alone, f64)> =
            rows.iter().filter_map(|(attempt, alone)| Some((*attempt, *alone, length(attempt)?))).collect();
        let jobs: Vec<_> = known.iter().map(|(attempt, ..)| attempt.fact.job_id).collect();
        let spells: Vec<Spell> = known
            .iter()
            .zip(weights(&jobs))
            .map(|((_, alone, length), weight)| Spell {
                length: length * alone.part,
                ended: alone.ended_by.is_some(),
                weight,
            })
            .collect();
        kaplan_meier(&spells)
    };
    let mut ended_by = BTreeMap::new();
    for why in rows.iter().filter_map(|(_, alone)| alone.ended_by) {
        *ended_by.entry(why).or_insert(0) += 1;
    }
    let is_guess = |attempt: &AttemptDetail| {
        attempt.fact.estimate_minutes.is_some()
            && attempt.fact.estimate_source == halfday_domain::plan::EstimateSource::Rule
    };
    AgentStretch {
        agent,
        frozen_minutes: survival(&|attempt| attempt.fact.estimate_minutes.map(f64::from)),
        wall_minutes: survival(&|attempt| (!attempt.by_hand).then(|| wall_ms(attempt) / MS_PER_MINUTE)),
        ended_by,
        guessed: u32::try_from(rows.iter().filter(|(one, _)| is_guess(one)).count()).unwrap_or(u32::MAX),
    }
}

fn wall_ms(attempt: &AttemptDetail) -> f64 {
    attempt.fact.ended_at.saturating_sub(attempt.fact.started_at).max(0) as f64
}

/// How far it got alone; `None` while nobody has judged it.
fn alone(attempt: &AttemptDetail) -> Option<Alone> {
    if let Some(asked_at) = attempt.first_question_at {
        let wall = wall_ms(attempt);
        let until = asked_at.saturating_sub(attempt.fact.started_at).max(0) as f64;
        let part = if wall > 0.0 { (until / wall).min(1.0) } else { 1.0 };
        return Some(Alone { part, ended_by: Some("question") });
    }
    let rounds = attempt.fact.chat_rounds.unwrap_or(1).max(1);
    if rounds > 1 {
        return Some(Alone { part: 1.0 / f64::from(rounds), ended_by: Some("round") });
    }
    let whole = |ended_by| Some(Alone { part: 1.0, ended_by });
    match (attempt.fact.verdict, attempt.fact.outcome) {
        (Some(VerdictCode::Accepted), _) => whole(None),
        (Some(VerdictCode::AcceptedAfterRework), _) => whole(Some("rework")),
        (Some(VerdictCode::Rejected), _) => whole(Some("rejection")),
        (None, Outcome::Failed(reason)) => whole(reason.counts_against_ai().then_some("failure")),
        (None, Outcome::Stopped(Some(reason))) => whole(reason.counts_against_ai().then_some("stop")),
        // The program died, not the work.
        (None, Outcome::Lost) => whole(None),
        (None, Outcome::Delivered | Outcome::Stopped(None)) => None,
    }
}
