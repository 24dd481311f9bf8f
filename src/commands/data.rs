//! Care of the data, undo, and the doors in and out.

use std::path::Path;

use halfday_app::api::{ActivityView, AskActivity, Nothing, UndoView};
use halfday_app::jiff::{Timestamp, ZonedDateTime};
use halfday_app::{App, Error, ExportFormat};
use serde_json::json;

use crate::args::{Activity, Export, ExportAs, Import, Restore};
use crate::commands::numbers::replace;
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::input;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

pub(crate) fn backup(app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.backup(Nothing {})?;
    let document = json!({ "version": VERSION, "path": view.path, "bytes": view.bytes, "jobs": view.jobs });
    out.answer(&document, &view.text)
}

/// Looks for damage; damage is an exit code of its own kind: the look was done, the data is not sound.
pub(crate) fn verify(app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.verify(Nothing {})?;
    let document = json!({ "version": VERSION, "sound": view.sound, "faults": view.faults });
    out.answer(&document, &view.text)?;
    view.faults.iter().for_each(|fault| out.say(&format!("  {fault}")));
    if view.sound { Ok(()) } else { Err(Failure::Unsound) }
}

pub(crate) fn undo(app: &App, out: &Out) -> Result<(), Failure> {
    undone(&app.undo(Nothing {})?, out)
}

pub(crate) fn redo(app: &App, out: &Out) -> Result<(), Failure> {
    undone(&app.redo(Nothing {})?, out)
}

fn undone(view: &UndoView, out: &Out) -> Result<(), Failure> {
    let document =
        json!({ "version": VERSION, "command": view.command, "job": view.job, "notes": view.notes });
    out.answer(&document, &view.text)?;
    view.notes.iter().for_each(|note| out.say(note));
    Ok(())
}

pub(crate) fn activity(args: &Activity, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.activity(AskActivity { limit: args.limit, before_seq: args.before, item: None })?;
    let events: Vec<_> = view
        .lines
        .iter()
        .map(|line| {
            json!({
                "seq": line.seq, "at": line.at, "origin": line.origin, "kind": line.kind,
                "job": line.job, "item": line.item, "text": line.text,
            })
        })
        .collect();
    let document = json!({ "version": VERSION, "events": events, "more": view.more });
    out.document(&document, |page| draw_activity(page, &view))
}

fn draw_activity(page: &mut Page, view: &ActivityView) {
    if view.lines.is_empty() {
        page.text(Tone::Muted, "", &page.words().word("terminal-activity-empty"));
    }
    let rows: Vec<_> = view
        .lines
        .iter()
        .map(|line| {
            let about = line.item.as_ref().or(line.job.as_ref()).cloned().unwrap_or_default();
            let at = (Tone::Muted, line.at_text.clone());
            vec![at, (Tone::Plain, about), (Tone::Plain, one_line(&line.text))]
        })
        .collect();
    page.table(&rows, &[]);
    if let Some(last) = view.lines.last().filter(|_| view.more) {
        let seq = last.seq.to_string();
        page.text(Tone::Muted, "", &page.words().say("terminal-activity-more", &[("seq", &seq)]));
    }
}

pub(crate) fn doctor(app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.doctor(Nothing {})?;
    let checks: Vec<_> = view
        .checks
        .iter()
        .map(|check| json!({ "code": check.code, "fine": check.fine, "text": check.text }))
        .collect();
    let document = json!({ "version": VERSION, "checks": checks });
    out.document(&document, |page| {
        for check in &view.checks {
            let (sign, tone) = if check.fine { ("✓ ", Tone::Good) } else { ("! ", Tone::Bad) };
            page.text(tone, sign, &check.text);
        }
    })
}

/// Takes in records kept elsewhere: all of a file or nothing of it.
pub(crate) fn import(args: &Import, app: &App, out: &Out) -> Result<(), Failure> {
    let (mut jobs, mut items) = (0, 0);
    for file in &args.files {
        let view = app.import_history(&input::bytes(file)?, args.dry_run)?;
        jobs += view.jobs;
        items += view.items;
    }
    let document = json!({ "version": VERSION, "jobs": jobs, "items": items, "dry_run": args.dry_run });
    let counts = [("jobs", &*jobs.to_string()), ("items", &*items.to_string())];
    let sentence = if args.dry_run { "terminal-import-checked" } else { "terminal-imported" };
    out.answer(&document, &out.words().say(sentence, &counts))
}

/// Writes everything out, to standard output or whole into a file.
pub(crate) fn export(args: &Export, app: &App, out: &Out) -> Result<(), Failure> {
    let text = app.export(match args.format {
        ExportAs::Json => ExportFormat::Json,
        ExportAs::Csv => ExportFormat::Csv,
        ExportAs::Markdown => ExportFormat::Markdown,
    })?;
    let Some(path) = &args.out else { return out.raw(&text) };
    replace(path, &text).map_err(|source| Error::WriteFile { path: path.clone(), source })?;
    let file = path.display().to_string();
    let said = out.words().say("terminal-written", &[("file", &one_line(&file))]);
    out.answer(&json!({ "version": VERSION, "files": [file] }), &said)
}

/// Brings a copy back. Nobody may have the data open; what stood there is kept beside it.
pub(crate) fn restore(
    data: Option<&Path>,
    now: Option<&ZonedDateTime>,
    args: &Restore,
    out: &Out,
) -> Result<(), Failure> {
    let at = now.map_or_else(Timestamp::now, ZonedDateTime::timestamp).as_millisecond();
    let kept = halfday_app::restore(data, &args.file, at)?.map(|path| path.display().to_string());
    let said = match &kept {
        Some(kept) => out.words().say("terminal-copy-restored", &[("kept", &one_line(kept))]),
        None => out.words().word("terminal-copy-restored-new"),
    };
    out.answer(&json!({ "version": VERSION, "kept": kept }), &said)
}
