//! The weekly report of somebody who handed over a million items in ten years: from the file on disk to every text
//! format. Not a record of anybody's: made here, the same each time, and kept beside the build for the next run.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use divan::Bencher;
use halfday_app::api::{AskReport, Nothing};
use halfday_app::{App, Opening, Origin};

const YEARS: u32 = 10;
/// One of nine is the person's own: a million attempts in all.
const ITEMS_A_YEAR: u32 = 112_500;
const ITEMS_A_JOB: u32 = 8;
/// Its last day but two.
const NOW: &str = "2026-11-26T09:00:00Z";

fn main() {
    divan::main();
}

fn open(folder: &Path) -> App {
    let now = NOW.parse::<halfday_app::jiff::Timestamp>().unwrap_or_else(|error| unreachable!("{error}"));
    let now = Some(now.to_zoned_datetime(halfday_app::jiff::tz::TimeZone::UTC));
    App::open(Opening { data: Some(folder.to_owned()), now, language: None, origin: Origin::Terminal })
        .unwrap_or_else(|error| unreachable!("{}", error.detail()))
}

/// One year that ends in `NOW`'s week, `back` years before.
fn year(back: u32) -> String {
    let kinds = ["write", "check", "code", "translate", "plan"];
    let verdicts = ["accepted", "accepted", "accepted", "accepted_after_rework", "rejected:wrong_facts"];
    let last = "2026-11-24".parse::<halfday_app::jiff::civil::Date>().unwrap_or_else(|e| unreachable!("{e}"));
    let last = last.plus_days(-364 * i64::from(back));
    let mut text = String::from(
        "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,review_minutes,\
         brief_minutes,own_minutes,cost_usd,template\n",
    );
    for item in 0..ITEMS_A_YEAR {
        let job = item / ITEMS_A_JOB;
        let date = last.plus_days(-i64::from(job % 364));
        let of = |words: &[&'static str]| words.get(item as usize % words.len()).copied().unwrap_or_default();
        let minutes = 5 + item % 90;
        let (kind, verdict) = (of(&kinds), of(&verdicts));
        let rework = if verdict == "accepted_after_rework" { "4" } else { "" };
        let _ = match item % 9 {
            0 => writeln!(text, "{date},Job {job},Item {item},{kind},me,{minutes},,,,,,{},,", minutes + 3),
            _ => writeln!(
                text,
                "{date},Job {job},Item {item},{kind},agent,{minutes},{verdict},1,{rework},2,1,,0.01,"
            ),
        };
    }
    text
}

trait PlusDays {
    fn plus_days(self, days: i64) -> Self;
}

impl PlusDays for halfday_app::jiff::civil::Date {
    fn plus_days(self, days: i64) -> Self {
        self.checked_add(halfday_app::jiff::Span::new().days(days)).unwrap_or_else(|e| unreachable!("{e}"))
    }
}

fn decade() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("decade");
    let done = folder.join("done");
    if !done.exists() {
        let _ = std::fs::remove_dir_all(&folder);
        let app = open(&folder);
        for back in (0..YEARS).rev() {
            app.import_history(year(back).as_bytes(), false)
                .unwrap_or_else(|error| unreachable!("{}", error.detail()));
        }
        app.close();
        std::fs::write(&done, "").unwrap_or_else(|error| unreachable!("{error}"));
    }
    folder
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn weekly_report_over_a_million_attempts(bencher: Bencher) {
    let app = open(&decade());
    bencher.bench_local(|| app.report(AskReport { week: None, hide_titles: false }).is_ok());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn today_over_a_million_attempts(bencher: Bencher) {
    let app = open(&decade());
    bencher.bench_local(|| app.today(Nothing {}).is_ok());
}
