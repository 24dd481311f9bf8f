//! Working the queue, stopping and answering.

use std::sync::Arc;

use halfday_app::api::{AnswerQuestion, StopItem, WorkEvent, WorkEventKind};
use halfday_app::{App, Json, StopWork, Until, WorkBudget, WorkOptions};
use serde::Serialize;

use crate::args::{Answer, Run, Stop, Why};
use crate::complaint::Complaint;
use crate::documents::{OneItem, VERSION};
use crate::draw;
use crate::failure::Failure;
use crate::money::nano_of;
use crate::output::{Form, Out};

/// Minutes an open question is waited for.
const USUAL_WAIT: u32 = 10;

/// One line of `run --json`.
#[derive(Serialize)]
struct Line<'a> {
    version: u32,
    event: &'static str,
    at: i64,
    item: &'a str,
    /// 0: it has not begun.
    attempt: u32,
    text: &'a str,
    facts: &'a Json,
}

/// The last line of `run --json`.
#[derive(Serialize)]
struct End<'a> {
    version: u32,
    event: &'static str,
    attempts: u32,
    stopped: bool,
    needs_person: Vec<Needed<'a>>,
}

#[derive(Serialize)]
struct Needed<'a> {
    item: &'a str,
    text: &'a str,
}

pub(crate) fn run(args: Run, app: &App, out: &Out) -> Result<(), Failure> {
    let budget = budget(&args, out)?;
    let minutes = |minutes: u32| u64::from(minutes) * 60_000;
    let usual = WorkOptions::default();
    let options = WorkOptions {
        only: args.what,
        at_once: args.parallel,
        budget,
        until: Until::NothingLeft { waits_for_person_ms: minutes(args.wait.unwrap_or(USUAL_WAIT)) },
        silence_ms: args.silence.map_or(usual.silence_ms, minutes),
    };
    let printed = *out;
    let listener = Arc::new(move |event: WorkEvent| {
        // Whoever reads it is gone: the work goes on, and is in the store.
        let _ = tell(&printed, &event);
    });
    let end = app.work_queue(&options, &StopWork::default(), listener)?;
    let words = out.words();
    let needed: Vec<Needed<'_>> = end.needs_person.iter().map(|(item, text)| Needed { item, text }).collect();
    for one in &needed {
        out.say(&words.say("terminal-run-needs", &[("item", one.item), ("text", one.text)]));
    }
    let is_needed = !needed.is_empty();
    match out.form() {
        Form::Json => out.json(&End {
            version: VERSION,
            event: "end",
            attempts: end.attempts,
            stopped: end.was_stopped,
            needs_person: needed,
        })?,
        Form::Page => {
            let key = if end.was_stopped {
                "terminal-run-stopped"
            } else if is_needed {
                "terminal-run-person"
            } else {
                "terminal-run-empty"
            };
            out.say(&words.say(key, &[("count", &end.attempts.to_string())]));
        }
    }
    if is_needed { Err(Failure::PersonNeeded) } else { Ok(()) }
}

/// Works what is planned for these items, until nothing of it is left. With `--json` the one document comes
/// afterwards.
pub(crate) fn work_these(only: Vec<String>, app: &App, out: &Out) -> Result<(), Failure> {
    let until = Until::NothingLeft { waits_for_person_ms: 0 };
    let options = WorkOptions { only, until, ..WorkOptions::default() };
    let printed = *out;
    let listener = Arc::new(move |event: WorkEvent| {
        if printed.form() == Form::Page {
            // Whoever reads it is gone: the work goes on, and is in the store.
            let _ = tell(&printed, &event);
        }
    });
    app.work_queue(&options, &StopWork::default(), listener)?;
    Ok(())
}

fn budget(args: &Run, out: &Out) -> Result<WorkBudget, Failure> {
    let money_nano = match args.budget_usd {
        None => None,
        Some(usd) => Some(
            nano_of(usd)
                .ok_or_else(|| Complaint::new(out.words(), "budget", &[("value", &usd.to_string())]))?,
        ),
    };
    Ok(WorkBudget {
        tokens: args.budget_tokens,
        money_nano,
        minutes: args.budget_minutes,
        steps: args.budget_steps,
    })
}

fn tell(out: &Out, event: &WorkEvent) -> Result<(), Failure> {
    match out.form() {
        Form::Json => out.json(&Line {
            version: VERSION,
            event: code(event.event),
            at: event.at,
            item: &event.item,
            attempt: event.attempt,
            text: &event.text,
            facts: &event.facts,
        }),
        Form::Page => out.page(|page| draw::work_line(page, event)),
    }
}

/// The event's code in JSON.
const fn code(event: WorkEventKind) -> &'static str {
    match event {
        WorkEventKind::Started => "started",
        WorkEventKind::Act => "act",
        WorkEventKind::Step => "step",
        WorkEventKind::Checkpoint => "checkpoint",
        WorkEventKind::Text => "text",
        WorkEventKind::Used => "used",
        WorkEventKind::Warned => "warned",
        WorkEventKind::Asked => "asked",
        WorkEventKind::Parked => "parked",
        WorkEventKind::GoesOn => "goes_on",
        WorkEventKind::Checked => "checked",
        WorkEventKind::Ended => "ended",
        WorkEventKind::Held => "held",
        WorkEventKind::StandsStill => "stands_still",
        WorkEventKind::WorksAgain => "works_again",
    }
}

pub(crate) fn stop(args: Stop, app: &App, out: &Out) -> Result<(), Failure> {
    let because = args.because.map(|why| match why {
        Why::GoingWrong => "going_wrong".to_owned(),
        Why::ChangedMind => "changed_mind".to_owned(),
    });
    let is_said = because.is_some();
    let view = app.stop_item(StopItem { item: args.item, because })?;
    let words = out.words();
    let named = [("item", view.card.reference.as_str()), ("status", &view.card.status_text)];
    out.answer(&OneItem::from(&view.card), &words.say("terminal-stopped", &named))?;
    if !is_said {
        out.say(&words.say("terminal-stopped-why", &named));
    }
    Ok(())
}

pub(crate) fn answer(args: Answer, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.answer_question(AnswerQuestion { item: args.item, text: args.text })?;
    let sentence = out.words().say("terminal-answered", &[("item", &view.card.reference)]);
    out.answer(&OneItem::from(&view.card), &sentence)
}
