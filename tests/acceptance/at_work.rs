//! AI works the queue: handed over, worked in a copy, checked, reviewed, published. The agent is simulated
//! and says so; everything else is the real program.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::running::{Running, ended, finished};
use crate::world::{LANGUAGES, Outcome, PROGRAM, World, list, text, word};

/// A script that writes one file and finishes.
pub(crate) fn writes(path: &str, content: &str) -> Value {
    json!({ "turns": [[
        { "step": { "kind": "read", "about": "letters.txt" } },
        { "write": { "path": path, "text": content } },
        { "use": { "tokens_in": 900, "tokens_out": 100, "cost_nano": 1_200_000 } },
        { "finish": { "said": "It is done.", "confidence": 0.7 } },
    ]] })
}

/// The job of the brief, with a folder of the person's and agents that write a file each.
fn ready(files: &[&str]) -> Outcome<World> {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.file("work/letters.txt", "14 no hot water\n")?;
    for (number, file) in files.iter().enumerate() {
        world.agent(&format!("agent{}", number + 1), &writes(file, "what was asked for\n"))?;
        let item = format!("1.{}", number + 1);
        world.ok(&["edit", &item, "--output", file])?;
        world.ok(&["give", &item, "--to", &format!("agent{}", number + 1), "--now-start"])?;
    }
    Ok(world)
}

pub(crate) fn item(world: &World, reference: &str) -> Outcome<Value> {
    Ok(world.json(&["show", reference])?["item"].clone())
}

/// A table of the database, as the full export has it.
pub(crate) fn table(world: &World, name: &str) -> Outcome<Vec<Value>> {
    let out = text(&world.path("export.json"));
    world.ok(&["export", "--format", "json", "--out", &out])?;
    let export: Value = serde_json::from_str(&std::fs::read_to_string(&out)?)?;
    let tables = export.get("export").unwrap_or(&export);
    Ok(list(&tables["tables"][name])?.clone())
}

/// Turns commands on for item 1.2; where that is refused for want of a sandbox, it has to say so.
pub(crate) fn is_refused_here(world: &World) -> Outcome<bool> {
    let on = world.run(&["edit", "1.2", "--commands", "on"])?;
    if halfday_runner::sandbox::Sandbox::find_with(PROGRAM.as_ref()).is_ok() {
        assert_eq!(on.code, Some(0), "{}", on.err);
        return Ok(false);
    }
    assert_eq!(on.code, Some(3), "without a sandbox they cannot be turned on: {}", on.err);
    assert!(on.err.contains("bwrap"), "it says what to do: {}", on.err);
    Ok(true)
}

#[test]
fn two_items_are_handed_to_ai_worked_reviewed_accepted_and_published() -> Outcome {
    let world = ready(&["sorted.md", "page.md"])?;

    let run = world.ok(&["run", "--json"])?;

    let events = finished(&run.out)?;
    let started: Vec<&Value> = events.iter().filter(|event| event["event"] == "started").collect();
    assert_eq!(started.len(), 2);
    assert_eq!(started[0]["facts"]["simulated"], true, "a script never passes for AI");
    assert!(started[0]["text"].as_str().is_some_and(|text| text.contains("simulated")));
    let end = events.last().ok_or("no end")?;
    assert_eq!((&end["event"], &end["attempts"]), (&json!("end"), &json!(2)));
    assert!(!world.path("work/sorted.md").exists(), "nothing reaches the person's folder before a verdict");
    for reference in ["1.1", "1.2"] {
        let item = item(&world, reference)?;
        assert_eq!(item["status"], "in_review");
        let attempt = &item["attempts"][0];
        assert_eq!(attempt["outcome"], "delivered");
        assert_eq!((&attempt["tokens_in"], &attempt["tokens_out"]), (&json!(900), &json!(100)));
        assert_eq!(attempt["reported_cost_nano"], 1_200_000);
    }

    world.ok(&["review", "1.1", "accept", "--review-minutes", "2"])?;
    world.ok(&["review", "1.2", "rework", "--minutes", "6"])?;

    assert_eq!(std::fs::read_to_string(world.path("work/sorted.md"))?, "what was asked for\n");
    assert_eq!(std::fs::read_to_string(world.path("work/page.md"))?, "what was asked for\n");
    assert_eq!(item(&world, "1.1")?["verdict"], "accepted");
    let attempts = table(&world, "attempts")?;
    assert_eq!(attempts.len(), 2);
    assert!(attempts.iter().all(|one| one["owner_id"].is_string() && one["self_confidence"] == 0.7));
    let steps = table(&world, "steps")?;
    assert_eq!(steps.len(), 6, "read, write and finish of each: {steps:?}");
    let open = table(&world, "acts")?.into_iter().filter(|act| act["ended_at"].is_null()).count();
    assert_eq!(open, 0, "what was begun was ended");
    assert_eq!(table(&world, "publications")?.len(), 2);
    assert!(
        !world.path("data/staging").exists()
            || std::fs::read_dir(world.path("data/staging"))?.next().is_none()
    );
    Ok(())
}

#[test]
fn an_accepted_item_of_ai_can_be_undone_and_its_file_goes_back() -> Outcome {
    let world = ready(&["sorted.md"])?;
    world.file("work/sorted.md", "what was there before\n")?;
    world.ok(&["run"])?;
    world.ok(&["review", "1.1", "accept"])?;
    assert_eq!(std::fs::read_to_string(world.path("work/sorted.md"))?, "what was asked for\n");

    world.ok(&["undo"])?;

    assert_eq!(std::fs::read_to_string(world.path("work/sorted.md"))?, "what was there before\n");
    assert_eq!(item(&world, "1.1")?["status"], "in_review");
    Ok(())
}

#[test]
fn a_file_the_person_changed_meanwhile_is_a_conflict_and_stays() -> Outcome {
    let world = ready(&["sorted.md"])?;
    world.ok(&["run"])?;
    world.file("work/sorted.md", "mine\n")?;

    let refused = world.run(&["review", "1.1", "accept"])?;

    assert_eq!(refused.code, Some(3), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(world.path("work/sorted.md"))?, "mine\n");
    assert_eq!(item(&world, "1.1")?["status"], "in_review");
    Ok(())
}

#[test]
fn a_question_is_answered_by_another_process_and_the_session_goes_on() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let script = json!({ "turns": [[
        { "ask": { "text": "Which year is meant?" } },
        { "write": { "path": "year.md", "text": "It is {answer}." } },
    ]] });
    world.agent("asker", &script)?;
    world.ok(&["give", "1.2", "--to", "asker", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    let asked = run.until("asked")?;
    let waiting = item(&world, "1.2")?;
    world.ok(&["answer", "1.2", "2024"])?;
    let (code, _) = run.end()?;

    assert_eq!(asked["text"], "Which year is meant?");
    assert_eq!((&waiting["status"], &waiting["waiting_for"]), (&json!("waiting"), &json!("question")));
    assert_eq!(code, Some(0));
    world.ok(&["review", "1.2", "accept"])?;
    assert_eq!(std::fs::read_to_string(world.path("work/year.md"))?, "It is 2024.");
    let tried = world.json(&["attempts", "1.2"])?;
    assert_eq!(tried["attempts"][0]["questions"][0]["answer"], "2024");
    assert_eq!(world.run(&["answer", "1.2", "2025"])?.code, Some(3), "nothing is asked any more");
    Ok(())
}

#[test]
fn a_permission_is_put_with_its_whole_command_and_a_refusal_is_heard() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let script = json!({ "turns": [[
        { "permission": { "argv": ["rm", "-rf", "build"] } },
        { "write": { "path": "a.md", "text": "without it" } },
    ]] });
    world.agent("asker", &script)?;
    if is_refused_here(&world)? {
        return Ok(());
    }
    world.ok(&["give", "1.2", "--to", "asker", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    let asked = run.until("asked")?;
    let unclear = world.run(&["answer", "1.2", "perhaps"])?;
    world.ok(&["answer", "1.2", "no"])?;
    run.end()?;

    assert_eq!(asked["facts"]["question"]["argv"], json!(["rm", "-rf", "build"]));
    assert_eq!(unclear.code, Some(2), "{}", unclear.err);
    let tried = world.json(&["attempts", "1.2"])?;
    let command = &tried["attempts"][0]["step_list"][0];
    assert_eq!((&command["kind"], &command["went_well"]), (&json!("command"), &json!(false)));
    Ok(())
}

#[test]
fn stop_really_stops_within_two_seconds_and_asks_why() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let script = json!({ "turns": [[
        { "write": { "path": "half.md", "text": "half" } },
        "hang",
    ]] });
    world.agent("endless", &script)?;
    world.ok(&["give", "1.2", "--to", "endless", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("step")?;
    let began = Instant::now();
    let stopped = world.ok(&["stop", "1.2"])?;
    let took = began.elapsed();
    let (code, events) = run.end()?;

    assert!(took < Duration::from_secs(4), "asked, stopped, seen: {took:?}");
    assert!(stopped.err.contains("going-wrong"), "it asks why: {}", stopped.err);
    assert_eq!(ended(&events)?["facts"]["outcome"], "stopped");
    assert_eq!(code, Some(0), "nothing is left to do");
    let item_now = item(&world, "1.2")?;
    assert_eq!((&item_now["status"], &item_now["assignee"]), (&json!("open"), &json!("me")));
    assert_eq!(item_now["attempts"][0]["reason"], Value::Null, "not said yet");

    world.ok(&["stop", "1.2", "--because", "going-wrong"])?;
    assert_eq!(item(&world, "1.2")?["attempts"][0]["reason"], "going_wrong");
    assert_eq!(world.run(&["stop", "1.2", "--because", "changed-mind"])?.code, Some(3), "it is said once");
    Ok(())
}

#[test]
fn the_review_brake_keeps_the_fifth_in_the_queue_says_why_and_a_verdict_starts_it() -> Outcome {
    let world = ready(&["a.md", "b.md", "c.md", "d.md", "e.md"])?;

    let run = world.run(&["run", "--json"])?;

    assert_eq!(run.code, Some(4), "now it is the person's turn: {}", run.err);
    assert_eq!(list(&world.json(&["review"])?["items"])?.len(), 4);
    let fifth = item(&world, "1.5")?;
    assert_eq!(fifth["status"], "queued");
    let events = finished(&run.out)?;
    let held = events.iter().rfind(|event| event["event"] == "held").ok_or("nothing is held")?;
    assert_eq!((&held["item"], &held["facts"]["why"]), (&json!("1.5"), &json!("review_brake")));
    let shown = world.ok(&["show", "1.5"])?.out;
    assert!(shown.contains("4 results have to be reviewed first"), "{shown}");

    world.ok(&["review", "1.1", "accept"])?;
    world.ok(&["run"])?;

    assert_eq!(item(&world, "1.5")?["status"], "in_review");
    Ok(())
}

#[test]
fn items_wait_for_what_they_need_and_held_ones_for_the_person() -> Outcome {
    let world = ready(&["a.md", "b.md"])?;
    world.ok(&["edit", "1.2", "--after", "1.1"])?;
    world.agent("third", &writes("c.md", "c"))?;
    world.ok(&["give", "1.3", "--to", "third", "--hold"])?;

    let run = world.run(&["run", "--json"])?;

    assert_eq!(run.code, Some(4));
    let end = finished(&run.out)?.pop().ok_or("no end")?;
    assert_eq!(end["needs_person"][0]["item"], "1.2");
    assert_eq!(end["needs_person"][0]["text"], "Waits for 1.1");
    assert_eq!(item(&world, "1.3")?["status"], "queued", "it is on hold");
    world.ok(&["review", "1.1", "accept"])?;
    world.ok(&["give", "1.3", "--to", "third", "--now-start"])?;
    world.ok(&["run"])?;
    assert_eq!(item(&world, "1.2")?["status"], "in_review");
    assert_eq!(item(&world, "1.3")?["status"], "in_review");
    Ok(())
}

#[test]
fn a_budget_pauses_and_asks_goes_on_when_told_and_fails_when_not() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let script = json!({ "turns": [
        [{ "use": { "tokens_in": 85 } }, { "use": { "tokens_in": 120 } }, "hang"],
        [{ "write": { "path": "a.md", "text": "{message}" } }, { "use": { "tokens_in": 20 } }],
    ] });
    world.agent("dear", &script)?;
    world.ok(&["give", "1.1", "--to", "dear", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json", "--budget-tokens", "100"])?;
    let warned = run.until("warned")?;
    let asked = run.until("asked")?;
    let waiting = item(&world, "1.1")?;
    world.ok(&["answer", "1.1", "go-on"])?;
    run.end()?;

    assert_eq!(warned["facts"]["budget"], "tokens", "it is said at 80 %");
    assert_eq!(asked["facts"]["question"]["reason"], "tokens");
    assert_eq!(waiting["waiting_for"], "budget");
    let item_now = item(&world, "1.1")?;
    assert_eq!(item_now["status"], "in_review");
    assert_eq!(item_now["attempts"][0]["tokens_in"], 140, "the turns together");

    world.ok(&["give", "1.2", "--to", "dear", "--now-start"])?;
    let mut run = Running::start(&world, &["run", "--json", "--budget-tokens", "100"])?;
    run.until("asked")?;
    world.ok(&["answer", "1.2", "stop"])?;
    let (code, _) = run.end()?;

    assert_eq!(code, Some(4), "it is blocked: the person decides");
    let item_now = item(&world, "1.2")?;
    assert_eq!(item_now["status"], "blocked");
    assert_eq!(
        (&item_now["attempts"][0]["outcome"], &item_now["attempts"][0]["reason"]),
        (&json!("failed"), &json!("tokens"))
    );
    Ok(())
}

#[test]
fn a_limit_that_is_set_holds_each_attempt_by_itself_and_what_is_said_for_a_run_wins() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let uses = |tokens: u64| {
        json!({ "turns": [
            [{ "write": { "path": "a.md", "text": "a" } }, { "use": { "tokens_in": tokens } }],
            [{ "write": { "path": "a.md", "text": "b" } }],
        ] })
    };
    world.agent("modest", &uses(90))?;
    world.agent("dear", &uses(120))?;
    world.ok(&["settings", "set", "budget_tokens", "100"])?;
    world.ok(&["settings", "set", "at_once", "1"])?;

    for item in ["1.1", "1.2"] {
        world.ok(&["give", item, "--to", "modest", "--now-start"])?;
    }
    let both = world.ok(&["run", "--json"])?;
    world.ok(&["give", "1.3", "--to", "dear", "--now-start"])?;
    let asks = world.run(&["run", "--json", "--wait", "0"])?;
    world.ok(&["give", "1.4", "--to", "dear", "--now-start"])?;
    let wider = world.ok(&["run", "--json", "--budget-tokens", "1000"])?;

    let budgets = |out: &str| -> Outcome<Vec<Value>> {
        let asked = finished(out)?.into_iter().filter(|event| event["event"] == "asked");
        Ok(asked.map(|event| event["facts"]["question"]["reason"].clone()).collect())
    };
    assert_eq!(budgets(&both.out)?, Vec::<Value>::new(), "90 and 90 are not 180 of one attempt");
    assert_eq!((asks.code, budgets(&asks.out)?), (Some(4), vec![json!("tokens")]), "{}", asks.err);
    assert_eq!(budgets(&wider.out)?, Vec::<Value>::new(), "the run has a wider one");
    assert_eq!(item(&world, "1.4")?["status"], "in_review");
    Ok(())
}

#[test]
fn failing_checks_go_back_as_facts_and_the_repaired_result_is_delivered() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let script = json!({ "turns": [
        [{ "write": { "path": "a.md", "text": "short" } }],
        [{ "write": { "path": "a.md", "text": "Totals: 32\n{message}" } }],
    ] });
    world.agent("fixer", &script)?;
    world.ok(&["edit", "1.1", "--done-when", "contains: Totals"])?;
    world.ok(&["give", "1.1", "--to", "fixer", "--now-start"])?;

    let run = world.ok(&["run", "--json"])?;

    let events = finished(&run.out)?;
    let rounds: Vec<&Value> = events.iter().filter(|event| event["event"] == "checked").collect();
    assert_eq!(rounds.len(), 2, "one repair");
    assert_eq!((&rounds[0]["facts"]["fails"], &rounds[1]["facts"]["fails"]), (&json!(1), &json!(0)));
    let review = world.json(&["review"])?;
    let answer = word(&review["items"][0]["deliverables"][0]["text"])?.to_owned();
    assert!(answer.contains("Totals") && answer.contains("did not pass"), "it was told the facts: {answer}");
    assert_eq!(list(&review["items"][0]["checks"])?.len(), 1, "the last round counts");
    Ok(())
}

#[test]
fn three_attempts_that_fail_their_checks_block_the_item_with_the_reason() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let turn = json!([{ "write": { "path": "a.md", "text": "no sums" } }]);
    world.agent("stubborn", &json!({ "turns": [turn, turn, turn] }))?;
    world.ok(&["edit", "1.1", "--done-when", "contains: Totals"])?;
    world.ok(&["give", "1.1", "--to", "stubborn", "--now-start"])?;

    let run = world.run(&["run"])?;

    assert_eq!(run.code, Some(4), "{}", run.err);
    let item_now = item(&world, "1.1")?;
    assert_eq!(item_now["status"], "blocked");
    let reasons: Vec<&Value> = list(&item_now["attempts"])?.iter().map(|one| &one["reason"]).collect();
    assert_eq!(reasons, ["check_failed"; 3]);
    let shown = world.ok(&["diff", "1.1", "1", "--json"])?.out;
    assert!(shown.contains("a.md"), "what failed can be looked at: {shown}");
    Ok(())
}

#[test]
fn a_whole_job_is_worked_as_one_with_the_checks_of_its_items() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.ok(&["edit", "1.1", "--done-when", "file: sorted.md"])?;
    let script = json!({ "turns": [
        [{ "write": { "path": "all.md", "text": "{message}" } }],
        [{ "write": { "path": "sorted.md", "text": "sorted" } }],
    ] });
    world.agent("whole", &script)?;
    world.ok(&["give", "1", "--to", "whole", "--now-start"])?;

    world.ok(&["run", "1"])?;

    let board = world.json(&["show", "1"])?;
    let whole = list(&board["items"])?.iter().find(|item| item["scope"] == "job").ok_or("no whole")?.clone();
    assert_eq!(whole["status"], "in_review");
    world.ok(&["review", word(&whole["ref"])?, "accept"])?;
    let brief = std::fs::read_to_string(world.path("work/all.md"))?;
    assert!(brief.contains("Ring the caretaker"), "the whole list is in the brief");
    assert_eq!(std::fs::read_to_string(world.path("work/sorted.md"))?, "sorted");
    Ok(())
}

#[test]
fn shadow_work_never_touches_the_item_and_is_sealed_until_the_person_is_done() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.agent("shade", &writes("a.md", "by AI"))?;

    world.ok(&["shadow", "1.1", "--to", "shade"])?;
    world.ok(&["run"])?;

    let before = world.json(&["attempts", "1.1"])?;
    assert_eq!(item(&world, "1.1")?["status"], "open");
    assert_eq!((&before["sealed"], &before["shadow"]), (&json!(1), &json!([])));
    assert_eq!(item(&world, "1.1")?["attempts"], json!([]), "it is no attempt at the work");
    world.ok(&["done", "1.1", "--minutes", "30"])?;
    let after = world.json(&["attempts", "1.1"])?;
    assert_eq!((&after["sealed"], &after["shadow"][0]["outcome"]), (&json!(0), &json!("delivered")));
    assert_eq!(world.json(&["stats"])?["total"]["ai_minutes"], 0, "and in no number");
    Ok(())
}

#[test]
fn a_limit_that_names_its_time_parks_the_item_and_then_it_goes_on() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let script = json!({ "turns": [
        [{ "fail": { "reason": "rate_limited", "retry_after_ms": 300 } }],
        [{ "write": { "path": "a.md", "text": "after the limit" } }],
    ] });
    world.agent("limited", &script)?;
    world.ok(&["give", "1.1", "--to", "limited", "--now-start"])?;

    let run = world.ok(&["run", "--json"])?;

    let events = finished(&run.out)?;
    let parked = events.iter().find(|event| event["event"] == "parked").ok_or("never parked")?;
    assert_eq!(parked["facts"]["why"], "limit");
    assert_eq!(item(&world, "1.1")?["status"], "in_review");
    assert_eq!(list(&item(&world, "1.1")?["attempts"])?.len(), 1, "a limit is no failure");
    Ok(())
}

#[test]
fn agents_are_added_tried_preferred_and_retired_and_never_change() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking_in_real_time(language)?;
        world.new_job()?;
        world.agent("quick", &writes("a.md", "a"))?;

        let again = world.run(&["agents", "add", "quick", "--way", "scripted"])?;
        let tested = world.ok(&["agents", "test", "quick"])?;
        world.ok(&["agents", "prefer", "quick"])?;
        world.ok(&["give", "1.1", "--to", "ai", "--now-start"])?;
        let in_use = world.run(&["agents", "remove", "quick"])?;

        assert_eq!(again.code, Some(2), "an agent without its script: {}", again.err);
        assert!(tested.err.contains("quick"));
        assert_eq!(item(&world, "1.1")?["assignee"], "quick", "ai means the preferred one");
        assert_eq!(in_use.code, Some(3));
        world.ok(&["give", "1.1", "--to", "me"])?;
        world.ok(&["agents", "remove", "quick"])?;
        assert_eq!(world.run(&["give", "1.1", "--to", "quick"])?.code, Some(2));
        world.ok(&["give", "1.1", "--to", "ai"])?;
        assert_eq!(item(&world, "1.1")?["assignee"], "clipboard");
    }
    Ok(())
}

#[test]
fn run_is_live_and_takes_no_other_time() -> Outcome {
    let world = World::new()?;
    let refused = world.run(&["run"])?;
    assert_eq!(refused.code, Some(2), "{}", refused.err);
    let world = World::in_real_time()?;
    let empty = world.ok(&["run"])?;
    assert!(empty.err.contains("Nothing is in the queue"), "{}", empty.err);
    Ok(())
}

#[test]
fn two_programs_work_one_queue_and_no_item_is_worked_twice() -> Outcome {
    let world = ready(&["a.md", "b.md", "c.md", "d.md"])?;

    let first = Running::start(&world, &["run", "--json"])?;
    let second = Running::start(&world, &["run", "--json"])?;
    let (one, other) = (first.end()?, second.end()?);

    assert_eq!((one.0, other.0), (Some(0), Some(0)));
    assert_eq!(table(&world, "attempts")?.len(), 4, "each item once");
    assert_eq!(list(&world.json(&["review"])?["items"])?.len(), 4);
    Ok(())
}

#[test]
fn what_ai_has_begun_is_not_undone_behind_its_back() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.agent("endless", &json!({ "turns": [[{ "write": { "path": "a.md", "text": "a" } }, "hang"]] }))?;
    world.ok(&["give", "1.1", "--to", "endless", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("step")?;
    let undone = world.run(&["undo"])?;
    let taken = world.run(&["give", "1.1", "--to", "me"])?;
    let closed = world.run(&["close", "1", "--rest", "did"])?;
    world.ok(&["stop", "1.1", "--because", "changed-mind"])?;
    run.end()?;

    assert_eq!((undone.code, taken.code, closed.code), (Some(3), Some(3), Some(3)), "it is stopped first");
    assert_eq!(item(&world, "1.1")?["status"], "open");
    assert_eq!(world.json(&["stats"])?["total"]["first_time"]["of"], 0, "a changed mind counts nowhere");
    Ok(())
}

#[cfg(unix)]
#[test]
fn ended_by_the_person_the_program_stops_what_it_started_and_the_work_can_go_on() -> Outcome {
    for signal in ["-INT", "-TERM"] {
        let world = World::in_real_time()?;
        world.new_job()?;
        world.agent(
            "endless",
            &json!({ "turns": [[{ "write": { "path": "a.md", "text": "a" } }, "hang"]] }),
        )?;
        world.ok(&["give", "1.1", "--to", "endless", "--now-start"])?;

        let mut run = Running::start(&world, &["run", "--json"])?;
        run.until("step")?;
        let pid = run.child.id().to_string();
        std::process::Command::new("kill").args([signal, &pid]).status()?;
        let (code, events) = run.end()?;

        assert_eq!(code, Some(0), "{signal}");
        assert_eq!(ended(&events)?["facts"]["reason"], "app_closed", "{signal}");
        assert_eq!(item(&world, "1.1")?["status"], "open", "{signal}");
        world.ok(&["give", "1.1", "--to", "endless", "--now-start"])?;
        let mut run = Running::start(&world, &["run", "--json"])?;
        let started = run.until("started")?;
        assert_eq!(started["facts"]["goes_on"], true, "{signal}: from its checkpoint");
    }
    Ok(())
}

#[test]
fn an_item_parked_by_a_limit_is_queued_again_when_its_program_dies() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let limited = json!([{ "fail": { "reason": "rate_limited", "retry_after_ms": 3_600_000 } }]);
    world.agent("limited", &json!({ "turns": [limited] }))?;
    world.ok(&["give", "1.1", "--to", "limited", "--now-start"])?;
    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("parked")?;
    assert_eq!(item(&world, "1.1")?["waiting_for"], "limit");

    run.child.kill()?;
    run.child.wait()?;

    let item_now = item(&world, "1.1")?;
    assert_eq!((&item_now["status"], &item_now["assignee"]), (&json!("queued"), &json!("limited")));
    assert_eq!(item_now["attempts"][0]["outcome"], "lost");
    let row = table(&world, "items")?.into_iter().find(|row| row["number"] == 1).ok_or("no row")?;
    assert!(row["not_before"].is_i64(), "it keeps its time: {row}");
    Ok(())
}

#[test]
fn several_items_as_one_are_stopped_as_one_and_free_again() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.agent("endless", &json!({ "turns": [[{ "write": { "path": "a.md", "text": "a" } }, "hang"]] }))?;
    world.ok(&["give", "1.1", "1.2", "--to", "endless", "--as-one", "--now-start"])?;
    let board = world.json(&["show", "1"])?;
    let bundle =
        list(&board["items"])?.iter().find(|item| item["scope"] == "bundle").ok_or("no bundle")?.clone();
    let bundle = word(&bundle["ref"])?.to_owned();

    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("step")?;
    assert_eq!(item(&world, "1.1")?["status"], "working", "it shows what covers it");
    world.ok(&["stop", &bundle])?;
    run.end()?;

    assert_eq!(
        (&item(&world, "1.1")?["status"], &item(&world, "1.2")?["status"]),
        (&json!("open"), &json!("open"))
    );
    assert_eq!(item(&world, &bundle)?["status"], "dropped");
    Ok(())
}

#[test]
fn files_the_person_changed_while_ai_worked_are_named_among_its_steps() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.file("work/letters.txt", "14 no hot water\n")?;
    world.file("work/.env", "KEY=1\n")?;
    let script = json!({ "turns": [[
        { "ask": { "text": "Which year?" } }, { "write": { "path": "year.md", "text": "{answer}" } },
    ]] });
    world.agent("asker", &script)?;
    world.ok(&["give", "1.2", "--to", "asker", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("asked")?;
    world.file("work/letters.txt", "15 no hot water\n")?;
    world.ok(&["answer", "1.2", "2024"])?;
    run.end()?;

    let tried = world.json(&["attempts", "1.2"])?;
    let steps = list(&tried["attempts"][0]["step_list"])?;
    let changed = steps.iter().find(|step| step["kind"] == "inputs_changed").ok_or("nothing is said")?;
    assert_eq!(changed["about"], "letters.txt");
    let shown = world.ok(&["attempts", "1.2"])?.out;
    assert!(shown.contains("not copied for it: .env"), "{shown}");
    assert!(shown.contains("these files of yours changed while it worked: letters.txt"), "{shown}");
    Ok(())
}

#[test]
fn a_folder_that_is_too_large_is_said_before_anything_is_copied() -> Outcome {
    let world = ready(&["sorted.md"])?;
    for number in 0..20_001 {
        std::fs::write(world.path(&format!("work/{number}.txt")), "")?;
    }

    let run = world.run(&["run", "--json"])?;

    assert_eq!(run.code, Some(4), "{}", run.err);
    let item = item(&world, "1.1")?;
    let attempt = &item["attempts"][0];
    assert_eq!((&item["status"], &attempt["reason"]), (&json!("blocked"), &json!("too_large")));
    let events = finished(&run.out)?;
    assert_eq!(
        ended(&events)?["text"],
        "Failed: the job's folder is too large to copy; name the files the item needs"
    );
    assert_eq!(ended(&events)?["facts"]["detail"], "20002 files (≤ 20000) · 1 MiB (≤ 2048)");
    assert_eq!(std::fs::read_dir(world.path("data/staging"))?.count(), 0);
    Ok(())
}
