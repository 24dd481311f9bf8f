//! Deleting everything: only with the word, after a backup elsewhere, and then nothing of it is left.

use std::fs;
use std::path::{Path, PathBuf};

use halfday_app::{App, Language, Opening, Origin};
use serde_json::json;
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const SECRET: &str = "Ask Mr Okonkwo about the heating";

fn open(folder: &Path, language: Language) -> Outcome<App> {
    Ok(App::open(Opening {
        data: Some(folder.to_owned()),
        now: None,
        language: Some(language),
        origin: Origin::Window,
    })?)
}

/// A job with a deliverable that was accepted, and a backup beside it.
fn with_work(folder: &Path) -> Outcome<App> {
    let app = open(folder, Language::En)?;
    let text = format!("- {SECRET} -> page.md\n");
    let job = json!({ "text": text, "items": null, "title": SECRET, "hours": null, "workspace": null });
    app.dispatch("create_job", job)?;
    let brief = app.dispatch("copy_brief", json!({ "items": ["1.1"] }))?;
    let brief = brief["text"].as_str().unwrap_or_default();
    let line = brief.lines().find(|line| line.starts_with("halfday:")).ok_or("a brief has a line")?;
    let text = format!("{line}\n\n```markdown path=page.md\n{SECRET}\n```\n");
    let paste = json!({ "text": text, "item": null, "files": [], "rounds": 1, "minutes": null, "unmarked": "refuse" });
    let pasted = app.dispatch("paste_answer", paste)?;
    let attempt = pasted["items"][0]["attempt"]["id"].clone();
    app.dispatch("open_deliverable", json!({ "attempt": attempt, "path": "page.md" }))?;
    let verdict = json!({ "item": "1.1", "verdict": { "verdict": "accept" }, "reviewMinutes": 1 });
    app.dispatch("review_attempt", verdict)?;
    app.dispatch("backup", json!({}))?;
    Ok(app)
}

fn refused(app: &App, typed: &str) -> String {
    match app.dispatch("delete_all", json!({ "typed": typed })) {
        Ok(_) => "not refused".to_owned(),
        Err(error) => error.code().to_owned(),
    }
}

/// The files below a folder that hold these words.
fn holding(folder: &Path, words: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(holding(&path, words)?);
        } else if fs::read(&path)?.windows(words.len()).any(|window| window == words.as_bytes()) {
            found.push(path);
        }
    }
    Ok(found)
}

#[test]
fn nothing_is_deleted_without_the_word_of_the_persons_language() -> Outcome {
    for (language, word, other) in [
        (Language::En, "delete", "刪除"),
        (Language::ZhHant, "刪除", "delete"),
        (Language::ZhHans, "删除", "delete"),
    ] {
        let folder = TempDir::new()?;
        with_work(folder.path())?.close();
        let app = open(folder.path(), language)?;

        for typed in ["", other, "delete all"] {
            assert_eq!(refused(&app, typed), "deletion_unconfirmed", "{typed}");
        }
        assert_eq!(app.dispatch("list_jobs", json!({}))?["jobs"].as_array().map(Vec::len), Some(1));
        app.dispatch("delete_all", json!({ "typed": format!(" {word} ") }))?;
    }
    Ok(())
}

#[test]
fn afterwards_no_byte_of_it_is_in_the_folder_but_what_was_accepted_and_a_new_file_begins() -> Outcome {
    let folder = TempDir::new()?;
    let elsewhere = TempDir::new()?;
    let app = with_work(folder.path())?;
    assert_eq!(app.dispatch("settings", json!({}))?["agentAsked"], true, "a brief was carried by hand");
    assert!(holding(folder.path(), SECRET)?.len() >= 4, "the database, its backup, the object and the copy");
    let changes = app.changes()?;
    let backup = app.dispatch("backup_to", json!({ "folder": elsewhere.path() }))?;

    let heard = std::thread::spawn(move || {
        let mut changes = changes;
        while changes.next(std::time::Duration::from_mins(1)).is_some() {}
    });
    app.dispatch("delete_all", json!({ "typed": "DELETE" }))?;
    assert!(app.is_closed());
    assert!(heard.join().is_ok(), "who listened is told that it is over");

    let left = holding(folder.path(), SECRET)?;
    assert_eq!(left, [folder.path().join("results/1/page.md")], "an accepted result is the person's");
    let anew = open(folder.path(), Language::En)?;
    assert_eq!(anew.dispatch("today", json!({}))?["isFirstRun"], true);
    assert_eq!(anew.dispatch("settings", json!({}))?["agentAsked"], false);
    anew.close();
    let kept = Path::new(backup["path"].as_str().unwrap_or_default());
    assert!(kept.starts_with(elsewhere.path()));
    halfday_app::restore(Some(folder.path()), kept, 0)?;
    let back = open(folder.path(), Language::En)?;
    assert_eq!(back.dispatch("list_jobs", json!({}))?["jobs"][0]["title"], SECRET);
    Ok(())
}

#[test]
fn while_another_program_has_it_open_nothing_is_deleted() -> Outcome {
    let folder = TempDir::new()?;
    let app = with_work(folder.path())?;
    let other = open(folder.path(), Language::En)?;

    assert_eq!(refused(&app, "DELETE"), "database_in_use");

    assert!(app.is_closed(), "the shell opens it again");
    assert_eq!(other.dispatch("list_jobs", json!({}))?["jobs"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        open(folder.path(), Language::En)?.dispatch("list_jobs", json!({}))?["jobs"][0]["title"],
        SECRET
    );
    Ok(())
}
