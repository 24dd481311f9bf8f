//! The whole program with peers: an item of a real job is handed over, worked into a file, reviewed and published, and
//! what it used and cost stands in the record. The mock of the providers is aimock, which nobody here wrote.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::aimock::{Aimock, opencode_settings, usage};
use crate::heard::Outcome;
use crate::opencode::program;
use crate::world::{job, peers, world};

const LIST: &str = "# Before the first day\n\n- Book the room\n- Order coffee\n";

/// A person's data, and their folder.
struct Desk {
    folder: TempDir,
}

impl Desk {
    /// With the job, whose first item wants `host.md`.
    fn new() -> Result<Self, Box<dyn std::error::Error>> {
        let desk = Self { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))? };
        fs::create_dir(desk.work())?;
        let (job, work) = (job(), desk.work());
        desk.run(&["new", &job.to_string_lossy(), "--workspace", &work.to_string_lossy()])?;
        desk.run(&["edit", "1.1", "--output", "host.md"])?;
        Ok(desk)
    }

    fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halfday"));
        command.env("HALFDAY_DATA", self.folder.path().join("data")).env("HALFDAY_KEYCHAIN", "off");
        command.args(["--lang", "en", "--json"]).args(args).stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Result<Value, Box<dyn std::error::Error>> {
        self.run_with(args, &[])
    }

    fn run_with(
        &self,
        args: &[&str],
        variables: &[(&str, String)],
    ) -> Result<Value, Box<dyn std::error::Error>> {
        let mut command = self.command(args);
        command.envs(variables.iter().map(|(name, value)| (*name, value)));
        let ran = command.output()?;
        let said = String::from_utf8(ran.stdout)?;
        if !ran.status.success() {
            return Err(format!("{args:?}: {said}{}", String::from_utf8(ran.stderr)?).into());
        }
        Ok(said.lines().last().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default())
    }

    /// Lets the agent of this name work the item, accepts what came of it, and gives the attempt as it is recorded.
    fn works(&self, agent: &str, variables: &[(&str, String)]) -> Result<Value, Box<dyn std::error::Error>> {
        self.run(&["give", "1.1", "--to", agent, "--now-start"])?;
        self.run_with(&["run"], variables)?;
        self.run(&["review", "1.1", "accept", "--review-minutes", "1"])?;
        let shown = self.run(&["show", "1.1"])?;
        Ok(shown["item"]["attempts"][0].clone())
    }
}

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
        let base = format!("http://127.0.0.1:{}{path}", mock.port());
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
    let settings = opencode_settings(&format!("http://127.0.0.1:{}/v1", mock.port()));
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
