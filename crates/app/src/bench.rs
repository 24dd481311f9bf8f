//! Benches: some of the person's own items, run so many times by an agent, each in a copy of inputs that are frozen.
//! An item's status is never touched and nothing is published (STATISTICS §8).

use std::collections::BTreeSet;
use std::path::PathBuf;

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::change::{Change, Fact};
use halfday_domain::event::EventKind;
use halfday_domain::facts::details::Details;
use halfday_domain::fmt;
use halfday_domain::id::{AssignmentId, BenchRunId, ItemId};
use halfday_domain::words::Words;
use halfday_insight::{BenchCell, bench_cells, compare_agents};
use halfday_runner::staging::{Limits, Source, Stagings};
use halfday_store::assignments::{self, FrozenEstimate, NewAssignment};
use halfday_store::benches::{self, NewRun};
use halfday_store::items::Item;
use halfday_store::jobs::Job;
use halfday_store::{Connection, agents, attempts, facts, items, jobs, owned};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::api::{BenchRow, BenchView, FigureLine, Nothing, PlanBench};
use crate::assign::CLIPBOARD;
use crate::clipboard::{missing, workspace_of};
use crate::held::files_of;
use crate::numbers::document;
use crate::reference::{self, reference_of};
use crate::retry::asked;
use crate::{App, Error};

/// The folder of inputs as they were when an item was first benched.
pub(crate) const BENCH: &str = "bench";
/// More runs of one item at a time are a slip of the key.
const MOST_TIMES: u32 = 50;

impl App {
    /// Plans the runs; whoever works the queue takes them after everything else.
    pub fn plan_bench(&self, request: PlanBench) -> Result<BenchView, Error> {
        if request.times == 0 || request.times > MOST_TIMES {
            return Err(Error::TimesOutOfRange { times: request.times });
        }
        let named = request.items.clone();
        let to_freeze = self.store.read(move |connection| {
            let mut found = vec![];
            for item in reference::items_named(connection, &named)? {
                let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(item.id))?;
                let asked = asked(connection, &item)?;
                found.push((item, job, asked));
            }
            Ok::<_, Error>(found)
        })?;
        for (item, job, asked) in &to_freeze {
            self.frozen_inputs(item, job, asked)?;
        }
        self.command("bench", move |work| {
            let agent = agents::by_name(work.tx, &request.agent)?
                .ok_or_else(|| Error::AgentNotFound { agent: request.agent.clone() })?;
            if agent.way == CLIPBOARD {
                return Err(Error::NoShadowBy { way: agent.way });
            }
            for item in reference::items_named(work.tx, &request.items)? {
                let assignment_id = work.ids.make(AssignmentId::from_parts)?;
                assignments::insert_ended(
                    work.tx,
                    &NewAssignment {
                        id: assignment_id,
                        item_id: item.id,
                        agent_id: Some(agent.id),
                        reason: "bench",
                        frozen: Some(FrozenEstimate {
                            minutes: item.estimate_minutes,
                            source: item.estimate_source,
                        }),
                        assigned_at: work.at,
                    },
                )?;
                assignments::make_bench(work.tx, assignment_id)?;
                let asked = asked(work.tx, &item)?;
                work.about(&item);
                for number in 1..=request.times {
                    let id = work.ids.make(BenchRunId::from_parts)?;
                    let asked = asked.clone();
                    let run =
                        NewRun { id, item_id: item.id, assignment_id, number, asked, planned_at: work.at };
                    benches::insert(work.tx, &run)?;
                    work.made(Change::Reinstate { facts: vec![Fact::BenchRun(id)] });
                }
                let facts = json!({ "agent": agent.id.to_string(), "times": request.times });
                work.event(EventKind::BenchPlanned, Some(&item), facts)?;
            }
            Ok(())
        })?;
        self.bench(Nothing {})
    }

    /// What all benches came to.
    pub fn bench(&self, _: Nothing) -> Result<BenchView, Error> {
        let words = self.words();
        self.store.read(move |connection| {
            let details = Details { attempts: facts::beside(connection)?, ..Details::default() };
            let cells = bench_cells(&details);
            let waiting = benches::waiting(connection)?.iter().map(|(_, runs)| runs).sum();
            let rows: Vec<BenchRow> =
                cells.iter().map(|cell| row(connection, words, cell)).collect::<Result<_, Error>>()?;
            // The order in which agents first ran: the later one is the newer.
            let mut in_order: Vec<&str> = vec![];
            let runs = details.attempts.iter().filter(|attempt| attempt.purpose == Purpose::Bench);
            for agent in runs.map(|attempt| attempt.fact.agent.as_str()) {
                if !in_order.contains(&agent) {
                    in_order.push(agent);
                }
            }
            let compared: Vec<_> = in_order
                .windows(2)
                .filter_map(|pair| Some(compare_agents(&cells, pair.first()?, pair.last()?)))
                .collect();
            let comparisons = compared.iter().map(|one| comparison_line(words, one)).collect();
            let facts = json!({
                "version": 1, "waiting": waiting, "cells": document("bench", &cells)?,
                "comparisons": document("bench", &compared)?,
            });
            Ok(BenchView { rows, comparisons, waiting, facts })
        })
    }

    /// The item's inputs as they were when it was first benched for what is asked of it; copied now, if they were not
    /// yet.
    pub(crate) fn frozen_inputs(&self, item: &Item, job: &Job, asked: &str) -> Result<PathBuf, Error> {
        let (name, stagings) = (frozen_name(item.id, asked), self.frozen());
        let keeping = |source: halfday_runner::Error| Error::KeepDeliverable { source: Box::new(source) };
        if stagings.names().map_err(keeping)?.contains(&name) {
            return Ok(self.folder().join(BENCH).join(name).join("files"));
        }
        let parts = item.clone();
        let files = self.store.read(move |connection| {
            Ok::<_, Error>(files_of(&parts, &items::covered_by(connection, parts.id)?))
        })?;
        let workspace = workspace_of(self.folder(), job);
        let source = if files.inputs.is_empty() {
            if workspace.exists() { Source::Workspace(workspace) } else { Source::Empty }
        } else {
            Source::Inputs { workspace, paths: files.inputs, also: vec![] }
        };
        let survey = stagings.survey(&source).map_err(keeping)?;
        // Half a copy never has the name of a whole one.
        let half = format!("{name}.half");
        drop(stagings.begin(&half, &survey, &CancellationToken::new()).map_err(keeping)?);
        let (half, whole) = (self.folder().join(BENCH).join(half), self.folder().join(BENCH).join(name));
        std::fs::rename(&half, &whole).map_err(|source| Error::WriteFile { path: whole.clone(), source })?;
        Ok(whole.join("files"))
    }

    /// Removes the inputs that no run was or is to be worked with any more. While anything is worked, whichever program
    /// does it, they stay.
    pub(crate) fn clear_frozen_inputs(&self) -> Result<(), Error> {
        let stagings = self.frozen();
        // Looked at before the database is: inputs are there before their runs.
        let names = stagings.names().unwrap_or_default();
        if names.is_empty() {
            return Ok(());
        }
        let (open, asked) = self
            .store
            .read(|connection| Ok::<_, Error>((owned::open(connection)?, benches::asked(connection)?)))?;
        if !open.is_empty() {
            return Ok(());
        }
        let kept: BTreeSet<String> = asked.iter().map(|(item, asked)| frozen_name(*item, asked)).collect();
        for name in names.iter().filter(|name| !kept.contains(*name)) {
            // What cannot be removed now is litter, and tried again the next time.
            let _ = stagings.remove(name);
        }
        Ok(())
    }

    fn frozen(&self) -> Stagings {
        Stagings::in_folder(self.folder().join(BENCH), self.folder(), Limits::default())
    }
}

/// What the inputs of an item for what is asked of it are called.
fn frozen_name(item: ItemId, asked: &str) -> String {
    format!("{item}-{}", asked.chars().take(12).collect::<String>())
}

fn row(connection: &Connection, words: &Words, cell: &BenchCell) -> Result<BenchRow, Error> {
    let item = items::by_id(connection, cell.item_id)?;
    let item = item.map(|item| reference_of(connection, &item)).transpose()?.unwrap_or_default();
    let runs = attempts::of_purpose(connection, cell.item_id, Purpose::Bench)?;
    let waits = |one: &attempts::Attempt| {
        one.agent == cell.agent
            && one.asked == cell.asked
            && one.outcome == Some(Outcome::Delivered)
            && one.verdict.is_none()
    };
    let to_judge = if cell.unjudged > 0 {
        runs.iter().filter(|one| waits(one)).map(|one| one.id.to_string()).collect()
    } else {
        vec![]
    };
    let minutes = cell.estimate_minutes.map(|minutes| fmt::duration(words.language(), f64::from(minutes)));
    Ok(BenchRow {
        item,
        title: cell.item_title.clone(),
        minutes_text: minutes.unwrap_or_default(),
        agent: cell.agent.clone(),
        right_text: fmt::count(words.language(), cell.right.into(), cell.of.into()),
        right: cell.right,
        of: cell.of,
        unjudged: cell.unjudged,
        to_judge,
    })
}

fn comparison_line(words: &Words, one: &halfday_insight::BenchComparison) -> FigureLine {
    let test = one.test;
    let (better, worse, same) = (test.better.to_string(), test.worse.to_string(), test.same.to_string());
    let args = [("better", better.as_str()), ("worse", &worse), ("same", &same)];
    let label = words.say("bench-against", &[("after", &one.after), ("before", &one.before)]);
    let counts = words.say("bench-changed", &args);
    let value = match test.low.zip(test.high) {
        Some((low, high)) if test.better + test.worse >= 5 => {
            let range = fmt::percent_range(words.language(), low, high);
            let text = words.say("bench-range", &[("range", &range)]);
            words.say("sentences", &[("first", &counts), ("second", &text)])
        }
        Some(_) | None => words.say("sentences", &[("first", &counts), ("second", &words.word("bench-few"))]),
    };
    FigureLine { label, value }
}
