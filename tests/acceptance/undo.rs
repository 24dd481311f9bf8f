//! Every command can be taken back and done again, in another process.

use crate::world::{Outcome, World, answer};

/// What came before, and the command that is undone.
fn check(prepare: Option<fn(&World) -> Outcome>, command: &[&str]) -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    if let Some(prepare) = prepare {
        prepare(&world)?;
    }
    world.wait_minutes(1);
    let before = world.dump()?;

    world.ok(command)?;
    let after = world.dump()?;
    world.ok(&["undo"])?;

    assert_ne!(before, after, "{command:?} does something");
    assert_eq!(world.dump()?, before, "{command:?} is taken back");
    world.ok(&["redo"])?;
    assert_eq!(world.dump()?, after, "{command:?} is done again");
    world.ok(&["undo"])?;
    assert_eq!(world.dump()?, before, "and taken back again");
    Ok(())
}

/// A second job whose first item has parts.
fn with_parts(world: &World) -> Outcome {
    let brief = "1. Set up the hall\n   - chairs\n   - microphone\n2. Write the notice\n3. Send it\n";
    world.ok_with_input(&["new", "-"], brief).map(drop)
}

fn copied(world: &World) -> Outcome {
    world.copy(&["1.1"]).map(drop)
}

fn delivered(world: &World) -> Outcome {
    let line = world.copy(&["1.1"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "a.md", "fourteen")).map(drop)
}

#[test]
fn changes_of_the_checklist_are_taken_back_and_done_again() -> Outcome {
    check(None, &["add", "1", "Water the plants", "--minutes", "5"])?;
    check(None, &["edit", "1.1", "--title", "Sort them", "--minutes", "50", "--done-when", "a table"])?;
    check(None, &["drop", "1.2", "1.3"])?;
    check(Some(|world| world.ok(&["drop", "1.2"]).map(drop)), &["restore-item", "1.2"])?;
    check(None, &["move", "1.5", "1.6", "--before", "1.1"])?;
    check(None, &["move", "1.1", "--after", "1.4"])?;
    check(Some(with_parts), &["divide", "2.1"])?;
    check(None, &["merge", "1.2", "1.3"])
}

#[test]
fn handing_over_and_the_clipboard_are_taken_back_and_done_again() -> Outcome {
    check(None, &["give", "1.1", "1.2", "--to", "ai"])?;
    check(Some(|world| world.ok(&["give", "1.1", "--to", "ai"]).map(drop)), &["give", "1.1", "--to", "me"])?;
    check(None, &["give", "1", "--to", "ai"])?;
    check(None, &["give", "1.1", "1.2", "--to", "ai", "--as-one"])?;
    check(None, &["copy", "1.1", "1.2"])?;
    check(Some(copied), &["nogood", "1.1", "--reason", "invented"])?;
    check(Some(copied), &["nogood", "1.1", "--reason", "invented", "--then", "take-back"])?;
    check(Some(copied), &["neversent", "1.1"])
}

#[test]
fn a_paste_is_taken_back_and_done_again() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let line = world.copy(&["1.1"])?.remove(0);
    let before = world.dump()?;

    world.ok_with_input(&["paste"], answer(&line, "a.md", "fourteen"))?;
    let after = world.dump()?;
    world.ok(&["undo"])?;

    assert_eq!(world.dump()?, before);
    world.ok(&["redo"])?;
    assert_eq!(world.dump()?, after);
    Ok(())
}

#[test]
fn verdicts_are_taken_back_with_their_files_and_done_again() -> Outcome {
    check(Some(delivered), &["review", "1.1", "accept"])?;
    check(Some(delivered), &["review", "1.1", "rework", "--minutes", "5"])?;
    check(Some(delivered), &["review", "1.1", "reject", "--reason", "invented"])?;
    check(Some(delivered), &["review", "1.1", "reject", "--reason", "invented", "--then", "take-back"])?;
    check(Some(delivered), &["give", "1.1", "--to", "me", "--because", "not-looked-at"])?;
    check(Some(copied), &["drop", "1.1", "--because", "unsaid"])
}

#[test]
fn the_persons_own_work_and_closing_are_taken_back_and_done_again() -> Outcome {
    check(None, &["done", "1.5", "--minutes", "12"])?;
    check(None, &["timer", "start", "1.5"])?;
    check(Some(|world| world.ok(&["timer", "start", "1.5"]).map(drop)), &["timer", "stop"])?;
    check(None, &["close", "1", "--rest", "did"])?;
    check(None, &["close", "1", "--rest", "drop"])?;
    check(None, &["close", "1", "--rest", "later"])?;
    let closed: fn(&World) -> Outcome = |world| world.ok(&["close", "1", "--rest", "later"]).map(drop);
    check(Some(closed), &["reopen", "1"])?;
    check(Some(|world| world.ok(&["done", "1.5"]).map(drop)), &["reopen", "1.5"])
}

/// A figure in a job's result after these commands.
fn in_result(figure: &str, commands: &[&[&str]]) -> Outcome<serde_json::Value> {
    let world = World::new()?;
    world.new_job()?;
    for command in commands {
        world.ok(command)?;
    }
    world.ok(&["close", "1", "--rest", "did"])?;
    Ok(world.json(&["result", "1"])?["result"][figure].clone())
}

#[test]
fn logged_minutes_and_guesses_are_taken_back_and_made_again() -> Outcome {
    let log: &[&str] = &["log", "1.5", "--minutes", "12", "--kind", "brief"];
    let guess: &[&str] = &["guess", "1", "40%"];
    let (undo, redo): (&[&str], &[&str]) = (&["undo"], &["redo"]);

    assert_eq!(in_result("brief_minutes", &[log])?, 12);
    assert_eq!(in_result("brief_minutes", &[log, undo])?, 0);
    assert_eq!(in_result("brief_minutes", &[log, undo, redo])?, 12);
    assert_eq!(in_result("guess_share", &[guess])?, 0.4);
    assert_eq!(in_result("guess_share", &[guess, undo])?, serde_json::Value::Null);
    assert_eq!(in_result("guess_share", &[guess, undo, redo])?, 0.4);
    Ok(())
}

#[test]
fn five_mixed_commands_are_taken_back_one_by_one() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let commands: [&[&str]; 5] = [
        &["add", "1", "Water the plants"],
        &["done", "1.5"],
        &["give", "1.1", "1.2", "--to", "ai"],
        &["copy", "1.1", "1.2"],
        &["drop", "1.7"],
    ];
    let mut states = vec![];
    for command in commands {
        states.push(world.dump()?);
        world.ok(command)?;
    }

    while let Some(state) = states.pop() {
        world.ok(&["undo"])?;
        assert_eq!(world.dump()?, state);
    }
    Ok(())
}

#[test]
fn a_file_the_person_changed_since_is_left_to_them_by_an_undo() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    delivered(&world)?;
    world.ok(&["review", "1.1", "accept"])?;
    world.file("work/a.md", "the person's own words by now")?;

    let run = world.run(&["undo"])?;

    assert_eq!(std::fs::read_to_string(world.path("work/a.md"))?, "the person's own words by now");
    assert!(run.err.contains("a.md"), "it says which file it could not take back: {}", run.err);
    Ok(())
}
