//! The whole program with peers: an item of a real job is handed over, worked into a file, reviewed and published, and
//! what it used and cost stands in the record. The mock of the providers is aimock, which nobody here wrote.

use std::fs;

use serde_json::{Value, json};

use crate::aimock::{Aimock, opencode_settings, usage};
use crate::codex;
use crate::desk::{Desk, LIST};
use crate::heard::Outcome;
use crate::opencode::program;
use crate::world::{node, peers, world};

#[test]
fn each_of_our_adapters_works_an_item_of_a_real_job_with_what_it_used_and_cost_on_record() -> Outcome {
    let Some(peers) = peers()? else { return Ok(()) };
    let evidence =
        json!([{ "criterion": "a list", "proof": "written", "file": "host.md", "quote": "Book the room" }]);
    let first = json!([
        { "name": "note", "arguments": { "text": "Write the list." } },
        { "name": "write", "arguments": { "path": "host.md", "content": LIST } },
    ]);
    let then = json!([
        { "name": "finish", "arguments": { "summary": "Wrote host.md.", "confidence": 0.9, "evidence": evidence } },
    ]);
    let answers = json!({ "fixtures": [
        { "match": { "hasToolResult": false }, "response": { "toolCalls": first, "usage": usage(1_000, 30) } },
        { "match": { "hasToolResult": true }, "response": { "toolCalls": then, "usage": usage(1_200, 10) } },
    ] });
    // 2,200 tokens in and 40 out, at 1 and 5, 2.50 and 10, 2.50 and 15 dollars a million.
    let all = [
        ("anthropic", "", "claude-haiku-4-5", json!(2_400_000)),
        ("openai_chat", "/v1", "gpt-4o", json!(5_900_000)),
        ("openai_responses", "/v1", "gpt-5.4", json!(6_100_000)),
        ("ollama", "", "qwen3:8b", Value::Null),
    ];
    for (api, path, model, cost) in all {
        let desk = Desk::new()?;
        let mock = Aimock::start(&peers, desk.folder.path(), &answers)?;
        let base = mock.url(path);
        let add = ["agents", "add", "writer", "--way", "model", "--api", api, "--base-url", &base];
        desk.run(&[&add[..], &["--model", model]].concat())?;

        let attempt = desk.works("writer", &[])?;

        assert_eq!(fs::read_to_string(desk.work().join("host.md"))?, LIST, "{api}");
        assert_eq!(
            (&attempt["verdict"], &attempt["computed_cost_nano"]),
            (&json!("accepted"), &cost),
            "{api}"
        );
        if api == "ollama" {
            assert_eq!(attempt["tokens_in"], Value::Null, "this mock tells none, and nothing is made up");
        } else {
            assert_eq!((&attempt["tokens_in"], &attempt["tokens_out"]), (&json!(2_200), &json!(40)), "{api}");
        }
    }
    Ok(())
}

#[test]
fn opencode_works_an_item_of_a_real_job_behind_our_fence_and_tells_what_it_cost() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let Some(peers) = peers()? else { return Ok(()) };
    let write =
        json!({ "id": "call_1", "name": "write", "arguments": { "filePath": "host.md", "content": LIST } });
    let answers = json!({ "fixtures": [
        { "match": { "userMessage": "workshop", "hasToolResult": false },
          "response": { "toolCalls": [write], "usage": usage(1_000, 30) } },
        { "match": { "userMessage": "workshop", "hasToolResult": true },
          "response": { "content": "I wrote host.md.", "usage": usage(1_200, 10) } },
        { "match": {}, "response": { "content": "A title", "usage": usage(1, 1) } },
    ] });
    let desk = Desk::new()?;
    let mock = Aimock::start(&peers, desk.folder.path(), &answers)?;
    let settings = opencode_settings(&mock.url("/v1"));
    let program = program(&world)?;
    let program = program.to_string_lossy();
    let add = ["agents", "add", "opencode", "--way", "acp", "--program", &program, "--network"];
    let names: Vec<&str> = settings.iter().flat_map(|(name, _)| ["--env", *name]).collect();
    desk.run(&[&add[..], &names].concat())?;

    let attempt = desk.works("opencode", &settings)?;

    assert_eq!(fs::read_to_string(desk.work().join("host.md"))?, LIST);
    assert_eq!((&attempt["tokens_in"], &attempt["tokens_out"]), (&json!(1_200), &json!(10)));
    // 2,200 tokens in at 2.50, 40 out at 10 dollars a million.
    assert_eq!(attempt["reported_cost_nano"], 5_900_000);
    assert_eq!(attempt["verdict"], "accepted");
    Ok(())
}

/// The model of Codex writes the list by a command and says so.
fn by_command() -> Value {
    let line = format!("printf -- '{}' > host.md", LIST.replace('\n', "\\n"));
    let write = json!({ "id": "call_1", "name": "exec_command", "arguments": { "cmd": line } });
    json!({ "fixtures": [
        { "match": { "userMessage": "workshop", "hasToolResult": false },
          "response": { "toolCalls": [write], "usage": usage(1_000, 30) } },
        { "match": { "userMessage": "workshop", "hasToolResult": true },
          "response": { "content": "I wrote host.md.", "usage": usage(1_200, 10) } },
        { "match": {}, "response": { "content": "A title", "usage": usage(1, 1) } },
    ] })
}

/// What the row of Codex says: how it is started, and what it may reach.
fn codex_config(desk: &Desk, variables: &[(&str, String)], started: &Value) -> String {
    let mut config = started.clone();
    config["network"] = json!(true);
    config["env"] = variables.iter().map(|(name, _)| *name).collect();
    config["writable"] = json!([desk.folder.path().join("home/.codex"), desk.folder.path().join("home/tmp")]);
    config.to_string()
}

#[test]
fn codex_works_an_item_of_a_real_job_by_commands_that_were_allowed_and_costs_what_its_tokens_cost() -> Outcome
{
    let Some(world) = world()? else { return Ok(()) };
    let Some(peers) = peers()? else { return Ok(()) };
    let script = world.peer("@openai/codex/bin/codex.js").to_string_lossy().into_owned();
    // 2,200 tokens in and 40 out at 2.50 and 15 dollars a million; what nobody knows a price for costs nobody knows what.
    for (model, cost) in [("gpt-5.4", json!(6_100_000)), ("unheard-of", Value::Null)] {
        let desk = Desk::new()?;
        desk.run(&["edit", "1.1", "--commands", "on"])?;
        let mock = Aimock::start(&peers, desk.folder.path(), &by_command())?;
        let variables = codex::settings(desk.folder.path(), &mock.url("/v1"), model)?;
        let config = codex_config(&desk, &variables, &json!({ "program": script }));
        desk.run(&["agents", "add", "codex", "--way", "codex", "--model", model, "--config", &config])?;

        let attempt = desk.works("codex", &variables)?;

        assert_eq!(fs::read_to_string(desk.work().join("host.md"))?, LIST);
        assert_eq!((&attempt["tokens_in"], &attempt["tokens_out"]), (&json!(2_200), &json!(40)));
        let costs = (&attempt["verdict"], &attempt["reported_cost_nano"], &attempt["computed_cost_nano"]);
        assert_eq!(costs, (&json!("accepted"), &Value::Null, &cost));
    }
    Ok(())
}

#[test]
fn codex_works_an_item_of_a_real_job_through_its_adapter_and_nothing_is_said_of_its_cost() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let Some(peers) = peers()? else { return Ok(()) };
    let desk = Desk::new()?;
    desk.run(&["edit", "1.1", "--commands", "on"])?;
    let mock = Aimock::start(&peers, desk.folder.path(), &by_command())?;
    let variables = codex::settings(desk.folder.path(), &mock.url("/v1"), "gpt-5.4")?;
    let adapter = world.peer("@agentclientprotocol/codex-acp/dist/index.js");
    let started = json!({ "program": node()?, "args": [adapter], "readable": [world.peer("")] });
    let config = codex_config(&desk, &variables, &started);
    desk.run(&["agents", "add", "codex", "--way", "acp", "--model", "gpt-5.4", "--config", &config])?;

    let attempt = desk.works("codex", &variables)?;

    assert_eq!(fs::read_to_string(desk.work().join("host.md"))?, LIST);
    assert_eq!(attempt["verdict"], "accepted");
    let costs = (&attempt["reported_cost_nano"], &attempt["computed_cost_nano"]);
    assert_eq!(costs, (&Value::Null, &Value::Null), "{attempt}");
    Ok(())
}

/// The example agent has no tool that writes, it only plays one: its answer in words is what it delivers, since the
/// person said so of it. That the answer is no good list is for the verdict; here the way there is proved.
#[test]
fn the_sdks_example_delivers_its_words_as_a_file_and_what_it_used_stays_unknown() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let desk = Desk::new()?;
    let config = json!({
        "program": node()?, "args": [world.peer("acp-example/dist/examples/agent.js")], "network": true,
        "readable": [world.peer("")], "words_in": "host.md",
    });
    desk.run(&["agents", "add", "example", "--way", "acp", "--config", &config.to_string()])?;

    let attempt = desk.works("example", &[])?;

    let published = fs::read_to_string(desk.work().join("host.md"))?;
    assert!(published.ends_with("I'll skip the configuration update."), "{published}");
    assert_eq!(attempt["verdict"], "accepted");
    for unknown in ["tokens_in", "tokens_out", "reported_cost_nano", "computed_cost_nano"] {
        assert_eq!(attempt[unknown], Value::Null, "{unknown} is unknown, which is not 0");
    }
    Ok(())
}

#[test]
fn the_sdks_example_delivers_nothing_where_nobody_said_that_its_words_are_a_file() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let desk = Desk::new()?;
    let config = json!({
        "program": node()?, "args": [world.peer("acp-example/dist/examples/agent.js")], "network": true,
        "readable": [world.peer("")],
    });
    desk.run(&["agents", "add", "example", "--way", "acp", "--config", &config.to_string()])?;

    assert!(desk.works("example", &[]).is_err(), "there is nothing to review");

    let shown = desk.run(&["show", "1.1"])?;
    let attempt = &shown["item"]["attempts"][0];
    assert_eq!((&attempt["outcome"], &attempt["reason"]), (&json!("failed"), &json!("nothing_delivered")));
    assert!(!desk.work().join("host.md").exists());
    Ok(())
}
