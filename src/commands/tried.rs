//! What was tried: attempts step by step, differences, and work beside the person's own.

use halfday_app::api::{
    self, AttemptRef, AttemptView, AttemptsView, DiffAttempts, DiffFile, DiffSign, ItemRef, JudgeTried,
    StepsView,
};
use halfday_app::{App, Error};
use serde::Serialize;

use crate::args::{Diff, Item, Shadow, Used};
use crate::commands::compare::would_use;
use crate::documents::{self, Attempt, VERSION};
use crate::draw;
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

#[derive(Serialize)]
struct OfItem<'a> {
    version: u32,
    item: documents::Item<'a>,
    attempts: Vec<StepByStep<'a>>,
    shadow: Vec<StepByStep<'a>>,
    /// Tried beside the person's own work, and not to be seen before they are done.
    sealed: u32,
}

#[derive(Serialize)]
struct StepByStep<'a> {
    #[serde(flatten)]
    attempt: Attempt<'a>,
    started_at: i64,
    ended_at: Option<i64>,
    step_list: Vec<Step<'a>>,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    number: u32,
    at: i64,
    kind: &'a str,
    about: &'a str,
    went_well: Option<bool>,
    score: Option<f64>,
    mark: Option<&'a str>,
}

#[derive(Serialize)]
struct Question<'a> {
    text: &'a str,
    answer: Option<&'a str>,
    asked_at: i64,
    answered_at: Option<i64>,
}

fn tried<'a>(attempt: &'a AttemptView, steps: &'a StepsView) -> StepByStep<'a> {
    StepByStep {
        attempt: attempt.into(),
        started_at: attempt.started_at,
        ended_at: attempt.ended_at,
        step_list: steps
            .steps
            .iter()
            .map(|step| Step {
                number: step.number,
                at: step.at,
                kind: &step.kind,
                about: &step.about,
                went_well: step.went_well,
                score: step.score,
                mark: step.mark.as_deref(),
            })
            .collect(),
        questions: steps
            .questions
            .iter()
            .map(|asked| Question {
                text: &asked.text,
                answer: asked.answer.as_deref(),
                asked_at: asked.asked_at,
                answered_at: asked.answered_at,
            })
            .collect(),
    }
}

pub(crate) fn attempts(args: Item, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.item_attempts(ItemRef { item: args.item })?;
    print(&view, app, out)
}

pub(crate) fn shadow(args: Shadow, app: &App, out: &Out) -> Result<(), Failure> {
    if let Some(used) = args.used {
        return judge(args.item, used, args.reason, app, out);
    }
    let view = app.shadow_item(api::Shadow { item: args.item, agent: args.to })?;
    out.say(&out.words().say("terminal-shadow", &[("item", &view.card.reference)]));
    print(&view, app, out)
}

/// Would the person have used it? The last one beside their work that came to an end.
fn judge(item: String, used: Used, reason: Option<String>, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.item_attempts(ItemRef { item })?;
    let delivered = |one: &&AttemptView| one.outcome.as_deref() == Some("delivered");
    let last = view.shadow.iter().rev().find(delivered).ok_or(Error::NotJudgedHere)?;
    let view = app.judge_tried(JudgeTried { attempt: last.id.clone(), used: would_use(used), reason })?;
    out.say(&out.words().say("terminal-beside-judged", &[("item", &view.card.reference)]));
    print(&view, app, out)
}

fn print(view: &AttemptsView, app: &App, out: &Out) -> Result<(), Failure> {
    let steps_of = |attempts: &[AttemptView]| -> Result<Vec<StepsView>, Failure> {
        let of = |one: &AttemptView| Ok(app.attempt_steps(AttemptRef { attempt: one.id.clone() })?);
        attempts.iter().map(of).collect()
    };
    let (steps, beside) = (steps_of(&view.attempts)?, steps_of(&view.shadow)?);
    let document = OfItem {
        version: VERSION,
        item: (&view.card).into(),
        attempts: view.attempts.iter().zip(&steps).map(|(attempt, steps)| tried(attempt, steps)).collect(),
        shadow: view.shadow.iter().zip(&beside).map(|(attempt, steps)| tried(attempt, steps)).collect(),
        sealed: view.sealed,
    };
    out.document(&document, |page| {
        let words = page.words();
        page.title(&format!("{}  {}", view.card.reference, view.card.title), "");
        if view.attempts.is_empty() {
            page.text(Tone::Muted, "", &words.word("terminal-attempts-none"));
        }
        for (attempt, steps) in view.attempts.iter().zip(&steps) {
            page.gap();
            one(page, attempt, steps);
        }
        if view.sealed > 0 {
            page.gap();
            let count = view.sealed.to_string();
            page.text(Tone::Muted, "", &words.say("terminal-shadow-sealed", &[("count", &count)]));
        }
        if !view.shadow.is_empty() {
            page.gap();
            page.heading("terminal-shadow-heading");
            for (attempt, steps) in view.shadow.iter().zip(&beside) {
                one(page, attempt, steps);
            }
        }
    })
}

/// One attempt with its steps and questions.
fn one(page: &mut Page, attempt: &AttemptView, steps: &StepsView) {
    draw::attempt(page, attempt);
    for step in &steps.steps {
        let (sign, tone) = match (step.went_well, step.score) {
            (Some(false), _) => ("✕", Tone::Bad),
            (_, Some(score)) if score < 0.3 => ("·", Tone::Muted),
            _ => ("·", Tone::Plain),
        };
        page.text(tone, &format!("     {sign} {:>2}  ", step.number), &one_line(&step.text));
    }
    for asked in &steps.questions {
        page.text(Tone::NeedsYou, "     ? ", &one_line(&asked.text));
        if let Some(answer) = &asked.answer {
            page.text(Tone::Me, "     → ", &one_line(answer));
        }
    }
}

#[derive(Serialize)]
struct Differences<'a> {
    version: u32,
    /// 0: what was there before.
    from: u32,
    to: u32,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    note: Option<&'a str>,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    sign: &'static str,
    text: String,
}

fn lines(file: &DiffFile) -> Vec<Line> {
    let line = |line: &api::DiffLine| Line {
        sign: match line.sign {
            DiffSign::Same => " ",
            DiffSign::Added => "+",
            DiffSign::Removed => "-",
            DiffSign::Folded => "…",
        },
        text: line.spans.iter().map(|span| span.text.as_str()).collect(),
    };
    file.lines.iter().map(line).collect()
}

pub(crate) fn diff(args: &Diff, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.item_attempts(ItemRef { item: args.item.clone() })?;
    let last = view.attempts.last().map_or(0, |last| last.number);
    let before_last = view.attempts.iter().rev().nth(1).map_or(0, |one| one.number);
    let (from, to) = match (args.from, args.to) {
        (Some(from), Some(to)) => (from, to),
        (Some(only), None) => (0, only),
        (None, _) => (before_last, last),
    };
    let item = args.item.clone();
    let view = app.diff_attempts(DiffAttempts { item, from, to })?;
    let files = view.files.iter().map(|file| File {
        path: &file.path,
        note: file.note_text.as_deref(),
        lines: lines(file),
    });
    let document = Differences { version: VERSION, from, to, files: files.collect() };
    out.document(&document, |page| {
        for file in &view.files {
            page.gap();
            page.text(Tone::Strong, "── ", &one_line(&file.path));
            if let Some(note) = &file.note_text {
                page.text(Tone::Muted, "", note);
            }
            for line in lines(file) {
                let tone = match line.sign {
                    "+" => Tone::Good,
                    "-" => Tone::Bad,
                    "…" => Tone::Muted,
                    _ => Tone::Plain,
                };
                page.text(tone, &format!("{} ", line.sign), line.text.trim_end_matches('\n'));
            }
        }
    })
}
