//! The person's own prices: set, imported, forgotten, taken back, and what AI's work costs by them.
#![cfg(unix)]

use serde_json::{Value, json};

use crate::at_work::table;
use crate::reached::{model, ready};
use crate::world::{Outcome, World, text};

/// Two models as LiteLLM writes them, and one whose price depends on the length of a request.
const TABLE: &str = r#"{
    "sample_spec": { "input_cost_per_token": 0.0, "output_cost_per_token": 0.0 },
    "house-model": { "input_cost_per_token": 1e-06, "output_cost_per_token": 4e-06, "mode": "chat" },
    "other-model": { "input_cost_per_token": 2e-06, "output_cost_per_token": 8e-06 },
    "tiered": { "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-05,
                "input_cost_per_token_above_200k_tokens": 2e-06 }
}"#;

/// A world whose preferred agent works with a model nobody else has a price for.
async fn with_house_model() -> Outcome<(World, wiremock::MockServer)> {
    let (world, server) = (ready()?, model().await);
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "house-model", "--preferred"]].concat())?;
    Ok((world, server))
}

/// What each attempt cost, and by which prices.
fn costs(world: &World) -> Outcome<Vec<(Value, Value)>> {
    let attempts = table(world, "attempts")?;
    Ok(attempts.iter().map(|one| (one["computed_cost_nano"].clone(), one["price_table"].clone())).collect())
}

#[tokio::test]
async fn work_costs_what_the_person_says_a_model_costs_and_work_done_before_keeps_its_cost() -> Outcome {
    let (world, _server) = with_house_model().await?;
    assert_eq!(world.json(&["prices"])?["unpriced"], json!([{ "agent": "writer", "model": "house-model" }]));
    assert!(world.ok(&["agents"])?.out.contains("no price of house-model is known"));
    assert!(world.ok(&["doctor"])?.out.contains("no price of house-model is known"));

    let set = ["prices", "set", "house-model", "--input", "3", "--output", "15", "--cache-read", "0.3"];
    let view = world.json(&set)?;
    assert_eq!(view["unpriced"], json!([]));
    assert_eq!((&view["prices"][0]["input"], &view["prices"][0]["cache_read"]), (&json!("3"), &json!("0.3")));
    let day = view["prices"][0]["as_of"].as_str().ok_or("no day")?.to_owned();
    assert!(world.ok(&["doctor"])?.out.contains("the price of house-model is known"));
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;
    world.ok(&["run"])?;

    let cost = (json!(2_500 * 3_000 + 150 * 15_000), json!(format!("own {day}")));
    assert_eq!(costs(&world)?, std::slice::from_ref(&cost));

    world.ok(&["prices", "set", "house-model", "--input", "0", "--output", "0"])?;
    assert_eq!(costs(&world)?, [cost], "what was worked out stays");
    Ok(())
}

#[tokio::test]
async fn a_table_is_taken_in_as_a_whole_stands_behind_what_the_person_typed_and_is_taken_back() -> Outcome {
    let (world, _server) = with_house_model().await?;
    world.file("table.json", TABLE)?;

    let view = world.json(&["prices", "import", &text(&world.path("table.json"))])?;

    assert_eq!(view["imported"]["count"], 2, "{view}");
    assert_eq!((&view["prices"], &view["unpriced"]), (&json!([]), &json!([])));
    world.ok(&["undo"])?;
    assert_eq!(world.json(&["prices"])?["imported"], Value::Null);
    world.ok(&["redo"])?;
    world.ok(&["prices", "set", "house-model", "--input", "3", "--output", "15"])?;
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;
    world.ok(&["run"])?;
    assert_eq!(costs(&world)?.first().map(|cost| cost.0.clone()), Some(json!(2_500 * 3_000 + 150 * 15_000)));

    assert_eq!(world.json(&["prices", "forget", "house-model"])?["prices"], json!([]));
    assert_eq!(world.json(&["prices", "forget", "house-model"])?["imported"]["count"], 1);
    assert_eq!(world.json(&["prices", "forget", "--imported"])?["imported"], Value::Null);
    let gone = world.run(&["prices", "forget", "house-model", "--json"])?;
    assert_eq!(serde_json::from_str::<Value>(&gone.out)?["error"]["code"], "price_not_found");
    Ok(())
}

#[test]
fn what_is_no_price_and_no_table_changes_nothing() -> Outcome {
    let world = World::new()?;
    world.file("table.json", TABLE)?;
    world.ok(&["prices", "import", &text(&world.path("table.json"))])?;
    world.ok(&["prices", "set", "m", "--input", "1", "--output", "2"])?;
    let before = world.json(&["prices"])?;
    for (name, content) in [("broken.json", "{ not json"), ("list.json", "[1]"), ("empty.json", "{}")] {
        world.file(name, content)?;
    }

    let path = |name: &str| text(&world.path(name));
    let (broken, list, empty, nowhere) =
        (path("broken.json"), path("list.json"), path("empty.json"), path("nowhere.json"));
    for (args, code) in [
        (&["prices", "import", &broken][..], "input_no_prices"),
        (&["prices", "import", &list], "input_no_prices"),
        (&["prices", "import", &empty], "input_no_prices"),
        (&["prices", "import", &nowhere], "input_unreadable"),
        (&["prices", "set", "m", "--input", "-1", "--output", "2"], "input_price_refused"),
        (&["prices", "set", "m", "--input", "1", "--output", "1,5"], "input_price_refused"),
        (&["prices", "set", "m", "--input", "1", "--output", "9000000"], "input_price_refused"),
        (&["prices", "set", " ", "--input", "1", "--output", "2"], "input_price_model_refused"),
    ] {
        let run = world.run(&[args, &["--json"][..]].concat())?;
        assert_eq!(run.code, Some(1), "{args:?}: {}", run.out);
        assert_eq!(serde_json::from_str::<Value>(&run.out)?["error"]["code"], code, "{args:?}");
        assert_eq!(world.json(&["prices"])?, before, "{args:?}");
    }
    Ok(())
}
