//! AI works the queue: handed over, worked in a copy, checked, reviewed, published. The agent is simulated
//! and says so; everything else is the real program.

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
pub(crate) fn ready(files: &[&str]) -> Outcome<World> {
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
