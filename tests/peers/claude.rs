//! Claude's command line, its model played by aimock. It is not open source, so nobody fetches it: this is tried where
//! `scripts/claude.sh` was told where it is.

use std::path::PathBuf;
use std::sync::Arc;

use halfday_runner::agents::cli_stream::{CliStream, Dialect};
use halfday_runner::agents::program::Program;
use halfday_runner::agents::{Agent, Answer, Commands};
use serde_json::{Value, json};

use crate::heard::{Outcome, Person, turn};
use crate::world::{BRIEF, FEEDBACK, FIRST, SECOND, World, say_skipped, world};

/// Where the mock listens for this provider.
const MOCK: &str = "http://127.0.0.1:4010";

fn claude(world: &World, path: PathBuf, answers: &Value) -> Result<CliStream, Box<dyn std::error::Error>> {
    let mut environment = world.home();
    let variables = [
        ("ANTHROPIC_BASE_URL", MOCK),
        ("ANTHROPIC_API_KEY", "none"),
        ("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"),
        ("DISABLE_AUTOUPDATER", "1"),
    ];
    environment.extend(variables.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let program = Program { environment, ..Program::at(path) };
    Ok(CliStream::new(program, Dialect::Claude).within(Arc::new(world.walls(answers)?)))
}

fn uses(message: &str, turn: usize, tool: &str, arguments: &Value) -> Value {
    let call = json!({"id": format!("toolu_{turn}"), "name": tool, "arguments": arguments});
    let usage = json!({"input_tokens": 1000, "output_tokens": 30});
    json!({"match": {"userMessage": message, "turnIndex": turn}, "response": {"toolCalls": [call], "usage": usage}})
}

fn says(message: &str, turn: usize, text: &str) -> Value {
    let usage = json!({"input_tokens": 1200, "output_tokens": 10});
    json!({"match": {"userMessage": message, "turnIndex": turn}, "response": {"content": text, "usage": usage}})
}

#[tokio::test]
async fn claude_works_a_brief_into_a_file_and_mends_it_in_the_same_conversation() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let Some(path) = std::env::var_os("HALFDAY_CLAUDE") else {
        return say_skipped("scripts/claude.sh tells where Claude is");
    };
    let host = world.at("work/host.md");
    let answers = json!({"fixtures": [
        uses("workshop.md", 0, "Read", &json!({"file_path": world.at("work/workshop.md")})),
        uses("workshop.md", 1, "Write", &json!({"file_path": host, "content": FIRST})),
        uses("workshop.md", 2, "Bash", &json!({"command": "echo x > made-by-command", "description": "Make it"})),
        says("workshop.md", 3, "I wrote host.md."),
        uses("check failed", 4, "Write", &json!({"file_path": host, "content": SECOND})),
        says("check failed", 5, "All done."),
        {"match": {}, "response": {"content": "ok", "usage": {"input_tokens": 1, "output_tokens": 1}}},
    ]});
    let mut session = claude(&world, path.into(), &answers)?.open(&world.work(Commands::Off)).await?;
    let refuses = Person::Answers(Answer::Refuse);

    let first = turn(session.as_mut(), BRIEF, &refuses).await;
    let host_list = world.host_list()?;
    let second = turn(session.as_mut(), FEEDBACK, &refuses).await;
    session.close().await;

    assert_eq!(host_list, FIRST);
    let steps = ["Read workshop.md true", "Write host.md true", "Command echo x > made-by-command false"];
    assert_eq!(first.steps, steps);
    assert!(!world.at("work/made-by-command").exists());
    assert_eq!(first.end?.said, "I wrote host.md.");
    let used = first.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out), (Some(4200), Some(100)));
    assert!(used.reported_cost_nano.is_some_and(|cost| cost > 0));
    assert_eq!(world.host_list()?, SECOND);
    assert_eq!(second.end?.said, "All done.");
    let used = second.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out), (Some(2200), Some(40)), "of the second turn alone");
    Ok(())
}
