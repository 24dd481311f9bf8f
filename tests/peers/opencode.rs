//! opencode over the Agent Client Protocol, its model played by aimock.

use std::path::PathBuf;
use std::sync::Arc;

use halfday_runner::agents::acp::{Acp, Manners};
use halfday_runner::agents::program::Program;
use halfday_runner::agents::{Agent, Answer, Commands, Question};
use serde_json::{Value, json};

use crate::aimock::opencode_settings as settings;
use crate::heard::{Outcome, Person, asked, turn};
use crate::world::{BRIEF, FEEDBACK, FIRST, MOCK_URL, SECOND, World, world};

/// Its program: packed for each system under a name of its own.
pub(crate) fn program(world: &World) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    let packed = world.peer(&format!("opencode-linux-{machine}/bin/opencode"));
    if packed.is_file() { Ok(packed) } else { Err(format!("{} is not there", packed.display()).into()) }
}

/// opencode with a model which `answers` plays.
fn opencode(world: &World, answers: &Value) -> Result<Acp, Box<dyn std::error::Error>> {
    let mut environment = world.home();
    environment.extend(settings(MOCK_URL).map(|(name, value)| (name.to_owned(), value)));
    let program = Program { args: vec!["acp".to_owned()], environment, ..Program::at(program(world)?) };
    Ok(Acp::new(program).with_manners(Manners::Opencode).within(Arc::new(world.walls(answers)?)))
}

fn usage(read: u64, written: u64) -> Value {
    json!({"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written})
}

/// The model's answer number `turn` to a message that contains `message`: it uses a tool.
fn uses(message: &str, turn: usize, tool: &str, arguments: &Value) -> Value {
    let call = json!({"id": format!("call_{message}_{turn}"), "name": tool, "arguments": arguments});
    json!({
        "match": {"userMessage": message, "turnIndex": turn},
        "response": {"toolCalls": [call], "usage": usage(1000, 30)},
    })
}

fn says(message: &str, turn: usize, text: &str) -> Value {
    json!({
        "match": {"userMessage": message, "turnIndex": turn},
        "response": {"content": text, "usage": usage(1200, 10)},
    })
}

/// It also asks its model for a title.
fn title() -> Value {
    json!({"match": {}, "response": {"content": "A title", "usage": usage(1, 1)}})
}

#[tokio::test]
async fn opencode_works_a_brief_into_a_file_and_mends_it_when_a_check_failed() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let host = world.at("work/host.md");
    let answers = json!({"fixtures": [
        uses("workshop.md", 0, "read", &json!({"filePath": world.at("work/workshop.md")})),
        uses("workshop.md", 1, "write", &json!({"filePath": host, "content": FIRST})),
        says("workshop.md", 2, "I wrote host.md."),
        uses("check failed", 3, "write", &json!({"filePath": host, "content": SECOND})),
        says("check failed", 4, "All done."),
        title(),
    ]});
    let mut session = opencode(&world, &answers)?.open(&world.work(Commands::Off)).await?;
    let refuses = Person::Answers(Answer::Refuse);

    let first = turn(session.as_mut(), BRIEF, &refuses).await;
    let host_list = world.host_list()?;
    let second = turn(session.as_mut(), FEEDBACK, &refuses).await;
    session.close().await;

    assert_eq!(host_list, FIRST);
    assert_eq!(first.steps, ["Read workshop.md true", "Write host.md true"]);
    assert_eq!(first.end?.said, "I wrote host.md.");
    assert_eq!(first.asked, [], "its own copy: nobody has to be asked");
    let used = first.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out), (Some(1200), Some(10)), "it tells of its last answer only");
    // 2 × (1000 × 2.5 + 30 × 10) + 1200 × 2.5 + 10 × 10 millionths of a dollar.
    assert_eq!(used.reported_cost_nano, Some(8_700_000));
    assert_eq!(world.host_list()?, SECOND);
    assert_eq!(second.end?.said, "All done.");
    let used = second.used.ok_or("nothing used")?;
    assert_eq!(used.reported_cost_nano, Some(5_900_000), "of the second turn alone");
    Ok(())
}

#[tokio::test]
async fn opencode_gets_no_commands_when_they_are_off_and_asks_for_each_when_they_are_on() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let answers = json!({"fixtures": [
        uses("workshop.md", 0, "bash", &json!({"command": "echo x > made-by-command", "description": "Make it"})),
        says("workshop.md", 1, "I tried."),
        title(),
    ]});
    let allows = Person::Answers(Answer::AllowOnce);

    let mut session = opencode(&world, &answers)?.open(&world.work(Commands::Off)).await?;
    let off = turn(session.as_mut(), BRIEF, &allows).await;
    session.close().await;
    let was_made = world.at("work/made-by-command").exists();
    let mut session = opencode(&world, &answers)?.open(&world.work(asked())).await?;
    let on = turn(session.as_mut(), BRIEF, &allows).await;
    session.close().await;

    assert_eq!((off.asked, was_made), (vec![], false));
    let argv = ["sh", "-c", "echo x > made-by-command"].map(str::to_owned).to_vec();
    let question = Question::Permission { argv: Some(argv), about: "echo x > made-by-command".to_owned() };
    assert_eq!(on.asked, [question]);
    assert_eq!(on.steps, ["Command echo x > made-by-command true"]);
    assert!(world.at("work/made-by-command").exists());
    Ok(())
}
