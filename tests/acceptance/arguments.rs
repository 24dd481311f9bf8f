//! Wrong arguments, and the two ways out.

use std::process::{Command, Stdio};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::world::{LANGUAGES, Outcome, PROGRAM, World, text};

/// Arguments that make no sense: code 2, one sentence in the language, nothing on standard output.
fn wrong(args: &[&str]) -> Outcome {
    let mut sentences = vec![];
    for language in LANGUAGES {
        let world = World::speaking(language)?;

        let run = world.run(args)?;

        assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
        assert_eq!(run.out, "", "{args:?}");
        assert_eq!(run.err.lines().count(), 2, "a sentence and a hint: {}", run.err);
        assert!(!run.err.contains("{$") && !run.err.contains("wrong-"), "finished words: {}", run.err);
        sentences.push(run.sentence().to_owned());
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 3, "{args:?} in three languages: {sentences:?}");
    Ok(())
}

#[test]
fn what_makes_no_sense_is_answered_in_the_chosen_language_with_code_two() -> Outcome {
    wrong(&[])?;
    wrong(&["boards"])?;
    wrong(&["board"])?;
    wrong(&["board", "1", "--colour"])?;
    wrong(&["board", "seven"])?;
    wrong(&["board", "99"])?;
    wrong(&["show", "99.1"])?;
    wrong(&["give", "1.1"])?;
    wrong(&["done", "1.1", "--minutes", "-3"])?;
    wrong(&["done", "1.1", "--minutes", "many"])?;
    wrong(&["close", "1", "--rest", "burn"])?;
    wrong(&["move", "1.1"])?;
    wrong(&["move", "1.1", "--before", "1.2", "--after", "1.3"])?;
    wrong(&["paste", "--rounds", "9"])?;
    wrong(&["review", "accept"])?;
    wrong(&["report", "--week", "last"])?;
    wrong(&["report", "--format", "md,html"])?;
    wrong(&["stats", "--by", "mood"])?;
    wrong(&["guess", "1", "much"])?;
    wrong(&["timer"])
}

#[test]
fn a_time_without_its_offset_is_no_time() -> Outcome {
    for language in LANGUAGES {
        for now in ["yesterday", "2026-11-20", "2026-11-20T10:00:00", "2026-13-40T10:00:00+08:00", ""] {
            let world = World::speaking(language)?;
            let run = Command::new(PROGRAM)
                .env_clear()
                .env("HALFDAY_DATA", world.data())
                .args(["jobs", "--lang", language, "--now", now])
                .output()?;

            assert_eq!(run.status.code(), Some(2), "{now}");
            assert!(!world.data().exists(), "{now}: nothing was opened");
        }
    }
    Ok(())
}

#[test]
fn the_language_comes_from_the_option_else_from_the_system() -> Outcome {
    let world = World::new()?;
    let said = |variables: &[(&str, &str)], args: &[&str]| -> Outcome<String> {
        let mut command = Command::new(PROGRAM);
        command.env_clear().env("HALFDAY_DATA", world.data()).envs(variables.iter().copied());
        let output = command.args(args).output()?;
        Ok(String::from_utf8(output.stdout)?.lines().next().unwrap_or_default().to_owned())
    };
    let traditional = said(&[], &["jobs", "--lang", "zh-Hant"])?;

    assert_eq!(said(&[("LANG", "zh_TW.UTF-8")], &["jobs"])?, traditional);
    assert_eq!(said(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_TW.UTF-8")], &["jobs"])?, traditional);
    assert_eq!(said(&[("LANG", "C")], &["--lang=zh-Hant", "jobs"])?, traditional);
    assert_ne!(said(&[("LANG", "zh_CN.UTF-8")], &["jobs"])?, traditional);
    assert_ne!(said(&[], &["jobs"])?, traditional, "else English");
    Ok(())
}

#[test]
fn help_is_printed_in_the_language_and_is_no_error() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        for args in [&["--help"][..], &["help"], &["-h"], &["review", "--help"], &["help", "timer", "start"]]
        {
            let run = world.ok(args)?;
            assert!(run.out.contains("halfday"), "{args:?}");
            assert!(!run.out.contains("help-"), "{args:?}: every line has its words: {}", run.out);
        }
        assert!(!world.data().exists(), "help opens no data");
    }
    let world = World::new()?;
    assert_eq!(world.ok(&["--version"])?.out, format!("halfday {}\n", env!("CARGO_PKG_VERSION")));
    Ok(())
}

#[test]
fn no_line_for_a_person_is_wider_than_eighty_cells() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        world.new_job()?;
        world.ok(&["give", "1.1", "1.2", "--to", "ai"])?;
        let brief = crate::world::brief(language);
        for args in [&["--help"][..], &["split", &brief], &["board", "1"], &["show", "1.2"], &["jobs"]] {
            for line in world.ok(args)?.out.lines() {
                assert!(line.width() <= 80, "{args:?}: {line}");
            }
        }
    }
    Ok(())
}

#[test]
fn nobody_reading_the_output_is_no_error() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let mut command = world.command(&["board", "1"]);
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    drop(child.stdout.take());

    let status = child.wait()?;

    assert_eq!(status.code(), Some(0));
    Ok(())
}

#[test]
fn with_json_standard_output_is_exactly_one_document() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let commands: &[&[&str]] = &[
        &["jobs"],
        &["show", "1"],
        &["show", "1.1"],
        &["board", "1"],
        &["add", "1", "Water the plants"],
        &["edit", "1.8", "--minutes", "5"],
        &["move", "1.8", "--before", "1.1"],
        &["drop", "1.8"],
        &["restore-item", "1.8"],
        &["give", "1.1", "--to", "ai"],
        &["copy", "1.1"],
        &["neversent", "1.1"],
        &["review"],
        &["done", "1.5", "--minutes", "3"],
        &["timer", "start", "1.6"],
        &["timer", "show"],
        &["timer", "stop"],
        &["log", "1.6", "--minutes", "4"],
        &["guess", "1", "30%"],
        &["stats"],
        &["stats", "--by", "kind"],
        &["report"],
        &["activity"],
        &["undo"],
        &["redo"],
        &["backup"],
        &["verify"],
        &["doctor"],
        &["close", "1", "--rest", "did"],
        &["result", "1"],
    ];
    for args in commands {
        let run = world.ok(&[args, &["--json"][..]].concat())?;
        let document: Value =
            serde_json::from_str(&run.out).map_err(|e| format!("{args:?}: {e}: {}", run.out))?;
        assert_eq!(document["version"], 1, "{args:?}");
    }
    let wrong = world.run(&["board", "99", "--json"])?;
    let document: Value = serde_json::from_str(&wrong.out)?;
    assert_eq!(document["error"]["code"], "job_not_found");
    assert!(document["error"]["hint"].as_str().is_some_and(|hint| !hint.is_empty()));
    Ok(())
}

#[test]
fn colour_is_for_terminals_only() -> Outcome {
    let world = World::new()?;
    world.new_job()?;

    let run = world.ok(&["board", "1"])?;

    assert!(!run.out.contains('\u{1b}'), "a pipe gets plain text");
    Ok(())
}

#[test]
fn what_is_not_allowed_now_is_code_three_and_says_where_the_item_stands() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["done", "1.1"])?;

    for args in [
        &["done", "1.1"][..],
        &["copy", "1.1"],
        &["neversent", "1.2"],
        &["review", "1.2", "accept"],
        &["restore-item", "1.2"],
        &["wrong", "1.2", "--reason", "invented"],
        &["result", "1"],
        &["timer", "stop"],
        &["redo"],
    ] {
        let run = world.run(args)?;
        assert_eq!(run.code, Some(3), "{args:?}: {}", run.err);
        assert!(!run.err.contains("{$"), "{args:?}: {}", run.err);
    }
    let out = text(&world.path("nowhere/at/all"));
    let run = world.run(&["new", &crate::world::brief("en"), "--workspace", &out])?;
    assert_eq!(run.code, Some(1), "a folder that is not there: {}", run.err);
    Ok(())
}
