//! The person's own record, and the weekly report.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use halfday_app::api::{AskReport, AskStats, ReportView};
use halfday_app::{App, Error};
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
    let view = app.report(AskReport { week: args.week, hide_titles: args.hide_titles })?;
    let mut formats = args.format;
    formats.sort_unstable();
    formats.dedup();
    match args.out {
        Some(folder) => {
            let formats = if formats.is_empty() { vec![ReportFormat::Md] } else { formats };
            to_files(&view, &formats, &folder, out)
        }
        None => match (out.form(), formats.as_slice()) {
            (Form::Json, [] | [ReportFormat::Json]) => out.json(&view.json),
            (Form::Json, _) => Err(Complaint::new(out.words(), "report-json", &[]).into()),
            (Form::Page, []) => out.raw(&text(&view, ReportFormat::Md)?),
            (Form::Page, [format]) => out.raw(&text(&view, *format)?),
            (Form::Page, _) => Err(Complaint::new(out.words(), "report-out", &[]).into()),
        },
    }
}

/// The report as it stands in a file.
fn text(view: &ReportView, format: ReportFormat) -> Result<String, Failure> {
    let text = match format {
        ReportFormat::Json => serde_json::to_string_pretty(&view.json)
            .map_err(|source| Error::WriteView { command: "report".to_owned(), source })?,
        ReportFormat::Md => view.markdown.clone(),
        ReportFormat::Html => view.html.clone(),
    };
    Ok(if text.ends_with('\n') { text } else { text + "\n" })
}

/// Writes `halfday-2026-W47.<lang>.<ext>` for each format.
fn to_files(view: &ReportView, formats: &[ReportFormat], folder: &Path, out: &Out) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| Error::WriteFile { path: folder.to_owned(), source })?;
    let mut written = vec![];
    for format in formats {
        let ending = match format {
            ReportFormat::Json => "json",
            ReportFormat::Md => "md",
            ReportFormat::Html => "html",
        };
        let name = format!("halfday-{}.{}.{ending}", view.week, out.words().language());
        let path = folder.join(name);
        replace(&path, &text(view, *format)?)
            .map_err(|source| Error::WriteFile { path: path.clone(), source })?;
        written.push(path);
    }
    let files: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    match out.form() {
        Form::Json => out.json(&json!({ "version": VERSION, "week": view.week, "files": files })),
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
