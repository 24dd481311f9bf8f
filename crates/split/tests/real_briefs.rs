//! Real briefs, when their folder is there: every one becomes 3 to 40 items and loses no byte.
//! `HALFDAY_JOBS` names the folder; some of its files may not be committed, so none is needed.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests may stop the test"
)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use halfday_split::{Wishes, decode, split};

/// What a brief may take in a release build.
const WANTED: Duration = Duration::from_millis(100);

fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/jobs");
    std::env::var_os("HALFDAY_JOBS").map_or_else(beside, PathBuf::from)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let mut files: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The text of a JSON string that is the value of `prompt` in a line of JSON.
fn prompt(line: &str) -> Option<String> {
    let at = line.find("\"prompt\"")?;
    let value = line.get(at + 8..)?.trim_start().strip_prefix(':')?.trim_start();
    let mut text = String::new();
    let mut units: Vec<u16> = vec![];
    let mut chars = value.strip_prefix('"')?.chars();
    while let Some(c) = chars.next() {
        let c = match c {
            '"' => break,
            '\\' => match chars.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let hex: String = chars.by_ref().take(4).collect();
                    units.push(u16::from_str_radix(&hex, 16).ok()?);
                    // Half of a pair waits for the other half.
                    if let Ok(whole) = String::from_utf16(&units) {
                        text.push_str(&whole);
                        units.clear();
                    }
                    continue;
                }
                other => other,
            },
            other => other,
        };
        text.push(c);
    }
    Some(text)
}

fn briefs() -> Vec<(String, String)> {
    let folder = folder();
    let mut briefs = vec![];
    for path in files(&folder).into_iter().chain(files(&folder.join("zh"))) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).expect("a listed file can be read");
        let decoded = decode(&bytes, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        if path.extension().is_some_and(|ending| ending == "jsonl") {
            let prompts = decoded.text.lines().filter_map(prompt).enumerate();
            briefs.extend(prompts.map(|(line, text)| (format!("{name}:{line}"), text)));
        } else {
            briefs.push((name, decoded.text));
        }
    }
    briefs
}

#[test]
fn real_briefs_become_three_to_forty_items_and_lose_nothing() {
    let briefs = briefs();
    if briefs.is_empty() {
        println!("skipped: {} is not there", folder().display());
        return;
    }
    // Patterns are compiled on first use; that is paid once, not by a brief.
    split("Write a report.", &Wishes::default()).expect("a short brief");
    let mut slowest = (Duration::ZERO, "");

    for (name, text) in &briefs {
        let began = Instant::now();
        let plan = split(text, &Wishes::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        slowest = slowest.max((began.elapsed(), name));

        assert_eq!(plan.uncovered(text), None, "{name}");
        assert!((3..=40).contains(&plan.items.len()), "{name}: {} items", plan.items.len());
        assert!(plan.items.iter().all(|item| !item.title.is_empty()), "{name}");
    }

    println!("{} briefs, the slowest {:?} ({})", briefs.len(), slowest.0, slowest.1);
    // Unoptimised code may take its time.
    if !cfg!(debug_assertions) {
        assert!(slowest.0 < WANTED * 5, "{} took {:?}", slowest.1, slowest.0);
    }
}
