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

use halfday_domain::plan::Plan;
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

/// The lines and sentences of `text` that plainly want something: numbered, bulleted, or with a word
/// of obligation. Told apart here by plain words, not by the code under test.
fn requirements(text: &str) -> Vec<&str> {
    const WORDS: [&str; 22] = [
        "should ",
        "must ",
        "please ",
        "include ",
        "ensure ",
        "need to ",
        "needs to ",
        "have to ",
        "has to ",
        "do not ",
        "create ",
        "provide ",
        "請",
        "请",
        "務必",
        "必須",
        "必须",
        "不要",
        "不得",
        "需要",
        "記得",
        "至少",
    ];
    let mut in_fence = false;
    text.lines()
        .map(str::trim)
        .filter(move |line| {
            let is_fence = line.starts_with("```");
            in_fence ^= is_fence;
            !in_fence && !is_fence
        })
        .flat_map(|line| {
            let is_marked = line.starts_with(['-', '*', '•', '●', '・', '※', '（'])
                || line.split_once(['.', ')', '、']).is_some_and(|(mark, _)| mark.chars().count() <= 2);
            let pieces: Vec<&str> = if is_marked {
                vec![line]
            } else {
                line.split_inclusive(['。', '！', '？']).flat_map(|part| part.split(". ")).collect()
            };
            pieces.into_iter().filter(move |piece| {
                let lower = piece.to_lowercase();
                is_marked || WORDS.iter().any(|word| lower.contains(word))
            })
        })
        .filter(|piece| piece.chars().filter(|c| c.is_alphabetic()).count() >= 4)
        .collect()
}

/// Whether most letters of `piece` stand in items and subitems, or its words in what an item says.
fn is_kept(text: &str, plan: &Plan, piece: &str) -> bool {
    let start = piece.as_ptr() as usize - text.as_ptr() as usize;
    let spans = plan.items.iter().flat_map(|item| {
        item.source_spans.iter().chain(item.subitems.iter().flat_map(|subitem| &subitem.source_spans))
    });
    let inside: usize =
        spans.map(|span| span.end.min(start + piece.len()).saturating_sub(span.start.max(start))).sum();
    let said = |item: &halfday_domain::plan::PlanItem| {
        format!("{} {} {}", item.title, item.section, item.instructions)
    };
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let wanted = letters(piece);
    inside * 2 >= piece.len() || plan.items.iter().any(|item| letters(&said(item)).contains(&wanted))
}

fn median(mut numbers: Vec<usize>) -> (usize, usize, usize) {
    numbers.sort_unstable();
    let at = |position: usize| numbers.get(position).copied().unwrap_or_default();
    (at(0), at(numbers.len() / 2), at(numbers.len().saturating_sub(1)))
}

#[test]
fn what_real_briefs_want_stands_in_their_items() {
    let briefs = briefs();
    let (mut wanted, mut kept, mut items, mut minutes) = (0_usize, 0_usize, vec![], vec![]);

    for (name, text) in &briefs {
        let plan = split(text, &Wishes::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        items.push(plan.items.len());
        minutes.push(plan.total_minutes() as usize);
        for piece in requirements(text) {
            wanted += 1;
            if is_kept(text, &plan, piece) {
                kept += 1;
            } else {
                println!("{name}: {piece}");
            }
        }
    }

    println!(
        "{} briefs: items {:?}, minutes {:?} (least, median, most); {kept} of {wanted} requirements in items",
        briefs.len(),
        median(items),
        median(minutes.clone())
    );
    assert!(kept * 100 >= wanted * 90, "{kept} of {wanted}");
    // Half a day of work is neither a minute nor a week.
    assert!(minutes.iter().all(|minutes| (60..=20 * 60).contains(minutes)), "{minutes:?}");
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
