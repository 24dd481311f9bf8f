//! The main job through the terminal: a mail becomes a list, two items go to a chat, the person
//! judges, does the rest, closes, and the week's report says how much was handed over.

use serde_json::Value;

use crate::world::{LANGUAGES, Outcome, World, answer, brief, list, text, word};

#[test]
fn a_mail_becomes_a_closed_job_with_its_report_in_english() -> Outcome {
    whole_job("en")
}

#[test]
fn a_mail_becomes_a_closed_job_with_its_report_in_traditional_chinese() -> Outcome {
    whole_job("zh-Hant")
}

#[test]
fn a_mail_becomes_a_closed_job_with_its_report_in_simplified_chinese() -> Outcome {
    whole_job("zh-Hans")
}

fn status(world: &World, item: &str) -> Outcome<(String, Value)> {
    let shown = world.json(&["show", item])?;
    Ok((word(&shown["item"]["status"])?.to_owned(), shown["item"]["verdict"].clone()))
}

fn whole_job(language: &'static str) -> Outcome {
    let world = World::speaking(language)?;
    world.new_job()?;
    let board = world.json(&["show", "1"])?;
    assert_eq!(list(&board["items"])?.len(), 7, "one item for each line of the list");
    assert_eq!(board["items"][0]["estimate_minutes"], 40, "the minutes of the mail are kept");
    assert_eq!(board["items"][0]["estimate_source"], "person");
    assert_eq!(board["items"][0]["assignee"], "me", "everything begins with the person");

    world.ok(&["give", "1.1", "1.2", "1.3", "--to", "ai", "--guess", "likely"])?;
    world.wait_minutes(1);
    let lines = world.copy(&["1.1", "1.2", "1.3"])?;
    assert_eq!(status(&world, "1.1")?.0, "waiting");

    world.wait_minutes(5);
    let pasted: String = [(0, "a.md", "fourteen"), (1, "b.md", "one page"), (2, "c.md", "1275")]
        .iter()
        .map(|(place, name, content)| answer(&lines[*place], name, content))
        .collect();
    world.ok_with_input(&["paste", "-", "--rounds", "1"], pasted)?;
    assert_eq!(list(&world.json(&["review"])?["items"])?.len(), 3, "each answer went to its item");

    world.wait_minutes(2);
    world.ok(&["review", "1.1", "accept", "--review-minutes", "2"])?;
    world.ok(&["review", "1.2", "rework", "--minutes", "6", "--review-minutes", "3"])?;
    world.ok(&["review", "1.3", "reject", "--reason", "wrong_facts", "--then", "take-back"])?;
    assert_eq!(status(&world, "1.1")?, ("done".to_owned(), "accepted".into()));
    assert_eq!(status(&world, "1.2")?, ("done".to_owned(), "accepted_after_rework".into()));
    assert_eq!(status(&world, "1.3")?, ("open".to_owned(), "rejected".into()));
    assert_eq!(std::fs::read_to_string(world.path("work/a.md"))?.trim(), "fourteen");
    assert_eq!(std::fs::read_to_string(world.path("work/b.md"))?.trim(), "one page");
    assert!(!world.path("work/c.md").exists(), "what was rejected is not published");

    world.wait_minutes(30);
    world.ok(&["done", "1.3", "--minutes", "25"])?;
    let refused = world.run(&["close", "1", "--json"])?;
    assert_eq!(refused.code, Some(4), "the open items are asked about");
    assert_eq!(serde_json::from_str::<Value>(&refused.out)?["error"]["code"], "items_open");
    world.ok(&["close", "1", "--rest", "did"])?;

    // Accepted 40, accepted 45 less 6 of rework; own 20 + 15 + 20 + 10 + 10 and the 6.
    let result = world.json(&["result", "1"])?;
    assert_eq!(result["result"]["ai_minutes"], 79);
    assert_eq!(result["result"]["own_minutes"], 81);
    assert_eq!(result["result"]["listed_minutes"], 160);
    let report = world.json(&["report", "--week", "2026-W47"])?;
    assert_eq!(report["version"], 1);
    let out = text(&world.path("report"));
    world.ok(&["report", "--week", "2026-W47", "--format", "md,html,json", "--out", &out])?;
    for ending in ["md", "html", "json"] {
        let name = format!("report/halfday-2026-W47.{language}.{ending}");
        assert!(!std::fs::read_to_string(world.path(&name))?.trim().is_empty(), "{name}");
    }
    Ok(())
}

#[test]
fn what_ai_gave_and_the_persons_edited_copy_both_stay() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let line = world.copy(&["1.4"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "notice.md", "draft"))?;
    let edited = world.file("edited/notice.md", "better\n")?;

    world.ok(&["review", "1.4", "rework", "--minutes", "4", "--with", &edited])?;

    assert_eq!(std::fs::read_to_string(world.path("work/notice.md"))?.trim(), "better");
    let shown = world.json(&["show", "1.4"])?;
    assert_eq!(shown["item"]["attempts"][0]["verdict"], "accepted_after_rework");
    Ok(())
}

#[test]
fn a_rejected_item_is_tried_again_with_a_new_line_in_a_follow_up() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let first = world.copy(&["1.4"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&first, "notice.md", "draft"))?;
    world.ok(&["review", "1.4", "reject", "--reason", "off_brief", "--note", "Name the hall."])?;

    let brief = world.ok(&["copy", "1.4"])?.out;

    assert!(brief.contains("Name the hall."), "the note goes along: {brief}");
    assert!(!brief.contains(&first), "the old line would be refused");
    let item = world.json(&["show", "1.4"])?["item"].clone();
    assert_eq!(item["attempt_count"], 2);
    assert_eq!(item["status"], "waiting");
    Ok(())
}

#[test]
fn a_whole_job_goes_as_one_and_comes_back_as_one() -> Outcome {
    let world = World::new()?;
    world.new_job()?;

    world.ok(&["give", "1", "--to", "ai"])?;
    let board = world.json(&["show", "1"])?;
    let whole = list(&board["items"])?.iter().find(|item| item["scope"] == "job").cloned();
    let whole = whole.ok_or("the whole job is an item of its own")?;

    assert_eq!(whole["estimate_minutes"], 160, "its minutes are those of what it covers");
    let refused = world.run(&["done", "1.1"])?;
    assert_eq!(refused.code, Some(3), "what is covered is not done by itself: {}", refused.err);
    let line = world.copy(&[word(&whole["ref"])?])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "all.md", "everything"))?;
    world.ok(&["review", word(&whole["ref"])?, "accept"])?;
    let result = world.ok(&["close", "1", "--json"])?;
    let result: Value = serde_json::from_str(&result.out)?;
    assert_eq!(result["result"]["ai_minutes"], 160);
    assert_eq!(result["result"]["accepted_whole"], true);
    Ok(())
}

#[test]
fn an_accepted_item_that_was_wrong_after_all_says_so_until_that_is_taken_back() -> Outcome {
    for (language, said) in [
        ("en", "Turned out wrong on 16 Nov 2026: invented"),
        ("zh-Hant", "2026 年 11 月 16 日發現有誤："),
        ("zh-Hans", "2026 年 11 月 16 日发现有误："),
    ] {
        let world = World::speaking(language)?;
        world.new_job()?;
        let line = world.copy(&["1.2"])?.remove(0);
        world.ok_with_input(&["paste"], answer(&line, "table.md", "a table"))?;
        world.ok(&["review", "1.2", "accept"])?;
        assert_eq!(world.json(&["show", "1.2"])?["item"]["turned_out_wrong"], Value::Null);

        world.ok(&["wrong", "1.2", "--reason", "invented"])?;

        assert_eq!(world.json(&["show", "1.2"])?["item"]["turned_out_wrong"]["reason"], "invented");
        let page = world.ok(&["show", "1.2"])?.out;
        assert!(page.contains(said), "{page}");
        world.ok(&["undo"])?;
        assert_eq!(world.json(&["show", "1.2"])?["item"]["turned_out_wrong"], Value::Null);
    }
    Ok(())
}

#[test]
fn a_draft_touches_no_data_and_keeps_every_byte_of_the_brief() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;

        let plan = world.json(&["split", &brief(language)])?;

        assert!(!world.data().exists(), "a draft makes no data folder");
        assert_eq!(plan["language"], language);
        every_byte_once(&plan, &std::fs::read(brief(language))?)?;
    }
    Ok(())
}

/// The span rule of CLI.md, through the binary.
fn every_byte_once(plan: &Value, text: &[u8]) -> Outcome {
    let mut covered = vec![0_u8; text.len()];
    let mut cover = |spans: &Value| -> Outcome {
        for span in list(spans)? {
            let bound = |place: usize| span[place].as_u64().and_then(|bound| usize::try_from(bound).ok());
            let range = bound(0).zip(bound(1)).ok_or("a span has two bounds")?;
            let cells = covered.get_mut(range.0..range.1).ok_or("a span lies in the text")?;
            for cell in cells {
                *cell += 1;
            }
        }
        Ok(())
    };
    cover(&plan["text_spans"])?;
    for item in list(&plan["items"])? {
        cover(&item["source_spans"])?;
        for subitem in list(&item["subitems"])? {
            cover(&subitem["source_spans"])?;
        }
    }
    for (place, (times, byte)) in covered.iter().zip(text).enumerate() {
        let is_blank = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        assert!(
            *times == 1 || (is_blank && *times <= 1),
            "byte {place} ({byte:#x}) is covered {times} times"
        );
    }
    Ok(())
}

#[test]
fn a_big5_file_is_read_when_its_encoding_is_said() -> Outcome {
    let world = World::speaking("zh-Hant")?;
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/jobs/zh/travel_big5.zh-Hant.txt");

    let plan = world.json(&["split", fixture, "--encoding", "big5"])?;

    assert_eq!(plan["encoding"], "Big5");
    assert!(!list(&plan["items"])?.is_empty());
    Ok(())
}
