//! The official clients of Anthropic and OpenAI against the mock our own adapters are tested with: what it plays is
//! what these clients understand, and what we ask for is what they ask for.

use std::io::Write;
use std::process::{Command, Stdio};

use halfday_runner::providers::{Anthropic, Connection, OpenAiChat, Secret};
use serde_json::{Value, json};
use wiremock::matchers::{body_partial_json, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::played::{call_piece, chunks, delta, events, finish, message, text, tool, used};
use crate::wire::{CANARY, Outcome, call, connection, request};
use crate::world::peers;

const VERSION: &str = "anthropic-version";
const MESSAGES: &str = "/v1/messages";
const CHAT: &str = "/v1/chat/completions";

/// Answers each of the APIs: a whole answer, and faults by the name of the model.
async fn mock() -> MockServer {
    let server = MockServer::start().await;
    let blocks = message(&[text(0, "好的 ✓"), tool(1, "list", r#"{"path": "報告"}"#)], "tool_use");
    let usage = used(json!({ "prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150,
        "prompt_tokens_details": { "cached_tokens": 64 } }));
    let pieces = chunks(&[
        delta(json!({ "role": "assistant", "content": "I " })),
        delta(json!({ "content": "look." })),
        call_piece(0, Some("call_a"), Some("list"), "{\"pa"),
        call_piece(0, None, None, "th\": \"x\"}"),
        finish("tool_calls"),
        usage,
    ]);
    let limited = json!({ "type": "error", "error": { "type": "rate_limit_error", "message": "slow down" } });
    let refused = json!({ "type": "error", "error": { "type": "authentication_error", "message": "no" } });
    let overloaded = events(&[
        json!({ "type": "error", "error": { "type": "overloaded_error", "message": "Overloaded" } }),
    ]);
    let answers = [
        (MESSAGES, "works", events(&blocks)),
        (CHAT, "works", pieces),
        (MESSAGES, "limited", ResponseTemplate::new(429).set_body_json(&limited)),
        (CHAT, "limited", ResponseTemplate::new(429).set_body_json(&limited)),
        (MESSAGES, "refused", ResponseTemplate::new(401).set_body_json(&refused)),
        (CHAT, "refused", ResponseTemplate::new(401).set_body_json(&refused)),
        (MESSAGES, "overloaded", overloaded),
    ];
    for (at, model, answer) in answers {
        let mock = Mock::given(path(at)).and(body_partial_json(json!({ "model": model })));
        mock.respond_with(answer).mount(&server).await;
    }
    server
}

/// The key a request brings, in whichever of the two headers.
fn key_of(request: &Request) -> Option<String> {
    let header = |name: &str| Some(request.headers.get(name)?.to_str().ok()?.to_owned());
    header("x-api-key").or_else(|| Some(header("authorization")?.strip_prefix("Bearer ")?.to_owned()))
}

fn understood(server: &MockServer) -> Outcome<Option<Value>> {
    let Some(peers) = peers()? else { return Ok(None) };
    let mut python = Command::new("python3")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/clients.py"))
        .arg(server.uri())
        .env("PYTHONPATH", peers.join("python"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    python.stdin.take().ok_or("no way in")?.write_all(CANARY.as_bytes())?;
    let said = python.wait_with_output()?;
    if !said.status.success() {
        return Err("the clients did not understand an answer".into());
    }
    Ok(Some(serde_json::from_slice(&said.stdout)?))
}

#[tokio::test]
async fn the_official_clients_understand_what_our_mock_plays_and_ask_for_what_we_ask_for() -> Outcome {
    let server = mock().await;

    let Some(understood) = understood(&server)? else { return Ok(()) };
    let theirs = server.received_requests().await.ok_or("nothing was kept")?;
    let ask = request();
    let own = call(&Anthropic::new(connection(&server)?, "works"), &ask).await;
    let chat_url = format!("{}/v1", server.uri());
    let chat = Connection::new(chat_url.parse()?, Some(Secret::new(CANARY)))?;
    let own_chat = call(&OpenAiChat::new(chat, "works"), &ask).await;
    let all = server.received_requests().await.ok_or("nothing was kept")?;

    assert_eq!(
        understood["messages"],
        json!({ "said": "好的 ✓", "calls": [["toolu_1", "list", { "path": "報告" }]], "end": "tool_use",
            "used": [20, 100, 5, 42] })
    );
    assert_eq!(
        understood["chat"],
        json!({ "said": "I look.", "calls": [["call_a", "list", { "path": "x" }]], "end": "tool_calls",
            "used": [120, 64, 30] })
    );
    let limited = json!(["RateLimitError", 429, "rate_limit_error"]);
    assert_eq!(understood["limited"], json!([limited, limited]));
    let refused = json!(["AuthenticationError", 401, "authentication_error"]);
    assert_eq!(understood["refused"], json!([refused, refused]));
    let overloaded = json!(["APIStatusError", 200, "overloaded_error"]);
    assert_eq!(understood["overloaded"], overloaded, "told in the middle of an answer that began well");
    assert_eq!((own.reply?.said.text, own_chat.reply?.said.text), ("好的 ✓".into(), "I look.".into()));
    let ours = &all[theirs.len()..];
    for at in [MESSAGES, CHAT] {
        let sent_to = |requests: &[Request]| requests.iter().find(|one| one.url.path() == at).cloned();
        let (theirs, ours) = (sent_to(&theirs).ok_or("not theirs")?, sent_to(ours).ok_or("not ours")?);
        // Anthropic's client has gone on to bearer tokens and another version of the API; the key is that one.
        assert!(key_of(&theirs).is_some() && key_of(&ours) == key_of(&theirs), "{at}");
        assert_eq!(theirs.headers.contains_key(VERSION), ours.headers.contains_key(VERSION), "{at}");
        let (theirs, ours): (Value, Value) =
            (serde_json::from_slice(&theirs.body)?, serde_json::from_slice(&ours.body)?);
        for field in ["model", "stream", "stream_options"] {
            assert_eq!(ours[field], theirs[field], "{at} {field}");
        }
        assert_eq!(ours["tools"][0]["name"], theirs["tools"][0]["name"], "{at}");
    }
    Ok(())
}
