//! Trying again: the chat is told what was wrong, and after three times the person is told to change
//! something.

use serde_json::Value;

use crate::world::{LANGUAGES, Outcome, Run, World, answer, list};

/// One more attempt at 1.4 that is rejected and shall be tried again; its brief, and what was said.
fn rejected(world: &World, reason: &str, note: &str) -> Outcome<(String, Run)> {
    let brief = world.ok(&["copy", "1.4"])?;
    let line = crate::world::marks(&brief.out).remove(0);
    world.ok_with_input(&["paste"], answer(&line, "notice.md", "draft"))?;
    let run = world.ok(&["review", "1.4", "reject", "--reason", reason, "--note", note])?;
    Ok((brief.out, run))
}

fn notice(world: &World) -> Outcome<Value> {
    Ok(world.json(&["show", "1.4"])?["item"]["notice"].clone())
}

#[test]
fn each_follow_up_says_what_was_wrong_and_every_reason_is_kept() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["edit", "1.4", "--done-when", "contains: Thursday"])?;

    let (first, _) = rejected(&world, "off_brief", "Name the hall.")?;
    let (second, _) = rejected(&world, "invented", "There is no bar.")?;
    let third = world.ok(&["copy", "1.4"])?.out;

    assert!(!first.contains("cannot be used yet"), "the first brief is whole: {first}");
    for (brief, note, reason) in [
        (&second, "Name the hall.", "something other than what was asked"),
        (&third, "There is no bar.", "made up"),
    ] {
        assert!(brief.contains("cannot be used yet"), "{brief}");
        assert!(brief.contains(note) && brief.contains(reason), "{brief}");
        assert!(brief.contains("“Thursday” is not in it"), "the check that failed goes along: {brief}");
    }
    let page = world.ok(&["show", "1.4"])?.out;
    for kept in ["off the brief", "Name the hall.", "invented", "There is no bar."] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    Ok(())
}

#[test]
fn another_chat_and_a_brief_for_several_are_told_what_was_wrong_too() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    rejected(&world, "invented", "There is no bar.")?;

    let several = world.ok(&["copy", "1.4", "1.3"])?.out;
    assert!(several.contains("How to answer"), "a whole brief: {several}");
    assert!(several.contains("made up") && several.contains("There is no bar."), "{several}");

    world.ok(&["undo"])?;
    world.ok(&["give", "1.4", "--to", "me"])?;
    let other = world.ok(&["copy", "1.4"])?.out;
    assert!(other.contains("How to answer"), "a new chat gets the whole brief: {other}");
    assert!(other.contains("There is no bar."), "and what went wrong in the other: {other}");
    Ok(())
}

#[test]
fn after_three_rejections_the_person_is_told_to_change_something_and_may_go_on_all_the_same() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        world.new_job()?;
        for round in 1..=2 {
            let (_, run) = rejected(&world, "invented", "")?;
            assert!(!run.err.contains("halfday edit 1.4"), "{round} is no reason yet: {}", run.err);
            assert_eq!(notice(&world)?, Value::Null);
        }

        let (_, run) = rejected(&world, "invented", "")?;
        for way in ["halfday edit 1.4 --instructions", "halfday give 1.4 --to me", "halfday divide 1.4"] {
            assert!(run.err.contains(way), "{language}: {way}: {}", run.err);
        }
        let said = notice(&world)?;
        assert!(said.as_str().is_some_and(|said| said.contains('3') && run.err.contains(said)), "{said}");

        let unchanged = world.json(&["copy", "1.4"])?;
        assert!(list(&unchanged["notes"])?.contains(&said), "it is said once more: {unchanged}");
        world.ok(&["undo"])?;
        world.ok(&["edit", "1.4", "--instructions", "Say when and where."])?;
        assert_eq!(notice(&world)?, Value::Null, "something was changed");
        assert_eq!(list(&world.json(&["copy", "1.4"])?["notes"])?.len(), 0);
    }
    Ok(())
}

#[test]
fn answers_that_were_never_pasted_count_and_briefs_that_were_never_sent_do_not() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    for _ in 0..3 {
        world.copy(&["1.4"])?;
        world.ok(&["neversent", "1.4"])?;
    }
    world.copy(&["1.4"])?;
    let once = world.ok(&["nogood", "1.4", "--reason", "incomplete"])?;
    assert!(!once.err.contains("went wrong"), "{}", once.err);

    for _ in 0..2 {
        world.copy(&["1.4"])?;
        world.ok(&["nogood", "1.4", "--reason", "incomplete"])?;
    }

    assert!(notice(&world)?.is_string());
    Ok(())
}
