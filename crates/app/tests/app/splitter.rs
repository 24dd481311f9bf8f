//! A plan by an agent, as the window asks for it: what is taken, what is asked again, what is given up and kept, and
//! how it is stopped.

use std::fs;
use std::time::{Duration, Instant};

use halfday_app::{App, Language, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Far more than any machine needs.
const LONG: Duration = Duration::from_mins(1);
const BRIEF: &str = "Nora, please count the complaints, and draw a table of them.\n";

fn open(folder: &TempDir, turns: &Value) -> Outcome<App> {
    let app = App::open(Opening {
        data: Some(folder.path().to_owned()),
        now: None,
        language: Some(Language::En),
        origin: Origin::Window,
    })?;
    let agent = json!({
        "name": "worker", "way": "scripted", "family": null, "model": null,
        "config": { "script": { "turns": turns } }, "preferred": true,
    });
    app.dispatch("add_agent", agent)?;
    Ok(app)
}

fn split(app: &App) -> Outcome<Value> {
    let request = json!({ "text": BRIEF, "hours": null, "title": null, "agent": null, "askedAs": "draft" });
    Ok(app.dispatch("split_by_agent", request)?)
}

/// A plan of one item.
fn plan(title: &str, quote: &str) -> String {
    let item = json!({
        "id": 1, "title": title, "instructions": "", "done_when": ["It adds up"], "milestones": [],
        "estimate_minutes": 30, "confidence": 0.6, "depends_on": [], "suggested": "ai",
        "why": "checkable_text", "inputs": [], "outputs": [], "risk": "none", "kind": "analyse",
        "quotes": [quote]
    });
    json!({
        "version": 1, "title": "Complaints", "goal": "", "assumptions": [], "questions": [], "items": [item]
    })
    .to_string()
}

fn kept(folder: &TempDir) -> usize {
    fs::read_dir(folder.path().join("answers")).map_or(0, Iterator::count)
}

#[test]
fn an_answer_with_faults_is_asked_for_again_with_them_in_the_same_session() -> Outcome {
    let folder = TempDir::new()?;
    let turns = json!([
        [{ "say": plan(" ", "count the complaints") }, { "use": { "tokens_in": 900, "tokens_out": 100 } }],
        [{ "write": { "path": "plan.json", "text": plan("Count", "count the complaints") } },
         { "use": { "tokens_in": 1100, "tokens_out": 50, "cost_nano": 20_000_000 } }]
    ]);
    let app = open(&folder, &turns)?;

    let view = split(&app)?;

    assert_eq!((&view["isAgents"], &view["asked"]), (&json!(true), &json!(2)), "{view}");
    assert_eq!(view["plan"]["items"][0]["title"], "Count");
    assert_eq!(view["plan"]["items"][0]["sourceSpans"], json!([[13, 33]]));
    assert_eq!((&view["tokensIn"], &view["tokensOut"]), (&json!(2000), &json!(150)));
    assert_eq!(view["usedText"], "Used: 2,000 tokens in, 150 out · cost unknown", "one turn told no cost");
    assert_eq!(view["text"], "The list is by worker.");
    assert_eq!(kept(&folder), 0, "nothing is kept of an answer that was taken");
    assert_eq!(app.dispatch("list_jobs", json!({}))?["jobs"], json!([]), "nothing is stored");
    Ok(())
}

#[test]
fn names_leave_behind_the_veil_and_come_back_before_the_answer_is_read() -> Outcome {
    let folder = TempDir::new()?;
    // The agent makes its title of what it was told.
    let turns = json!([[{ "say": plan("Count for {NAME}", "{NAME}, please count") }]]);
    let named = |name: &str| serde_json::from_str::<Value>(&turns.to_string().replace("{NAME}", name));
    let app = open(&folder, &named("Person 1")?)?;
    let settings = app.dispatch("settings", json!({}))?;
    assert_eq!(settings["veil"], json!(true));
    let mut change = json!({ "veilNames": ["Nora"] });
    for name in settings.as_object().into_iter().flat_map(serde_json::Map::keys) {
        if change.get(name).is_none() {
            change[name] = Value::Null;
        }
    }
    app.dispatch("change_settings", change)?;

    let view = split(&app)?;

    assert_eq!(view["plan"]["items"][0]["title"], "Count for Nora");
    assert_eq!(view["plan"]["items"][0]["sourceSpans"], json!([[0, 18]]), "its quotation is found");
    Ok(())
}

#[test]
fn an_agent_that_answers_nonsense_three_times_is_given_up_and_what_it_said_is_kept() -> Outcome {
    let folder = TempDir::new()?;
    let turns = json!([[{ "say": "I cannot." }], [{ "say": "{message}" }], [{ "say": "Still no." }]]);
    let app = open(&folder, &turns)?;

    let view = split(&app)?;

    assert_eq!((&view["isAgents"], &view["reason"]), (&json!(false), &json!("not_a_plan")), "{view}");
    assert_eq!(view["asked"], 3);
    assert!(
        !view["plan"]["items"].as_array().ok_or("no items")?.is_empty(),
        "the program's own list is there"
    );
    let text = view["text"].as_str().ok_or("no text")?;
    assert!(text.contains("asked 3 times") && text.contains("no JSON object"), "{text}");
    let path = view["answerKept"].as_str().ok_or("nothing was kept")?;
    let again = "Your answer is not a plan yet. Mend these points and answer once more with the whole JSON object:\n\
                 - there is no JSON object in the answer";
    assert_eq!(fs::read_to_string(path)?, format!("I cannot.\n\n---\n\n{again}\n\n---\n\nStill no.\n"));
    Ok(())
}

#[test]
fn items_an_agent_invents_are_named_and_their_quotations_are_no_source() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, &json!([[{ "say": plan("Buy a boat", "please buy a boat") }]]))?;

    let view = split(&app)?;

    assert_eq!(view["isAgents"], true);
    assert_eq!(view["plan"]["items"][0]["sourceSpans"], json!([]));
    assert_eq!(view["withoutSource"], json!([1]));
    assert!(view["withoutSourceText"].as_str().is_some_and(|text| text.contains(": 1.")), "{view}");
    let left: usize = view["plan"]["textSpans"].as_array().map_or(0, Vec::len);
    assert!(left > 0, "the text it did not quote stays text");
    Ok(())
}

#[test]
fn one_that_hangs_is_stopped_and_nothing_is_left_of_it() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, &json!([[{ "say": "Let me think" }, "hang"]]))?;
    let asked = json!({ "askedAs": "draft" });
    assert_eq!(app.dispatch("splitting", asked.clone())?["isRunning"], false);
    let other = app.clone();
    let waiting = std::thread::spawn(move || split(&other).map_err(|error| error.to_string()));
    let until = Instant::now() + LONG;
    let says = loop {
        let text = app.dispatch("splitting", asked.clone())?["text"].as_str().unwrap_or_default().to_owned();
        if text.contains("characters") || Instant::now() > until {
            break text;
        }
        std::thread::yield_now();
    };
    assert!(says.starts_with("worker is writing: ") && says.ends_with("characters so far."), "{says}");
    let twice = split(&app).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(twice.contains("already"), "{twice}");

    app.dispatch("stop_splitting", asked.clone())?;

    let stopped = waiting.join().map_err(|_| "it panicked")?.err().unwrap_or_default();
    assert!(stopped.contains("stopped"), "{stopped}");
    assert_eq!(app.dispatch("splitting", asked)?["isRunning"], false);
    assert_eq!(kept(&folder), 0);
    Ok(())
}

#[test]
fn closing_the_program_stops_it_too() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, &json!([["hang"]]))?;
    let other = app.clone();
    let waiting = std::thread::spawn(move || split(&other).map_err(|error| error.to_string()));
    let until = Instant::now() + LONG;
    while app.dispatch("splitting", json!({ "askedAs": "draft" }))?["isRunning"] == false {
        assert!(Instant::now() < until, "it never began");
        std::thread::yield_now();
    }

    app.close();

    let stopped = waiting.join().map_err(|_| "it panicked")?.err().unwrap_or_default();
    assert!(stopped.contains("stopped"), "{stopped}");
    Ok(())
}

#[test]
fn one_that_cannot_work_leaves_the_programs_own_list_with_the_reason() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, &json!([[{ "fail": { "reason": "not_signed_in", "detail": "log in first" } }]]))?;

    let view = split(&app)?;

    assert_eq!((&view["isAgents"], &view["reason"]), (&json!(false), &json!("not_signed_in")));
    assert!(view["text"].as_str().is_some_and(|text| text.contains("log in first")), "{view}");
    assert_eq!(view["answerKept"], Value::Null, "it said nothing");
    Ok(())
}

#[test]
fn without_an_agent_it_is_refused_and_so_is_one_nobody_knows() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, &json!([]))?;
    app.dispatch("prefer_agent", json!({ "name": "clipboard" }))?;
    let code = |agent: Value| {
        let request = json!({ "text": BRIEF, "hours": null, "title": null, "agent": agent, "askedAs": "a" });
        app.dispatch("split_by_agent", request).err().map(|error| error.code())
    };

    assert_eq!(code(Value::Null), Some("no_agent_to_split"));
    assert_eq!(code(json!("ai")), Some("no_agent_to_split"));
    assert_eq!(code(json!("clipboard")), Some("no_agent_to_split"));
    assert_eq!(code(json!("nobody")), Some("agent_not_found"));
    Ok(())
}
