//! What may start, what waits and why: the review brake, dependencies, limits and budgets. The agents are simulated.

use serde_json::{Value, json};

use crate::at_work::{item, ready, table, writes};
use crate::running::{Running, finished};
use crate::world::{Outcome, World, list};

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
