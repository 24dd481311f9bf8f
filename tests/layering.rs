//! The walls of the house, in sentences: who may know whom. Cargo and `deny.toml` hold most of them up already; here
//! they can be read, and what a manifest cannot show (a clock, a file, a call to Tauri) is looked for in the sources.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

type Outcome = Result<(), Box<dyn Error>>;

/// Which of our crates a manifest may name, and which of other people's it never does.
const WALLS: &[(&str, &[&str], &[&str])] = &[
    ("crates/domain", &[], &["tokio", "rusqlite", "reqwest", "tauri", "clap", "getrandom"]),
    ("crates/split", &["domain"], &["tokio", "rusqlite", "reqwest", "tauri", "clap", "getrandom"]),
    ("crates/insight", &["domain"], &["tokio", "rusqlite", "reqwest", "tauri", "clap", "getrandom"]),
    ("crates/store", &["domain"], &["tokio", "reqwest", "tauri", "clap"]),
    ("crates/runner", &["domain", "split"], &["rusqlite", "tauri", "clap"]),
    ("crates/app", &["domain", "split", "insight", "store", "runner"], &["rusqlite", "tauri", "clap"]),
    (".", &["app"], &["rusqlite", "reqwest", "tauri", "tokio"]),
    ("src-tauri", &["app"], &["rusqlite", "reqwest", "clap"]),
];

/// Words by which pure code would reach the world: files, the clock, chance, other threads, the network.
const WORLDLY: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "now_v7",
    "new_v4",
    "getrandom",
    "rand::",
    "tokio",
];

/// The one file of pure code that starts threads, which end with the call.
const THREADS: &str = "crates/insight/src/threads.rs";

#[test]
fn every_crate_depends_only_on_what_lies_below_it() -> Outcome {
    for (folder, ours, never) in WALLS {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml"))?;
        let names = dependencies(&manifest);

        assert!(!names.is_empty(), "{folder} depends on something, so an empty list means we misread it");
        for name in &names {
            if let Some(own) = name.strip_prefix("halfday-") {
                assert!(ours.contains(&own), "{folder} may not know {name}");
            }
            assert!(!never.contains(&name.as_str()), "{folder} may never use {name}");
        }
    }
    Ok(())
}

#[test]
fn every_crate_in_the_tree_has_its_walls_written_down() -> Outcome {
    for entry in fs::read_dir(root().join("crates"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let folder = format!("crates/{name}");

        assert!(WALLS.iter().any(|(known, ..)| *known == folder), "{folder} needs a line in WALLS");
    }
    Ok(())
}

#[test]
fn plain_cargo_needs_no_web_view() -> Outcome {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;

    let line = manifest.lines().find(|line| line.starts_with("default-members"));

    assert_eq!(line, Some(r#"default-members = [".", "crates/*"]"#), "the window is built when it is named");
    Ok(())
}

#[test]
fn pure_crates_touch_no_file_no_clock_and_no_chance() -> Outcome {
    for folder in ["crates/domain/src", "crates/split/src", "crates/insight/src"] {
        let sources = files_below(&root().join(folder), &["rs"])?;

        assert!(!sources.is_empty(), "{folder} has sources");
        for path in sources.iter().filter(|path| !path.ends_with("tests.rs")) {
            let code = without_comments_and_tests(&fs::read_to_string(path)?);
            for word in WORLDLY.iter().filter(|word| **word != "std::thread" || !path.ends_with(THREADS)) {
                assert!(!code.contains(word), "{} reaches the world: {word}", path.display());
            }
        }
    }
    Ok(())
}

#[test]
fn one_file_of_the_pages_knows_tauri() -> Outcome {
    let pages = root().join("ui/src");
    let mut knowing = Vec::new();

    for path in files_below(&pages, &["ts", "js", "svelte"])? {
        let code = fs::read_to_string(&path)?;
        if code.contains("@tauri-apps") || code.contains("__TAURI") {
            knowing.push(path.strip_prefix(&pages)?.to_path_buf());
        }
    }

    assert_eq!(knowing, [Path::new("api/client.ts")], "everything else calls the client");
    Ok(())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names in every `[dependencies]` table of a manifest, the ones for a single platform included; what only tests
/// and build scripts use is not looked at.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(table) = line.strip_prefix('[') {
            inside = table.trim_end_matches(']').rsplit('.').next() == Some("dependencies")
                && !table.starts_with("workspace");
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            names.extend(line.split(['.', '=', ' ']).next().map(str::to_owned));
        }
    }
    names
}

fn files_below(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path, endings)?);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Tests stand at the end of a file here, so everything from the head of their module on is theirs.
fn without_comments_and_tests(source: &str) -> String {
    let code = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}
