//! What AI names as proof of its work: asked for in the brief of a program, looked up, and read beside the lines of
//! *done when*.

use halfday_app::{Language, Words};
use serde_json::{Value, json};

use crate::world::{LANGUAGES, Outcome, World};

const LINES: [&str; 2] = ["Names the flat", "Reads well"];

/// A world whose first item has these lines.
fn ready(language: &'static str) -> Outcome<World> {
    let world = World::speaking_in_real_time(language)?;
    world.new_job()?;
    world.file("work/letters.txt", "14 no hot water\n")?;
    world.ok(&["edit", "1.1", "--output", "sorted.md", "--done-when", LINES[0], "--done-when", LINES[1]])?;
    Ok(world)
}

/// Last words with a block about the first line.
fn words(quote: &str) -> String {
    let claim = json!({ "criterion": LINES[0], "proof": "it is there", "file": "sorted.md", "quote": quote });
    format!("Sorted.\n\n```halfday\n{}\n```", json!({ "confidence": 0.6, "evidence": [claim] }))
}

#[test]
fn a_person_reads_beside_each_line_what_was_found() -> Outcome {
    for language in LANGUAGES {
        let world = ready(language)?;
        let turn = json!([
            { "write": { "path": "sorted.md", "text": "14 no hot water\n" } },
            { "finish": { "said": words("14 no hot") } },
        ]);
        world.agent("worker", &json!({ "turns": [turn] }))?;
        world.ok(&["give", "1.1", "--to", "worker", "--now-start"])?;
        world.ok(&["run"])?;

        let (shown, queue) = (world.ok(&["show", "1.1"])?.out, world.ok(&["review"])?.out);
        let steps = world.ok(&["attempts", "1.1"])?.out;

        let say = Words::of(Language::from_tag(language).ok_or("no language")?);
        let proved = say.say("evidence-proved", &[("file", "sorted.md"), ("quote", "14 no hot")]);
        let untold = say.word("evidence-cannot_tell-none");
        for page in [shown, queue] {
            let (first, second) = (page.find(&proved), page.find(&untold));
            assert!(first.is_some() && first < second, "each after its line: {page}");
        }
        assert!(steps.contains("Sorted.") && !steps.contains("```"), "the block is not for reading: {steps}");
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_program_is_asked_for_its_evidence_and_only_where_there_is_something_to_prove() -> Outcome {
    use std::os::unix::fs::PermissionsExt;

    const AGENT: &str = r#"#!/bin/sh
hear() { IFS= read -r line || exit 0; id=$(printf %s "$line" | sed 's/.*"id":\("[^"]*"\|[0-9]*\).*/\1/'); }
answer() { printf '%s\n' '{"jsonrpc":"2.0","id":'"$id"',"result":'"$1"'}'; }
hear; answer '{"protocolVersion":1,"agentInfo":{"name":"script","version":"1.2.3"}}'
hear; answer '{"sessionId":"s"}'
hear
cp letters.txt sorted.md
printf '%s' "$line" > told.txt
printf '%s\n' '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"s","update":{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":SAID}}}}'
answer '{"stopReason":"end_turn"}'
"#;
    let world = ready("en")?;
    let path = world.file("bin/agent", AGENT.replace("SAID", &json!(words("14 no hot")).to_string()))?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))?;
    world.ok(&["agents", "add", "script", "--way", "acp", "--program", &path, "--network"])?;
    if halfday_runner::sandbox::Sandbox::find_with(crate::world::PROGRAM.as_ref()).is_err() {
        return Ok(());
    }
    let added = world.json(&["add", "1", "Sum it up"])?;
    let bare = added["item"]["ref"].as_str().ok_or("no name")?.to_owned();
    world.ok(&["give", "1.1", &bare, "--to", "script", "--now-start"])?;
    world.ok(&["run"])?;

    let queue = world.json(&["review"])?;
    let of = |reference: &str| -> Outcome<Value> {
        let items = queue["items"].as_array().ok_or("no queue")?;
        Ok(items.iter().find(|one| one["ref"] == reference).ok_or("it is not there")?.clone())
    };
    let told = |item: &Value| {
        let files = item["deliverables"].as_array().into_iter().flatten();
        let told = files.filter(|file| file["path"] == "told.txt").find_map(|file| file["text"].as_str());
        told.unwrap_or_default().to_owned()
    };
    let (proved, unasked) = (of("1.1")?, of(&bare)?);
    let said: Vec<&Value> =
        proved["checks"].as_array().into_iter().flatten().map(|check| &check["evidence"]["said"]).collect();
    assert_eq!(said, [&json!("proved"), &json!("cannot_tell")], "{proved}");
    assert!(told(&proved).contains("```halfday") && told(&proved).contains(LINES[1]), "{proved}");
    assert!(!told(&proved).contains("Confidence: N"), "it is asked once how sure it is");
    assert!(!told(&unasked).contains("```halfday"), "there is nothing to prove: {unasked}");
    assert!(told(&unasked).contains("Confidence: N"), "{unasked}");
    let sure = crate::at_work::table(&world, "attempts")?;
    assert!(sure.iter().all(|attempt| attempt["self_confidence"] == 0.6), "{sure:?}");
    Ok(())
}
