//! The queue: 50 items of 10 jobs, worked by an agent that takes no time (a script), so that all of it is
//! what the program itself needs. Memory is the most the terminal program held, as the system counts it.

use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use divan::Bencher;
use halfday_app::{App, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

fn main() {
    divan::main();
    let most = MOST_MEMORY.lock().map(|most| *most).unwrap_or_default();
    // After the figures of `divan`.
    let _ = writeln!(std::io::stderr(), "the most memory `halfday run` held: {} MB", most / 1_000);
}

const JOBS: usize = 10;
const ITEMS: usize = 5;
/// In kB, of all runs.
static MOST_MEMORY: Mutex<u64> = Mutex::new(0);

fn must<T, E: std::fmt::Display>(done: Result<T, E>) -> T {
    done.unwrap_or_else(|error| unreachable!("{error}"))
}

fn ask(app: &App, name: &str, request: Value) {
    app.dispatch(name, request).unwrap_or_else(|error| unreachable!("{name}: {}", error.detail()));
}

/// Jobs with all their items handed over, ready to start.
fn handed_over() -> TempDir {
    let folder = must(tempfile::tempdir());
    let opening =
        Opening { data: Some(folder.path().to_owned()), now: None, language: None, origin: Origin::Terminal };
    let app = App::open(opening).unwrap_or_else(|error| unreachable!("{}", error.detail()));
    let script = json!({ "turns": [[
        { "step": { "kind": "read", "about": "notes.md" } },
        { "write": { "path": "page.md", "text": "what was asked for\n" } },
        { "use": { "tokens_in": 900, "tokens_out": 100 } },
        { "finish": { "said": "It is done.", "confidence": 0.7 } },
    ]] });
    let agent = json!({
        "name": "worker", "way": "scripted", "family": null, "model": null, "config": { "script": script },
        "preferred": true,
    });
    ask(&app, "add_agent", agent);
    // The brake is for people: here nobody reviews.
    ask(&app, "change_settings", json!({ "reviewBrake": 99 }));
    for job in 1..=JOBS {
        let lines: Vec<String> =
            (1..=ITEMS).map(|item| format!("{item}. Write page {item} (45 min)")).collect();
        let text = format!("Report {job}\n\n{}\n", lines.join("\n"));
        let job_text =
            json!({ "text": text, "items": null, "title": null, "hours": null, "workspace": null });
        ask(&app, "create_job", job_text);
        let items: Vec<String> = (1..=ITEMS).map(|item| format!("{job}.{item}")).collect();
        let request = json!({
            "items": items, "to": { "who": "ai" }, "place": null, "guess": null, "minutes": null,
            "because": null, "start": "now",
        });
        ask(&app, "assign_items", request);
    }
    app.close();
    folder
}

/// Works all of it and says whether every item came back.
fn work(folder: &Path, parallel: usize) -> bool {
    let child = Command::new(env!("CARGO_BIN_EXE_halfday"))
        .args(["run", "--json", "--parallel", &parallel.to_string(), "--data"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    ended(must(child))
}

/// Waits for its end and keeps the most memory it held until then.
fn ended(mut child: Child) -> bool {
    let status = format!("/proc/{}/status", child.id());
    loop {
        if let Ok(text) = std::fs::read_to_string(&status)
            && let Some(held) = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))
            && let Some(held) = held.split_whitespace().next().and_then(|number| number.parse().ok())
            && let Ok(mut most) = MOST_MEMORY.lock()
        {
            *most = (*most).max(held);
        }
        if let Some(status) = must(child.try_wait()) {
            return status.success();
        }
        // What it held last is seen a moment before its end.
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn work_on_50_items_of_10_jobs_8_at_once(bencher: Bencher) {
    bencher
        .with_inputs(handed_over)
        .bench_values(|folder| (assert!(work(folder.path(), 8), "every item is worked"), folder));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn work_on_50_items_of_10_jobs_one_after_the_other(bencher: Bencher) {
    bencher
        .with_inputs(handed_over)
        .bench_values(|folder| (assert!(work(folder.path(), 1), "every item is worked"), folder));
}
