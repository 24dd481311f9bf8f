//! What chance offers, coins, benches, comparisons and the figures, in the terminal.

use serde_json::Value;

use crate::numbers::imported;
use crate::world::{LANGUAGES, Outcome, World};

const BRIEF: &str = "Report\n\n1. Write one (30 min)\n2. Write two (30 min)\n3. Write three (30 min)\n";

const FIGURES: [&str; 8] =
    ["stretch", "could", "advise", "calibration", "quality", "again", "cost", "experiments"];

fn with_agents(world: &World) -> Outcome {
    for (name, text) in [("one", "the text of one"), ("two", "the text of two")] {
        let script = format!(
            r#"{{"turns": [[{{"write": {{"path": "page.md", "text": "{text}"}}}}, {{"finish": {{"said": "Done."}}}}]]}}"#
        );
        let file = world.file(&format!("{name}.json"), script)?;
        world.ok(&["agents", "add", name, "--way", "scripted", "--script", &file, "--preferred"])?;
    }
    Ok(())
}

#[test]
fn each_figure_has_a_page_in_three_languages_and_one_document() -> Outcome {
    for language in LANGUAGES {
        let world = imported(language, 8, 5)?;

        for figure in FIGURES {
            let page = world.ok(&["stats", figure])?.out;
            let document = world.json(&["stats", figure])?;

            assert_eq!(document["version"], 1, "{figure}");
            assert!(page.lines().count() > 1, "{figure}: {page}");
            let is_key = |word: &str| word.contains("stretch-") || word.contains("figure-");
            assert!(!page.split_whitespace().any(is_key), "{figure} has its words in {language}: {page}");
        }
    }
    Ok(())
}

#[test]
fn figures_know_only_as_much_as_was_judged() -> Outcome {
    let world = imported("en", 8, 5)?;

    let quality = world.json(&["stats", "quality"])?;
    let stretch = world.json(&["stats", "stretch"])?;
    let could = world.json(&["stats", "could"])?;

    assert_eq!(quality["caught"]["by_person"], 3);
    assert_eq!(stretch["agents"][0]["frozen_minutes"]["of"], 8);
    assert_eq!(stretch["agents"][0]["wall_minutes"], Value::Null, "a chat's time is the person's as well");
    assert_eq!(could["could"]["chosen"]["of"], 8);
    assert_eq!(could["could"]["kept_items"], 0);
    Ok(())
}

#[test]
fn an_item_is_left_to_a_coin_and_the_coin_is_taken_back() -> Outcome {
    let world = World::new()?;
    with_agents(&world)?;
    let file = world.file("brief.md", BRIEF)?;
    world.ok(&["new", &file])?;

    let given = world.ok(&["give", "1.1", "1.2", "--to", "chance"])?;
    let once_more = world.run(&["give", "1.1", "--to", "chance"])?;
    world.ok(&["undo"])?;

    assert!(given.err.contains("chance"), "{}", given.err);
    assert_eq!(once_more.code, Some(3));
    let show = world.json(&["show", "1"])?;
    let statuses: Vec<&Value> =
        show["items"].as_array().ok_or("no items")?.iter().map(|item| &item["status"]).collect();
    assert!(statuses.iter().all(|status| *status == "open"), "{statuses:?}");
    Ok(())
}

#[test]
fn two_results_of_a_bench_are_compared_by_a_colleagues_code() -> Outcome {
    let world = World::in_real_time()?;
    with_agents(&world)?;
    let file = world.file("brief.md", BRIEF)?;
    world.ok(&["new", &file])?;
    for agent in ["one", "two"] {
        world.ok(&["bench", "1.1", "--agent", agent, "--times", "1"])?;
    }

    let bench = world.json(&["bench"])?;
    let shown = world.json(&["compare", "1.1"])?;
    let folder = world.file("pages/empty", String::new())?;
    let folder = folder.trim_end_matches("/empty");
    let page = world.json(&["compare", "1.1", "--file", "--out", folder])?;
    let html = std::fs::read_to_string(page["file"].as_str().ok_or("no file")?)?;
    let code = html.split("<code>").nth(3).and_then(|rest| rest.split('<').next()).ok_or("no code")?;
    let judged = world.ok(&["compare", "1.1", "--code", code])?;
    let wrong = world.run(&["compare", "1.1", "--code", "AAAA1111"])?;

    assert_eq!(bench["waiting"], 0);
    assert_eq!(bench["cells"].as_array().map(Vec::len), Some(2));
    assert_eq!(shown["judged"], false);
    assert!(judged.out.contains("alike"), "{}", judged.out);
    assert_eq!(wrong.code, Some(2));
    let experiments = world.json(&["stats", "experiments"])?;
    assert_eq!(experiments["blind"][0]["by"], "colleague");
    assert_eq!(world.json(&["show", "1.1"])?["item"]["status"], "open", "a bench leaves the item alone");
    Ok(())
}

#[test]
fn what_was_done_beside_the_person_is_judged_when_they_are_done() -> Outcome {
    let world = World::in_real_time()?;
    with_agents(&world)?;
    let file = world.file("brief.md", BRIEF)?;
    world.ok(&["new", &file])?;
    world.ok(&["shadow", "1.1", "--to", "one"])?;
    world.ok(&["run"])?;

    let sealed = world.run(&["shadow", "1.1", "--used", "as-is"])?;
    world.ok(&["done", "1.1", "--minutes", "20"])?;
    let judged = world.json(&["shadow", "1.1", "--used", "no", "--reason", "off_brief"])?;

    assert_eq!(sealed.code, Some(3), "it is sealed until the person is done");
    assert_eq!(judged["shadow"][0]["verdict"], "rejected");
    let invitations = world.json(&["invitations"])?;
    assert_eq!(invitations["to_judge"].as_array().map(Vec::len), Some(0));
    assert_eq!(world.json(&["followups"])?["due"].as_array().map(Vec::len), Some(0));
    Ok(())
}
