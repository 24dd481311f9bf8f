//! Codex by its JSON lines and by the protocol, its model played by aimock. It keeps its commands in a sandbox of its
//! own, within ours.

use std::path::Path;
use std::sync::Arc;

use halfday_runner::agents::acp::Acp;
use halfday_runner::agents::cli_stream::{CliStream, Dialect};
use halfday_runner::agents::program::Program;
use halfday_runner::agents::{Agent, Answer, Commands, Question};
use serde_json::{Value, json};

use crate::heard::{Outcome, Person, asked, turn};
use crate::world::{BRIEF, FEEDBACK, FIRST, MOCK_URL, World, world};

/// Variables that give Codex a home below `folder` and the model of this name at `url`.
pub(crate) fn settings(
    folder: &Path,
    url: &str,
    model: &str,
) -> std::io::Result<Vec<(&'static str, String)>> {
    let home = folder.join("home/.codex");
    // It keeps no helpers of its sandbox below the folder for temporary files, and then runs no command, silently.
    let temporary = folder.join("home/tmp");
    for made in [&home, &temporary] {
        std::fs::create_dir_all(made)?;
    }
    let settings = format!(
        "model = \"{model}\"\nmodel_provider = \"mock\"\n[model_providers.mock]\nname = \"mock\"\n\
         base_url = \"{url}\"\nwire_api = \"responses\"\nenv_key = \"MOCK_KEY\"\n"
    );
    std::fs::write(home.join("config.toml"), settings)?;
    let text = |path: &Path| path.to_string_lossy().into_owned();
    Ok(vec![
        ("CODEX_HOME", text(&home)),
        ("HOME", text(&folder.join("home"))),
        ("MOCK_KEY", "none".to_owned()),
        ("TMPDIR", text(&temporary)),
    ])
}

fn variables(world: &World) -> std::io::Result<Vec<(String, String)>> {
    let own = settings(&world.at(""), MOCK_URL, "gpt-5.5")?;
    Ok(world
        .home()
        .into_iter()
        .chain(own.into_iter().map(|(name, value)| (name.to_owned(), value)))
        .collect())
}

fn usage(read: u64, written: u64) -> Value {
    json!({"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written})
}

/// The model writes the list by a command, then says so; later it only claims to have mended it.
fn answers() -> Value {
    let command = "head -n 1 workshop.md >/dev/null && printf -- '- Book the room\\n- Order coffee\\n' > host.md; \
                   echo x > ../outside.md";
    let write = json!({"id": "call_1", "name": "exec_command", "arguments": {"cmd": command}});
    json!({"fixtures": [
        {"match": {"userMessage": "workshop.md", "hasToolResult": false},
         "response": {"toolCalls": [write], "usage": usage(1000, 30)}},
        {"match": {"userMessage": "workshop.md", "hasToolResult": true},
         "response": {"content": "I wrote host.md.", "usage": usage(1200, 10)}},
        {"match": {"userMessage": "check failed"}, "response": {"content": "All done.", "usage": usage(1300, 11)}},
        {"match": {}, "response": {"content": "A title", "usage": usage(1, 1)}},
    ]})
}

#[tokio::test]
async fn codex_exec_works_a_brief_into_a_file_and_is_resumed_and_its_all_done_is_only_its_word() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let program =
        Program { environment: variables(&world)?, ..Program::at(world.peer("@openai/codex/bin/codex.js")) };
    let agent = CliStream::new(program, Dialect::Codex).within(Arc::new(world.walls(&answers())?));
    let mut session = agent.open(&world.work(asked())).await?;
    let allows = Person::Answers(Answer::AllowOnce);

    let first = turn(session.as_mut(), BRIEF, &allows).await;
    let second = turn(session.as_mut(), FEEDBACK, &allows).await;
    session.close().await;

    assert_eq!(world.host_list()?, FIRST);
    assert!(!world.at("outside.md").exists(), "its own sandbox keeps its commands in the folder");
    assert_eq!(first.end?.said, "I wrote host.md.");
    // Its lines leave out a command that ends at once: what it did is seen in the folder only.
    assert!(first.steps.iter().all(|step| step.starts_with("Command /bin/")), "{:?}", first.steps);
    let used = first.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out, used.reported_cost_nano), (Some(2200), Some(40), None));
    assert_eq!(first.asked.len(), 1);
    assert!(matches!(&first.asked[..], [Question::Permission { argv: Some(_), .. }]), "{:?}", first.asked);

    assert_eq!(second.end?.said, "All done.");
    assert!(second.asked.is_empty() && second.steps.is_empty(), "and nothing was done: {:?}", second.steps);
    assert_eq!(world.host_list()?, FIRST, "what it says is no proof");
    let used = second.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out), (Some(1300), Some(11)), "of the second turn alone");
    Ok(())
}

#[tokio::test]
async fn codex_gets_no_commands_when_they_are_off_and_claims_to_have_worked_all_the_same() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let program =
        Program { environment: variables(&world)?, ..Program::at(world.peer("@openai/codex/bin/codex.js")) };
    let agent = CliStream::new(program, Dialect::Codex).within(Arc::new(world.walls(&answers())?));
    let mut session = agent.open(&world.work(Commands::Off)).await?;

    let heard = turn(session.as_mut(), BRIEF, &Person::Answers(Answer::AllowOnce)).await;
    session.close().await;

    assert_eq!(heard.asked, []);
    assert_eq!(heard.end?.said, "I wrote host.md.");
    assert!(world.host_list().is_err(), "there is no such file");
    Ok(())
}

#[tokio::test]
async fn codex_speaks_the_protocol_through_its_adapter() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let adapter = world.peer("@agentclientprotocol/codex-acp/dist/index.js").to_string_lossy().into_owned();
    let program = Program { args: vec![adapter], environment: variables(&world)?, ..Program::at("node") };
    let agent = Acp::new(program).within(Arc::new(world.walls(&answers())?));
    let mut session = agent.open(&world.work(asked())).await?;

    let heard = turn(session.as_mut(), BRIEF, &Person::Answers(Answer::AllowOnce)).await;
    session.close().await;

    assert_eq!(world.host_list()?, FIRST);
    assert_eq!(heard.end?.said, "I wrote host.md.");
    assert!(heard.steps.iter().all(|step| step.starts_with("Command ")), "{:?}", heard.steps);
    Ok(())
}
