//! The process is killed at any moment: what was acknowledged is there, the person's files are
//! whole, the database is sound, and undo still fits.

use std::process::Child;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::world::{Outcome, World, answer, list};

/// How often each story is killed; `scripts/kill.sh` does 200 rounds.
fn rounds() -> u32 {
    std::env::var("HALFDAY_KILL_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(20)
}

/// Kills the child after `delay`, unless it ended before. True if it had ended by itself.
fn kill_after(child: &mut Child, delay: Duration) -> Outcome<bool> {
    let until = Instant::now() + delay;
    while Instant::now() < until {
        if child.try_wait()?.is_some() {
            return Ok(true);
        }
        std::thread::yield_now();
    }
    let ended = child.try_wait()?.is_some();
    child.kill()?;
    child.wait()?;
    Ok(ended)
}

/// How long a command takes here, undisturbed.
fn usual(world: &World, args: &[&str]) -> Outcome<Duration> {
    let began = Instant::now();
    world.ok(args)?;
    Ok(began.elapsed())
}

/// Moments spread over the whole run of a command, a little beyond its end.
fn moments(whole: Duration) -> impl Iterator<Item = Duration> {
    let rounds = rounds();
    (0..rounds).map(move |round| whole.mul_f64(1.2 * f64::from(round) / f64::from(rounds)))
}

#[test]
fn killed_between_commands_everything_acknowledged_is_there() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let before = list(&world.json(&["show", "1"])?["items"])?.len();
    let whole = usual(&world, &["add", "1", "to begin with"])?;
    let mut least = 1;
    let mut most = 1;

    for moment in moments(whole) {
        let mut child = world.command(&["add", "1", "one more"]).spawn()?;
        most += 1;
        least += usize::from(kill_after(&mut child, moment)?);
    }

    let items = list(&world.json(&["show", "1"])?["items"])?.len() - before;
    assert!((least..=most).contains(&items), "{items} items, {least} to {most} were told");
    assert_eq!(world.json(&["verify"])?["sound"], true);
    for _ in 0..items {
        world.ok(&["undo"])?;
    }
    assert_eq!(list(&world.json(&["show", "1"])?["items"])?.len(), before, "undo takes each back once");
    Ok(())
}

#[test]
fn killed_while_publishing_the_persons_files_are_whole() -> Outcome {
    let ready = || -> Outcome<(World, String)> {
        let world = World::new()?;
        world.new_job()?;
        world.file("work/notice.md", "what was there before\n")?;
        let line = world.copy(&["1.4"])?.remove(0);
        let content = "a line of the notice\n".repeat(20_000);
        world.ok_with_input(&["paste"], answer(&line, "notice.md", &content))?;
        Ok((world, content))
    };
    let (world, _) = ready()?;
    let whole = usual(&world, &["review", "1.4", "accept"])?;

    for moment in moments(whole) {
        let (world, content) = ready()?;
        let mut child = world.command(&["review", "1.4", "accept"]).spawn()?;
        let told = kill_after(&mut child, moment)?;

        // The next command recovers what the dead one left.
        let item: Value = world.json(&["show", "1.4"])?["item"].clone();
        let file = std::fs::read_to_string(world.path("work/notice.md"))?;
        let is_new = file.trim_end() == content.trim_end();
        assert!(is_new || file == "what was there before\n", "half a file after {moment:?}");
        match item["status"].as_str() {
            Some("done") => assert!(is_new, "an accepted item's file is in the folder"),
            Some("in_review") => {
                assert!(!told, "an acknowledged verdict stands");
                assert!(!is_new, "nothing is published without its verdict");
                world.ok(&["review", "1.4", "accept"])?;
            }
            other => return Err(format!("{other:?} after {moment:?}").into()),
        }
        let left: Vec<_> = crate::world::files_below(&world.path("work"))?;
        assert_eq!(left.len(), 1, "no part files stay behind: {left:?}");
        world.ok(&["undo"])?;
        assert_eq!(std::fs::read_to_string(world.path("work/notice.md"))?, "what was there before\n");
        assert_eq!(world.json(&["show", "1.4"])?["item"]["status"], "in_review");
        assert_eq!(world.json(&["verify"])?["sound"], true);
    }
    Ok(())
}
