//! Agents that are no simulation: a model API on this computer and a program that speaks the Agent Client
//! Protocol. Both do real work through the real program; only the AI in them is played.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use halfday_runner::sandbox::Sandbox;
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::at_work::{item, table};
use crate::running::{ended, finished};
use crate::world::{LANGUAGES, Outcome, PROGRAM, World, text};

const CANARY: &str = "sk-canary-0123456789";
const KEY: &str = "HALFDAY_KEY_WORK";

/// A world with a folder of the person's whose first item wants `sorted.md`.
pub(crate) fn ready() -> Outcome<World> {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.file("work/letters.txt", "14 no hot water\n")?;
    world.ok(&["edit", "1.1", "--output", "sorted.md"])?;
    Ok(world)
}

/// A reply of a Chat Completions API: text, tool calls, what was used.
pub(crate) fn reply(
    said: &str,
    calls: &[(&str, Value)],
    tokens_in: u64,
    tokens_out: u64,
) -> ResponseTemplate {
    let calls: Vec<Value> = calls
        .iter()
        .enumerate()
        .map(|(index, (name, arguments))| {
            json!({ "index": index, "id": format!("call_{index}"), "type": "function",
                "function": { "name": name, "arguments": arguments.to_string() } })
        })
        .collect();
    let chunks = [
        json!({ "choices": [{ "index": 0, "delta": { "role": "assistant", "content": said, "tool_calls": calls },
            "finish_reason": null }] }),
        json!({ "choices": [{ "index": 0, "delta": {}, "finish_reason": "tool_calls" }] }),
        json!({ "choices": [], "usage": { "prompt_tokens": tokens_in, "completion_tokens": tokens_out } }),
    ];
    let events: Vec<String> = chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect();
    ResponseTemplate::new(200)
        .set_body_raw(format!("{}data: [DONE]\n\n", events.concat()), "text/event-stream")
}

/// A model that reads, writes `sorted.md` and finishes, and repeats the key it was called with.
pub(crate) async fn model() -> MockServer {
    let server = MockServer::start().await;
    let works = [
        ("note", json!({ "text": format!("Read, then write; the key is {CANARY}.") })),
        ("read", json!({ "path": "letters.txt" })),
        ("write", json!({ "path": "sorted.md", "content": "| 14 | no hot water |\n" })),
    ];
    let proof = json!([{ "criterion": "sorted", "proof": "it is written", "file": "sorted.md", "quote": "no hot water" }]);
    let finishes = [(
        "finish",
        json!({ "summary": format!("Sorted with {CANARY}."), "confidence": 0.8, "evidence": proof }),
    )];
    let first = Mock::given(any()).respond_with(reply("I begin.", &works, 1_000, 100));
    first.up_to_n_times(1).mount(&server).await;
    Mock::given(any()).respond_with(reply("", &finishes, 1_500, 50)).mount(&server).await;
    server
}

/// Every file below `folder` that holds `secret`.
pub(crate) fn holding(folder: &Path, secret: &str) -> Outcome<Vec<String>> {
    let mut found = vec![];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(holding(&path, secret)?);
        } else if fs::read(&path)?.windows(secret.len()).any(|part| part == secret.as_bytes()) {
            found.push(text(&path));
        }
    }
    Ok(found)
}

#[tokio::test]
async fn a_model_api_does_an_item_that_is_reviewed_and_published_and_its_key_stays_nowhere() -> Outcome {
    let (world, server) = (ready()?, model().await);
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "gpt-4o", "--family", "gpt", "--key", "work"]].concat())?;
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;

    let run = world.command(&["run", "--json"]).env(KEY, CANARY).output()?;

    let out = String::from_utf8(run.stdout)?;
    assert_eq!(run.status.code(), Some(0), "{out}");
    assert_eq!(ended(&finished(&out)?)?["facts"]["outcome"], "delivered", "{out}");
    let sent = server.received_requests().await.ok_or("nothing was kept")?;
    assert_eq!(sent.len(), 2);
    let bearer = sent[0].headers.get("authorization").and_then(|value| value.to_str().ok());
    assert_eq!(bearer, Some(format!("Bearer {CANARY}").as_str()), "the model was really called with it");
    let body: Value = serde_json::from_slice(&sent[1].body)?;
    assert!(body["messages"].to_string().contains("14 no hot water"), "it has read the person's file");
    assert!(!world.path("work/sorted.md").exists(), "nothing reaches the person's folder before a verdict");

    world.ok(&["review", "1.1", "accept", "--review-minutes", "2"])?;

    assert_eq!(fs::read_to_string(world.path("work/sorted.md"))?, "| 14 | no hot water |\n");
    let attempt = table(&world, "attempts")?.first().cloned().ok_or("no attempt")?;
    assert_eq!((&attempt["tokens_in"], &attempt["tokens_out"]), (&json!(2_500), &json!(150)));
    // 2.50 and 10 dollars per million tokens.
    assert_eq!(attempt["computed_cost_nano"], 2_500 * 2_500 + 150 * 10_000);
    assert!(attempt["price_table"].as_str().is_some_and(|table| table.starts_with("https://")), "{attempt}");
    assert_eq!(attempt["reported_cost_nano"], Value::Null, "nobody told it");
    let said = String::from_utf8(run.stderr)?;
    assert!(!out.contains(CANARY) && !said.contains(CANARY), "{out}{said}");
    assert_eq!(
        holding(&world.path("."), CANARY)?,
        Vec::<String>::new(),
        "neither data, logs, export nor files"
    );
    Ok(())
}

#[tokio::test]
async fn a_model_that_calls_no_tool_is_told_so_once_in_each_attempt() -> Outcome {
    let (world, server) = (ready()?, MockServer::start().await);
    Mock::given(any()).respond_with(reply("Shall I?", &[], 10, 1)).mount(&server).await;
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "gpt-4o"]].concat())?;
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;

    let run = world.run(&["run", "--json"])?;

    let tried = item(&world, "1.1")?["attempts"].as_array().map_or(0, Vec::len);
    assert!(tried > 0, "{}", run.out);
    let calls = server.received_requests().await.unwrap_or_default().len();
    assert_eq!(calls, 2 * tried, "the brief and one word, then it counts");
    Ok(())
}

#[tokio::test]
async fn money_is_counted_by_the_price_of_the_tokens_where_nobody_tells_a_cost() -> Outcome {
    let said = [&["--budget-usd", "0.003"][..], &[]];
    for ((name, asked), said) in
        [("gpt-4o", "the money budget is used up"), ("unheard-of", "--budget-tokens")]
            .into_iter()
            .flat_map(|one| said.map(|said| (one, said)))
    {
        let (world, server) = (ready()?, model().await);
        let uri = server.uri();
        let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
        world.ok(&[&add[..], &["--model", name]].concat())?;
        world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;

        // The first answer costs 0.0035 dollars.
        if said.is_empty() {
            world.ok(&["settings", "set", "budget_usd", "0.003"])?;
        }
        let run = world.run(&[&["run", "--json", "--wait", "0"], said].concat())?;

        assert_eq!(run.code, Some(4), "only the person can go on: {}", run.err);
        let question = finished(&run.out)?.into_iter().find(|event| event["event"] == "asked");
        let question = question.ok_or("nothing was asked")?;
        assert_eq!(question["facts"]["why"], "budget", "{question}");
        assert!(question["text"].as_str().is_some_and(|text| text.contains(asked)), "{question}");
    }
    Ok(())
}

#[tokio::test]
async fn names_in_the_files_a_model_reads_stay_behind_the_veil_and_come_back_in_what_it_writes() -> Outcome {
    let (world, server) = (ready()?, MockServer::start().await);
    world.ok(&["settings", "names", "add", "Okonkwo"])?;
    world.file("work/letters.txt", "14 no hot water, signed Okonkwo, okonkwo@example.org\n")?;
    let looks = [("note", json!({ "text": "Look." })), ("read", json!({ "path": "letters.txt" }))];
    let quotes = |name: &str| format!("| 14 | no hot water | {name} |\n");
    Mock::given(any()).respond_with(reply("", &looks, 10, 1)).up_to_n_times(1).mount(&server).await;
    Mock::given(any())
        .respond_with(move |request: &wiremock::Request| {
            // It knows the name only as it was given to see it.
            let body = String::from_utf8_lossy(&request.body).into_owned();
            let name =
                body.split("signed ").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or("nobody");
            let proof =
                json!([{ "criterion": "sorted", "proof": "written", "file": "sorted.md", "quote": name }]);
            let calls = [
                ("search", json!({ "pattern": format!("signed {name}") })),
                ("write", json!({ "path": "sorted.md", "content": quotes(name) })),
                ("edit", json!({ "path": "sorted.md", "old": name, "new": format!("{name}!") })),
                (
                    "finish",
                    json!({ "summary": format!("Sorted for {name}."), "confidence": 0.9, "evidence": proof }),
                ),
            ];
            reply("", &calls, 10, 1)
        })
        .mount(&server)
        .await;
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "gpt-4o"]].concat())?;
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;

    let run = world.ok(&["run", "--json"])?;
    world.ok(&["review", "1.1", "accept", "--review-minutes", "1"])?;

    assert_eq!(ended(&finished(&run.out)?)?["facts"]["outcome"], "delivered", "{}", run.out);
    for sent in server.received_requests().await.ok_or("nothing was kept")? {
        let body = String::from_utf8_lossy(&sent.body).into_owned();
        assert!(!body.contains("Okonkwo") && !body.contains("okonkwo@"), "it left the computer: {body}");
    }
    assert_eq!(fs::read_to_string(world.path("work/sorted.md"))?, "| 14 | no hot water | Okonkwo! |\n");
    assert!(run.out.contains("Sorted for Okonkwo."), "the person reads the name: {}", run.out);
    assert!(run.out.contains("signed Okonkwo"), "and what was searched for: {}", run.out);
    Ok(())
}

#[test]
fn who_hands_over_to_a_program_is_told_that_the_veil_covers_the_brief_only() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        world.new_job()?;
        let path = program(&world)?;
        world.ok(&["agents", "add", "script", "--way", "acp", "--program", &path, "--network"])?;
        let words = halfday_app::Words::of(halfday_app::Language::from_tag(language).ok_or("no language")?);
        let said = words.say("agent-past-veil", &[("agent", "script")]);

        let veiled = world.ok(&["give", "1.1", "--to", "script"])?;
        world.ok(&["settings", "set", "veil", "off"])?;
        let open = world.ok(&["give", "1.2", "--to", "script"])?;

        assert!(veiled.err.contains(&said), "{}", veiled.err);
        assert!(!open.err.contains(&said), "without a veil there is nothing to say: {}", open.err);
    }
    Ok(())
}

#[tokio::test]
async fn a_model_without_its_key_calls_nobody_and_says_which_variable_is_missing() -> Outcome {
    let (world, server) = (ready()?, model().await);
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "anthropic", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "m", "--key", "work"]].concat())?;

    let tested = world.run(&["agents", "test", "writer", "--json"])?;

    assert_ne!(tested.code, Some(0));
    assert!(tested.out.contains(KEY), "{}", tested.out);
    assert_eq!(server.received_requests().await.unwrap_or_default().len(), 0);
    Ok(())
}

#[test]
fn a_key_is_refused_where_only_its_name_belongs() -> Outcome {
    let world = World::new()?;
    let key = "sk-live-abcdefghijklmnop";
    let config = json!({ "api": "anthropic", "model": "m", "api_key": key }).to_string();
    let named = ["--api", "anthropic", "--model", "m", "--key", key];
    for rest in [&named[..], &["--config", &config]] {
        let refused = world.run(&[&["agents", "add", "x", "--way", "model"], rest].concat())?;

        assert_ne!(refused.code, Some(0));
        assert!(!refused.err.contains(key), "{}", refused.err);
    }
    assert_eq!(holding(&world.data(), key)?, Vec::<String>::new());
    Ok(())
}

/// An agent of the protocol, line by line. It looks around, writes what it found and what it was asked for.
const AGENT: &str = r#"#!/bin/sh
hear() { IFS= read -r line || exit 0; id=$(printf %s "$line" | sed 's/.*"id":\("[^"]*"\|[0-9]*\).*/\1/'); }
answer() { printf '%s\n' '{"jsonrpc":"2.0","id":'"$id"',"result":'"$1"'}'; }
update() { printf '%s\n' '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"s","update":'"$1"'}}'; }
hear; answer '{"protocolVersion":1,"agentInfo":{"name":"script","version":"1.2.3"}}'
hear; answer '{"sessionId":"s"}'
hear
cat letters.txt > sorted.md
cat "DIARY" >> sorted.md 2>/dev/null
(echo reached > "MARK") 2>/dev/null
update '{"sessionUpdate":"tool_call","toolCallId":"1","title":"Write","kind":"edit","status":"completed","locations":[{"path":"'"$PWD"'/sorted.md"}]}'
update '{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"All done."}}'
answer '{"stopReason":"end_turn","usage":{"totalTokens":1050,"inputTokens":1000,"outputTokens":50}}'
"#;

/// The agent's program, in a folder of its own.
fn program(world: &World) -> Outcome<String> {
    let diary = world.file("diary", "dear diary\n")?;
    let script = AGENT.replace("DIARY", &diary).replace("MARK", &text(&world.path("mark")));
    let path = world.file("bin/agent", script)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    Ok(path)
}

#[test]
fn a_program_works_an_item_behind_the_fence_or_is_not_started_at_all() -> Outcome {
    let world = ready()?;
    let path = program(&world)?;
    world.ok(&["agents", "add", "script", "--way", "acp", "--program", &path, "--network"])?;
    world.ok(&["give", "1.1", "--to", "script", "--now-start"])?;

    if Sandbox::find_with(Path::new(PROGRAM)).is_err() {
        let tested = world.run(&["agents", "test", "script"])?;
        assert_ne!(tested.code, Some(0), "no fence, no program");
        return Ok(());
    }
    world.ok(&["agents", "test", "script"])?;
    let run = world.ok(&["run", "--json"])?;

    assert_eq!(ended(&finished(&run.out)?)?["facts"]["outcome"], "delivered", "{}", run.out);
    let attempt = item(&world, "1.1")?["attempts"][0].clone();
    assert_eq!((&attempt["tokens_in"], &attempt["tokens_out"]), (&json!(1_000), &json!(50)));
    assert_eq!(attempt["computed_cost_nano"], Value::Null, "a program is paid for otherwise: unknown, not 0");
    world.ok(&["review", "1.1", "accept", "--review-minutes", "1"])?;
    let published = fs::read_to_string(world.path("work/sorted.md"))?;
    assert_eq!(published, "14 no hot water\n", "the person's diary could not be read");
    assert!(!world.path("mark").exists(), "nothing outside could be written");
    Ok(())
}

#[test]
fn no_program_becomes_an_agent_before_the_person_agrees_to_the_network() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let path = program(&world)?;
        for way in ["acp", "claude", "codex"] {
            let refused = world.run(&["agents", "add", "x", "--way", way, "--program", &path])?;

            assert_eq!(refused.code, Some(2), "{}", refused.err);
            assert!(refused.err.contains("--network"), "{}", refused.err);
        }
        assert_eq!(world.json(&["agents"])?["agents"], json!([]), "none was added");
    }
    Ok(())
}

#[test]
fn what_is_found_on_this_computer_is_not_started_and_comes_with_the_line_that_adds_it() -> Outcome {
    let world = World::new()?;
    let started = text(&world.path("started"));
    let path = world.file("bin/claude", format!("#!/bin/sh\ntouch {started}\n"))?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;

    let found = world.command(&["agents", "find", "--json"]).env("PATH", world.path("bin")).output()?;

    let document: Value = serde_json::from_slice(&found.stdout)?;
    let program = &document["programs"][0];
    assert_eq!((&program["name"], &program["way"]), (&json!("claude"), &json!("claude")), "{document}");
    assert_eq!(program["path"], path.as_str());
    let line = program["add"].as_str().ok_or("no line")?;
    let words: Vec<&str> = line.split(' ').skip(1).collect();
    world.ok(&words)?;
    assert!(!Path::new(&started).exists(), "nothing was started");
    Ok(())
}

#[test]
fn a_program_that_could_combine_the_network_with_what_is_the_persons_is_refused_by_name() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        world.file("work/letters.txt", "14 no hot water\n")?;
        world.new_job()?;
        let path = program(&world)?;
        let work = text(&world.path("work"));
        let config = |more: Value| {
            let mut row = json!({ "program": path, "network": true });
            if let (Some(row), Some(more)) = (row.as_object_mut(), more.as_object()) {
                row.extend(more.clone());
            }
            row.to_string()
        };
        let risky = [
            (json!({ "args": ["--dangerously-skip-permissions"] }), "--dangerously-skip-permissions"),
            (json!({ "env": ["SSH_AUTH_SOCK"] }), "SSH_AUTH_SOCK"),
            (json!({ "readable": [text(&world.data())] }), "data"),
            (json!({ "readable": [work] }), work.as_str()),
        ];
        for (more, named) in risky {
            let refused = world.run(&["agents", "add", "x", "--way", "acp", "--config", &config(more)])?;

            assert_eq!(refused.code, Some(2), "{}", refused.err);
            assert!(refused.err.contains(named), "{}", refused.err);
        }
        assert_eq!(world.json(&["agents"])?["agents"], json!([]), "none was added");
    }
    Ok(())
}
