//! Taking back and dropping what AI has: the record asks what became of it, and takes no for an answer.

use serde_json::Value;

use crate::world::{LANGUAGES, Outcome, World, answer};

/// Refused with this code until something is said; nothing changes.
fn asks(world: &World, args: &[&str], code: &str) -> Outcome<String> {
    let before = world.json(&["board", "1"])?;
    let json: Vec<&str> = args.iter().copied().chain(["--json"]).collect();

    let run = world.run(&json)?;

    let document: Value = serde_json::from_str(&run.out)?;
    assert_eq!(run.code, Some(4), "{args:?} needs the person: {}", run.err);
    assert_eq!(document["error"]["code"], code, "{args:?}");
    assert_eq!(world.json(&["board", "1"])?, before, "{args:?} changes nothing");
    Ok(run.err)
}

fn copied(world: &World) -> Outcome {
    world.new_job()?;
    world.copy(&["1.1"]).map(drop)
}

fn delivered(world: &World) -> Outcome {
    world.new_job()?;
    let line = world.copy(&["1.1"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "a.md", "fourteen")).map(drop)
}

/// (status, right, judged, unresolved) after `args`, and that an undo leaves nothing of it.
fn after(prepare: fn(&World) -> Outcome, args: &[&str]) -> Outcome<(Value, Value, Value, Value)> {
    let world = World::new()?;
    prepare(&world)?;
    let before = world.json(&["show", "1.1"])?["item"]["status"].clone();
    world.ok(args)?;
    let status = world.json(&["show", "1.1"])?["item"]["status"].clone();
    let first = world.json(&["stats"])?["total"]["first_time"].clone();
    world.ok(&["undo"])?;
    assert_eq!(world.json(&["show", "1.1"])?["item"]["status"], before, "{args:?} is taken back");
    assert_eq!(world.json(&["stats"])?["total"]["first_time"]["unresolved"], 0, "with what was said");
    Ok((status, first["right"].clone(), first["of"].clone(), first["unresolved"].clone()))
}

fn counts(status: &str, of: u32, unresolved: u32) -> (Value, Value, Value, Value) {
    (status.into(), 0.into(), of.into(), unresolved.into())
}

#[test]
fn what_came_back_is_not_taken_away_without_a_word_whether_it_was_looked_at() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        delivered(&world)?;

        for args in [&["give", "1.1", "--to", "me"][..], &["drop", "1.1"]] {
            let said = asks(&world, args, "say_if_looked")?;
            assert!(said.contains("rejected") && said.contains("not-looked-at"), "{said}");
        }
    }
    let give = |because| ["give", "1.1", "--to", "me", "--because", because];
    assert_eq!(after(delivered, &give("rejected"))?, counts("open", 1, 0));
    assert_eq!(after(delivered, &give("not-looked-at"))?, counts("open", 0, 1));
    assert_eq!(after(delivered, &["drop", "1.1", "--because", "rejected"])?, counts("dropped", 1, 0));
    assert_eq!(after(delivered, &["drop", "1.1", "--because", "not-looked-at"])?, counts("dropped", 0, 1));
    Ok(())
}

#[test]
fn a_brief_that_is_out_is_not_taken_away_without_a_word_of_its_answer() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        copied(&world)?;

        for args in [&["give", "1.1", "--to", "me"][..], &["drop", "1.1"]] {
            let said = asks(&world, args, "say_what_became")?;
            for way in ["paste", "nogood 1.1", "neversent 1.1", "--because unsaid"] {
                assert!(said.contains(way), "{way} is a way out: {said}");
            }
        }
    }
    assert_eq!(
        after(copied, &["give", "1.1", "--to", "me", "--because", "unsaid"])?,
        counts("open", 0, 1),
        "left open, it is shown as unresolved"
    );
    assert_eq!(after(copied, &["drop", "1.1", "--because", "unsaid"])?, counts("dropped", 0, 1));
    assert_eq!(after(copied, &["give", "1.1", "--to", "me", "--because", "rejected"])?, counts("open", 1, 0));
    Ok(())
}

#[test]
fn a_whole_job_is_taken_back_with_the_same_question() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["give", "1", "--to", "ai"])?;
    world.ok(&["give", "1", "--to", "me"])?;
    world.ok(&["undo"])?;
    world.copy(&["1.8"])?;

    asks(&world, &["give", "1", "--to", "me"], "say_what_became")?;
    world.ok(&["give", "1", "--to", "me", "--because", "unsaid"])?;

    assert_eq!(world.json(&["show", "1.1"])?["item"]["status"], "open", "what it covered is free again");
    Ok(())
}

#[test]
fn what_ai_has_not_begun_is_taken_back_without_a_question() -> Outcome {
    let world = World::new()?;
    world.new_job()?;

    world.ok(&["give", "1.1", "1.2", "--to", "ai"])?;
    world.ok(&["give", "1.1", "--to", "me"])?;
    world.ok(&["drop", "1.2"])?;

    assert_eq!(world.json(&["stats"])?["total"]["first_time"]["unresolved"], 0);
    Ok(())
}
