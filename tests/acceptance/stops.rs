//! Work that is stopped, by the person or with its program, and goes on. The agents are simulated.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::at_work::item;
use crate::running::{Running, ended};
use crate::world::{Outcome, World, list, word};

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
