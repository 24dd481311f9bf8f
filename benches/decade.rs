//! The numbers of somebody who handed over a million items in ten years, from an open database to finished text. The
//! record is made straight through SQL (`decade.sql`) and kept beside the build for the next run.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use divan::Bencher;
use halfday_app::api::{AskAdvice, AskFigure, AskInsights, AskReport, Nothing, PictureFilters};
use halfday_app::jiff::Timestamp;
use halfday_app::jiff::tz::TimeZone;
use halfday_app::{App, AskHorizon, Opening, Origin};
use halfday_store::Connection;

/// The record's last day but two.
const NOW: &str = "2026-11-26T09:00:00Z";
const RECORD: &str = include_str!("decade.sql");
/// A record made with another schema or other rows is made again.
const MADE_OF: &[&str] = &[include_str!("../migrations/0001_init.sql"), RECORD];

fn main() {
    divan::main();
}

fn open(folder: &Path) -> Result<App, Box<dyn Error>> {
    let now = Some(NOW.parse::<Timestamp>()?.to_zoned_datetime(TimeZone::UTC));
    Ok(App::open(Opening { data: Some(folder.to_owned()), now, language: None, origin: Origin::Terminal })?)
}

fn made(folder: &Path) -> Result<(), Box<dyn Error>> {
    let made_of = folder.join("made-of");
    if fs::read_to_string(&made_of).is_ok_and(|text| text == MADE_OF.concat()) {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    open(folder)?.close();
    let database = Connection::open(folder.join("halfday.db"))?;
    // Nobody else has it, and one that is half made is thrown away.
    database
        .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;")?;
    database.execute_batch(RECORD)?;
    drop(database);
    Ok(fs::write(made_of, MADE_OF.concat())?)
}

/// The program with the record open, and the reports of the last weeks issued, as they are by itself.
fn decade() -> App {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("decade");
    let opened = made(&folder).and_then(|()| open(&folder)).and_then(|app| {
        app.keep_time()?;
        Ok(app)
    });
    opened.unwrap_or_else(|error| unreachable!("{error}"))
}

fn told<T>(told: Result<T, halfday_app::Error>) -> T {
    told.unwrap_or_else(|error| unreachable!("{}", error.detail()))
}

/// As `halfday report` makes it: the numbers, and each of the texts.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn weekly_report(bencher: Bencher) {
    let app = decade();
    bencher.bench_local(|| {
        let view = told(app.report(AskReport { week: None, hide_titles: false }));
        (view.json.to_string(), view.html, view.markdown)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn today(bencher: Bencher) {
    let app = decade();
    bencher.bench_local(|| told(app.today(Nothing {})));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn insights_of_twelve_weeks(bencher: Bencher) {
    let app = decade();
    let filters =
        || PictureFilters { weeks: 12, kind: None, agent: None, family: None, length: None, job: None };
    bencher.bench_local(|| told(app.insights(AskInsights { filters: filters() })));
}

#[divan::bench(sample_count = 3, sample_size = 1, args = ["stretch", "could", "quality", "cost", "experiments"])]
fn figure_of_twelve_weeks(bencher: Bencher, figure: &str) {
    let app = decade();
    let request = || AskFigure { weeks: Some(12) };
    bencher.bench_local(|| {
        told(match figure {
            "stretch" => app.stretch(request()),
            "could" => app.could(request()),
            "quality" => app.quality(request()),
            "cost" => app.spending(request()),
            _ => app.experiments(request()),
        })
    });
}

#[divan::bench(sample_count = 3, sample_size = 1, args = ["stretch", "again", "calibration", "advise", "horizon", "reliability"])]
fn figure_of_everything(bencher: Bencher, figure: &str) {
    let app = decade();
    bencher.bench_local(|| {
        told(match figure {
            "stretch" => app.stretch(AskFigure { weeks: None }).map(drop),
            "again" => app.coming_back(Nothing {}).map(drop),
            "calibration" => app.calibration(Nothing {}).map(drop),
            "advise" => app.advise(AskAdvice { job: None }).map(drop),
            "horizon" => app.horizon(AskHorizon::default()).map(drop),
            _ => app.reliability().map(drop),
        });
    });
}
