//! Records kept elsewhere: one CSV row is one item's first counted attempt, or what the person did.
//! Rows with the same job in the same week make one closed job. All of a file or nothing of it.

use std::collections::BTreeMap;

use halfday_domain::attempt::Outcome;
use halfday_domain::change::{Change, Row};
use halfday_domain::event::EventKind;
use halfday_domain::facts::{IntervalKind, IntervalSource, Scope};
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::id::{AgentId, AssignmentId, AttemptId, FinishId, IntervalId, ItemId, JobId, ReviewId};
use halfday_domain::item::ItemStatus;
use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, Risk, Suggested, Why};
use halfday_domain::review::{Rejection, Verdict};
use halfday_insight::{Calendar, Week};
use halfday_store::agents::{self, Agent};
use halfday_store::assignments::{self, FrozenEstimate, NewAssignment};
use halfday_store::attempts::{self, NewAttempt};
use halfday_store::intervals::{self, NewInterval};
use halfday_store::items::{self, Item, ItemFiles, POSITION_STEP};
use halfday_store::jobs::{self, Job, NewJob};
use halfday_store::reviews::{self, NewFinish, NewReview};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;

use crate::work::Work;
use crate::{App, Error};

/// What a file held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    pub jobs: u32,
    pub items: u32,
}

/// A row as it stands in the file; an empty field is unknown.
#[derive(Debug, Deserialize)]
struct Line {
    date: String,
    job: String,
    title: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    agent: String,
    estimate_minutes: Option<u32>,
    #[serde(default)]
    verdict: String,
    rounds: Option<u32>,
    rework_minutes: Option<f64>,
    review_minutes: Option<f64>,
    brief_minutes: Option<f64>,
    own_minutes: Option<f64>,
    cost_usd: Option<f64>,
    /// Kept for the day templates are imported, too; a row is sound without it.
    #[serde(default, rename = "template")]
    _template: String,
}

/// What came of a handed-over item.
enum Said {
    Judged(Verdict),
    Ended(Outcome, Option<&'static str>),
    /// Handed over and never resolved.
    Unresolved,
}

struct Record {
    at: i64,
    line: Line,
    /// `None`: the person did it.
    said: Option<Said>,
}

impl App {
    /// Takes in a history file (CLI.md, `import --as history`); with `dry_run` it is only read.
    pub fn import_history(&self, bytes: &[u8], dry_run: bool) -> Result<Imported, Error> {
        let text = crate::decode(bytes, None)?.text;
        let calendar = Calendar::new(self.zone());
        let mut by_job: BTreeMap<(String, Week), Vec<Record>> = BTreeMap::new();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let mut items = 0;
        for line in reader.deserialize::<Line>() {
            let number = items + 2;
            let line = line.map_err(|source| {
                history_row(source.position().map_or(number, csv::Position::line), &source.to_string())
            })?;
            let record = self.record(line, number)?;
            let week = calendar.week_of(record.at);
            by_job.entry((record.line.job.clone(), week)).or_default().push(record);
            items += 1;
        }
        if items == 0 {
            return Err(history_row(1, "no rows"));
        }
        let imported = Imported {
            jobs: u32::try_from(by_job.len()).unwrap_or(u32::MAX),
            items: u32::try_from(items).unwrap_or(u32::MAX),
        };
        if !dry_run {
            self.command("import", move |work| {
                let mut rows = vec![];
                for ((title, _), records) in by_job {
                    rows.push(Row::Job(store_job(work, title, records)?));
                }
                work.event(EventKind::Imported, None, json!({ "jobs": rows.len() }))?;
                work.made(Change::Bring { rows });
                Ok(())
            })?;
        }
        Ok(imported)
    }

    fn record(&self, line: Line, number: u64) -> Result<Record, Error> {
        let fault = |problem: &str| history_row(number, problem);
        let day: Date = line
            .date
            .get(..10)
            .and_then(|day| day.parse().ok())
            .ok_or_else(|| fault(&format!("date: {}", line.date)))?;
        let noon =
            day.at(12, 0, 0, 0).to_zoned_datetime(self.zone()).map_err(|_| fault(&format!("date: {day}")))?;
        if line.job.is_empty() || line.title.is_empty() {
            return Err(fault("job, title: empty"));
        }
        let minutes =
            [line.rework_minutes, line.review_minutes, line.brief_minutes, line.own_minutes, line.cost_usd];
        if minutes.into_iter().flatten().any(|value| !value.is_finite() || value < 0.0) {
            return Err(fault("a number below zero"));
        }
        if line.estimate_minutes == Some(0) || line.estimate_minutes.is_some_and(|minutes| minutes > 100_000)
        {
            return Err(fault("estimate_minutes"));
        }
        let said = if line.agent.is_empty() || line.agent == "me" {
            None
        } else {
            Some(said(&line.verdict).ok_or_else(|| fault(&format!("verdict: {}", line.verdict)))?)
        };
        Ok(Record { at: noon.timestamp().as_millisecond(), line, said })
    }
}

fn history_row(line: u64, problem: &str) -> Error {
    Error::HistoryRow { line, problem: problem.to_owned() }
}

fn said(verdict: &str) -> Option<Said> {
    let (word, reason) =
        verdict.split_once(':').map_or((verdict, None), |(word, reason)| (word, Some(reason)));
    Some(match (word, reason) {
        ("", None) => Said::Unresolved,
        ("accepted", None) => Said::Judged(Verdict::Accepted),
        ("accepted_after_rework", None) => Said::Judged(Verdict::AcceptedAfterRework),
        ("rejected", reason) => {
            let reason = reason.map_or(Some(Rejection::Other), Rejection::from_code)?;
            Said::Judged(Verdict::Rejected { reason, first_wrong_step: None })
        }
        ("failed", Some(code)) => {
            if let Some(reason) = FailureReason::from_code(code) {
                Said::Ended(Outcome::Failed(reason), None)
            } else {
                let said = Rejection::from_code(code)?;
                Said::Ended(Outcome::Failed(FailureReason::RejectedByPerson), Some(said.code()))
            }
        }
        ("stopped", Some(code)) => Said::Ended(Outcome::Stopped(Some(StopReason::from_code(code)?)), None),
        _ => return None,
    })
}

fn store_job(work: &mut Work<'_>, title: String, records: Vec<Record>) -> Result<JobId, Error> {
    let first = records.iter().map(|record| record.at).min().unwrap_or(work.at);
    let last = records.iter().map(|record| record.at).max().unwrap_or(work.at);
    let job = Job {
        id: work.ids.make(JobId::from_parts)?,
        number: jobs::next_number(work.tx)?,
        title,
        brief_lang: None,
        workspace: None,
        own_minutes_guess: None,
        guess_share: None,
        template_id: None,
        trial: None,
        is_sample: false,
        created_at: first,
        closed_at: Some(last),
        again_due_at: None,
    };
    jobs::insert(work.tx, &NewJob { job: job.clone(), brief: String::new() })?;
    for (number, record) in (1..).zip(records) {
        store_record(work, job.id, number, record)?;
    }
    Ok(job.id)
}

fn store_record(work: &mut Work<'_>, job: JobId, number: i64, record: Record) -> Result<(), Error> {
    let Record { at, line, said } = record;
    let accepted = matches!(said, Some(Said::Judged(Verdict::Accepted | Verdict::AcceptedAfterRework)));
    // A row that AI did not get right, with minutes of the person, was done by the person.
    let finished = !accepted && (said.is_none() || line.own_minutes.is_some());
    let estimate = FrozenEstimate { minutes: line.estimate_minutes, source: EstimateSource::Person };
    let whole =
        line.estimate_minutes.is_some_and(|minutes| minutes > halfday_domain::plan::MOST_ITEM_MINUTES);
    let item = Item {
        id: work.ids.make(ItemId::from_parts)?,
        job_id: job,
        number,
        parent_id: None,
        scope: if whole { Scope::Job } else { Scope::Item },
        position: number * POSITION_STEP,
        section: String::new(),
        title: line.title.clone(),
        instructions: String::new(),
        kind: Kind::from(line.kind.as_str()),
        risk: Risk::None,
        suggested: Suggested::Either,
        why: Why::NothingSays,
        estimate_minutes: estimate.minutes,
        estimate_source: estimate.source,
        status: if accepted || finished { ItemStatus::Done } else { ItemStatus::Open },
        not_before: None,
        spans: vec![],
        files: ItemFiles::default(),
        done_before: false,
        commands_since: None,
        created_at: at,
        assignment: None,
    };
    items::insert(work.tx, &item)?;
    if let Some(said) = said {
        store_attempt(work, &item, &line, said, estimate, at)?;
    }
    if finished {
        let felt = None;
        reviews::insert_finish(
            work.tx,
            &NewFinish {
                id: work.ids.make(FinishId::from_parts)?,
                item_id: item.id,
                estimate_minutes: estimate.minutes,
                estimate_source: estimate.source,
                felt,
                finished_at: at,
            },
        )?;
    }
    spent(work, &item, None, IntervalKind::Brief, line.brief_minutes, at)?;
    spent(work, &item, None, IntervalKind::Work, line.own_minutes, at)
}

fn store_attempt(
    work: &mut Work<'_>,
    item: &Item,
    line: &Line,
    said: Said,
    frozen: FrozenEstimate,
    at: i64,
) -> Result<(), Error> {
    let agent = agent(work, &line.agent)?;
    let assignment_id = work.ids.make(AssignmentId::from_parts)?;
    assignments::insert_ended(
        work.tx,
        &NewAssignment {
            id: assignment_id,
            item_id: item.id,
            agent_id: Some(agent),
            reason: "imported",
            frozen: Some(frozen),
            assigned_at: at,
        },
    )?;
    let attempt = work.ids.make(AttemptId::from_parts)?;
    attempts::insert(
        work.tx,
        &NewAttempt {
            id: attempt,
            item_id: item.id,
            assignment_id,
            number: 1,
            nonce: None,
            brief: None,
            asked: None,
            veil: None,
            started_at: at,
        },
    )?;
    if let Some(rounds) = line.rounds {
        attempts::set_rounds(work.tx, attempt, rounds)?;
    }
    if let Some(cost) = line.cost_usd {
        attempts::set_reported_cost(work.tx, attempt, (cost * 1e9).round() as i64)?;
    }
    let (outcome, detail, verdict) = match said {
        Said::Judged(verdict) => (Outcome::Delivered, None, Some(verdict)),
        Said::Ended(outcome, detail) => (outcome, detail, None),
        Said::Unresolved => (Outcome::Delivered, None, None),
    };
    attempts::close(work.tx, attempt, outcome, detail, at)?;
    let review = match verdict {
        Some(verdict) => {
            let id = work.ids.make(ReviewId::from_parts)?;
            let note = String::new();
            reviews::insert(work.tx, &NewReview { id, attempt_id: attempt, verdict, note, reviewed_at: at })?;
            Some(id)
        }
        None => None,
    };
    spent(work, item, review, IntervalKind::Review, line.review_minutes, at)?;
    spent(work, item, review, IntervalKind::Rework, line.rework_minutes, at)
}

fn spent(
    work: &Work<'_>,
    item: &Item,
    review_id: Option<ReviewId>,
    kind: IntervalKind,
    minutes: Option<f64>,
    at: i64,
) -> Result<(), Error> {
    let Some(minutes) = minutes else { return Ok(()) };
    Ok(intervals::insert(
        work.tx,
        &NewInterval {
            id: work.ids.make(IntervalId::from_parts)?,
            job_id: item.job_id,
            item_id: Some(item.id),
            review_id,
            kind,
            source: IntervalSource::Declared,
            started_at: at,
            ms: (minutes * 60_000.0).round() as i64,
        },
    )?)
}

fn agent(work: &Work<'_>, name: &str) -> Result<AgentId, Error> {
    if let Some(agent) = agents::by_name(work.tx, name)? {
        return Ok(agent.id);
    }
    let agent = Agent {
        id: work.ids.make(AgentId::from_parts)?,
        name: name.to_owned(),
        way: "imported".to_owned(),
        family: String::new(),
        model: String::new(),
        config: serde_json::json!({}),
        created_at: work.at,
        retired_at: None,
    };
    agents::insert(work.tx, &agent)?;
    Ok(agent.id)
}
