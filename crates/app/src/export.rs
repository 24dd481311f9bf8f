//! The doors out: everything as JSON, the record as the same CSV that can be imported, the lists as
//! Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::{AttemptFact, Facts, IntervalKind};
use halfday_domain::id::ItemId;
use halfday_domain::item::ItemStatus;
use halfday_store::{export, items, jobs, subitems};
use serde_json::{Value, json};

use crate::api::{ExportAs, ExportData, ExportedView};
use crate::numbers::document;
use crate::{App, Error};

/// What an export looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Every row of every table.
    Json,
    /// One row an item, in the shape of `import --as history`.
    Csv,
    /// The checklists.
    Markdown,
}

impl App {
    /// The whole export as text.
    pub fn export(&self, format: ExportFormat) -> Result<String, Error> {
        match format {
            ExportFormat::Json => {
                let tables = self.store.read(|connection| Ok::<_, Error>(export::tables(connection)?))?;
                let whole = json!({ "version": 1, "tables": Value::Object(tables) });
                let text = serde_json::to_string_pretty(&document("export", &whole)?);
                text.map(|text| text + "\n")
                    .map_err(|source| Error::WriteView { command: "export".to_owned(), source })
            }
            ExportFormat::Csv => self.history(),
            ExportFormat::Markdown => self.checklists(),
        }
    }

    /// Writes the export into a file, which appears whole or not at all.
    pub fn export_data(&self, request: ExportData) -> Result<ExportedView, Error> {
        let format = match request.format {
            ExportAs::Json => ExportFormat::Json,
            ExportAs::Csv => ExportFormat::Csv,
            ExportAs::Markdown => ExportFormat::Markdown,
        };
        let text = self.export(format)?;
        let path = PathBuf::from(&request.path);
        write_whole(&path, text.as_bytes()).map_err(|source| Error::WriteFile { path, source })?;
        let text = self.words().say("exported", &[("path", &request.path)]);
        Ok(ExportedView { path: request.path, text })
    }

    fn history(&self) -> Result<String, Error> {
        let facts = self.facts()?;
        let mut writer = csv::Writer::from_writer(vec![]);
        let broken =
            |source: &dyn std::fmt::Display| Error::KeepDeliverable { source: source.to_string().into() };
        writer.write_record(COLUMNS).map_err(|source| broken(&source))?;
        for row in rows(&facts, &self.zone()) {
            writer.write_record(&row).map_err(|source| broken(&source))?;
        }
        let bytes = writer.into_inner().map_err(|source| broken(&source))?;
        String::from_utf8(bytes).map_err(|source| broken(&source))
    }

    fn checklists(&self) -> Result<String, Error> {
        let sample = self.words().word("job-sample");
        self.store.read(move |connection| {
            let mut text = String::new();
            for job in jobs::all(connection)? {
                let mark = if job.is_sample { format!(" · {sample}") } else { String::new() };
                // Writing to a String cannot fail.
                let _ = writeln!(text, "# {}{mark}\n", job.title);
                let mut section = String::new();
                for item in items::of_job(connection, job.id)? {
                    if item.section != section {
                        section.clone_from(&item.section);
                        let _ = writeln!(text, "\n## {section}\n");
                    }
                    let tick = if item.status == ItemStatus::Done { "x" } else { " " };
                    let minutes =
                        item.estimate_minutes.map(|minutes| format!(" ({minutes}m)")).unwrap_or_default();
                    let _ = writeln!(text, "- [{tick}] {}{minutes}", item.title);
                    for subitem in subitems::of_item(connection, item.id)? {
                        let tick = if subitem.done { "x" } else { " " };
                        let _ = writeln!(text, "  - [{tick}] {}", subitem.title);
                    }
                }
                text.push('\n');
            }
            Ok(text)
        })
    }
}

/// Writes beside the target first, so that a full disk leaves no half file.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut file = std::fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&part, path)
}

const COLUMNS: [&str; 14] = [
    "date",
    "job",
    "title",
    "kind",
    "agent",
    "estimate_minutes",
    "verdict",
    "rounds",
    "rework_minutes",
    "review_minutes",
    "brief_minutes",
    "own_minutes",
    "cost_usd",
    "template",
];

/// One row an item: its first attempt, or the person's finish.
fn rows(facts: &Facts, zone: &jiff::tz::TimeZone) -> Vec<Vec<String>> {
    let titles: BTreeMap<_, _> = facts.jobs.iter().map(|job| (job.job_id, job.title.as_str())).collect();
    let mut first: BTreeMap<ItemId, &AttemptFact> = BTreeMap::new();
    for attempt in &facts.attempts {
        let earliest = first.entry(attempt.item_id).or_insert(attempt);
        if attempt.number < earliest.number {
            *earliest = attempt;
        }
    }
    let mut spent: BTreeMap<(ItemId, IntervalKind), f64> = BTreeMap::new();
    for interval in &facts.intervals {
        if let Some(item) = interval.item_id {
            *spent.entry((item, interval.kind)).or_default() += interval.ms as f64 / 60_000.0;
        }
    }
    let minutes =
        |item: ItemId, kind| spent.get(&(item, kind)).map(|minutes| format!("{minutes}")).unwrap_or_default();
    let day = |at: i64| {
        jiff::Timestamp::from_millisecond(at)
            .map(|at| at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d").to_string())
            .unwrap_or_default()
    };
    let number = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let title = |job| titles.get(job).copied().unwrap_or_default().to_owned();
    let mut rows = vec![];
    for (item, attempt) in &first {
        let cost = attempt.cost.nano();
        rows.push(vec![
            day(attempt.judged_at()),
            title(&attempt.job_id),
            attempt.item_title.clone(),
            attempt.kind.code().to_owned(),
            attempt.agent.clone(),
            number(attempt.estimate_minutes),
            verdict(attempt),
            number(attempt.chat_rounds),
            minutes(*item, IntervalKind::Rework),
            minutes(*item, IntervalKind::Review),
            minutes(*item, IntervalKind::Brief),
            minutes(*item, IntervalKind::Work),
            cost.map(|nano| format!("{}", nano as f64 / 1e9)).unwrap_or_default(),
            String::new(),
        ]);
    }
    for finish in facts.finishes.iter().filter(|finish| !first.contains_key(&finish.item_id)) {
        rows.push(vec![
            day(finish.finished_at),
            title(&finish.job_id),
            finish.item_title.clone(),
            finish.kind.code().to_owned(),
            "me".to_owned(),
            number(finish.estimate_minutes),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            minutes(finish.item_id, IntervalKind::Brief),
            minutes(finish.item_id, IntervalKind::Work),
            String::new(),
            String::new(),
        ]);
    }
    rows.sort();
    rows
}

fn verdict(attempt: &AttemptFact) -> String {
    match (attempt.verdict, attempt.outcome) {
        (Some(verdict), _) => match attempt.rejection {
            Some(reason) => format!("{verdict}:{reason}"),
            None => verdict.to_string(),
        },
        (None, Outcome::Failed(reason)) => format!("failed:{reason}"),
        (None, Outcome::Stopped(Some(reason))) => format!("stopped:{reason}"),
        (None, Outcome::Delivered | Outcome::Stopped(None) | Outcome::Lost) => String::new(),
    }
}
