//! A large record: 10,000 items taken in, their board, and the terminal program started on them.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use divan::Bencher;
use halfday_app::api::{JobRef, ListJobs};
use halfday_app::{App, Opening, Origin};

fn main() {
    divan::main();
}

const ITEMS: usize = 10_000;

fn history() -> String {
    let mut text = String::from(
        "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,review_minutes,\
         brief_minutes,own_minutes,cost_usd,template\n",
    );
    for item in 0..ITEMS {
        let (agent, verdict) = if item % 3 == 0 { ("me", "") } else { ("chat", "accepted") };
        let _ = writeln!(text, "2026-11-17,One job,Item {item},write,{agent},30,{verdict},1,,2,1,20,,");
    }
    text
}

fn open(folder: &Path) -> App {
    let opening =
        Opening { data: Some(folder.to_owned()), now: None, language: None, origin: Origin::Terminal };
    App::open(opening).unwrap_or_else(|error| unreachable!("{}", error.detail()))
}

fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    let app = open(folder.path());
    app.import_history(history().as_bytes(), false)
        .unwrap_or_else(|error| unreachable!("{}", error.detail()));
    app.close();
    folder
}

#[divan::bench(sample_count = 5)]
fn import_of_10_000_items(bencher: Bencher) {
    bencher.with_inputs(|| tempfile::tempdir().map(|folder| (open(folder.path()), folder))).bench_values(
        |input| input.map(|(app, folder)| (app.import_history(history().as_bytes(), false).is_ok(), folder)),
    );
}

#[divan::bench(sample_count = 20)]
fn board_of_10_000_items(bencher: Bencher) {
    let folder = filled();
    let app = open(folder.path());
    bencher.bench(|| app.board(JobRef { job: "1".to_owned() }).is_ok());
}

#[divan::bench(sample_count = 20)]
fn list_of_jobs_over_10_000_items(bencher: Bencher) {
    let folder = filled();
    let app = open(folder.path());
    bencher.bench(|| app.list_jobs(ListJobs {}).is_ok());
}

#[divan::bench(sample_count = 20)]
fn start_of_halfday_jobs_on_10_000_items(bencher: Bencher) {
    let folder = filled();
    bencher.bench(|| {
        Command::new(env!("CARGO_BIN_EXE_halfday"))
            .args(["jobs", "--json", "--data"])
            .arg(folder.path())
            .output()
            .map(|output| output.status.success())
    });
}
