//! Agents that tell what they do in lines of JSON. The programs here are shell scripts that print such lines, taken
//! down from the real ones: Codex 0.166, Claude 2.1.
#![cfg(unix)]

#[path = "turns/heard.rs"]
#[allow(dead_code, reason = "each of the tests of agents uses its part")]
mod heard;

use std::fs;
use std::time::{Duration, Instant};

use halfday_runner::agents::cli_stream::{CliStream, Dialect};
use halfday_runner::agents::program::Program;
use halfday_runner::agents::{Agent, Answer, Commands, Question, Usage, Workplace};
use heard::{Outcome, Person, asked, place, program, runs, turn};
use tempfile::TempDir;

const REFUSES: Person = Person::Answers(Answer::Refuse);

/// An agent that prints what `script` says, and the folder it works in. Its arguments and its message are kept in
/// `args` and `message` there.
fn agent(dialect: Dialect, script: &str) -> Result<(TempDir, CliStream, Workplace), std::io::Error> {
    let folder = tempfile::tempdir()?;
    let work = folder.path().join("work");
    fs::create_dir(&work)?;
    let name = match dialect {
        Dialect::Claude => "claude",
        Dialect::Codex => "codex",
    };
    let script = format!("#!/bin/sh\nprintf '%s\\n' \"$*\" >> args\ncat >> message\n{script}");
    let path = program(&folder.path().join(name), &script)?;
    let place = place(&work, Commands::Off);
    Ok((folder, CliStream::new(Program::at(path), dialect), place))
}

fn read(place: &Workplace, name: &str) -> Result<String, std::io::Error> {
    fs::read_to_string(place.folder.join(name))
}

/// The lines of a script as the shell prints them.
fn lines(lines: &str) -> String {
    format!("cat <<END\n{}\nEND\n", lines.trim())
}

const CODEX: &str = r#"
Reading additional input
{"type":"thread.started","thread_id":"01a217e0-0896-76d3-9619-bcd41d71ddc4"}
{"type":"item.completed","item":{"id":"item_0","type":"error","message":"Model metadata for `gpt-5` not found."}}
{"type":"turn.started"}
{"type":"item.completed","item":{"id":"item_1","type":"reasoning","text":"**Thinking it over**"}}
{"type":"item.completed","item":{"id":"item_2","type":"agent_message","text":"I begin."}}
{"type":"item.started","item":{"id":"item_3","type":"file_change","changes":[{"path":"$PWD/summary.md","kind":"add"}],"status":"in_progress"}}
{"type":"item.completed","item":{"id":"item_3","type":"file_change","changes":[{"path":"$PWD/summary.md","kind":"add"},{"path":"$PWD/old.md","kind":"update"}],"status":"completed"}}
{"type":"item.completed","item":{"id":"item_4","type":"command_execution","command":"/bin/bash -lc ls","aggregated_output":"","exit_code":2,"status":"failed"}}
{"type":"something.of.next.year","x":[1]}
{"type":"item.completed","item":{"id":"item_5","type":"agent_message","text":"All done."}}
{"type":"turn.completed","usage":{"input_tokens":200,"cached_input_tokens":80,"cache_write_input_tokens":0,"output_tokens":14,"reasoning_output_tokens":4}}
"#;

#[tokio::test]
async fn codex_is_told_in_steps_words_and_tokens() -> Outcome {
    let script = lines(&CODEX.replace('`', "'"));
    let (_folder, agent, place) = agent(Dialect::Codex, &script)?;

    let heard = turn(agent.open(&place).await?.as_mut(), "Write a summary.", &REFUSES).await;

    let expected = [
        "Note Model metadata for 'gpt-5' not found. false",
        "Think **Thinking it over** ?",
        "Write summary.md true",
        "Edit old.md true",
        "Command /bin/bash -lc ls false",
    ];
    assert_eq!(heard.steps, expected);
    assert_eq!(heard.text, "I begin.\nAll done.\n");
    assert_eq!(heard.end?.said, "All done.");
    let used = Usage {
        tokens_in: Some(200),
        tokens_out: Some(14),
        tokens_cached: Some(80),
        tokens_cache_written: Some(0),
        reported_cost_nano: None,
    };
    assert_eq!(heard.used, Some(used));
    assert_eq!(read(&place, "message")?, "Write a summary.");
    Ok(())
}

#[tokio::test]
async fn codex_counts_from_the_first_turn_and_a_turn_is_what_came_since() -> Outcome {
    let script = format!(
        "if [ $(wc -l < args) = 1 ]; then\n{}else\n{}fi\n",
        lines(
            r#"{"type":"thread.started","thread_id":"t1"}
            {"type":"turn.completed","usage":{"input_tokens":200,"cached_input_tokens":80,"output_tokens":14}}"#
        ),
        lines(
            r#"{"type":"thread.started","thread_id":"t1"}
            {"type":"turn.completed","usage":{"input_tokens":450,"cached_input_tokens":160,"output_tokens":28}}"#
        )
    );
    let (_folder, agent, place) = agent(Dialect::Codex, &script)?;
    let mut session = agent.open(&place).await?;

    turn(session.as_mut(), "Do it.", &REFUSES).await.end?;
    let second = turn(session.as_mut(), "The file has no heading.", &REFUSES).await;

    let used = second.used.ok_or("nothing used")?;
    assert_eq!((used.tokens_in, used.tokens_out, used.tokens_cached), (Some(250), Some(14), Some(80)));
    let args = read(&place, "args")?;
    assert!(args.lines().nth(1).is_some_and(|line| line.ends_with("resume t1 -")), "{args}");
    Ok(())
}

#[tokio::test]
async fn a_conversation_that_was_silently_begun_anew_is_a_failure() -> Outcome {
    let script =
        "echo '{\"type\":\"thread.started\",\"thread_id\":\"'$$'\"}'; echo '{\"type\":\"turn.completed\"}'";
    let (_folder, agent, place) = agent(Dialect::Codex, script)?;
    let mut session = agent.open(&place).await?;

    turn(session.as_mut(), "Do it.", &REFUSES).await.end?;
    let second = turn(session.as_mut(), "The file has no heading.", &REFUSES).await;

    assert_eq!(second.reason(), Some("agent_exited"));
    Ok(())
}

const CLAUDE: &str = r#"
{"type":"system","subtype":"init","cwd":"/x","session_id":"s1","tools":["Read","Write"],"model":"claude","permissionMode":"acceptEdits","apiKeySource":"none"}
{"type":"rate_limit_event","rate_limit_info":{"status":"allowed","resetsAt":1,"rateLimitType":"five_hour"},"session_id":"s1"}
{"type":"assistant","message":{"id":"m1","role":"assistant","content":[{"type":"thinking","thinking":"First the table."},{"type":"text","text":"I begin."}],"usage":{"input_tokens":10,"cache_creation_input_tokens":100,"cache_read_input_tokens":1000,"output_tokens":1}},"parent_tool_use_id":null,"session_id":"s1"}
{"type":"assistant","message":{"id":"m1","role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Write","input":{"file_path":"$PWD/a.md","content":"x"}}],"usage":{"input_tokens":10,"cache_creation_input_tokens":100,"cache_read_input_tokens":1000,"output_tokens":30}},"parent_tool_use_id":null,"session_id":"s1"}
{"type":"user","message":{"role":"user","content":[{"tool_use_id":"t1","type":"tool_result","content":"ok"}]},"session_id":"s1"}
{"type":"assistant","message":{"id":"m2","role":"assistant","content":[{"type":"tool_use","id":"t2","name":"Bash","input":{"command":"ls"}}],"usage":{"input_tokens":5,"output_tokens":2}},"parent_tool_use_id":null,"session_id":"s1"}
{"type":"user","message":{"role":"user","content":[{"tool_use_id":"t2","type":"tool_result","is_error":true,"content":"not allowed"}]},"session_id":"s1"}
{"type":"assistant","message":{"id":"m3","role":"assistant","content":[{"type":"text","text":"Said to its helper."}]},"parent_tool_use_id":"t9","session_id":"s1"}
{"type":"result","subtype":"success","is_error":false,"duration_ms":1,"num_turns":3,"result":"All done.","session_id":"s1","total_cost_usd":0.10457895,"usage":{"input_tokens":20,"cache_creation_input_tokens":200,"cache_read_input_tokens":3000,"output_tokens":44},"permission_denials":[]}
"#;

#[tokio::test]
async fn claude_is_told_in_steps_words_tokens_and_cost() -> Outcome {
    let (_folder, agent, place) = agent(Dialect::Claude, &lines(CLAUDE))?;
    let mut session = agent.open(&place).await?;

    let heard = turn(session.as_mut(), "Write a.", &REFUSES).await;

    assert_eq!(heard.steps, ["Think First the table. ?", "Write a.md true", "Command ls false"]);
    assert_eq!(heard.text, "I begin.\n");
    assert_eq!(heard.end?.said, "All done.");
    let used = Usage {
        tokens_in: Some(3220),
        tokens_out: Some(44),
        tokens_cached: Some(3000),
        tokens_cache_written: Some(200),
        reported_cost_nano: Some(104_578_950),
    };
    assert_eq!(heard.used, Some(used), "the sum it gives at the end, not what was counted on the way");

    turn(session.as_mut(), "The file has no heading.", &REFUSES).await.end?;
    let args = read(&place, "args")?;
    let first = args.lines().next().unwrap_or_default();
    assert!(
        first.contains("--disallowedTools Bash,BashOutput,KillShell,PowerShell,WebFetch,WebSearch"),
        "{args}"
    );
    assert!(args.lines().nth(1).is_some_and(|line| line.ends_with("--resume s1")), "{args}");
    Ok(())
}

#[tokio::test]
async fn claudes_failures_have_their_reasons_whatever_their_subtype_says() -> Outcome {
    let result = |subtype: &str, is_error: bool, text: &str| {
        format!(
            r#"{{"type":"result","subtype":"{subtype}","is_error":{is_error},"result":"{text}","session_id":"s"}}"#
        )
    };
    let cases = [
        (result("success", true, "Not logged in · Please run /login"), "not_signed_in"),
        (
            r#"{"type":"result","subtype":"success","is_error":true,"api_error_status":503,"result":"API Error"}"#.to_owned(),
            "server_error",
        ),
        (
            r#"{"type":"system","subtype":"api_retry","attempt":7,"error_status":529,"error":"unknown"}"#.to_owned(),
            "overloaded",
        ),
        (result("success", true, "Credit balance is too low"), "billing"),
        (result("success", true, "API Error: 529 Overloaded"), "overloaded"),
        (result("success", true, "Prompt is too long"), "context_overflow"),
        (result("error_max_turns", true, ""), "steps"),
        (result("error_max_budget_usd", true, ""), "money"),
        (result("error_during_execution", true, ""), "agent_exited"),
        (
            r#"{"type":"result","subtype":"success","is_error":false,"stop_reason":"refusal","result":"No."}"#.to_owned(),
            "refused",
        ),
        (r#"{"type":"system","subtype":"init","session_id":"s"}"#.to_owned(), "agent_exited"),
        (
            format!(
                "{}\n{}",
                r#"{"type":"rate_limit_event","rate_limit_info":{"status":"rejected","resetsAt":32503680000}}"#,
                result("success", true, "You have reached your limit")
            ),
            "rate_limited",
        ),
    ];

    for (line, expected) in cases {
        let (_folder, agent, place) = agent(Dialect::Claude, &lines(&line))?;
        let heard = turn(agent.open(&place).await?.as_mut(), "Do it.", &REFUSES).await;
        assert_eq!(heard.reason(), Some(expected), "{line}");
        let waits = heard.end.err().and_then(|failure| failure.retry_after);
        assert_eq!(waits.is_some(), expected == "rate_limited", "the time it names: {line}");
    }
    Ok(())
}

#[tokio::test]
async fn codexs_failures_have_their_reasons() -> Outcome {
    let failed = |text: &str| format!(r#"{{"type":"turn.failed","error":{{"message":"{text}"}}}}"#);
    let cases = [
        (
            failed("unexpected status 401 Unauthorized: Missing bearer or basic authentication in header"),
            "not_signed_in",
        ),
        (failed("unexpected status 401 Unauthorized: Incorrect API key provided"), "auth"),
        (failed("You've hit your usage limit. Try again in 3 hours 20 minutes."), "rate_limited"),
        (failed("stream disconnected before completion"), "stream_truncated"),
        (
            r#"{"type":"error","message":"Reconnecting... 5/5 (error sending request)"}"#.to_owned(),
            "server_error",
        ),
    ];

    for (line, expected) in cases {
        let (_folder, agent, place) = agent(Dialect::Codex, &lines(&line))?;
        let heard = turn(agent.open(&place).await?.as_mut(), "Do it.", &REFUSES).await;
        assert_eq!(heard.reason(), Some(expected), "{line}");
    }
    Ok(())
}

#[tokio::test]
async fn the_person_is_asked_once_whether_it_may_run_commands_of_its_own() -> Outcome {
    let (_folder, agent, place) = agent(Dialect::Codex, "echo '{\"type\":\"turn.completed\"}'")?;
    let place = Workplace { commands: asked(), ..place };
    let argv = ["codex", "exec", "--sandbox", "workspace-write"].map(str::to_owned).to_vec();

    let mut refused = agent.open(&place).await?;
    let first = turn(refused.as_mut(), "Do it.", &REFUSES).await;
    let second = turn(refused.as_mut(), "Again.", &REFUSES).await;
    let mut allowed = agent.open(&place).await?;
    turn(allowed.as_mut(), "Do it.", &Person::Answers(Answer::AllowOnce)).await.end?;
    let remembered = Workplace { commands: Commands::Asked { allowed: vec![argv.clone()] }, ..place.clone() };
    let unasked = turn(agent.open(&remembered).await?.as_mut(), "Do it.", &REFUSES).await;

    let about = argv.join(" ");
    assert_eq!(first.asked, [Question::Permission { argv: Some(argv), about }]);
    assert_eq!((second.asked, unasked.asked), (vec![], vec![]));
    let has_shell: Vec<bool> =
        read(&place, "args")?.lines().map(|line| !line.contains("features.shell_tool=false")).collect();
    assert_eq!(has_shell, [false, false, true, true]);
    Ok(())
}

#[tokio::test]
async fn a_stop_ends_the_program_and_all_it_started_within_two_seconds() -> Outcome {
    let script = "trap '' TERM\nsleep 1000 & echo $! > child\necho $$ > agent\n\
                  echo '{\"type\":\"item.completed\",\"item\":{\"type\":\"agent_message\",\"text\":\"I begin.\"}}'\nwait";
    let (_folder, agent, place) = agent(Dialect::Codex, script)?;
    let place = Workplace { commands: asked(), ..place };
    let mut session = agent.open(&place).await?;
    let (reports, mut told) = tokio::sync::mpsc::channel(1);
    let stop = tokio_util::sync::CancellationToken::new();
    let line = halfday_runner::agents::Line { reports, stop: stop.clone() };
    let stopping = async move {
        // Its question first, then its words: when those are there, it runs.
        while let Some(report) = told.recv().await {
            match report {
                halfday_runner::agents::Report::Asked { reply, .. } => drop(reply.send(Answer::AllowOnce)),
                _ => stop.cancel(),
            }
        }
    };
    let began = Instant::now();
    let turning = async {
        let end = session.turn("Do it.", &line).await;
        drop(line);
        (end, began.elapsed())
    };

    let ((end, took), ()) = futures_util::future::join(turning, stopping).await;

    end?;
    assert!(took < Duration::from_secs(4), "two seconds from the stop: {took:?}");
    assert!(!runs(&read(&place, "agent")?) && !runs(&read(&place, "child")?));
    Ok(())
}

#[tokio::test]
async fn trying_again_without_end_is_silence() -> Outcome {
    let script = "while :; do echo '{\"type\":\"error\",\"message\":\"Reconnecting...\"}'; sleep 0.05; done";
    let (_folder, agent, place) = agent(Dialect::Codex, script)?;
    let place = Workplace { silence: Duration::from_millis(400), ..place };

    let heard = turn(agent.open(&place).await?.as_mut(), "Do it.", &REFUSES).await;

    assert_eq!(heard.reason(), Some("timeout"));
    Ok(())
}

#[tokio::test]
async fn a_program_that_is_not_there_is_missing() -> Outcome {
    let folder = tempfile::tempdir()?;
    let agent = CliStream::new(Program::at(folder.path().join("codex")), Dialect::Codex);

    let failure = agent.open(&place(folder.path(), Commands::Off)).await.err().ok_or("it opened")?;

    assert_eq!(failure.reason.code(), "agent_missing");
    Ok(())
}
