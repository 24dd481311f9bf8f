//! The person's settings in the terminal: shown, changed one by one, each taken back by an undo.

use std::net::TcpListener;
use std::process::Command;

use serde_json::{Value, json};

use crate::world::{LANGUAGES, Outcome, PROGRAM, World, answer, word};

fn settings(world: &World) -> Outcome<Value> {
    Ok(world.json(&["settings"])?["settings"].clone())
}

/// The setting after a command, and as it was before once that is undone.
fn check(args: &[&str], name: &str, expected: Value) -> Outcome {
    let world = World::new()?;
    let before = settings(&world)?;
    let changed = world.json(args)?["settings"].clone();
    assert_eq!(changed[name], expected, "{args:?}");
    assert_eq!(settings(&world)?, changed, "it is kept");
    world.ok(&["undo"])?;
    assert_eq!(settings(&world)?, before, "{args:?} is taken back");
    world.ok(&["redo"])?;
    assert_eq!(settings(&world)?, changed);
    Ok(())
}

#[test]
fn each_setting_is_changed_by_itself_and_taken_back() -> Outcome {
    check(&["settings", "set", "language", "zh-Hant"], "language", "zh-Hant".into())?;
    check(&["settings", "set", "veil", "off"], "veil", false.into())?;
    check(&["settings", "set", "web_checks", "on"], "web_checks", true.into())?;
    check(&["settings", "set", "rehearsal", "on"], "rehearsal", true.into())?;
    check(&["settings", "set", "second_look", "on"], "second_look", true.into())?;
    check(&["settings", "set", "review_brake", "7"], "review_brake", 7.into())?;
    check(&["settings", "set", "at_once", "1"], "at_once", 1.into())?;
    check(&["settings", "set", "budget_tokens", "200000"], "budget_tokens", 200_000.into())?;
    check(&["settings", "set", "budget_usd", "2.50"], "budget_nano", 2_500_000_000_u64.into())?;
    check(&["settings", "set", "budget_minutes", "90"], "budget_minutes", 90.into())?;
    check(&["settings", "set", "budget_minutes", "off"], "budget_minutes", Value::Null)?;
    check(&["settings", "set", "quiet", "22:00-07:30"], "quiet_from", "22:00".into())?;
    check(&["settings", "set", "quiet", "22:00-07:30"], "quiet_to", "07:30".into())?;
    check(&["settings", "set", "notify", "off"], "notify", false.into())?;
    check(&["settings", "set", "letter_keys", "off"], "letter_keys", false.into())?;
    check(
        &["settings", "names", "add", "王小明", "Alder Court"],
        "veil_names",
        json!(["王小明", "Alder Court"]),
    )
}

#[test]
fn an_attempt_may_work_eight_hours_and_take_what_it_needs_until_something_else_is_set() -> Outcome {
    let world = World::new()?;
    let limits = |world: &World| -> Outcome<Value> {
        let set = settings(world)?;
        Ok(json!([set["budget_tokens"], set["budget_nano"], set["budget_minutes"]]))
    };
    assert_eq!(limits(&world)?, json!([null, null, 480]));

    world.ok(&["settings", "set", "budget_tokens", "5000"])?;
    world.ok(&["settings", "set", "budget_usd", "0.25"])?;
    let shown = world.ok(&["settings"])?.out;
    assert!(shown.contains("5000") && shown.contains("0.25") && shown.contains("480"), "{shown}");
    for name in ["budget_tokens", "budget_usd", "budget_minutes"] {
        world.ok(&["settings", "set", name, "off"])?;
    }
    assert_eq!(limits(&world)?, json!([null, null, null]));
    Ok(())
}

#[test]
fn names_of_ones_own_are_hidden_in_the_brief_until_they_are_taken_out() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["settings", "names", "add", "Nora", "Nora", "Alder Court"])?;
    assert_eq!(settings(&world)?["veil_names"], json!(["Nora", "Alder Court"]), "each once");

    assert!(!world.ok(&["copy", "1.5"])?.out.contains("Nora"), "the name does not leave");
    world.ok(&["neversent", "1.5"])?;
    world.ok(&["settings", "names", "remove", "Nora"])?;
    assert!(world.ok(&["copy", "1.5"])?.out.contains("Nora"));

    let unknown = world.run(&["settings", "names", "remove", "Nobody"])?;
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.sentence().contains("Nobody"), "{}", unknown.err);
    Ok(())
}

#[test]
fn the_program_speaks_the_language_that_was_set() -> Outcome {
    let world = World::new()?;
    let speak = |args: &[&str]| -> Outcome<String> {
        let mut command = Command::new(PROGRAM);
        command.env_clear().env("HALFDAY_DATA", world.data()).env("LANG", "en_US.UTF-8").args(args);
        Ok(String::from_utf8(command.output()?.stdout)?)
    };
    let english = speak(&["jobs"])?;

    world.ok(&["settings", "set", "language", "zh-Hant"])?;
    assert!(speak(&["jobs"])?.contains("還沒有工作"), "as set");
    world.ok(&["settings", "set", "language", "system"])?;
    assert_eq!(speak(&["jobs"])?, english);
    Ok(())
}

#[test]
fn a_setting_that_is_none_or_has_no_such_value_is_refused_in_the_chosen_language() -> Outcome {
    for args in [
        &["settings", "set", "colour", "red"][..],
        &["settings", "set", "veil", "perhaps"],
        &["settings", "set", "at_once", "0"],
        &["settings", "set", "budget_tokens", "many"],
        &["settings", "set", "budget_usd", "-1"],
        &["settings", "set", "budget_minutes", "0"],
        &["settings", "set", "quiet", "22:00"],
        &["settings", "set", "language", "klingon"],
        &["settings", "names", "add"],
    ] {
        let mut sentences = vec![];
        for language in LANGUAGES {
            let world = World::speaking(language)?;
            let run = world.run(args)?;
            assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
            sentences.push(run.sentence().to_owned());
        }
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), 3, "{sentences:?}");
    }
    Ok(())
}

#[test]
fn an_answer_full_of_links_makes_no_call_over_the_network() -> Outcome {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let link = format!("See http://{}/source for more.", listener.local_addr()?);
    for web_checks in ["off", "on"] {
        let world = World::new()?;
        world.new_job()?;
        world.ok(&["settings", "set", "web_checks", web_checks])?;
        world.ok(&["edit", "1.4", "--done-when", "links: web"])?;
        let line = world.copy(&["1.4"])?.remove(0);

        world.ok_with_input(&["paste"], answer(&line, "notice.md", &link))?;

        let check = world.json(&["review"])?["items"][0]["checks"][0].clone();
        assert_eq!(check["result"], "cannot_tell", "{check}");
        let is_off = word(&check["detail"])?.contains("switched off");
        assert_eq!(is_off, web_checks == "off", "it says why: {check}");
        assert!(listener.accept().is_err(), "{web_checks}: nobody knocked at this computer's own door");
    }
    Ok(())
}
