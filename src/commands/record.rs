//! The person's own work, and closing a job.

use halfday_app::App;
use halfday_app::api::{
    self, CloseJob, FinishItem, GuessShare, ItemRef, JobRef, LogMinutes, Nothing, ResultView, TimerView,
};
use halfday_app::jiff::civil::Date;
use serde::Serialize;

use crate::args::{self, Close, Done, Felt, Job, Log, One, Rest, Timer, TimerCommand};
use crate::commands::checklist::about_item;
use crate::commands::jobs::names_a_job;
use crate::complaint::Complaint;
use crate::documents::{self, VERSION};
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

pub(crate) fn done(args: Done, app: &App, out: &Out) -> Result<(), Failure> {
    let felt = args.felt.map(|felt| match felt {
        Felt::Shorter => api::Felt::Shorter,
        Felt::AsThought => api::Felt::AsThought,
        Felt::Longer => api::Felt::Longer,
    });
    let view = app.finish_item(FinishItem { item: args.item, minutes: args.minutes, felt })?;
    about_item("terminal-done", &view, out)
}

#[derive(Serialize)]
struct RunningTimer<'a> {
    version: u32,
    running: Option<Running<'a>>,
}

#[derive(Serialize)]
struct Running<'a> {
    item: documents::Item<'a>,
    started_at: i64,
}

pub(crate) fn timer(args: Timer, app: &App, out: &Out) -> Result<(), Failure> {
    let (view, stopped) = match args.what {
        TimerCommand::Start { item } => (app.start_timer(ItemRef { item })?, "terminal-timer-none"),
        TimerCommand::Stop => (app.stop_timer(Nothing {})?, "terminal-timer-stopped"),
        TimerCommand::Show => (app.show_timer(Nothing {})?, "terminal-timer-none"),
    };
    let TimerView { running } = &view;
    let document = RunningTimer {
        version: VERSION,
        running: running
            .as_ref()
            .map(|timer| Running { item: (&timer.item).into(), started_at: timer.started_at }),
    };
    let sentence = match running {
        Some(timer) => {
            let args = [
                ("item", timer.item.reference.as_str()),
                ("title", &one_line(&timer.item.title)),
                ("time", &timer.text),
            ];
            out.words().say("terminal-timer-running", &args)
        }
        None => out.words().word(stopped),
    };
    out.answer(&document, &sentence)
}

pub(crate) fn log(args: Log, app: &App, out: &Out) -> Result<(), Failure> {
    let on = args.on.as_deref().map(|text| noon(text, app, out)).transpose()?;
    let view = app.log_minutes(LogMinutes { item: args.item, minutes: args.minutes, kind: args.kind, on })?;
    about_item("terminal-logged", &view, out)
}

/// The middle of a day, so that no change of the clocks moves it into another.
fn noon(text: &str, app: &App, out: &Out) -> Result<i64, Failure> {
    let of_day = |day: Date| day.at(12, 0, 0, 0).to_zoned_datetime(app.zone()).ok();
    let noon = text.parse().ok().and_then(of_day).map(|noon| noon.timestamp().as_millisecond());
    noon.ok_or_else(|| Complaint::new(out.words(), "date", &[("value", text)]).into())
}

pub(crate) fn guess(args: args::GuessShare, app: &App, out: &Out) -> Result<(), Failure> {
    let share = share(&args.share)
        .ok_or_else(|| Complaint::new(out.words(), "share", &[("value", args.share.as_str())]))?;
    let board = app.guess_share(GuessShare { job: args.job, share })?;
    let percent = halfday_app::fmt::percent(share);
    let args = [("job", board.job.reference.as_str()), ("share", &percent)];
    out.answer(&documents::Board::from(&board), &out.words().say("terminal-guessed", &args))
}

/// `40%` or `0.4`.
fn share(text: &str) -> Option<f64> {
    let text = text.trim();
    match text.strip_suffix(['%', '％']) {
        Some(percent) => percent.trim().parse::<f64>().ok().map(|percent| percent / 100.0),
        None => text.parse().ok(),
    }
}

pub(crate) fn close(args: Close, app: &App, out: &Out) -> Result<(), Failure> {
    let rest = args.rest.map(|rest| match rest {
        Rest::Did => api::Rest::Did,
        Rest::Drop => api::Rest::Drop,
        Rest::Later => api::Rest::Later,
    });
    let view = app.close_job(CloseJob { job: args.job, rest, items: vec![] })?;
    print_result(&view, out)
}

/// A closed job is open again, or an own item that was done.
pub(crate) fn reopen(args: One, app: &App, out: &Out) -> Result<(), Failure> {
    if names_a_job(&args.what) {
        let board = app.reopen_job(JobRef { job: args.what })?;
        let job = [("job", board.job.reference.as_str())];
        return out.answer(&documents::Board::from(&board), &out.words().say("terminal-reopened-job", &job));
    }
    about_item("terminal-reopened", &app.reopen_item(ItemRef { item: args.what })?, out)
}

pub(crate) fn result(args: Job, app: &App, out: &Out) -> Result<(), Failure> {
    print_result(&app.result(JobRef { job: args.job })?, out)
}

#[derive(Serialize)]
struct JobResult<'a> {
    version: u32,
    job: documents::Job<'a>,
    result: &'a halfday_app::Json,
}

fn print_result(view: &ResultView, out: &Out) -> Result<(), Failure> {
    let document = JobResult { version: VERSION, job: (&view.job).into(), result: &view.facts };
    out.document(&document, |page| draw_result(page, view))
}

/// The result card: what is known of the job, line by line.
fn draw_result(page: &mut Page, view: &ResultView) {
    page.title(&format!("{}  {}", view.job.reference, view.job.title), "");
    page.gap();
    let rows: Vec<_> = view
        .lines
        .iter()
        .map(|line| vec![(Tone::Muted, one_line(&line.label)), (Tone::Plain, one_line(&line.value))])
        .collect();
    page.table(&rows, &[]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_percentage_or_a_part_of_one() {
        assert_eq!(share("40%"), Some(0.4));
        assert_eq!(share(" 40 ％"), Some(0.4));
        assert_eq!(share("0.4"), Some(0.4));
        assert_eq!(share("much"), None);
    }
}
