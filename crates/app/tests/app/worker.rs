//! The queue worked in the background, as the window does while it is open.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use halfday_app::api::{WorkEvent, WorkEventKind};
use halfday_app::{App, Language, Opening, Origin, WorkOptions};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Far more than any machine needs.
const LONG: Duration = Duration::from_mins(1);

fn open(folder: &TempDir) -> Outcome<App> {
    Ok(App::open(Opening {
        data: Some(folder.path().to_owned()),
        now: None,
        language: Some(Language::En),
        origin: Origin::Window,
    })?)
}

fn ask(app: &App, name: &str, request: Value) -> Outcome<Value> {
    Ok(app.dispatch(name, request)?)
}

fn job(app: &App, script: Value) -> Outcome {
    let text = "Report\n\n1. Write a page (45 min)\n2. Decide (15 min)\n";
    ask(
        app,
        "create_job",
        json!({ "text": text, "items": null, "title": null, "hours": null, "workspace": null }),
    )?;
    let agent = json!({
        "name": "worker", "way": "scripted", "family": null, "model": null,
        "config": { "script": script }, "preferred": true,
    });
    ask(app, "add_agent", agent)?;
    Ok(())
}

/// Writes a page, then asks and waits.
fn asking() -> Value {
    json!({ "turns": [[
        { "write": { "path": "page.md", "text": "a page" } }, { "ask": { "text": "Which year?" } },
    ]] })
}

fn give(app: &App) -> Outcome<Value> {
    let request = json!({
        "items": ["1.1"], "to": { "who": "ai" }, "place": null, "guess": null, "minutes": null,
        "because": null,
        "start": "now",
    });
    ask(app, "assign_items", request)
}

/// The card of the item as soon as `is_so`.
fn when(app: &App, is_so: impl Fn(&Value) -> bool) -> Outcome<Value> {
    let mut changes = app.changes()?;
    let until = Instant::now() + LONG;
    loop {
        let card = ask(app, "show_item", json!({ "item": "1.1" }))?["card"].clone();
        if is_so(&card) {
            return Ok(card);
        }
        if Instant::now() > until {
            return Err(format!("it stays {card}").into());
        }
        changes.next(Duration::from_millis(200));
    }
}

#[test]
fn the_window_works_what_is_handed_over_while_it_is_open() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder)?;
    job(&app, json!({ "turns": [[{ "write": { "path": "page.md", "text": "a page" } }]] }))?;
    let heard: Arc<Mutex<Vec<WorkEvent>>> = Arc::default();
    let listening = Arc::clone(&heard);
    let listener = Arc::new(move |event| {
        if let Ok(mut heard) = listening.lock() {
            heard.push(event);
        }
    });
    app.start_worker(WorkOptions::default(), listener)?;

    give(&app)?;
    let card = when(&app, |card| card["status"] == "in_review")?;

    assert_eq!(card["assignee"], "worker");
    assert_eq!(card["underWay"], Value::Null);
    // It is told after it stands in the record.
    let until = Instant::now() + LONG;
    let has_ended = |event: &WorkEvent| event.event == WorkEventKind::Ended && event.item == "1.1";
    while !heard.lock().map_err(|_| "a listener died")?.iter().any(has_ended) {
        assert!(Instant::now() < until, "the end is told");
        std::thread::sleep(Duration::from_millis(20));
    }
    app.close();
    Ok(())
}

#[test]
fn a_card_says_what_is_under_way_and_what_is_asked_and_closing_the_window_stops_it() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder)?;
    job(&app, asking())?;
    app.start_worker(WorkOptions::default(), Arc::new(|_| {}))?;
    give(&app)?;

    let card = when(&app, |card| card["underWay"]["question"].is_object())?;
    let today = ask(&app, "today", json!({}))?;
    app.close();
    let app = open(&folder)?;

    let under_way = &card["underWay"];
    assert_eq!(under_way["question"]["text"], "Which year?");
    assert_eq!((&under_way["steps"], &under_way["stepText"]), (&json!(1), &json!("writes page.md")));
    let (last, quiet) = (under_way["lastEventAt"].as_i64(), under_way["quietAt"].as_i64());
    assert_eq!(last.map(|at| at + 60_000), quiet);
    assert_eq!(today["needsYou"][0]["noteText"], "Which year?");
    let item = ask(&app, "show_item", json!({ "item": "1.1" }))?;
    assert_eq!(item["card"]["status"], "open");
    assert_eq!(item["attempts"][0]["reason"], "app_closed");
    assert_eq!(item["card"]["statusText"], "Stopped: the app was closed");
    assert_eq!(item["card"]["endReason"], "app_closed");
    app.close();
    Ok(())
}

#[test]
fn everything_is_deleted_while_ai_is_at_work_and_its_work_ends_first() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder)?;
    job(&app, asking())?;
    app.start_worker(WorkOptions::default(), Arc::new(|_| {}))?;
    give(&app)?;
    when(&app, |card| card["underWay"]["question"].is_object())?;
    let staging = folder.path().join("staging");
    assert!(staging.is_dir());

    ask(&app, "delete_all", json!({ "typed": "delete" }))?;

    assert!(app.is_closed() && !staging.exists());
    let anew = open(&folder)?;
    anew.start_worker(WorkOptions::default(), Arc::new(|_| {}))?;
    assert_eq!(ask(&anew, "list_jobs", json!({}))?["jobs"], json!([]));
    anew.close();
    Ok(())
}

/// Somebody else has the database for themselves until this is dropped.
fn hold_database(folder: &TempDir) -> Outcome<halfday_store::Connection> {
    let file = std::fs::read_dir(folder.path())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "db"))
        .ok_or("no database")?;
    let other = halfday_store::Connection::open(file)?;
    other.execute_batch("BEGIN IMMEDIATE")?;
    Ok(other)
}

#[test]
fn what_keeps_the_queue_from_being_worked_is_said_and_no_longer_when_it_is_over() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder)?;
    let (sender, heard) = std::sync::mpsc::channel();
    let listener = move |event: WorkEvent| {
        // A test that is over wants nothing.
        let _ = sender.send(event);
    };
    let is_standing = || ask(&app, "worker", json!({})).map(|view| view["standstill"].clone());

    let other = hold_database(&folder)?;
    app.start_worker(WorkOptions::default(), Arc::new(listener))?;
    let stands = heard.recv_timeout(LONG)?;
    let said = is_standing()?;
    drop(other);
    let works = heard.recv_timeout(LONG)?;

    assert_eq!((stands.event, works.event), (WorkEventKind::StandsStill, WorkEventKind::WorksAgain));
    assert_eq!(stands.text, "Another program kept the database busy for too long");
    assert_eq!((&said["code"], &said["kind"]), (&json!("database_busy"), &json!("failed")));
    assert_eq!(is_standing()?, Value::Null);
    app.close();
    Ok(())
}
