use halfday_runner::agents::Usage;
use halfday_runner::providers::{Arguments, End, Message, OpenAiChat, ToolCall, ToolResult};
use serde_json::{Map, json};

use super::played::{call_piece, used};
pub(crate) use super::played::{delta, finish};
use super::wire::{CANARY, Outcome, call, chunks, connection, request, sent, server};

#[tokio::test]
async fn calls_that_come_in_pieces_are_put_together_and_usage_stands_in_the_last_chunk() -> Outcome {
    let usage = used(json!({ "prompt_tokens": 120, "completion_tokens": 30,
        "prompt_tokens_details": { "cached_tokens": 64 }, "cost": 0.001_234_5 }));
    let server = server(vec![chunks(&[
        delta(json!({ "role": "assistant", "content": "I " })),
        delta(json!({ "content": "look." })),
        call_piece(0, Some("call_a"), Some("list"), "{\"pa"),
        call_piece(1, Some("call_b"), Some("list"), ""),
        call_piece(0, None, None, "th\": \"x\"}"),
        finish("tool_calls"),
        usage,
    ])])
    .await;

    let called = call(&OpenAiChat::new(connection(&server)?, "m"), &request()).await;

    let reply = called.reply?;
    let path = Map::from_iter([("path".to_owned(), json!("x"))]);
    let tool = |id: &str, arguments| ToolCall {
        id: id.to_owned(),
        name: "list".to_owned(),
        arguments: Arguments::Object(arguments),
    };
    assert_eq!(reply.end, End::ToolCalls);
    assert_eq!(reply.said.text, "I look.");
    assert_eq!(reply.said.calls, [tool("call_a", path), tool("call_b", Map::new())]);
    let expected = Usage {
        tokens_in: Some(120),
        tokens_out: Some(30),
        tokens_cached: Some(64),
        tokens_cache_written: None,
        reported_cost_nano: Some(1_234_500),
    };
    assert_eq!(called.used, expected);
    Ok(())
}

#[tokio::test]
async fn what_is_sent_asks_for_usage_and_pairs_results_with_their_calls() -> Outcome {
    let first = chunks(&[call_piece(0, None, Some("list"), "{}"), finish("stop")]);
    let server = server(vec![first, chunks(&[delta(json!({ "content": "ok" })), finish("stop")])]).await;
    let model = OpenAiChat::new(connection(&server)?, "m");

    let reply = call(&model, &request()).await.reply?;

    assert_eq!(reply.end, End::ToolCalls, "some servers say `stop` after a call");
    let id = reply.said.calls[0].id.clone();
    assert!(!id.is_empty(), "a call that came without an id gets one");
    let result =
        ToolResult { call_id: id.clone(), name: "list".to_owned(), text: "a.md".to_owned(), went_well: true };
    let mut next = request();
    next.messages.extend([Message::Models(reply.said), Message::Results(vec![result])]);
    assert_eq!(call(&model, &next).await.reply?.said.text, "ok");
    let (body, http) = sent(&server, 1).await?;
    assert_eq!(http.url.path(), "/chat/completions");
    let bearer = http.headers.get("authorization").and_then(|value| value.to_str().ok());
    assert_eq!(bearer, Some(format!("Bearer {CANARY}").as_str()));
    assert_eq!(body["stream_options"], json!({ "include_usage": true }));
    assert_eq!(
        body["messages"],
        json!([
            { "role": "system", "content": "Be brief." },
            { "role": "user", "content": "List the files." },
            { "role": "assistant", "content": "", "tool_calls": [
                { "id": id, "type": "function", "function": { "name": "list", "arguments": "{}" } },
            ] },
            { "role": "tool", "tool_call_id": id, "content": "a.md" },
        ])
    );
    Ok(())
}

#[tokio::test]
async fn usage_that_was_not_told_is_unknown() -> Outcome {
    let server = server(vec![chunks(&[delta(json!({ "content": "ok" })), finish("stop")])]).await;

    let called = call(&OpenAiChat::new(connection(&server)?, "m"), &request()).await;

    called.reply?;
    assert_eq!(called.used, Usage::default());
    Ok(())
}
