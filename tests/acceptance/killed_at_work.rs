//! The process that works the queue is killed at every boundary of an attempt and at any moment: nothing
//! acknowledged is lost, the person's files are theirs, no item is stuck, every attempt stays.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::running::Running;
use crate::world::{Outcome, World, files_below, list};

/// How often it is killed at any moment; `scripts/kill-run.sh` does 200 rounds.
fn rounds() -> u32 {
    std::env::var("HALFDAY_KILL_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(20)
}

/// An attempt with everything in it: steps, a failing check, a repair, usage.
fn script() -> Value {
    json!({ "turns": [
        [
            { "step": { "kind": "read", "about": "letters.txt" } },
            { "write": { "path": "sorted.md", "text": "first half" } },
            { "sleep_ms": 5 },
            { "use": { "tokens_in": 500, "tokens_out": 50 } },
            { "write": { "path": "notes/more.md", "text": "second half" } },
        ],
        [
            { "sleep_ms": 5 },
            { "write": { "path": "sorted.md", "text": "Totals: 32" } },
            { "finish": { "said": "Repaired.", "confidence": 0.5 } },
        ],
    ] })
}

struct Desk {
    world: World,
    before: Vec<(String, String)>,
}

impl Desk {
    fn new() -> Outcome<Self> {
        let world = World::in_real_time()?;
        world.new_job()?;
        world.file("work/letters.txt", "14 no hot water\n")?;
        world.agent("worker", &script())?;
        world.ok(&["edit", "1.1", "--done-when", "contains: Totals"])?;
        let before = files_below(&world.path("work"))?;
        Ok(Self { world, before })
    }

    fn give(&self) -> Outcome {
        self.world.ok(&["give", "1.1", "--to", "worker", "--now-start"])?;
        Ok(())
    }

    fn item(&self) -> Outcome<Value> {
        self.world.json(&["attempts", "1.1"])
    }

    /// What must hold after a kill, given the events that were read before it; then the item is worked to
    /// its end.
    fn recovers(&self, acknowledged: &[Value], when: &str) -> Outcome {
        let seen = |kind: &str| acknowledged.iter().filter(|event| event["event"] == kind).count();
        let view = self.item()?;
        let attempts = list(&view["attempts"])?;
        let status = view["item"]["status"].as_str().unwrap_or_default().to_owned();

        for (number, attempt) in (1..).zip(attempts) {
            assert_eq!(attempt["number"], number, "{when}: every attempt is kept");
            assert!(attempt["outcome"].is_string(), "{when}: nothing stays working for ever");
        }
        let last = attempts.last().cloned().unwrap_or_default();
        if seen("started") > 0 {
            let steps = last["step_list"].as_array().map_or(0, Vec::len);
            assert!(steps >= seen("step"), "{when}: {steps} steps, {} were told", seen("step"));
        }
        if seen("ended") > 0 {
            assert_eq!((status.as_str(), &last["outcome"]), ("in_review", &json!("delivered")), "{when}");
        } else if attempts.iter().any(|one| one["outcome"] == "lost") {
            assert!(["open", "queued", "in_review"].contains(&status.as_str()), "{when}: {status}");
        }
        assert_eq!(files_below(&self.world.path("work"))?, self.before, "{when}: the person's files");
        assert_eq!(self.world.json(&["verify"])?["sound"], true, "{when}");

        let had_changed = acknowledged.iter().any(|event| event["facts"]["checkpoint"] == true);
        if status == "open" {
            self.give()?;
        }
        if status != "in_review" {
            let run = self.world.ok(&["run", "--json"])?;
            if had_changed && last["outcome"] == "lost" {
                assert!(run.out.contains("\"goes_on\":true"), "{when}: from its checkpoint: {}", run.out);
            }
        }
        let view = self.item()?;
        assert_eq!(view["item"]["status"], "in_review", "{when}: no item is stuck: {view}");
        let review = self.world.json(&["review"])?;
        let files: Vec<&Value> =
            list(&review["items"][0]["deliverables"])?.iter().map(|file| &file["path"]).collect();
        assert_eq!(files, ["notes/more.md", "sorted.md"], "{when}");
        assert_eq!(files_below(&self.world.path("work"))?, self.before, "{when}: nothing without a verdict");
        self.world.ok(&["review", "1.1", "reject", "--reason", "other", "--then", "take-back"])?;
        Ok(())
    }
}

#[test]
fn killed_at_every_event_of_an_attempt_nothing_is_lost_and_nothing_is_stuck() -> Outcome {
    let desk = Desk::new()?;
    desk.give()?;
    let (code, whole) = Running::start(&desk.world, &["run", "--json"])?.end()?;
    assert_eq!(code, Some(0));
    assert!(whole.len() > 20, "acts, steps, checkpoints, checks: {}", whole.len());
    desk.recovers(&whole, "undisturbed")?;

    for boundary in 1..whole.len() {
        desk.give()?;
        let mut run = Running::start(&desk.world, &["run", "--json"])?;
        for _ in 0..boundary {
            if run.next()?.is_none() {
                break;
            }
        }
        run.child.kill()?;
        run.child.wait()?;
        let acknowledged = run.events.clone();

        desk.recovers(&acknowledged, &format!("after event {boundary}: {:?}", acknowledged.last()))?;
    }
    Ok(())
}

#[test]
fn killed_at_any_moment_nothing_is_lost_and_nothing_is_stuck() -> Outcome {
    let desk = Desk::new()?;
    desk.give()?;
    let began = Instant::now();
    let (_, whole) = Running::start(&desk.world, &["run", "--json"])?.end()?;
    let usual = began.elapsed();
    desk.recovers(&whole, "undisturbed")?;
    let rounds = rounds();

    for round in 0..rounds {
        desk.give()?;
        let moment = usual.mul_f64(1.1 * f64::from(round) / f64::from(rounds));
        let mut run = Running::start(&desk.world, &["run", "--json"])?;
        let until = Instant::now() + moment;
        while Instant::now() < until {
            std::thread::sleep(Duration::from_micros(200));
        }
        run.child.kill()?;
        run.child.wait()?;
        // What is in the pipe was written after it was safe.
        while run.next()?.is_some() {}
        let acknowledged = run.events.clone();

        desk.recovers(&acknowledged, &format!("after {moment:?}"))?;
    }
    Ok(())
}
