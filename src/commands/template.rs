//! Lists to be used again, and the same job again.

use halfday_app::App;
use halfday_app::api::{JobRef, Nothing, SaveTemplate, TemplateRef, TemplatesView, UseTemplate};
use serde_json::json;

use crate::args::{Job, Template, TemplateCommand};
use crate::commands::jobs::print_new;
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

pub(crate) fn template(args: Template, app: &App, out: &Out) -> Result<(), Failure> {
    match args.command {
        TemplateCommand::Save { job, name } => {
            let name = match name {
                Some(name) => name,
                None => app.board(JobRef { job: job.clone() })?.job.title,
            };
            let view = app.save_template(SaveTemplate { job, name })?;
            print(&view, out)
        }
        TemplateCommand::List => print(&app.templates(Nothing {})?, out),
        TemplateCommand::Delete { name } => print(&app.delete_template(TemplateRef { name })?, out),
        TemplateCommand::Use { name, title, workspace } => {
            let workspace = workspace.map(|folder| folder.to_string_lossy().into_owned());
            let board = app.use_template(UseTemplate { name, text: None, title, workspace })?;
            print_new(&board, out)
        }
    }
}

pub(crate) fn again(args: Job, app: &App, out: &Out) -> Result<(), Failure> {
    let board = app.repeat_job(JobRef { job: args.job })?;
    print_new(&board, out)
}

fn print(view: &TemplatesView, out: &Out) -> Result<(), Failure> {
    let templates: Vec<_> = view
        .templates
        .iter()
        .map(|one| json!({ "name": one.name, "items": one.titles, "used": one.used }))
        .collect();
    out.document(&json!({ "version": VERSION, "templates": templates }), |page| draw(page, view))
}

fn draw(page: &mut Page, view: &TemplatesView) {
    if view.templates.is_empty() {
        page.text(Tone::Muted, "", &page.words().word("terminal-templates-empty"));
    }
    let words = page.words();
    let rows: Vec<_> = view
        .templates
        .iter()
        .map(|one| {
            let size = words
                .say("job-summary", &[("items", &one.items.to_string()), ("minutes", &one.minutes_text)]);
            vec![
                (Tone::Plain, one_line(&one.name)),
                (Tone::Muted, size),
                (Tone::Muted, one.used_text.clone()),
            ]
        })
        .collect();
    page.table(&rows, &[]);
}
