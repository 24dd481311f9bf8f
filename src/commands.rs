//! One function for each command: it asks the use case and prints the view.

mod agents;
mod checklist;
mod clipboard;
mod compare;
mod data;
mod figures;
mod hand;
mod jobs;
mod key;
mod lab;
mod numbers;
mod prices;
mod record;
mod review;
mod settings;
mod template;
mod tried;
mod work;

use std::path::PathBuf;

use halfday_app::jiff::ZonedDateTime;
use halfday_app::jiff::fmt::temporal::Pieces;
use halfday_app::jiff::tz::TimeZone;
use halfday_app::{App, Language, Opening, Origin};

use crate::args::{Cli, Command};
use crate::complaint::Complaint;
use crate::failure::Failure;
use crate::output::Out;

/// Runs the command. Those that touch no data open none.
pub(crate) fn run(cli: Cli, out: &mut Out) -> Result<(), Failure> {
    let now = cli.now.as_deref().map(|text| now(text, out)).transpose()?;
    let data = cli.data.or_else(data_of_environment);
    if let Command::Split(args) = &cli.command
        && !args.ask
        && args.split.answer.is_none()
        && args.split.agent().is_none()
    {
        return jobs::split(&args.split, out);
    }
    if let Command::Lab(args) = &cli.command {
        return lab::lab(args, out);
    }
    if let Command::Restore(args) = &cli.command {
        return data::restore(data.as_deref(), now.as_ref(), args, out);
    }
    let works = match &cli.command {
        Command::Run(_) => true,
        Command::Bench(args) => args.agent.is_some() && !args.plan,
        _ => false,
    };
    if works && now.is_some() {
        return Err(Complaint::new(out.words(), "now-run", &[]).into());
    }
    let language = cli.lang.as_deref().and_then(Language::from_tag);
    let app = App::open(Opening { data, now, language, origin: Origin::Terminal })?;
    out.speak(app.words());
    let result = with_data(cli.command, &app, out);
    app.close();
    result
}

fn data_of_environment() -> Option<PathBuf> {
    std::env::var_os("HALFDAY_DATA").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// The time `--now` fixes; its offset is the zone of days and weeks.
fn now(text: &str, out: &Out) -> Result<ZonedDateTime, Failure> {
    let read = || {
        let offset = Pieces::parse(text).ok()?.to_numeric_offset()?;
        let timestamp: halfday_app::jiff::Timestamp = text.parse().ok()?;
        Some(timestamp.to_zoned_datetime(TimeZone::fixed(offset)))
    };
    read().ok_or_else(|| Complaint::new(out.words(), "now", &[("value", text)]).into())
}

fn with_data(command: Command, app: &App, out: &mut Out) -> Result<(), Failure> {
    match command {
        Command::New(args) => jobs::new(args, app, out),
        Command::Jobs => jobs::list(app, out),
        Command::Show(args) => jobs::show(args, app, out),
        Command::Board(args) => jobs::board(args, app, out),
        Command::Add(args) => checklist::add(args, app, out),
        Command::Edit(args) => checklist::edit(args, app, out),
        Command::Move(args) => checklist::move_items(args, app, out),
        Command::Drop(args) => checklist::drop_items(args, app, out),
        Command::RestoreItem(args) => checklist::restore_items(&args, app, out),
        Command::Merge(args) => checklist::merge(args, app, out),
        Command::Divide(args) => checklist::divide(args, app, out),
        Command::Give(args) => hand::give(args, app, out),
        Command::Copy(args) => clipboard::copy(args, app, out),
        Command::Paste(args) => clipboard::paste(&args, app, out),
        Command::Nogood(args) => clipboard::no_good(args, app, out),
        Command::Neversent(args) => clipboard::never_sent(args, app, out),
        Command::Run(args) => work::run(args, app, out),
        Command::Stop(args) => work::stop(args, app, out),
        Command::Answer(args) => work::answer(args, app, out),
        Command::Attempts(args) => tried::attempts(args, app, out),
        Command::Diff(args) => tried::diff(&args, app, out),
        Command::Shadow(args) => tried::shadow(args, app, out),
        Command::Agents(args) => agents::agents(args, app, out),
        Command::Key(args) => key::key(args, app, out),
        Command::Prices(args) => prices::prices(args, app, out),
        Command::Review(args) => review::review(args, app, out),
        Command::Wrong(args) => review::wrong(args, app, out),
        Command::Done(args) => record::done(args, app, out),
        Command::Timer(args) => record::timer(args, app, out),
        Command::Log(args) => record::log(args, app, out),
        Command::Guess(args) => record::guess(args, app, out),
        Command::Close(args) => record::close(args, app, out),
        Command::Reopen(args) => record::reopen(args, app, out),
        Command::Result(args) => record::result(args, app, out),
        Command::Template(args) => template::template(args, app, out),
        Command::Again(args) => template::again(args, app, out),
        Command::Trials(args) => figures::trials(args, app, out),
        Command::Invitations(args) => figures::invitations(args, app, out),
        Command::Followups(args) => figures::follow_ups(args, app, out),
        Command::Bench(args) => compare::bench(args, app, out),
        Command::Compare(args) => compare::compare(args, app, out),
        Command::Stats(args) => numbers::stats(args, app, out),
        Command::Report(args) => numbers::report(args, app, out),
        Command::Import(args) => data::import(&args, app, out),
        Command::Export(args) => data::export(&args, app, out),
        Command::Backup => data::backup(app, out),
        Command::Verify => data::verify(app, out),
        Command::Undo => data::undo(app, out),
        Command::Redo => data::redo(app, out),
        Command::Activity(args) => data::activity(&args, app, out),
        Command::Doctor => data::doctor(app, out),
        Command::Settings(args) => settings::settings(args, app, out),
        // These were answered before any data was opened.
        Command::Split(args) => jobs::split_by_ai(&args, app, out),
        Command::Restore(_) | Command::Help(_) | Command::Lab(_) => Ok(()),
    }
}
