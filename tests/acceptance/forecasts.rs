//! What the record says of an item as it is handed over: stored before the run, silent on too little.

use serde_json::Value;

use crate::numbers::imported;
use crate::world::{LANGUAGES, Outcome, World, word};

/// A job whose item 1.4 of 15 minutes is writing, over a record of `items` written by AI, `right` of
/// them right first time, each a minute to brief and two to review.
fn recorded(language: &'static str, items: u32, right: u32) -> Outcome<World> {
    let world = imported(language, items, right)?;
    world.new_job()?;
    world.ok(&["edit", "2.4", "--kind", "write"])?;
    Ok(world)
}

fn forecast(world: &World) -> Outcome<Value> {
    Ok(world.json(&["show", "2.4"])?["item"]["forecast"].clone())
}

fn near(value: &Value, expected: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() < 1e-9)
}

#[test]
fn handing_over_keeps_the_chance_and_the_minutes_of_the_persons_own_record() -> Outcome {
    let world = recorded("en", 4, 3)?;
    assert_eq!(forecast(&world)?, Value::Null, "nothing is foreseen before it is handed over");

    world.ok(&["give", "2.4", "--to", "ai", "--guess", "likely"])?;

    // Beta(3 + 4p, 1 + 4(1 − p)) with p = 3.5/5; rework (4 · 0.5/5)/8 and rejection (1 + 4 · 1.5/5)/8
    // cost the 15 minutes of doing it, beside a minute and two.
    let kept = forecast(&world)?;
    assert_eq!((&kept["right"], &kept["tries"], &kept["guess"]), (&3.into(), &4.into(), &"likely".into()));
    assert!(near(&kept["p"], 5.8 / 8.0), "{kept}");
    assert!(near(&kept["minutes"], 3.0 + (0.05 + 0.275) * 15.0), "{kept}");
    let page = world.ok(&["show", "2.4"])?.out;
    assert!(page.contains("3 of 4 like this right first time (few tries)"), "{page}");

    world.ok(&["undo"])?;
    assert_eq!(forecast(&world)?, Value::Null, "what was not handed over was not foreseen");
    world.ok(&["redo"])?;
    assert_eq!(forecast(&world)?, kept);
    Ok(())
}

#[test]
fn a_copied_brief_hands_over_with_the_same_forecast_and_later_verdicts_do_not_change_it() -> Outcome {
    let world = recorded("en", 5, 4)?;
    let line = world.copy(&["2.4"])?.remove(0);
    let kept = forecast(&world)?;
    assert!(near(&kept["p"], 7.0 / 9.0), "Beta(4 + 4p, 1 + 4(1 − p)) with p = 4.5/6: {kept}");

    world.ok_with_input(&["paste"], crate::world::answer(&line, "notice.md", "draft"))?;
    world.ok(&["review", "2.4", "reject", "--reason", "invented"])?;

    assert_eq!(forecast(&world)?, kept);
    Ok(())
}

#[test]
fn under_three_tries_of_a_kind_nothing_is_said_but_the_persons_own_guess() -> Outcome {
    let world = recorded("en", 2, 2)?;

    world.ok(&["give", "2.4", "--to", "ai"])?;
    assert_eq!(forecast(&world)?, Value::Null);
    world.ok(&["undo"])?;
    world.ok(&["give", "2.4", "--to", "ai", "--guess", "unsure"])?;

    let kept = forecast(&world)?;
    assert_eq!((&kept["guess"], &kept["p"], &kept["tries"]), (&"unsure".into(), &Value::Null, &Value::Null));
    Ok(())
}

#[test]
fn a_percentage_is_said_from_five_tries_on_in_every_language() -> Outcome {
    for language in LANGUAGES {
        let (few, some) = (recorded(language, 4, 3)?, recorded(language, 5, 4)?);
        for world in [&few, &some] {
            world.ok(&["give", "2.4", "--to", "ai"])?;
        }

        let page = |world: &World| -> Outcome<String> {
            // The sentence may be broken over lines anywhere in Chinese.
            Ok(world.ok(&["show", "2.4"])?.out.split_whitespace().collect())
        };
        assert!(!page(&few)?.contains('%'), "{language}: {}", page(&few)?);
        assert!(page(&some)?.contains("78%"), "{language}: {}", page(&some)?);
        let count = if language == "en" { "4of5" } else { "5次中4次" };
        assert!(page(&some)?.contains(count), "{language}: {}", page(&some)?);
        assert_eq!(word(&some.json(&["show", "2.4"])?["item"]["kind"])?, "write");
    }
    Ok(())
}
