//! Benches, and comparing two results without names.

use halfday_app::api::{
    AskComparison, BenchView, Better, ChooseBetter, ComparedFile, ComparisonView, GiveCode, JudgeTried,
    Nothing, PlanBench, WouldUse,
};
use halfday_app::{App, Error};
use serde_json::{Value, json};

use crate::args::{self, Bench, Choice, Used};
use crate::commands::numbers::replace;
use crate::commands::work::work_these;
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::output::{Form, Out};
use crate::page::{Page, Tone};
use crate::text::one_line;

/// What the person says of work beside theirs.
pub(crate) fn would_use(used: Used) -> WouldUse {
    match used {
        Used::AsIs => WouldUse::AsIs,
        Used::AfterFix => WouldUse::AfterFix,
        Used::No => WouldUse::No,
    }
}

pub(crate) fn bench(args: Bench, app: &App, out: &Out) -> Result<(), Failure> {
    if let (Some(attempt), Some(used)) = (args.attempt, args.used) {
        app.judge_tried(JudgeTried { attempt, used: would_use(used), reason: None })?;
    }
    let Some(agent) = args.agent else { return print_bench(&app.bench(Nothing {})?, out) };
    let items = args.items.clone();
    app.plan_bench(PlanBench { items, agent, times: args.times })?;
    if !args.plan {
        work_these(args.items, app, out)?;
    }
    print_bench(&app.bench(Nothing {})?, out)
}

fn print_bench(view: &BenchView, out: &Out) -> Result<(), Failure> {
    out.document(&view.facts, |page| {
        let words = page.words();
        if view.rows.is_empty() {
            page.text(Tone::Muted, "", &words.word("bench-none"));
        }
        let rows: Vec<_> = view
            .rows
            .iter()
            .map(|row| {
                let unjudged = match row.unjudged {
                    0 => String::new(),
                    count => words.say("bench-unjudged", &[("count", &count.to_string())]),
                };
                vec![
                    (Tone::Strong, row.item.clone()),
                    (Tone::Plain, one_line(&row.title)),
                    (Tone::Muted, row.minutes_text.clone()),
                    (Tone::Plain, one_line(&row.agent)),
                    (Tone::Plain, words.say("bench-right", &[("right", &row.right_text)])),
                    (Tone::Muted, unjudged),
                ]
            })
            .collect();
        page.table(&rows, &[]);
        for line in &view.comparisons {
            page.gap();
            page.text(Tone::Muted, "", &one_line(&line.label));
            page.text(Tone::Plain, "  ", &line.value);
        }
        if view.waiting > 0 {
            let count = view.waiting.to_string();
            page.text(Tone::Muted, "", &words.say("bench-waiting", &[("count", &count)]));
        }
    })
}

pub(crate) fn compare(args: args::Compare, app: &App, out: &Out) -> Result<(), Failure> {
    if args.file {
        let page = app.comparison_file(AskComparison { item: args.item })?;
        let path = args.out.unwrap_or_default().join(page.name);
        replace(&path, &page.html).map_err(|source| Error::WriteFile { path: path.clone(), source })?;
        let file = path.display().to_string();
        let written = out.words().say("terminal-written", &[("file", &one_line(&file))]);
        return match out.form() {
            Form::Json => out.json(&json!({ "version": VERSION, "file": file })),
            Form::Page => {
                out.say(&written);
                Ok(())
            }
        };
    }
    if let Some(code) = args.code {
        return print(&app.give_code(GiveCode { code })?, out);
    }
    let view = app.comparison(AskComparison { item: args.item })?;
    match args.better {
        None => print(&view, out),
        Some(better) => {
            let better = match better {
                Choice::A => Better::A,
                Choice::B => Better::B,
                Choice::Tie => Better::Tie,
            };
            let comparison = view.comparison;
            print(&app.choose_better(ChooseBetter { comparison, better })?, out)
        }
    }
}

fn print(view: &ComparisonView, out: &Out) -> Result<(), Failure> {
    let files = |files: &[ComparedFile]| -> Vec<Value> {
        let file = |one: &ComparedFile| json!({ "name": one.name, "text": one.text, "bytes": one.bytes });
        files.iter().map(file).collect()
    };
    let document = json!({
        "version": VERSION, "comparison": view.comparison, "item": view.item, "title": view.title,
        "a": files(&view.a), "b": files(&view.b), "judged": view.judged_text.is_some(),
    });
    out.document(&document, |page| {
        page.title(&format!("{}  {}", view.item, one_line(&view.title)), "");
        page.text(Tone::Muted, "", &view.text);
        draw(page, "A", &view.a);
        draw(page, "B", &view.b);
        if let Some(judged) = &view.judged_text {
            page.gap();
            page.text(Tone::Strong, "", judged);
        }
    })
}

fn draw(page: &mut Page, letter: &str, files: &[ComparedFile]) {
    for file in files {
        page.gap();
        page.text(Tone::Strong, &format!("── {letter}  "), &one_line(&file.name));
        match &file.text {
            Some(text) => {
                for line in text.lines() {
                    page.text(Tone::Plain, "  ", &one_line(line));
                }
            }
            None => page.text(Tone::Muted, "  ", &page.words().word("comparison-page-no-text")),
        }
    }
}
