//! The person's own record, and the weekly report.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use halfday_app::api::{AskReport, AskStats, SaveReport};
use halfday_app::{App, Error, report_path};
use serde::Deserialize;
use serde_json::json;

use crate::args::{By, Report, ReportFormat, Stats};
use crate::commands::figures;
use crate::complaint::Complaint;
use crate::documents::VERSION;
use crate::draw::{self, Grouped, Record};
use crate::failure::Failure;
use crate::output::{Form, Out};
use crate::text::one_line;

pub(crate) fn stats(args: Stats, app: &App, out: &Out) -> Result<(), Failure> {
    if let Some(what) = args.what {
        return figures::figure(what, app, out);
    }
    let by = args.by.map(|by| match by {
        By::Kind => "kind",
        By::Agent => "agent",
        By::Family => "family",
        By::Length => "length",
        By::Week => "week",
    });
    let document = app.stats(AskStats { weeks: args.weeks, by: by.map(str::to_owned) })?;
    let unreadable = |source| Failure::App(Error::WriteView { command: "stats".to_owned(), source });
    match (out.form(), by) {
        (Form::Json, _) => out.json(&document),
        (Form::Page, None) => {
            let record = Record::deserialize(&document).map_err(unreadable)?;
            out.page(|page| draw::record(page, &record))
        }
        (Form::Page, Some(_)) => {
            let grouped = Grouped::deserialize(&document).map_err(unreadable)?;
            out.page(|page| draw::record_by(page, &grouped))
        }
    }
}

pub(crate) fn report(args: Report, app: &App, out: &Out) -> Result<(), Failure> {
    app.keep_time()?;
    let mut formats = args.format.clone();
    formats.sort_unstable();
    formats.dedup();
    if let Some(folder) = &args.out {
        let formats = if formats.is_empty() { vec![ReportFormat::Md] } else { formats };
        return to_files(&args, app, &formats, folder, out);
    }
    let is_text = |format: &ReportFormat| match format {
        ReportFormat::Json | ReportFormat::Md | ReportFormat::Html => true,
        ReportFormat::Png | ReportFormat::Pdf => false,
    };
    if !formats.iter().all(is_text) {
        return Err(Complaint::new(out.words(), "report-out", &[]).into());
    }
    let view = app.report(AskReport { week: args.week, hide_titles: args.hide_titles })?;
    match (out.form(), formats.as_slice()) {
        (Form::Json, [] | [ReportFormat::Json]) => out.json(&view.json),
        (Form::Json, _) => Err(Complaint::new(out.words(), "report-json", &[]).into()),
        (Form::Page, [] | [ReportFormat::Md]) => out.raw(&ended(view.markdown)),
        (Form::Page, [ReportFormat::Html]) => out.raw(&ended(view.html)),
        (Form::Page, [ReportFormat::Json]) => {
            let text = serde_json::to_string_pretty(&view.json)
                .map_err(|source| Error::WriteView { command: "report".to_owned(), source })?;
            out.raw(&ended(text))
        }
        (Form::Page, _) => Err(Complaint::new(out.words(), "report-out", &[]).into()),
    }
}

fn ended(text: String) -> String {
    if text.ends_with('\n') { text } else { text + "\n" }
}

/// Writes `halfday-2026-W47.<lang>.<ext>` for each format, and what belongs beside it.
fn to_files(
    args: &Report,
    app: &App,
    formats: &[ReportFormat],
    folder: &Path,
    out: &Out,
) -> Result<(), Failure> {
    let week = app.report_week(args.week.as_deref())?.to_string();
    let mut files = vec![];
    for format in formats {
        let format = match format {
            ReportFormat::Json => "json",
            ReportFormat::Md => "md",
            ReportFormat::Html => "html",
            ReportFormat::Png => "png",
            ReportFormat::Pdf => "pdf",
        };
        let saved = app.save_report(SaveReport {
            week: Some(week.clone()),
            hide_titles: args.hide_titles,
            format: format.to_owned(),
            theme: "light".to_owned(),
            path: report_path(folder, &week, out.words().language(), format).display().to_string(),
        })?;
        files.extend(saved.files);
        if let Some(note) = saved.note_text {
            out.say(&one_line(&note));
        }
    }
    match out.form() {
        Form::Json => out.json(&json!({ "version": VERSION, "week": week, "files": files })),
        Form::Page => {
            for file in files {
                out.say(&out.words().say("terminal-written", &[("file", &one_line(&file))]));
            }
            Ok(())
        }
    }
}

/// Puts a whole file in its place: nobody ever reads half of it.
pub(crate) fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = PathBuf::from(beside);
    let mut file = fs::File::create(&beside)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all())?;
    fs::rename(&beside, path)
}
