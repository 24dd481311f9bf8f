//! What the window's pages ask of the core, through the same door as the window: names and JSON.

use halfday_app::{App, ExportFormat, Language, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

struct Desk {
    folder: TempDir,
    app: App,
}

impl Desk {
    fn new() -> Outcome<Self> {
        let folder = TempDir::new()?;
        let app = open(&folder, "2026-11-26T09:00:00Z")?;
        Ok(Self { folder, app })
    }

    /// The same data, at another time.
    fn at(self, now: &str) -> Outcome<Self> {
        let Self { folder, app } = self;
        app.close();
        let app = open(&folder, now)?;
        Ok(Self { folder, app })
    }

    fn ask(&self, name: &str, request: Value) -> Outcome<Value> {
        Ok(self.app.dispatch(name, request)?)
    }

    /// The code of the refusal.
    fn refused(&self, name: &str, request: Value) -> String {
        match self.app.dispatch(name, request) {
            Ok(view) => format!("not refused: {view}"),
            Err(error) => error.code().to_owned(),
        }
    }

    fn job(&self) -> Outcome<Value> {
        let text = "Report\n\n1. Sort the letters (40 min)\n2. Write a page (45 min) -> page.md\n3. Decide (15 min)\n";
        let request = json!({ "text": text, "items": null, "title": null, "hours": null, "workspace": null });
        self.ask("create_job", request)
    }
}

fn open(folder: &TempDir, now: &str) -> Outcome<App> {
    Ok(App::open(Opening {
        data: Some(folder.path().to_owned()),
        now: Some(
            now.parse::<halfday_app::jiff::Timestamp>()?
                .to_zoned_datetime(halfday_app::jiff::tz::TimeZone::UTC),
        ),
        language: Some(Language::En),
        origin: Origin::Window,
    })?)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn titles(cards: &Value) -> Vec<&str> {
    list(cards).iter().filter_map(|card| card["title"].as_str()).collect()
}

#[test]
fn an_edited_draft_becomes_the_list_and_what_was_changed_is_the_persons() -> Outcome {
    let desk = Desk::new()?;
    let mut plan = desk.ask(
        "split_text",
        json!({ "text": "- one thing\n- another\n- a third", "hours": null, "title": null }),
    )?;
    let items = plan["items"].as_array_mut().ok_or("a plan")?;
    items.swap(0, 2);
    items[0]["title"] = json!("the third, first");
    items[0]["estimateMinutes"] = json!(25);
    items[0]["estimateSource"] = json!("person");
    items[1]["dependsOn"] = json!([1, 2, 99]);
    items[2]["doneWhen"] = json!(["one.md exists", "  "]);
    let items = plan["items"].clone();

    let board = desk.ask(
        "create_job",
        json!({ "text": "- one thing\n- another\n- a third", "items": items, "title": "Things", "hours": null, "workspace": null }),
    )?;

    assert_eq!(titles(&board["me"]["cards"]), ["the third, first", "another", "one thing"]);
    assert_eq!(board["me"]["cards"][0]["estimateText"], "25 min", "no ≈: the person said it");
    assert_eq!(board["me"]["cards"][1]["waitsFor"], json!(["1.1"]), "neither itself nor what is not there");
    let third = desk.ask("show_item", json!({ "item": "1.3" }))?;
    assert_eq!(third["doneWhen"], json!(["one.md exists"]));
    Ok(())
}

#[test]
fn a_draft_that_cannot_be_a_list_is_refused_and_nothing_is_stored() -> Outcome {
    let desk = Desk::new()?;
    let plan = desk.ask("split_text", json!({ "text": "- a\n- b\n- c", "hours": null, "title": null }))?;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut items = plan["items"].clone();
        change(&mut items);
        desk.refused("create_job", json!({ "text": "- a\n- b\n- c", "items": items, "title": null, "hours": null, "workspace": null }))
    };

    assert_eq!(with(&|items| *items = json!([])), "list_empty");
    assert_eq!(with(&|items| items[0]["title"] = json!(" ")), "title_empty");
    assert_eq!(with(&|items| items[0]["estimateMinutes"] = json!(481)), "minutes_out_of_range");
    let circle = |items: &mut Value| {
        items[0]["dependsOn"] = json!([2]);
        items[1]["dependsOn"] = json!([1]);
    };
    assert_eq!(with(&circle), "dependency_cycle");
    assert_eq!(list(&desk.ask("list_jobs", json!({}))?["jobs"]).len(), 0);
    Ok(())
}

#[test]
fn today_shows_what_needs_the_person_what_runs_and_what_comes_next() -> Outcome {
    let desk = Desk::new()?;
    assert_eq!(desk.ask("today", json!({}))?["isFirstRun"], true);
    desk.job()?;
    desk.ask("copy_brief", json!({ "items": ["1.2"] }))?;
    desk.ask("start_timer", json!({ "item": "1.1" }))?;
    let desk = desk.at("2026-11-26T09:05:00Z")?;

    let today = desk.ask("today", json!({}))?;

    assert_eq!(today["dateText"], "Thu 26 Nov");
    assert_eq!(today["isFirstRun"], false);
    assert_eq!(today["needsYou"][0]["card"]["ref"], "1.2");
    assert_eq!(today["needsYou"][0]["noteText"], "copied 5 min ago");
    assert_eq!(today["working"][0]["noteText"], "timer running for 5 min");
    assert_eq!(today["myNext"][0]["card"]["ref"], "1.3");
    assert_eq!(today["unresolved"], json!([]));

    let desk = desk.at("2026-11-27T09:30:00Z")?;
    let today = desk.ask("today", json!({}))?;
    assert_eq!(today["unresolved"][0]["card"]["ref"], "1.2", "a day later it is asked about");
    Ok(())
}

#[test]
fn what_is_for_a_chat_needs_the_person_until_its_brief_is_copied() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    desk.ask("assign_items", json!({ "items": ["1.2"], "to": { "who": "ai" } }))?;

    let today = desk.ask("today", json!({}))?;

    assert_eq!(today["needsYou"][0]["card"]["ref"], "1.2");
    assert_eq!(today["needsYou"][0]["card"]["statusText"], "Brief not copied yet");
    assert_eq!(today["working"], json!([]));
    Ok(())
}

#[test]
fn lines_are_added_where_they_say_for_whom_they_say_and_taken_back_at_once() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;

    let added = desk.ask(
        "quick_add",
        json!({ "text": "Call Mei 10m\n\nDraft the notice #message +rep @ai", "job": "1" }),
    )?;

    assert_eq!(list(&added["added"]).len(), 2);
    assert_eq!(titles(&added["board"]["ai"]["cards"]), ["Draft the notice"]);
    assert_eq!(added["board"]["ai"]["cards"][0]["kind"], "message");
    assert_eq!(added["board"]["me"]["cards"][3]["estimateText"], "10 min");
    desk.ask("undo", json!({}))?;
    assert_eq!(list(&desk.ask("board", json!({ "job": "1" }))?["me"]["cards"]).len(), 3);
    assert_eq!(desk.refused("quick_add", json!({ "text": "Call Mei", "job": null })), "job_unsaid");
    assert_eq!(desk.refused("quick_add", json!({ "text": "Call Mei +99", "job": null })), "job_not_found");
    assert_eq!(desk.refused("quick_add", json!({ "text": " \n", "job": "1" })), "title_empty");
    Ok(())
}

#[test]
fn a_list_is_saved_used_and_deleted_and_the_same_job_again_is_its_next_trial() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    desk.ask("assign_items", json!({ "items": ["1.2"], "to": { "who": "ai" }, "before": null, "guess": null, "minutes": null, "because": null }))?;

    let saved = desk.ask("save_template", json!({ "job": "1", "name": "Letters" }))?;
    assert_eq!(saved["templates"][0]["titles"], json!(["Sort the letters", "Write a page", "Decide"]));
    assert_eq!(
        desk.refused("save_template", json!({ "job": "1", "name": "Letters" })),
        "template_name_taken"
    );

    let used = desk
        .ask("use_template", json!({ "name": "Letters", "text": null, "title": null, "workspace": null }))?;
    assert_eq!(titles(&used["me"]["cards"]).len(), 3, "what became of the items is not part of the list");
    assert_eq!(used["job"]["trial"], 2);
    assert_eq!(used["me"]["cards"][0]["estimateSource"], "person");
    let again = desk.ask("repeat_job", json!({ "job": "1" }))?;
    assert_eq!((&again["job"]["trial"], &again["job"]["title"]), (&json!(3), &json!("Report")));
    assert_eq!(
        desk.ask("templates", json!({}))?["templates"][0]["usedText"],
        "used 3 times, last on 26 Nov 2026"
    );

    desk.ask("delete_template", json!({ "name": "Letters" }))?;
    assert_eq!(desk.ask("templates", json!({}))?["templates"], json!([]));
    assert_eq!(
        desk.ask("repeat_job", json!({ "job": "2" }))?["job"]["trial"],
        4,
        "its jobs stay trials of it"
    );
    desk.ask("undo", json!({}))?;
    desk.ask("undo", json!({}))?;
    assert_eq!(list(&desk.ask("templates", json!({}))?["templates"]).len(), 1);
    Ok(())
}

#[test]
fn a_reminder_comes_when_it_is_due_and_goes_when_the_job_is_begun_again() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    desk.ask("remind_again", json!({ "job": "1", "days": 28 }))?;
    assert_eq!(desk.ask("today", json!({}))?["dueAgain"], json!([]));

    let desk = desk.at("2026-12-24T09:00:01Z")?;
    assert_eq!(desk.ask("today", json!({}))?["dueAgain"][0]["ref"], "1");

    desk.ask("repeat_job", json!({ "job": "1" }))?;
    assert_eq!(desk.ask("today", json!({}))?["dueAgain"], json!([]));
    assert_eq!(desk.refused("remind_again", json!({ "job": "1", "days": 99_999 })), "days_out_of_range");
    Ok(())
}

#[test]
fn a_preview_of_a_brief_changes_nothing() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    let before = desk.ask("activity", json!({ "limit": 50, "beforeSeq": null }))?;

    let preview = desk.ask("preview_brief", json!({ "items": ["1.1", "1.2"] }))?;

    let text = preview["text"].as_str().ok_or("a text")?;
    assert!(text.contains("Sort the letters") && text.contains("halfday:"), "{text}");
    assert_eq!(desk.ask("activity", json!({ "limit": 50, "beforeSeq": null }))?, before);
    assert_eq!(list(&desk.ask("board", json!({ "job": "1" }))?["ai"]["cards"]).len(), 0);
    Ok(())
}

#[test]
fn an_answer_is_recognised_before_it_is_taken() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    let brief = desk.ask("copy_brief", json!({ "items": ["1.2"] }))?;
    let text = brief["text"].as_str().ok_or("a text")?;
    let start = text.find("halfday:").ok_or("a line")?;
    let line = text.get(start..start + 16).ok_or("a line")?.to_owned();
    let desk = desk.at("2026-11-26T09:12:00Z")?;

    let found = desk.ask(
        "recognise_answer",
        json!({ "text": format!("{line}\n\n```markdown path=page.md\n# A page\n```\n") }),
    )?;

    assert_eq!(found["items"][0]["card"]["ref"], "1.2");
    assert_eq!(found["items"][0]["minutesSinceCopy"], 12);
    assert_eq!(
        desk.ask("board", json!({ "job": "1" }))?["ai"]["cards"][0]["status"],
        "waiting",
        "nothing was taken"
    );
    assert_eq!(desk.refused("recognise_answer", json!({ "text": text })), "input_answer_is_brief");
    assert_eq!(desk.refused("recognise_answer", json!({ "text": "hello" })), "input_answer_unmarked");
    Ok(())
}

#[test]
fn each_open_item_may_have_its_own_answer_when_a_job_is_closed() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    let items = json!([{ "item": "1.1", "rest": "did" }, { "item": "1.2", "rest": "drop" }]);
    assert_eq!(desk.refused("close_job", json!({ "job": "1", "rest": null, "items": items })), "items_open");

    let result = desk.ask("close_job", json!({ "job": "1", "rest": "later", "items": items }))?;

    assert_eq!(result["facts"]["listed_minutes"], 40.0);
    let statuses: Vec<Value> = ["1.1", "1.2", "1.3"]
        .iter()
        .map(|item| Ok(desk.ask("show_item", json!({ "item": item }))?["card"]["status"].clone()))
        .collect::<Outcome<_>>()?;
    assert_eq!(statuses, ["done", "dropped", "open"]);
    Ok(())
}

#[test]
fn the_sample_is_marked_changes_no_number_and_goes_by_one_command() -> Outcome {
    let desk = Desk::new()?;

    let board = desk.ask("add_sample", json!({}))?;

    assert_eq!(board["job"]["isSample"], true);
    assert_eq!(board["ai"]["cards"][0]["status"], "in_review");
    assert_eq!(board["ai"]["cards"][0]["isSample"], true);
    let item = board["ai"]["cards"][0]["ref"].clone();
    desk.ask(
        "review_attempt",
        json!({ "item": item, "verdict": { "verdict": "accept" }, "reviewMinutes": 2 }),
    )?;
    desk.ask("close_job", json!({ "job": board["job"]["ref"], "rest": "did", "items": [] }))?;
    let today = desk.ask("today", json!({}))?;
    assert_eq!((&today["weekText"], &today["soFarText"]), (&Value::Null, &Value::Null));
    assert_eq!(today["hasSample"], true);

    assert_eq!(desk.ask("remove_sample", json!({}))?["jobs"], json!([]));
    desk.ask("undo", json!({}))?;
    assert_eq!(list(&desk.ask("list_jobs", json!({}))?["jobs"]).len(), 1);
    Ok(())
}

#[test]
fn the_list_of_weeks_has_the_running_one_and_those_that_have_something_to_say() -> Outcome {
    let desk = Desk::new()?;
    let weeks = desk.ask("weeks", json!({}))?;
    assert_eq!(list(&weeks["weeks"]).len(), 1);
    assert_eq!(weeks["weeks"][0]["isRunning"], true);
    assert_eq!(weeks["firstText"], "First report on Mon 30 Nov, or make it now.");

    desk.job()?;
    desk.ask("close_job", json!({ "job": "1", "rest": "did", "items": [] }))?;
    let desk = desk.at("2026-12-09T09:00:00Z")?;
    let weeks = desk.ask("weeks", json!({}))?;
    assert_eq!(list(&weeks["weeks"]).len(), 2, "the empty week between is left out");
    assert_eq!(weeks["weeks"][1]["week"], "2026-W48");
    assert_eq!(
        weeks["weeks"][1]["summaryText"],
        "Of 1 h 40 of work listed and finished here, 0 min came from AI."
    );
    assert_eq!(weeks["firstText"], Value::Null);
    Ok(())
}

#[test]
fn settings_keep_what_is_said_within_reason_and_leave_the_rest() -> Outcome {
    let desk = Desk::new()?;

    let set = desk.ask(
        "change_settings",
        json!({ "reviewBrake": 0, "quiet": { "from": 1320, "to": 420 }, "letterKeys": false }),
    )?;

    assert_eq!((&set["reviewBrake"], &set["atOnce"]), (&json!(1), &json!(2)));
    assert_eq!(
        (&set["quietFrom"], &set["quietTo"], &set["letterKeys"]),
        (&json!(1320), &json!(420), &json!(false))
    );
    let set = desk.ask("change_settings", json!({ "quiet": { "from": null, "to": null } }))?;
    assert_eq!((&set["quietFrom"], &set["letterKeys"]), (&Value::Null, &json!(false)));
    Ok(())
}

#[test]
fn an_export_is_written_whole_where_the_person_said() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    let path = desk.folder.path().join("out.md");

    let written = desk.ask("export_data", json!({ "format": "markdown", "path": path }))?;

    assert_eq!(written["text"], format!("Written to {}", path.display()));
    assert!(std::fs::read_to_string(&path)?.contains("Sort the letters"));
    let nowhere = desk.folder.path().join("no/such/folder/out.md");
    assert_eq!(desk.refused("export_data", json!({ "format": "json", "path": nowhere })), "file_unwritable");
    Ok(())
}

#[test]
fn the_sample_is_marked_in_each_export_or_left_out() -> Outcome {
    let desk = Desk::new()?;
    let board = desk.ask("add_sample", json!({}))?;
    let title = board["job"]["title"].as_str().ok_or("a title")?;

    let exported = |format| desk.app.export(format);

    let markdown = exported(ExportFormat::Markdown)?;
    assert!(markdown.contains(&format!("# {title} · Sample, not counted\n")), "{markdown}");
    let json: Value = serde_json::from_str(&exported(ExportFormat::Json)?)?;
    assert_eq!(json["tables"]["jobs"][0]["is_sample"], 1, "{json}");
    assert_eq!(exported(ExportFormat::Csv)?.lines().count(), 1, "a record of work has no sample");
    Ok(())
}

#[test]
fn what_came_back_is_shown_compared_and_opened_as_a_copy_that_may_be_edited() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    let deliver = |content: &str| -> Outcome {
        desk.ask("copy_brief", json!({ "items": ["1.2"] }))?;
        let text = format!("```markdown path=page.md\n{content}\n```");
        let paste = json!({ "text": text, "item": "1.2", "files": [], "rounds": 1, "minutes": null, "unmarked": "takeAnyway" });
        desk.ask("paste_answer", paste)?;
        Ok(())
    };
    deliver("# A page\n\nThe hall is free.<script>alert(1)</script>")?;
    let attempt = desk.ask("show_item", json!({ "item": "1.2" }))?["attempts"][0]["id"].clone();

    let shown = desk.ask("show_deliverable", json!({ "attempt": attempt, "path": "page.md" }))?;
    assert_eq!(shown["kind"], "markdown");
    let html = shown["html"].as_str().ok_or("markup")?;
    assert!(html.contains("The hall is free.") && !html.contains("<script"), "{html}");
    assert_eq!(
        desk.refused("show_deliverable", json!({ "attempt": attempt, "path": "../halfday.db" })),
        "deliverable_not_found"
    );

    let opened = desk.ask("open_deliverable", json!({ "attempt": attempt, "path": "page.md" }))?;
    let copy = std::path::PathBuf::from(opened["path"].as_str().ok_or("a path")?);
    assert!(copy.starts_with(desk.folder.path().join("editing")), "{copy:?}");
    let view = desk.ask("show_item", json!({ "item": "1.2" }))?;
    assert_eq!(view["attempts"][0]["deliverables"][0]["isEdited"], false, "opened, and nothing written yet");
    std::fs::write(&copy, "# My page\n")?;
    desk.ask("open_deliverable", json!({ "attempt": attempt, "path": "page.md" }))?;
    assert_eq!(std::fs::read_to_string(&copy)?, "# My page\n", "opening again loses nothing");
    let view = desk.ask("show_item", json!({ "item": "1.2" }))?;
    assert_eq!(view["attempts"][0]["deliverables"][0]["isEdited"], true);

    let reject =
        json!({ "verdict": "reject", "reason": "incomplete", "step": null, "note": null, "then": "retry" });
    desk.ask("review_attempt", json!({ "item": "1.2", "verdict": reject, "reviewMinutes": null }))?;
    deliver("# A page\n\nThe hall is booked.")?;
    let diff = desk.ask("diff_attempts", json!({ "item": "1.2", "from": 1, "to": 2 }))?;
    let signs: Vec<&str> =
        list(&diff["files"][0]["lines"]).iter().filter_map(|line| line["sign"].as_str()).collect();
    assert_eq!(signs, ["same", "same", "removed", "added"]);
    assert_eq!(
        desk.refused("diff_attempts", json!({ "item": "1.2", "from": 1, "to": 9 })),
        "attempt_not_found"
    );
    Ok(())
}

#[test]
fn the_activity_of_one_item_leaves_out_what_happened_to_the_others() -> Outcome {
    let desk = Desk::new()?;
    desk.job()?;
    desk.ask("edit_item", json!({ "item": "1.1", "title": "Sort them" }))?;
    desk.ask("edit_item", json!({ "item": "1.2", "title": "Write it" }))?;
    desk.ask("finish_item", json!({ "item": "1.1", "minutes": 20, "felt": null }))?;

    let log = desk.ask("activity", json!({ "limit": 50, "beforeSeq": null, "item": "1.1" }))?;
    let all = desk.ask("activity", json!({ "limit": 50, "beforeSeq": null, "item": null }))?;

    let items: Vec<_> = list(&log["lines"]).iter().filter_map(|line| line["item"].as_str()).collect();
    assert!(items.len() >= 2 && items.iter().all(|item| *item == "1.1"), "{items:?}");
    assert!(list(&all["lines"]).iter().any(|line| line["item"] == "1.2"));
    let newest = desk.ask("activity", json!({ "limit": 1, "beforeSeq": null, "item": "1.1" }))?;
    assert_eq!((list(&newest["lines"]).len(), &newest["more"]), (1, &json!(true)));
    assert_eq!(
        desk.refused("activity", json!({ "limit": 50, "beforeSeq": null, "item": "1.99" })),
        "item_not_found"
    );
    Ok(())
}
