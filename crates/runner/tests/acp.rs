//! The Agent Client Protocol, line by line: an agent that is a shell script says exactly what each test is about.
//! Programs by other people are spoken to in `tests/peers` of the whole tree.
#![cfg(unix)]

#[path = "turns/heard.rs"]
mod heard;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use halfday_runner::agents::acp::Acp;
use halfday_runner::agents::program::{Program, Reach, Walls};
use halfday_runner::agents::{Agent, Answer, Commands, Failure, Question, Workplace};
use heard::{Heard, Outcome, Person, asked, place, program, runs, turn};
use tempfile::TempDir;

/// What every script begins with: `hear` reads a message and keeps its id, `say` writes one, `answer` answers.
const PRELUDE: &str = r#"#!/bin/sh
hear() { IFS= read -r line || exit 0; id=$(printf %s "$line" | sed 's/.*"id":\("[^"]*"\|[0-9]*\).*/\1/'); }
say() { printf '%s\n' "$1"; }
answer() { say '{"jsonrpc":"2.0","id":'"$id"',"result":'"$1"'}'; }
update() { say '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"s","update":'"$1"'}}'; }
ask() { say '{"jsonrpc":"2.0","id":'"$1"',"method":"session/request_permission","params":{"sessionId":"s","toolCall":'"$2"',"options":[
{"optionId":"never","name":"Never","kind":"reject_always"},{"optionId":"always","name":"Always","kind":"allow_always"},
{"optionId":"no","name":"No","kind":"reject_once"},{"optionId":"yes","name":"Yes","kind":"allow_once"}]}}' | tr -d '\n'; echo; }
"#;
const HELLO: &str = r#"
hear; answer '{"protocolVersion":1,"agentInfo":{"name":"script","version":"1.2.3"}}'
hear; answer '{"sessionId":"s"}'
hear; prompt=$id
"#;

/// An agent that plays `script` after its hello, and the folder it works in, with the script beside it.
fn agent(script: &str) -> Result<(TempDir, Acp), std::io::Error> {
    played(&format!("{PRELUDE}{HELLO}{script}"))
}

fn played(script: &str) -> Result<(TempDir, Acp), std::io::Error> {
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("work"))?;
    let path = program(&folder.path().join("agent"), script)?;
    Ok((folder, Acp::new(Program::at(path))))
}

fn work(folder: &TempDir, commands: Commands) -> Workplace {
    place(&folder.path().join("work"), commands)
}

/// Opens a session and plays one turn of it.
async fn first_turn(
    agent: &Acp,
    place: &Workplace,
    person: &Person,
) -> Result<Heard, Box<dyn std::error::Error>> {
    let mut session = agent.open(place).await?;
    let heard = turn(session.as_mut(), "Do it.", person).await;
    session.close().await;
    Ok(heard)
}

fn read(folder: &TempDir, name: &str) -> Result<String, std::io::Error> {
    fs::read_to_string(folder.path().join("work").join(name))
}

/// Two seconds, and what a busy machine takes to notice.
const IN_TIME: Duration = Duration::from_millis(2_300);
const REFUSES: Person = Person::Answers(Answer::Refuse);

#[tokio::test]
async fn a_turn_is_told_in_steps_words_and_use_and_what_is_no_message_is_passed_over() -> Outcome {
    let (folder, agent) = agent(
        r#"
        say 'npm warn something'
        update '{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"I begin. "}}'
        update '{"sessionUpdate":"something_of_next_year","x":1}'
        update '{"sessionUpdate":"tool_call","toolCallId":"1","title":"Write","kind":"edit","status":"completed","locations":[{"path":"'"$PWD"'/a.md"}],"rawInput":{"content":"x"}}'
        update '{"sessionUpdate":"usage_update","used":1,"size":2,"cost":{"amount":0.25,"currency":"USD"}}'
        update '{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"All done."}}'
        id=$prompt; answer '{"stopReason":"end_turn","usage":{"totalTokens":1050,"inputTokens":1000,"outputTokens":50}}'
        "#,
    )?;

    let heard = first_turn(&agent, &work(&folder, Commands::Off), &REFUSES).await?;

    assert_eq!(heard.steps, ["Write a.md true"]);
    assert_eq!(heard.text, "I begin. All done.");
    assert_eq!(heard.end?.said, "All done.");
    let used = heard.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out, used.tokens_cached), (Some(1000), Some(50), None));
    assert_eq!(used.reported_cost_nano, Some(250_000_000));
    Ok(())
}

#[tokio::test]
async fn commands_are_refused_without_a_question_when_they_are_off() -> Outcome {
    let (folder, agent) = agent(
        r#"
        ask 7 '{"toolCallId":"1","title":"ls","kind":"execute","rawInput":{"command":["ls","-la"]}}'
        hear; printf %s "$line" > chosen
        id=$prompt; answer '{"stopReason":"end_turn"}'
        "#,
    )?;

    let heard = first_turn(&agent, &work(&folder, Commands::Off), &REFUSES).await?;

    assert_eq!(heard.asked, []);
    assert_eq!(heard.steps, ["Command ls -la false"]);
    assert!(read(&folder, "chosen")?.contains(r#""optionId":"no""#), "by its kind: it stands third");
    Ok(())
}

#[tokio::test]
async fn a_command_is_asked_about_in_full_and_always_means_this_argv_only() -> Outcome {
    let ask = |id: u32, call: u32, command: &str| {
        format!(
            r#"ask {id} '{{"toolCallId":"{call}","title":"run","kind":"execute","rawInput":{{"command":{command}}}}}'
            hear; printf '%s\n' "$line" >> chosen
            "#
        )
    };
    let make = r#"["make","all"]"#;
    let (folder, agent) = agent(&format!(
        r#"{}{}{} id=$prompt; answer '{{"stopReason":"end_turn"}}'"#,
        ask(7, 1, make),
        ask(8, 2, make),
        ask(9, 3, r#""rm -rf .""#)
    ))?;

    let heard = first_turn(&agent, &work(&folder, asked()), &Person::Answers(Answer::AllowAlways)).await?;

    let permission = |argv: &[&str], about: &str| Question::Permission {
        argv: Some(argv.iter().map(|word| (*word).to_owned()).collect()),
        about: about.to_owned(),
    };
    let questions =
        [permission(&["make", "all"], "make all"), permission(&["sh", "-c", "rm -rf ."], "rm -rf .")];
    assert_eq!(heard.asked, questions);
    let chosen = read(&folder, "chosen")?;
    let times = |option: &str| chosen.matches(option).count();
    assert_eq!(
        times(r#""optionId":"yes""#),
        3,
        "the agent's own always would be more than was given: {chosen}"
    );
    Ok(())
}

#[tokio::test]
async fn files_are_served_inside_the_staging_folder_only() -> Outcome {
    let (folder, agent) = agent(
        r#"
        file() { say '{"jsonrpc":"2.0","id":'"$1"',"method":"fs/'"$2"'","params":{"sessionId":"s","path":"'"$3"'"'"$4"'}}'; hear; printf '%s\n' "$line" >> said; }
        file 1 write_text_file "$PWD/out/a.md" ',"content":"one\ntwo\n"'
        file 2 read_text_file "$PWD/out/a.md" ',"line":2,"limit":1'
        file 3 read_text_file "$PWD/../secret" ''
        file 4 write_text_file "$PWD/.git/hooks/post-commit" ',"content":"x"'
        id=$prompt; answer '{"stopReason":"end_turn"}'
        "#,
    )?;
    fs::write(folder.path().join("secret"), "secret")?;

    first_turn(&agent, &work(&folder, Commands::Off), &REFUSES).await?.end?;

    assert_eq!(read(&folder, "out/a.md")?, "one\ntwo\n");
    let said = read(&folder, "said")?;
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.get(1).is_some_and(|line| line.contains(r#""content":"two\n""#)), "{said}");
    assert!(lines.iter().skip(2).all(|line| line.contains(r#""error""#)), "{said}");
    assert!(!said.contains("secret\""), "{said}");
    assert!(!folder.path().join("work/.git").exists());
    Ok(())
}

#[tokio::test]
async fn a_stop_cancels_answers_what_waits_and_ends_all_it_started_within_two_seconds() -> Outcome {
    let (folder, agent) = agent(
        r#"
        sleep 1000 & echo $! > child
        ask 7 '{"toolCallId":"1","title":"ls","kind":"execute","rawInput":{"command":["ls"]}}'
        hear; printf '%s\n' "$line" >> heard
        hear; printf '%s\n' "$line" >> heard
        id=$prompt; answer '{"stopReason":"cancelled"}'
        hear
        "#,
    )?;
    let mut session = agent.open(&work(&folder, asked())).await?;

    let heard = turn(session.as_mut(), "Do it.", &Person::Stops).await;

    assert!(heard.stopped_in.is_some_and(|took| took < IN_TIME), "{:?}", heard.stopped_in);
    heard.end?;
    let told = read(&folder, "heard")?;
    assert!(told.contains("session/cancel") && told.contains(r#""outcome":"cancelled""#), "{told}");
    assert!(!runs(&read(&folder, "child")?), "its child has ended with it");
    let again = turn(session.as_mut(), "Go on.", &REFUSES).await;
    assert_eq!(again.reason(), Some("agent_exited"), "a stopped session is over");
    session.close().await;
    Ok(())
}

#[tokio::test]
async fn an_agent_that_hears_nothing_is_killed_within_two_seconds() -> Outcome {
    let (folder, agent) = agent(
        r#"
        trap '' TERM
        echo $$ > agent
        ask 7 '{"toolCallId":"1","title":"ls","kind":"execute","rawInput":{"command":["ls"]}}'
        while :; do sleep 0.1; done
        "#,
    )?;
    let mut session = agent.open(&work(&folder, asked())).await?;

    let heard = turn(session.as_mut(), "Do it.", &Person::Stops).await;

    assert!(heard.stopped_in.is_some_and(|took| took < IN_TIME), "{:?}", heard.stopped_in);
    assert!(!runs(&read(&folder, "agent")?));
    Ok(())
}

#[tokio::test]
async fn a_person_may_take_longer_than_the_silence_an_agent_is_allowed() -> Outcome {
    let (folder, agent) = agent(
        r#"
        ask 7 '{"toolCallId":"1","title":"ls","kind":"execute","rawInput":{"command":["ls"]}}'
        hear; id=$prompt; answer '{"stopReason":"end_turn"}'
        "#,
    )?;
    let silence = Duration::from_secs(2);
    let place = Workplace { silence, ..work(&folder, asked()) };
    let person = Person::Later(silence + Duration::from_millis(300), Answer::AllowOnce);

    first_turn(&agent, &place, &person).await?.end?;
    Ok(())
}

#[tokio::test]
async fn silence_beyond_the_limit_is_a_timeout() -> Outcome {
    let (folder, agent) = agent("hear; hear")?;
    let place = Workplace { silence: Duration::from_millis(200), ..work(&folder, Commands::Off) };

    let heard = first_turn(&agent, &place, &REFUSES).await?;

    assert_eq!(heard.reason(), Some("timeout"));
    Ok(())
}

#[tokio::test]
async fn each_way_a_turn_ends_has_its_reason() -> Outcome {
    let cases = [
        (r#"id=$prompt; answer '{"stopReason":"refusal"}'"#, "refused"),
        (r#"id=$prompt; answer '{"stopReason":"max_tokens"}'"#, "truncated"),
        (r#"id=$prompt; answer '{"stopReason":"max_turn_requests"}'"#, "steps"),
        (r#"id=$prompt; answer '{"stopReason":"cancelled"}'"#, "agent_exited"),
        ("echo first >&2; echo last words >&2; exit 3", "agent_exited"),
        (
            r#"say '{"jsonrpc":"2.0","id":'"$prompt"',"error":{"code":-32000,"message":"Authentication required"}}'; hear"#,
            "not_signed_in",
        ),
        (
            r#"say '{"jsonrpc":"2.0","id":'"$prompt"',"error":{"code":-32603,"message":"Internal error","data":{"details":"429 Too Many Requests"}}}'; hear"#,
            "rate_limited",
        ),
    ];

    for (script, expected) in cases {
        let (folder, agent) = agent(script)?;
        let heard = first_turn(&agent, &work(&folder, Commands::Off), &REFUSES).await?;
        assert_eq!(heard.reason(), Some(expected), "{script}");
        if script.contains("exit 3") {
            let detail = heard.end.err().ok_or("no failure")?.detail;
            assert_eq!(detail, "exit 3 · first · last words");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_session_that_cannot_be_opened_says_why() -> Outcome {
    let hello = r#"hear; answer '{"protocolVersion":1}'"#;
    let refused =
        r#"hear; say '{"jsonrpc":"2.0","id":'"$id"',"error":{"code":-32000,"message":"sign in"}}'; hear"#;
    let cases = [
        (format!("{PRELUDE}{hello}\n{refused}"), "not_signed_in"),
        (format!("{PRELUDE}{hello}\necho 'Please run /login first' >&2; exit 1"), "not_signed_in"),
        (format!("{PRELUDE}exit 4"), "agent_exited"),
        (format!("{PRELUDE}hear; answer '{{\"protocolVersion\":2}}'; hear"), "agent_missing"),
    ];

    for (script, expected) in cases {
        let (folder, agent) = played(&script)?;
        let failure = agent.open(&work(&folder, Commands::Off)).await.err().ok_or("it opened")?;
        assert_eq!(failure.reason.code(), expected, "{script}: {failure}");
    }
    let (folder, _) = played("")?;
    let missing = Acp::new(Program::at(folder.path().join("nothing")));
    let failure = missing.open(&work(&folder, Commands::Off)).await.err().ok_or("it opened")?;
    assert_eq!(failure.reason.code(), "agent_missing");
    Ok(())
}

#[tokio::test]
async fn a_second_turn_is_spoken_in_the_same_session() -> Outcome {
    let (folder, agent) = agent(
        r#"
        id=$prompt; answer '{"stopReason":"end_turn"}'
        hear; printf %s "$line" > again
        update '{"sessionUpdate":"usage_update","used":1,"size":2,"cost":{"amount":0.5,"currency":"USD"}}'
        answer '{"stopReason":"end_turn"}'
        "#,
    )?;
    let mut session = agent.open(&work(&folder, Commands::Off)).await?;

    turn(session.as_mut(), "Do it.", &REFUSES).await.end?;
    turn(session.as_mut(), "The file has no heading.", &REFUSES).await.end?;
    session.close().await;

    let again = read(&folder, "again")?;
    assert!(again.contains("The file has no heading.") && again.contains(r#""sessionId":"s""#), "{again}");
    Ok(())
}

#[tokio::test]
async fn a_greeting_says_who_it_is_and_leaves_nothing_running() -> Outcome {
    let (folder, agent) = played(&format!(
        r#"{PRELUDE}
        echo $$ > agent
        hear; answer '{{"protocolVersion":1,"agentInfo":{{"name":"script","version":"1.2.3"}}}}'
        hear; answer '{{"sessionId":"s","configOptions":[{{"id":"m","name":"Model","category":"model","type":"select","currentValue":"large","options":[{{"value":"large","name":"Large"}}]}}]}}'
        hear"#
    ))?;

    let greeting = agent.greet(&work(&folder, Commands::Off)).await?;

    assert_eq!(greeting.name.as_deref(), Some("script"));
    assert_eq!(greeting.version.as_deref(), Some("1.2.3"));
    assert_eq!(greeting.model.as_deref(), Some("large"));
    assert!(!runs(&read(&folder, "agent")?));
    Ok(())
}

/// Walls that hand on no variable and tell what they were asked for.
struct Bare;

impl Walls for Bare {
    fn command(&self, program: &Path, args: &[String], reach: &Reach) -> Result<Command, Failure> {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("REACH", format!("{:?}", reach.writable))
            .args(args);
        Ok(command)
    }
}

#[tokio::test]
async fn what_a_program_needs_of_us_reaches_it_through_its_walls() -> Outcome {
    let (folder, agent) = played(&format!(
        "{PRELUDE}\nprintf '%s %s %s %s' \"$CARGO_MANIFEST_DIR\" \"$CARGO_PKG_NAME\" \"$OWN\" \"$REACH\" > told\n{HELLO}"
    ))?;
    drop(agent);
    let program = Program {
        environment: vec![("OWN".to_owned(), "own".to_owned())],
        handed_on: vec!["CARGO_MANIFEST_DIR"],
        writable: vec!["/state".into()],
        ..Program::at(folder.path().join("agent"))
    };
    let agent = Acp::new(program).within(Arc::new(Bare));

    agent.greet(&work(&folder, Commands::Off)).await?;

    assert_eq!(read(&folder, "told")?, format!("{}  own [\"/state\"]", env!("CARGO_MANIFEST_DIR")));
    Ok(())
}
