//! Opening again what was closed or done.

use serde_json::Value;

use crate::world::{Outcome, World, answer};

fn refused(world: &World, args: &[&str], code: &str) -> Outcome {
    let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
    let run = world.run(&args)?;
    assert_eq!(run.code, Some(3), "{args:?}: {}", run.err);
    assert_eq!(serde_json::from_str::<Value>(&run.out)?["error"]["code"], code, "{args:?}");
    Ok(())
}

#[test]
fn a_job_opened_again_is_in_no_share_until_it_is_closed_again() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["close", "1", "--rest", "later"])?;
    refused(&world, &["done", "1.1"], "job_closed")?;
    assert_eq!(world.json(&["stats"])?["total"]["jobs_closed"], 1);

    let board = world.json(&["reopen", "1"])?;
    assert_eq!(board["job"]["closed_at"], Value::Null);
    refused(&world, &["reopen", "1"], "job_open")?;
    world.wait_minutes(5);
    world.ok(&["done", "1.1"])?;

    let open = world.json(&["stats"])?["total"].clone();
    assert_eq!((&open["jobs_closed"], &open["listed_minutes"]), (&0.into(), &0.into()));
    world.ok(&["close", "1", "--rest", "drop"])?;
    let closed = world.json(&["stats"])?["total"].clone();
    assert_eq!((&closed["jobs_closed"], &closed["listed_minutes"]), (&1.into(), &40.into()));
    Ok(())
}

#[test]
fn an_own_item_opened_again_is_done_again_and_counts_once() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["done", "1.5", "--minutes", "12"])?;

    let reopened = world.json(&["reopen", "1.5"])?;
    assert_eq!(reopened["item"]["status"], "open");
    refused(&world, &["reopen", "1.5"], "not_allowed")?;
    world.wait_minutes(5);
    world.ok(&["done", "1.5"])?;
    world.ok(&["close", "1", "--rest", "drop"])?;

    assert_eq!(world.json(&["result", "1"])?["result"]["own_minutes"], 20, "once, as listed");
    Ok(())
}

#[test]
fn a_line_ticked_in_the_brief_counts_once_it_was_opened_and_done_again() -> Outcome {
    let world = World::new()?;
    world.ok_with_input(&["new", "-"], "- [x] Book the hall (30 min)\n- [ ] Write the notice (15 min)\n")?;

    world.ok(&["reopen", "1.1"])?;
    world.ok(&["done", "1.1"])?;
    world.ok(&["close", "1", "--rest", "drop"])?;

    assert_eq!(world.json(&["result", "1"])?["result"]["own_minutes"], 30);
    Ok(())
}

#[test]
fn what_ai_did_and_was_accepted_is_not_opened_again_behind_the_record() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let line = world.copy(&["1.4"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "notice.md", "draft"))?;
    world.ok(&["review", "1.4", "accept"])?;

    refused(&world, &["reopen", "1.4"], "accepted_from_ai")
}
