//! What `paste` takes, and what it refuses: in one sentence, with nothing changed.

use serde_json::Value;

use crate::world::{LANGUAGES, Outcome, World, answer, list};

/// Pastes something wrong: the code, and that nothing has changed.
fn refused(world: &World, args: &[&str], pasted: &str, code: &str) -> Outcome {
    let before = world.dump()?;
    let args: Vec<&str> = ["paste"].into_iter().chain(args.iter().copied()).chain(["--json"]).collect();

    let run = world.run_with_input(&args, pasted)?;

    let document: Value = serde_json::from_str(&run.out)?;
    assert_eq!(document["error"]["code"], code, "{pasted:?}: {}", run.err);
    assert_eq!(document["error"]["message"], run.sentence(), "the sentence is said on both ways out");
    assert_ne!(run.code, Some(0));
    assert_eq!(world.dump()?, before, "a refused paste changes nothing");
    Ok(())
}

#[test]
fn an_answer_that_belongs_nowhere_is_refused_and_nothing_changes() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let old = world.copy(&["1.1"])?.remove(0);
    let brief = world.ok(&["copy", "1.2"])?.out;
    let line = crate::world::marks(&brief).remove(0);

    refused(&world, &["-"], "", "input_answer_empty")?;
    refused(&world, &["-"], " \n\t\n", "input_answer_empty")?;
    refused(&world, &["-"], &line, "input_answer_empty")?;
    refused(&world, &["-"], "a fine answer without a line", "input_answer_unmarked")?;
    refused(&world, &["1.2"], "a fine answer without a line", "input_answer_unmarked")?;
    refused(&world, &["-"], "halfday:ZZZZZZZZ\n\nof another computer", "input_answer_foreign")?;
    refused(&world, &["-"], &brief, "input_answer_is_brief")?;

    world.ok(&["nogood", "1.1", "--reason", "invented"])?;
    world.copy(&["1.1"])?;
    refused(&world, &["-"], &answer(&old, "a.md", "late"), "input_answer_old")
}

#[test]
fn every_refusal_of_a_paste_is_a_sentence_in_the_chosen_language() -> Outcome {
    let mut sentences = vec![];
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let run = world.run_with_input(&["paste"], "no line")?;

        assert_eq!(run.code, Some(1), "{}", run.err);
        assert_eq!(run.out, "", "nothing on standard output");
        assert_eq!(run.err.lines().count(), 2, "a sentence and a hint: {}", run.err);
        sentences.push(run.sentence().to_owned());
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 3, "{sentences:?}");
    Ok(())
}

#[test]
fn two_answers_pasted_as_one_land_on_their_items_however_the_chat_marked_them() -> Outcome {
    let world = World::speaking("zh-Hant")?;
    world.new_job()?;
    let lines = world.copy(&["1.1", "1.2"])?;
    let second = lines[1].replace("halfday:", "**Halfday：").to_lowercase() + "**";
    let pasted = format!("> {}\n\n三十二封\n\n{second}\n\n一頁白話\n", lines[0]);

    world.ok_with_input(&["paste"], pasted)?;

    let queue = world.json(&["review"])?;
    let texts: Vec<(String, String)> = list(&queue["items"])?
        .iter()
        .map(|item| (item["ref"].to_string(), item["deliverables"][0]["text"].to_string()))
        .collect();
    for (reference, words) in [("\"1.1\"", "三十二封"), ("\"1.2\"", "一頁白話")] {
        let found = texts.iter().find(|(item, _)| item == reference);
        assert!(found.is_some_and(|(_, text)| text.contains(words)), "{reference}: {texts:?}");
        let others = texts.iter().filter(|(item, text)| item != reference && text.contains(words)).count();
        assert_eq!(others, 0, "{words} is the answer of one item only");
    }
    Ok(())
}

#[test]
fn an_unmarked_answer_is_taken_when_the_person_says_whose_it_is() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.copy(&["1.4"])?;

    world.ok_with_input(&["paste", "1.4", "--anyway"], "Come to the hall on Thursday.")?;

    assert_eq!(world.json(&["show", "1.4"])?["item"]["status"], "in_review");
    Ok(())
}

#[test]
fn files_of_a_chat_need_no_line_but_an_item() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.copy(&["1.3"])?;
    let table = world.file("downloads/cost.csv", "offer,per flat\nA,1275\nB,1339.58\n")?;

    let without = world.run(&["paste", &table])?;
    assert_ne!(without.code, Some(0), "whose file is it?");
    world.ok(&["paste", "1.3", &table])?;
    world.ok(&["review", "1.3", "accept"])?;

    assert_eq!(std::fs::read(world.path("work/cost.csv"))?, std::fs::read(table)?, "byte for byte");
    Ok(())
}

#[test]
fn the_brief_alone_is_on_standard_output_so_that_it_can_be_piped() -> Outcome {
    let world = World::new()?;
    world.new_job()?;

    let run = world.ok(&["copy", "1.1"])?;
    let again = world.ok(&["copy", "1.1", "--json"])?;

    let document: Value = serde_json::from_str(&again.out)?;
    assert_eq!(document["text"].as_str().map(str::trim_end), Some(run.out.trim_end()));
    assert!(!run.err.is_empty(), "what to do next is said beside it");
    Ok(())
}

#[test]
fn a_file_of_the_persons_that_changed_meanwhile_is_never_overwritten() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.file("work/notice.md", "mine")?;
    let line = world.copy(&["1.4"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "notice.md", "AI's"))?;
    world.file("work/notice.md", "mine, changed")?;

    let run = world.run(&["review", "1.4", "accept"])?;

    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(std::fs::read_to_string(world.path("work/notice.md"))?, "mine, changed");
    assert_eq!(world.json(&["show", "1.4"])?["item"]["status"], "in_review", "it still waits");
    Ok(())
}

#[test]
fn a_pasted_answer_cannot_write_outside_the_persons_folder() -> Outcome {
    for name in ["../escaped.md", "/tmp/halfday-escaped.md", ".git/config", "a/../../escaped.md"] {
        let world = World::new()?;
        world.new_job()?;
        let line = world.copy(&["1.4"])?.remove(0);

        let pasted = world.run_with_input(&["paste"], answer(&line, name, "gone"))?;
        if pasted.code == Some(0) {
            world.run(&["review", "1.4", "accept"])?;
        }

        assert!(!world.path("escaped.md").exists(), "{name}");
        assert!(!world.path("work/.git").exists(), "{name}");
        assert!(!std::path::Path::new("/tmp/halfday-escaped.md").exists(), "{name}");
    }
    Ok(())
}

#[test]
fn an_answer_that_would_steer_the_terminal_is_shown_escaped() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["edit", "1.4", "--title", "red \u{1b}[31m and \u{202e}turned"])?;
    let line = world.copy(&["1.4"])?.remove(0);
    world.ok_with_input(
        &["paste"],
        answer(&line, "notice.md", &format!("\u{1b}]0;owned\u{7}{}", "Come on Thursday. ".repeat(40))),
    )?;

    for args in
        [&["board", "1"][..], &["show", "1.4"], &["review"], &["review", "1.4"], &["jobs"], &["activity"]]
    {
        let run = world.ok(args)?;
        let acting = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
        assert!(!run.out.contains(acting), "{args:?}: {:?}", run.out);
        assert!(!run.err.contains(acting), "{args:?}: {:?}", run.err);
    }
    Ok(())
}
