//! The numbers a person is shown: never surer than they are, the same twice.

use serde_json::Value;

use crate::world::{LANGUAGES, Outcome, World, answer, text};

const HEAD: &str = "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,\
review_minutes,brief_minutes,own_minutes,cost_usd,template";

/// A record of `items` handed-over items of one job, the first `right` of them right first time.
fn history(items: u32, right: u32) -> String {
    let row = |item| {
        let verdict = if item <= right { "accepted" } else { "rejected:invented" };
        format!("2026-11-17,The job,Item {item},write,chat,30,{verdict},1,,2,1,,,\n")
    };
    format!("{HEAD}\n{}", (1..=items).map(row).collect::<String>())
}

pub(crate) fn imported(language: &'static str, items: u32, right: u32) -> Outcome<World> {
    let world = World::speaking(language)?;
    let file = world.file("history.csv", history(items, right))?;
    world.wait_minutes(7 * 24 * 60);
    world.ok(&["import", "--as", "history", &file])?;
    Ok(world)
}

#[test]
fn four_verdicts_are_a_count_and_five_a_percentage() -> Outcome {
    for language in LANGUAGES {
        let four = imported(language, 4, 3)?;
        let five = imported(language, 5, 3)?;

        let week = ["report", "--week", "2026-W47"];
        assert!(!four.ok(&["stats"])?.out.contains('%'), "four are too few");
        assert!(five.ok(&["stats"])?.out.contains("60%"), "3 of 5");
        assert_eq!(four.json(&["stats"])?["total"]["first_time"]["rate"], Value::Null);
        assert_eq!(five.json(&["stats"])?["total"]["first_time"]["rate"], 0.6);
        assert!(five.ok(&week)?.out.contains("60%"), "the report says the same");
        let first_time = |report: &Value| report.to_string().contains("\"rate\":null");
        assert!(first_time(&four.json(&week)?), "and says nothing it cannot");
    }
    Ok(())
}

#[test]
fn the_same_week_twice_is_the_same_to_the_byte() -> Outcome {
    for language in LANGUAGES {
        let world = imported(language, 6, 4)?;
        let mut written = vec![];
        for folder in ["first", "second"] {
            let out = text(&world.path(folder));
            world.ok(&["report", "--week", "2026-W47", "--format", "md,html,json,png,pdf", "--out", &out])?;
            let names = ["md", "html", "json", "png", "pdf"]
                .map(|ending| format!("{folder}/halfday-2026-W47.{language}.{ending}"));
            let files: Result<Vec<Vec<u8>>, _> =
                names.iter().map(|name| std::fs::read(world.path(name))).collect();
            written.push(files?);
        }

        assert_eq!(written[0], written[1], "{language}");
    }
    Ok(())
}

#[test]
fn what_is_dropped_or_merged_away_leaves_the_share_and_not_the_verdicts() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let lines = world.copy(&["1.1", "1.2", "1.3"])?;
    let pasted: String =
        ["a.md", "b.md", "c.md"].iter().zip(&lines).map(|(name, line)| answer(line, name, "text")).collect();
    world.ok_with_input(&["paste"], pasted)?;
    world.ok(&["review", "1.1", "accept"])?;
    world.ok(&["review", "1.2", "accept", "--review-minutes", "4"])?;
    let reject = ["review", "1.3", "reject", "--reason", "invented", "--then", "take-back"];
    world.ok(&[&reject[..], &["--review-minutes", "5"]].concat())?;

    world.ok(&["drop", "1.2"])?;
    world.ok(&["merge", "1.4", "1.3"])?;
    world.ok(&["close", "1", "--rest", "did"])?;

    // 1.1 with its 40 minutes is AI's; 1.2 with 45 is nobody's; 1.3 is part of 1.4: 20 + 15, and
    // 20 + 10 + 10 are left of the list.
    let result = world.json(&["result", "1"])?["result"].clone();
    assert_eq!(result["ai_minutes"], 40);
    assert_eq!(result["listed_minutes"], 40 + 35 + 40);
    assert_eq!(result["review_minutes"], 9, "time spent is spent");
    assert_eq!((&result["first_time"]["right"], &result["first_time"]["of"]), (&2.into(), &3.into()));
    assert_eq!((&result["handed_over"], &result["accepted"]), (&2.into(), &1.into()));
    Ok(())
}

#[test]
fn hidden_titles_are_nowhere_in_the_report() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["edit", "1.1", "--title", "Zanzibar memo", "--kind", "quibbling"])?;
    let line = world.copy(&["1.1"])?.remove(0);
    world.ok_with_input(&["paste"], answer(&line, "xylophone.md", "text"))?;
    world.ok(&["review", "1.1", "accept"])?;
    world.ok(&["close", "1", "--rest", "did"])?;
    let out = text(&world.path("report"));

    let args = ["report", "--week", "2026-W47", "--hide-titles", "--format", "md,html,json", "--out", &out];
    world.ok(&args)?;

    for ending in ["md", "html", "json"] {
        let file = std::fs::read_to_string(world.path(&format!("report/halfday-2026-W47.en.{ending}")))?;
        for secret in ["Zanzibar", "xylophone", "quibbling", "Alder Court", "heating", "tenants"] {
            assert!(!file.contains(secret), "{ending} gives {secret} away");
        }
    }
    Ok(())
}

#[test]
fn a_picture_does_not_go_to_standard_output() -> Outcome {
    let world = imported("en", 5, 4)?;

    for format in ["png", "pdf"] {
        let run = world.run(&["report", "--week", "2026-W47", "--format", format])?;

        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains("--out"), "it says where to: {}", run.err);
    }
    Ok(())
}

#[test]
fn a_dry_run_says_what_would_come_in_and_stores_nothing() -> Outcome {
    let world = World::new()?;
    let file = world.file("history.csv", history(5, 5))?;
    let before = world.dump()?;

    world.ok(&["import", "--as", "history", "--dry-run", &file])?;

    assert_eq!(world.dump()?, before);
    Ok(())
}

#[test]
fn one_bad_row_of_a_history_takes_nothing_in_and_is_named() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let rows = history(3, 3).replace("Item 3,write,chat,30,accepted", "Item 3,write,chat,30,perfect");
        let file = world.file("history.csv", rows)?;
        let before = world.dump()?;

        let run = world.run(&["import", "--as", "history", &file])?;

        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.sentence().contains('4'), "the line is named: {}", run.err);
        assert_eq!(world.dump()?, before, "nothing is taken in");
    }
    Ok(())
}
