//! Weekly reports that are issued by themselves and stay what they were.

use halfday_app::{App, Language, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const FRIDAY: &str = "2026-11-20T15:00:00Z";
const MONDAY: &str = "2026-11-23T08:00:00Z";

fn open(folder: &TempDir, now: &str) -> Outcome<App> {
    let now = now.parse::<halfday_app::jiff::Timestamp>()?;
    Ok(App::open(Opening {
        data: Some(folder.path().to_owned()),
        now: Some(now.to_zoned_datetime(halfday_app::jiff::tz::TimeZone::UTC)),
        language: Some(Language::En),
        origin: Origin::Window,
    })?)
}

/// A job of which one item was done, closed on Friday.
fn a_week_with_work(folder: &TempDir) -> Outcome {
    let app = open(folder, FRIDAY)?;
    let text = "Report\n\n1. Write a page (45 min)\n2. Read it (15 min)\n";
    app.dispatch(
        "create_job",
        json!({ "text": text, "items": null, "title": null, "hours": null, "workspace": null }),
    )?;
    app.dispatch("finish_item", json!({ "item": "1.1", "minutes": 45, "felt": null }))?;
    app.dispatch("close_job", json!({ "job": "1", "rest": "drop", "items": [] }))?;
    app.close();
    Ok(())
}

fn issued(app: &App) -> Outcome<usize> {
    let view = app.dispatch("activity", json!({ "limit": 100, "beforeSeq": null, "item": null }))?;
    let lines = view["lines"].as_array().ok_or("no lines")?;
    Ok(lines.iter().filter(|line| line["kind"] == "report_issued").count())
}

fn report(app: &App) -> Outcome<Value> {
    Ok(app.dispatch("report", json!({ "week": "2026-W47", "hideTitles": false }))?)
}

#[test]
fn the_report_of_a_week_is_issued_once_and_not_before_the_week_is_over() -> Outcome {
    let folder = TempDir::new()?;
    a_week_with_work(&folder)?;

    let friday = open(&folder, FRIDAY)?;
    friday.keep_time()?;
    assert_eq!(issued(&friday)?, 0);
    friday.close();

    for _ in 0..2 {
        let monday = open(&folder, MONDAY)?;
        monday.keep_time()?;
        monday.keep_time()?;
        assert_eq!(issued(&monday)?, 1);
        let report = report(&monday)?;
        assert_eq!(report["json"]["issued"], json!({ "edition": 1, "on": "2026-11-23", "changed": [] }));
        assert_eq!(report["hasChanged"], false);
        monday.close();
    }
    Ok(())
}

#[test]
fn a_week_without_anything_to_tell_of_has_no_edition() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, MONDAY)?;

    app.keep_time()?;

    assert_eq!(issued(&app)?, 0);
    assert_eq!(report(&app)?["json"]["issued"], Value::Null);
    Ok(())
}

#[test]
fn what_changed_since_it_was_issued_is_said_until_it_is_issued_again() -> Outcome {
    let folder = TempDir::new()?;
    a_week_with_work(&folder)?;
    let app = open(&folder, MONDAY)?;
    app.keep_time()?;

    // Closing the job is taken back: its minutes leave the week.
    app.dispatch("undo", json!({}))?;
    let changed = report(&app)?;
    assert_eq!(changed["hasChanged"], true);
    let figures = changed["json"]["issued"]["changed"].clone();
    assert_eq!(
        figures,
        json!([
            { "figure": "listed", "before": 45.0, "now": 0.0 },
            { "figure": "jobs_closed", "before": 1.0, "now": 0.0 },
        ])
    );

    let again = app.dispatch("issue_report", json!({ "week": "2026-W47" }))?;
    assert_eq!(again["json"]["issued"]["edition"], 2);
    assert_eq!(again["hasChanged"], false);
    Ok(())
}

#[test]
fn a_running_week_is_not_issued() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, MONDAY)?;

    let refused = app.dispatch("issue_report", json!({ "week": "2026-W48" }));

    assert_eq!(refused.err().map(|error| error.code()), Some("week_not_over"));
    Ok(())
}
