//! Commands: off until the person turns them on for an item, then each asks, and what was allowed for always holds
//! in later attempts of this item for exactly this argv.
#![cfg(unix)]

use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer};

use crate::at_work::{is_refused_here, item};
use crate::reached::{ready, reply};
use crate::running::{Running, finished};
use crate::world::{Outcome, World};

/// An agent that wants to run these commands, one after the other, and writes `a.md`.
fn wants(commands: &[&[&str]]) -> Value {
    let asks = commands.iter().map(|argv| json!({ "permission": { "argv": argv } }));
    let writes = [json!({ "write": { "path": "a.md", "text": "done" } })];
    json!({ "turns": [asks.chain(writes).collect::<Vec<_>>()] })
}

/// The argv that were asked about, as a run told them.
fn asked(events: &[Value]) -> Vec<Value> {
    let asked = events.iter().filter(|event| event["event"] == "asked");
    asked.map(|event| event["facts"]["question"]["argv"].clone()).collect()
}

/// Which commands of the last attempt were run.
fn ran(world: &World, reference: &str) -> Outcome<Vec<(Value, Value)>> {
    let tried = world.json(&["attempts", reference])?;
    let last = tried["attempts"].as_array().and_then(|attempts| attempts.last()).ok_or("no attempt")?;
    let steps = last["step_list"].as_array().ok_or("no steps")?;
    let commands = steps.iter().filter(|step| step["kind"] == "command");
    Ok(commands.map(|step| (step["about"].clone(), step["went_well"].clone())).collect())
}

#[test]
fn nothing_is_asked_and_nothing_runs_before_commands_are_turned_on() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.agent("asker", &wants(&[&["make", "all"]]))?;
    world.ok(&["give", "1.2", "--to", "asker", "--now-start"])?;

    let run = world.ok(&["run", "--json"])?;

    assert_eq!(asked(&finished(&run.out)?), Vec::<Value>::new());
    assert_eq!(ran(&world, "1.2")?, [(json!("make all"), json!(false))]);
    assert_eq!(item(&world, "1.2")?["commands"], false);
    Ok(())
}

#[test]
fn what_is_allowed_for_always_is_not_asked_in_a_later_attempt_and_anything_else_is() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    if is_refused_here(&world)? {
        return Ok(());
    }
    world.agent("asker", &wants(&[&["wc", "a b"], &["wc", "a", "b"], &["wc", "a b"]]))?;
    world.ok(&["give", "1.2", "--to", "asker", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("asked")?;
    world.ok(&["answer", "1.2", "always"])?;
    run.until("asked")?;
    world.ok(&["answer", "1.2", "once"])?;
    let (_, events) = run.end()?;
    assert_eq!(asked(&events), [json!(["wc", "a b"]), json!(["wc", "a", "b"])], "each once, in full");
    assert_eq!(item(&world, "1.2")?["allowed_commands"], json!(["wc 'a b'"]));
    assert!(world.ok(&["show", "1.2"])?.out.contains("wc 'a b'"));

    world.ok(&["review", "1.2", "reject", "--reason", "incomplete"])?;
    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("asked")?;
    world.ok(&["answer", "1.2", "no"])?;
    let (_, events) = run.end()?;

    assert_eq!(asked(&events), [json!(["wc", "a", "b"])], "only what was allowed once");
    let told = |argv: &str, went_well: bool| (json!(argv), json!(went_well));
    assert_eq!(ran(&world, "1.2")?, [told("wc a b", true), told("wc a b", false), told("wc a b", true)]);

    world.agent("other", &wants(&[&["wc", "a b"]]))?;
    world.ok(&["edit", "1.3", "--commands", "on"])?;
    world.ok(&["give", "1.3", "--to", "other", "--now-start"])?;
    let run = world.run(&["run", "--json", "--wait", "0"])?;
    assert_eq!(asked(&finished(&run.out)?), [json!(["wc", "a b"])], "another item knows nothing of it");
    Ok(())
}

#[test]
fn turning_commands_on_is_undone_and_turning_them_off_forgets_what_was_allowed() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    if is_refused_here(&world)? {
        return Ok(());
    }
    let stands = || -> Outcome<(Value, Value)> {
        let item = item(&world, "1.2")?;
        Ok((item["commands"].clone(), item["allowed_commands"].clone()))
    };
    world.ok(&["undo"])?;
    assert_eq!(stands()?, (json!(false), json!([])));
    world.ok(&["redo"])?;
    world.agent("asker", &wants(&[&["wc", "a"]]))?;
    world.ok(&["give", "1.2", "--to", "asker", "--now-start"])?;
    let mut run = Running::start(&world, &["run", "--json"])?;
    run.until("asked")?;
    world.ok(&["answer", "1.2", "always"])?;
    run.end()?;
    let kept = (json!(true), json!(["wc a"]));
    assert_eq!(stands()?, kept);
    world.ok(&["edit", "1.2", "--commands", "on"])?;
    assert_eq!(stands()?, kept, "they were on");
    let exported = crate::at_work::table(&world, "items")?;
    let since = exported.iter().filter(|row| row["commands_since"].is_number()).count();
    assert_eq!(since, 1, "it is in the export, and no other item has it");

    world.ok(&["edit", "1.2", "--commands", "off"])?;
    assert_eq!(stands()?, (json!(false), json!([])));
    world.ok(&["undo"])?;
    assert_eq!(stands()?, kept, "an off by mistake forgets nothing");
    world.ok(&["redo"])?;
    world.ok(&["edit", "1.2", "--commands", "on"])?;
    assert_eq!(stands()?, (json!(true), json!([])), "on again asks again");
    Ok(())
}

#[tokio::test]
async fn a_models_command_really_runs_in_its_copy_and_reaches_nothing_else() -> Outcome {
    let (world, server) = (ready()?, MockServer::start().await);
    if is_refused_here(&world)? {
        return Ok(());
    }
    world.ok(&["edit", "1.1", "--commands", "on"])?;
    world.file("diary.txt", "nobody's business\n")?;
    let diary = world.path("diary.txt").display().to_string();
    let script = format!("sort -r letters.txt > sorted.md; cat '{diary}'; echo made by $0");
    let works = [("note", json!({ "text": "Sort." })), ("command", json!({ "argv": ["sh", "-c", script] }))];
    let proof =
        json!([{ "criterion": "sorted", "proof": "sorted", "file": "sorted.md", "quote": "hot water" }]);
    let finish = [("finish", json!({ "summary": "Sorted.", "confidence": 0.9, "evidence": proof }))];
    Mock::given(any()).respond_with(reply("", &works, 10, 1)).up_to_n_times(1).mount(&server).await;
    Mock::given(any()).respond_with(reply("", &finish, 10, 1)).mount(&server).await;
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "gpt-4o"]].concat())?;
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    let question = run.until("asked")?;
    world.ok(&["answer", "1.1", "once"])?;
    run.end()?;

    assert_eq!(question["facts"]["question"]["argv"], json!(["sh", "-c", script]));
    assert_eq!(item(&world, "1.1")?["status"], "in_review");
    assert!(!world.path("work/sorted.md").exists(), "it ran in the copy");
    world.ok(&["review", "1.1", "accept"])?;
    assert_eq!(std::fs::read_to_string(world.path("work/sorted.md"))?, "14 no hot water\n");
    let sent = server.received_requests().await.ok_or("nothing was kept")?;
    let told = sent.get(1).map(|request| String::from_utf8_lossy(&request.body)).ok_or("one call")?;
    assert!(told.contains("made by sh") && told.contains("exit code 0"), "{told}");
    assert!(!told.contains("nobody's business"), "what is outside its copy is not there: {told}");
    Ok(())
}
