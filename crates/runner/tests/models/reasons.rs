//! Every reason of provider, model and loop, from what an API answers to what happens next.

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::{FailureClass, FailureReason as Why};
use halfday_domain::retry::{Failed, Next, decide};
use halfday_runner::agents::{Commands, Workplace};
use halfday_runner::providers::{Anthropic, Ollama, OpenAiChat, OpenAiResponses, Provider};
use serde_json::{Value, json};
use tempfile::tempdir;
use wiremock::ResponseTemplate;

use super::anthropic::{end, message, start, text, tool};
use super::scripted::{agent, limits, place, work};
use super::wire::{CANARY, Outcome, chunks, connection, events, lines, server};
use super::{openai_chat, openai_responses};

/// What happens next, without its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Again,
    Ask,
    NewAttempt,
    Block,
}

#[derive(Debug, Clone, Copy)]
enum Api {
    Anthropic,
    Chat,
    Responses,
    Ollama,
}

fn error(status: u16, kind: &str, said: &str) -> ResponseTemplate {
    ResponseTemplate::new(status)
        .set_body_json(json!({ "type": "error", "error": { "type": kind, "message": said } }))
}

fn after(answer: ResponseTemplate, seconds: u64) -> ResponseTemplate {
    answer.insert_header("retry-after", seconds.to_string().as_str())
}

fn said(words: &str) -> ResponseTemplate {
    events(&message(&[text(0, words)], "end_turn"))
}

fn called(calls: &[(&str, &str)]) -> ResponseTemplate {
    let blocks: Vec<Vec<Value>> =
        (0..).zip(calls).map(|(at, (name, arguments))| tool(at, name, arguments)).collect();
    events(&message(&blocks, "tool_use"))
}

fn stops(reason: &str) -> ResponseTemplate {
    events(&message(&[text(0, "Well")], reason))
}

const NOTE: (&str, &str) = ("note", r#"{"text":"plan"}"#);
const WRITE: (&str, &str) = ("write", r#"{"path":"a.md","content":"text"}"#);

/// How a turn fails that gets these answers, the last one for ever.
async fn check(
    api: Api,
    name: &str,
    answers: Vec<ResponseTemplate>,
    why: Why,
    then: Then,
    counted: bool,
) -> Outcome {
    let folder = tempdir()?;
    let server = server(answers).await;
    let connection = connection(&server)?;
    let provider: Arc<dyn Provider> = match api {
        Api::Anthropic => Arc::new(Anthropic::new(connection, "m")),
        Api::Chat => Arc::new(OpenAiChat::new(connection, "m")),
        Api::Responses => Arc::new(OpenAiResponses::new(connection, "m")),
        Api::Ollama => Arc::new(Ollama::new(connection, "m", 4_096)),
    };
    let mut limits = limits();
    limits.most_calls = 12;
    let place = Workplace { silence: Duration::from_millis(700), ..place(folder.path(), Commands::Off) };

    let (came, seen) = work(&agent(provider, limits), &place, &["brief"], vec![]).await?;

    let failure = came.err().ok_or_else(|| format!("{api:?} {name}: it fails"))?;
    assert_eq!(failure.reason, why, "{api:?} {name}: {}", failure.detail);
    let retry_after_ms = failure.retry_after.map(|after| i64::try_from(after.as_millis())).transpose()?;
    // The loop has told the model once before it gives up.
    let next = match decide(Failed { reason: why, attempts: 1, tries: 1, nudges: 1, retry_after_ms }) {
        Next::CallAgain { .. } => Then::Again,
        Next::Ask => Then::Ask,
        Next::Nudge => return Err(format!("{api:?} {name}: the loop has said so once").into()),
        Next::NewAttempt => Then::NewAttempt,
        Next::GiveUp => Then::Block,
    };
    assert_eq!((next, why.counts_against_ai()), (then, counted), "{api:?} {name}");
    let everything = format!("{failure:?} {failure} {:?} {}", seen.steps, seen.text);
    assert!(!everything.contains(CANARY), "{api:?} {name}: {everything}");
    Ok(())
}

#[tokio::test]
async fn every_answer_of_an_api_that_is_no_reply_has_its_reason() -> Outcome {
    use Api::{Anthropic, Chat, Ollama, Responses};
    let leak = format!("Incorrect API key provided: {CANARY}.");
    let silent = said("late").set_delay(Duration::from_secs(30));
    let cut = events(&[vec![start()], text(0, "Half")].concat());
    let after_200 = |kind: &str| {
        events(&[start(), json!({ "type": "error", "error": { "type": kind, "message": "x" } })])
    };
    let chat_error = |code: &str| {
        let error = json!({ "error": { "message": "x", "type": "t", "code": code } });
        ResponseTemplate::new(400).set_body_json(error)
    };
    let failed = |code: &str| {
        let error = json!({ "error": { "code": code, "message": "x" } });
        events(&[json!({ "type": "response.failed", "response": error })])
    };
    let incomplete = |reason: &str| {
        let response = json!({ "status": "incomplete", "incomplete_details": { "reason": reason } });
        events(&[
            openai_responses::message("Well"),
            json!({ "type": "response.incomplete", "response": response }),
        ])
    };
    let refused_item = openai_responses::item(json!({ "type": "message", "role": "assistant",
        "content": [{ "type": "refusal", "refusal": "No." }] }));
    let refused = [refused_item, json!({ "type": "response.completed", "response": {} })];
    let ollama = |status, said: &str| ResponseTemplate::new(status).set_body_json(json!({ "error": said }));
    let done = |reason: &str, read: u64| {
        lines(&[json!({ "message": { "content": "Well" }, "done": true, "done_reason": reason,
            "prompt_eval_count": read, "eval_count": 6 })])
    };
    let page = ResponseTemplate::new(200).set_body_raw("<html>Sign in", "text/html; charset=utf-8");
    let half_chat = ResponseTemplate::new(200)
        .set_body_raw("data: {\"choices\":[{\"delta\":{\"content\":\"Half\"}}]}\n\n", "text/event-stream");

    let table: Vec<(Api, &str, ResponseTemplate, Why, Then, bool)> = vec![
        (Anthropic, "401", error(401, "authentication_error", &leak), Why::Auth, Then::Ask, false),
        (Anthropic, "403", error(403, "permission_error", "no"), Why::Auth, Then::Ask, false),
        (Anthropic, "402", error(402, "billing_error", "pay"), Why::Billing, Then::Ask, false),
        (Anthropic, "no credit", error(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API."), Why::Billing, Then::Ask, false),
        (Anthropic, "cap", error(400, "invalid_request_error", "You have reached your specified API usage limits."), Why::SpendCap, Then::Ask, false),
        (Anthropic, "429 with a time", after(error(429, "rate_limit_error", "slow"), 30), Why::RateLimited, Then::Again, false),
        (Anthropic, "429 without", error(429, "rate_limit_error", "limit"), Why::RateLimited, Then::Ask, false),
        (Anthropic, "529", error(529, "overloaded_error", "Overloaded"), Why::Overloaded, Then::Again, false),
        (Anthropic, "500", error(500, "api_error", "oops"), Why::ServerError, Then::Again, false),
        (Anthropic, "502 page", ResponseTemplate::new(502).set_body_string("<html>"), Why::ServerError, Then::Again, false),
        (Anthropic, "504", error(504, "timeout_error", "slow"), Why::Timeout, Then::Again, false),
        (Anthropic, "silence", silent, Why::Timeout, Then::Again, false),
        (Anthropic, "cut", cut, Why::StreamTruncated, Then::Again, false),
        (Anthropic, "error after 200", after_200("overloaded_error"), Why::Overloaded, Then::Again, false),
        (Anthropic, "api_error after 200", after_200("api_error"), Why::ServerError, Then::Again, false),
        (Anthropic, "no model", error(404, "not_found_error", "model: m"), Why::AgentMissing, Then::Block, false),
        (Anthropic, "page", page, Why::AgentMissing, Then::Block, false),
        (Anthropic, "refusal", stops("refusal"), Why::Refused, Then::NewAttempt, true),
        (Anthropic, "max_tokens", stops("max_tokens"), Why::Truncated, Then::NewAttempt, true),
        (Anthropic, "window", stops("model_context_window_exceeded"), Why::ContextOverflow, Then::NewAttempt, true),
        (Anthropic, "413", error(413, "request_too_large", "big"), Why::ContextOverflow, Then::NewAttempt, true),
        (Anthropic, "too long", error(400, "invalid_request_error", "prompt is too long: 9 tokens > 8"), Why::ContextOverflow, Then::NewAttempt, true),
        (Chat, "401", ResponseTemplate::new(401).set_body_json(json!({ "error": { "message": leak, "code": "invalid_api_key" } })), Why::Auth, Then::Ask, false),
        (Chat, "quota", ResponseTemplate::new(429).set_body_json(json!({ "error": { "message": "x", "type": "insufficient_quota", "code": "insufficient_quota" } })), Why::Billing, Then::Ask, false),
        (Chat, "402", ResponseTemplate::new(402).set_body_json(json!({ "error": { "message": "Insufficient credits", "code": 402 } })), Why::Billing, Then::Ask, false),
        (Chat, "cap", chat_error("billing_hard_limit_reached"), Why::SpendCap, Then::Ask, false),
        (Chat, "429 with a time", after(error(429, "rate_limit_exceeded", "x"), 2), Why::RateLimited, Then::Again, false),
        (Chat, "503", ResponseTemplate::new(503), Why::Overloaded, Then::Again, false),
        (Chat, "cut", half_chat, Why::StreamTruncated, Then::Again, false),
        (Chat, "error in the stream", chunks(&[json!({ "error": { "code": 502, "message": "upstream" } })]), Why::ServerError, Then::Again, false),
        (Chat, "no model", chat_error("model_not_found"), Why::AgentMissing, Then::Block, false),
        (Chat, "length", chunks(&[openai_chat::finish("length")]), Why::Truncated, Then::NewAttempt, true),
        (Chat, "content_filter", chunks(&[openai_chat::finish("content_filter")]), Why::Refused, Then::NewAttempt, true),
        (Chat, "refusal", chunks(&[openai_chat::delta(json!({ "refusal": "No." })), openai_chat::finish("stop")]), Why::Refused, Then::NewAttempt, true),
        (Chat, "too long", chat_error("context_length_exceeded"), Why::ContextOverflow, Then::NewAttempt, true),
        (Responses, "rate", failed("rate_limit_exceeded"), Why::RateLimited, Then::Ask, false),
        (Responses, "server", failed("server_error"), Why::ServerError, Then::Again, false),
        (Responses, "cut", events(&[openai_responses::message("Half")]), Why::StreamTruncated, Then::Again, false),
        (Responses, "length", incomplete("max_output_tokens"), Why::Truncated, Then::NewAttempt, true),
        (Responses, "filter", incomplete("content_filter"), Why::Refused, Then::NewAttempt, true),
        (Responses, "refusal", events(&refused), Why::Refused, Then::NewAttempt, true),
        (Ollama, "no model", ollama(404, "model 'm' not found"), Why::AgentMissing, Then::Block, false),
        (Ollama, "no tools", ollama(400, "m does not support tools"), Why::AgentMissing, Then::Block, false),
        (Ollama, "busy", ollama(503, "server busy, please try again.  maximum pending requests exceeded"), Why::Overloaded, Then::Again, false),
        (Ollama, "error in the stream", lines(&[json!({ "error": "an error was encountered while running the model" })]), Why::ServerError, Then::Again, false),
        (Ollama, "cut", lines(&[json!({ "message": { "content": "Half" }, "done": false })]), Why::StreamTruncated, Then::Again, false),
        (Ollama, "length", done("length", 2_000), Why::Truncated, Then::NewAttempt, true),
        (Ollama, "read less than was sent", done("stop", 20), Why::ContextOverflow, Then::NewAttempt, true),
        (Ollama, "full", done("stop", 4_090), Why::ContextOverflow, Then::NewAttempt, true),
        (Ollama, "says so", ollama(400, "the input length exceeds the context length"), Why::ContextOverflow, Then::NewAttempt, true),
        (Ollama, "tool call", ollama(500, "error parsing tool call: raw='{' err=unexpected end"), Why::MalformedToolCall, Then::NewAttempt, true),
    ];

    let provider_reasons = Why::ALL.iter().filter(|why| why.class() == FailureClass::Provider);
    for why in provider_reasons {
        assert!(table.iter().any(|row| row.3 == *why), "{why} is in the table");
    }
    for (api, name, answer, why, then, counted) in table {
        check(api, name, vec![answer], why, then, counted).await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_way_a_model_goes_wrong_in_the_loop_has_its_reason() -> Outcome {
    let read = |path: &str| called(&[("read", &format!(r#"{{"path":"{path}"}}"#))]);
    let finish = r#"{"summary":"All done.","confidence":1,"evidence":[{"criterion":"c","proof":"p"}]}"#;
    let false_finish =
        r#"{"summary":"s","confidence":1,"evidence":[{"criterion":"c","proof":"p","file":"b.md"}]}"#;
    let planned = |then: Vec<ResponseTemplate>| [vec![called(&[NOTE])], then].concat();
    let listing = |at: usize| called(&[("search", &format!(r#"{{"pattern":"{at}"}}"#))]);

    let table: Vec<(&str, Vec<ResponseTemplate>, Why)> = vec![
        ("no JSON", vec![called(&[("read", r#"{"path": "#)])], Why::MalformedToolCall),
        ("no path", vec![called(&[("read", "{}")])], Why::MalformedToolCall),
        ("bash", vec![called(&[("bash", r#"{"command":"ls"}"#)])], Why::UnknownTool),
        ("command", vec![called(&[("command", r#"{"argv":["ls"]}"#)])], Why::UnknownTool),
        ("in text", vec![said(r#"{"name": "write", "arguments": {"path": "a"}}"#)], Why::FormatDrift),
        ("talk", vec![said("Shall I begin?")], Why::NoAction),
        ("nothing", vec![events(&message(&[], "end_turn"))], Why::NoAction),
        ("All done.", vec![said("All done.")], Why::ClaimWithoutEffect),
        ("finish at once", vec![called(&[NOTE, ("finish", finish)])], Why::ClaimWithoutEffect),
        (
            "false evidence",
            vec![called(&[NOTE, WRITE]), called(&[("finish", false_finish)])],
            Why::PrematureFinish,
        ),
        ("the same again", vec![called(&[NOTE]), called(&[("list", "{}")])], Why::Repetition),
        ("outside", planned(["../a", "/etc/passwd", ".git/config"].map(read).to_vec()), Why::OutOfScope),
        ("not there", planned((0..9).map(|at| read(&format!("{at}.md"))).collect()), Why::NoProgress),
        ("for ever", planned((0..12).map(listing).collect()), Why::NeverFinishes),
        ("a reason nobody knows", vec![events(&[vec![start()], end("tea_time")].concat())], Why::NoAction),
    ];

    for (name, answers, why) in table {
        check(Api::Anthropic, name, answers, why, Then::NewAttempt, true).await?;
    }
    Ok(())
}
