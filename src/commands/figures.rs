//! Figures beyond the table of weeks, what chance offers, and what is asked later.

use halfday_app::App;
use halfday_app::api::{
    AnswerFollowUp, AnswerInvitation, AskAdvice, AskFigure, FigureView, FollowUpAnswer, FollowUpsView,
    InvitationAnswer, InvitationView, InvitationsView, JobRef, LeaveToChance, Nothing, TrialView, TrialsView,
};
use serde_json::{Value, json};

use crate::args::{Followups, Invitations, Job, Offered, StatsCommand};
use crate::commands::lab;
use crate::documents::{Board, VERSION};
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

pub(crate) fn figure(args: StatsCommand, app: &App, out: &Out) -> Result<(), Failure> {
    let back = |weeks: Option<u32>| AskFigure { weeks };
    let view = match args {
        StatsCommand::Horizon(args) => return lab::own_horizon(args, app, out),
        StatsCommand::Reliability => return lab::own_reliability(app, out),
        StatsCommand::Stretch(args) => app.stretch(back(args.weeks))?,
        StatsCommand::Could(args) => {
            // What is offered is worth knowing beside what came of it.
            let offered = app.invitations(Nothing {})?;
            let view = app.could(back(args.weeks))?;
            print(&view, out)?;
            if !offered.open.is_empty() {
                tell_offers(&offered, out);
            }
            return Ok(());
        }
        StatsCommand::Advise(args) => app.advise(AskAdvice { job: args.job })?,
        StatsCommand::Calibration => app.calibration(Nothing {})?,
        StatsCommand::Quality(args) => app.quality(back(args.weeks))?,
        StatsCommand::Again => app.coming_back(Nothing {})?,
        StatsCommand::Cost(args) => app.spending(back(args.weeks))?,
        StatsCommand::Experiments(args) => app.experiments(back(args.weeks))?,
    };
    print(&view, out)
}

fn print(view: &FigureView, out: &Out) -> Result<(), Failure> {
    out.document(&view.facts, |page| {
        page.title(&view.title, "");
        page.text(Tone::Plain, "", &view.text);
        page.gap();
        let row = |line: &halfday_app::api::FigureLine| {
            vec![(Tone::Muted, one_line(&line.label)), (Tone::Plain, one_line(&line.value))]
        };
        page.table(&view.lines.iter().map(row).collect::<Vec<_>>(), &[]);
        for note in &view.notes {
            page.gap();
            page.text(Tone::Muted, "", note);
        }
    })
}

fn tell_offers(view: &InvitationsView, out: &Out) {
    out.say(&view.text);
    for one in &view.open {
        out.say(&format!("  {} {}", one.card.reference, one_line(&one.card.title)));
    }
}

pub(crate) fn invitations(args: Invitations, app: &App, out: &Out) -> Result<(), Failure> {
    let view = match (args.item, args.answer) {
        (Some(item), Some(answer)) => {
            let answer = match answer {
                Offered::Taken => InvitationAnswer::Taken,
                Offered::Refused => InvitationAnswer::Refused,
                Offered::Impossible => InvitationAnswer::Impossible,
            };
            app.answer_invitation(AnswerInvitation { item, answer, agent: args.to })?
        }
        (Some(_), None) | (None, _) => app.invitations(Nothing {})?,
    };
    let row = |one: &InvitationView| {
        json!({
            "item": one.card.reference, "title": one.card.title, "drawn_at": one.drawn_at, "attempt": one.attempt,
        })
    };
    let rows = |list: &[InvitationView]| list.iter().map(row).collect::<Vec<Value>>();
    let document = json!({ "version": VERSION, "open": rows(&view.open), "to_judge": rows(&view.to_judge) });
    out.document(&document, |page| {
        page.text(Tone::Muted, "", &view.text);
        draw_invitations(page, &view.open);
        if !view.to_judge.is_empty() {
            page.gap();
            page.heading("terminal-invitations-judge");
            draw_invitations(page, &view.to_judge);
        }
    })
}

fn draw_invitations(page: &mut Page, list: &[InvitationView]) {
    let row = |one: &InvitationView| {
        vec![
            (Tone::Strong, one.card.reference.clone()),
            (Tone::Plain, one_line(&one.card.title)),
            (Tone::Muted, one.text.clone()),
        ]
    };
    page.table(&list.iter().map(row).collect::<Vec<_>>(), &[]);
}

pub(crate) fn follow_ups(args: Followups, app: &App, out: &Out) -> Result<(), Failure> {
    let view = match args.item {
        Some(item) => {
            let answer = args.wrong.map_or(FollowUpAnswer::Held, FollowUpAnswer::Wrong);
            app.answer_follow_up(AnswerFollowUp { item, answer })?
        }
        None => app.follow_ups(Nothing {})?,
    };
    let FollowUpsView { due } = &view;
    let rows: Vec<Value> = due
        .iter()
        .map(|one| {
            json!({
                "item": one.card.reference, "title": one.card.title, "after_days": one.after_days,
                "due_at": one.due_at,
            })
        })
        .collect();
    out.document(&json!({ "version": VERSION, "due": rows }), |page| {
        if due.is_empty() {
            page.text(Tone::Muted, "", &page.words().word("terminal-follow-ups-none"));
        }
        let rows: Vec<_> = due
            .iter()
            .map(|one| {
                vec![
                    (Tone::Strong, one.card.reference.clone()),
                    (Tone::Plain, one_line(&one.card.title)),
                    (Tone::Muted, one.text.clone()),
                ]
            })
            .collect();
        page.table(&rows, &[]);
    })
}

/// Chance decides who does each of the items.
pub(crate) fn chance(items: Vec<String>, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.leave_to_chance(LeaveToChance { items, agent: None })?;
    let said: Vec<&str> = view.flips.iter().map(|flip| flip.text.as_str()).collect();
    out.answer(&Board::from(&view.board), &said.join("\n"))
}

pub(crate) fn trials(args: Job, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.trials(JobRef { job: args.job })?;
    out.document(&view.facts, |page| draw_trials(page, &view))
}

fn draw_trials(page: &mut Page, view: &TrialsView) {
    page.title(&view.list, "");
    for one in &view.trials {
        page.gap();
        page.text(Tone::Strong, &format!("{}  ", one.job.reference), &one.text);
        page.text(Tone::Plain, "   ", &numbers(page, one).join(" · "));
        let words = page.words();
        for title in &one.added {
            page.text(Tone::Good, "   + ", &words.say("trials-added", &[("title", &one_line(title))]));
        }
        for title in &one.removed {
            page.text(Tone::Muted, "   − ", &words.say("trials-removed", &[("title", &one_line(title))]));
        }
    }
}

fn numbers(page: &Page, one: &TrialView) -> Vec<String> {
    let words = page.words();
    let said = [
        ("trials-share", "share", &one.share_text),
        ("trials-spent", "spent", &one.spent_text),
        ("trials-first", "count", &one.first_time_text),
        ("trials-stretch", "stretch", &one.stretch_text),
        ("trials-cost", "cost", &one.cost_text),
    ];
    let known: Vec<String> = said
        .into_iter()
        .filter_map(|(key, name, value)| Some(words.say(key, &[(name, value.as_deref()?)])))
        .collect();
    if known.is_empty() { vec![words.word("trials-open")] } else { known }
}
