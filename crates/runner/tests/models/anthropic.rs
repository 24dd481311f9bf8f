use std::io::{Read, Write};
use std::net::TcpListener;

use halfday_domain::failure::FailureReason;
use halfday_runner::agents::Usage;
use halfday_runner::providers::{
    Anthropic, Arguments, Connection, End, Message, OutputSchema, Request, ToolCall, ToolResult,
};
use serde_json::{Map, json};

pub(crate) use super::played::{end, message, start, text, tool};
use super::wire::{CANARY, Outcome, call, connection, events, request, sent, server};

#[tokio::test]
async fn a_streamed_message_is_put_together_and_its_blocks_stay_as_they_came() -> Outcome {
    let thinking = vec![
        json!({ "type": "content_block_start", "index": 0,
            "content_block": { "type": "thinking", "thinking": "", "signature": "" } }),
        json!({ "type": "content_block_delta", "index": 0,
            "delta": { "type": "thinking_delta", "thinking": "Let me " } }),
        json!({ "type": "content_block_delta", "index": 0,
            "delta": { "type": "thinking_delta", "thinking": "look." } }),
        json!({ "type": "content_block_delta", "index": 0,
            "delta": { "type": "signature_delta", "signature": "c2ln" } }),
        json!({ "type": "content_block_stop", "index": 0 }),
    ];
    let blocks = [thinking, text(1, "好的 ✓"), tool(2, "list", r#"{"path": "報告"}"#)];
    let server = server(vec![events(&message(&blocks, "tool_use"))]).await;

    let called = call(&Anthropic::new(connection(&server)?, "m"), &request()).await;

    let reply = called.reply?;
    assert_eq!(reply.end, End::ToolCalls);
    assert_eq!((reply.said.text.as_str(), called.text.as_str()), ("好的 ✓", "好的 ✓"));
    let arguments = Map::from_iter([("path".to_owned(), json!("報告"))]);
    let id = "toolu_2".to_owned();
    let call = ToolCall { id, name: "list".to_owned(), arguments: Arguments::Object(arguments) };
    assert_eq!(reply.said.calls, [call]);
    assert_eq!(
        reply.said.raw,
        json!([
            { "type": "thinking", "thinking": "Let me look.", "signature": "c2ln" },
            { "type": "text", "text": "好的 ✓" },
            { "type": "tool_use", "id": "toolu_2", "name": "list", "input": { "path": "報告" } },
        ])
    );
    Ok(())
}

#[tokio::test]
async fn usage_comes_in_snapshots_that_are_never_added() -> Outcome {
    let blocks = message(&[text(0, "Hi.")], "end_turn");
    let server = server(vec![events(&blocks)]).await;

    let called = call(&Anthropic::new(connection(&server)?, "m"), &request()).await;

    assert_eq!(called.reply?.end, End::Finished);
    let expected = Usage {
        tokens_in: Some(125),
        tokens_out: Some(42),
        tokens_cached: Some(100),
        tokens_cache_written: Some(5),
        reported_cost_nano: None,
    };
    assert_eq!(called.used, expected, "the last snapshot, not 1 + 42; cached tokens are input too");
    Ok(())
}

#[tokio::test]
async fn what_is_sent_is_what_the_api_asks_for() -> Outcome {
    let server = server(vec![events(&message(&[text(0, "{}")], "end_turn"))]).await;
    let schema = json!({ "type": "object", "properties": {}, "additionalProperties": false });
    let output = Some(OutputSchema { name: "plan".to_owned(), schema: schema.clone() });
    let asked = Request { output, ..request() };

    let called = call(&Anthropic::new(connection(&server)?, "claude-x"), &asked).await;

    called.reply?;
    let (body, http) = sent(&server, 0).await?;
    assert_eq!(http.url.path(), "/v1/messages");
    let header = |name: &str| http.headers.get(name).and_then(|value| value.to_str().ok());
    assert_eq!(header("x-api-key"), Some(CANARY));
    assert_eq!(header("anthropic-version"), Some("2023-06-01"));
    assert_eq!(header("origin"), None, "with an Origin the API answers 401");
    assert_eq!(
        (&body["model"], &body["max_tokens"], &body["stream"]),
        (&json!("claude-x"), &json!(1_000), &json!(true))
    );
    assert_eq!(body["output_config"], json!({ "format": { "type": "json_schema", "schema": schema } }));
    assert_eq!(body["tools"][0]["input_schema"]["additionalProperties"], false);
    assert!(!body.to_string().contains(CANARY), "the key is in its header only");
    Ok(())
}

#[tokio::test]
async fn a_break_of_the_provider_is_gone_on_from_with_what_was_said() -> Outcome {
    let search = vec![json!({ "type": "content_block_start", "index": 0, "content_block":
        { "type": "server_tool_use", "id": "s1", "name": "web_search", "input": { "query": "x" } } })];
    let server = server(vec![events(&message(&[search], "pause_turn"))]).await;
    let model = Anthropic::new(connection(&server)?, "m");

    let reply = call(&model, &request()).await.reply?;

    assert_eq!(reply.end, End::Paused);
    let mut next = request();
    next.messages.push(Message::Models(reply.said));
    call(&model, &next).await.reply?;
    let (body, _) = sent(&server, 1).await?;
    let back =
        json!([{ "type": "server_tool_use", "id": "s1", "name": "web_search", "input": { "query": "x" } }]);
    assert_eq!(body["messages"][1], json!({ "role": "assistant", "content": back }));
    Ok(())
}

#[tokio::test]
async fn arguments_that_are_no_json_are_told_and_go_back_as_an_empty_object() -> Outcome {
    let server = server(vec![events(&message(&[tool(0, "list", r#"{"path": "#)], "tool_use"))]).await;
    let model = Anthropic::new(connection(&server)?, "m");

    let said = call(&model, &request()).await.reply?.said;

    assert_eq!(said.calls[0].arguments, Arguments::Malformed(r#"{"path": "#.to_owned()));
    let result = ToolResult {
        call_id: "toolu_0".to_owned(),
        name: "list".to_owned(),
        text: "no JSON".to_owned(),
        went_well: false,
    };
    let mut next = request();
    next.messages.extend([Message::Models(said), Message::Results(vec![result])]);
    call(&model, &next).await.reply?;
    let (body, _) = sent(&server, 1).await?;
    assert_eq!(body["messages"][1]["content"][0]["input"], json!({}));
    assert_eq!(body["messages"][2]["content"][0]["is_error"], true);
    Ok(())
}

#[tokio::test]
async fn an_unknown_reason_to_stop_is_kept_as_it_is() -> Outcome {
    let server = server(vec![events(&message(&[text(0, "Hm.")], "tea_time"))]).await;

    let reply = call(&Anthropic::new(connection(&server)?, "m"), &request()).await.reply?;

    assert_eq!(reply.end, End::Other("tea_time".to_owned()));
    Ok(())
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_a_cut_stream_and_what_was_used_is_known() -> Outcome {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base = format!("http://{}", listener.local_addr()?).parse()?;
    let server = std::thread::spawn(move || -> std::io::Result<()> {
        let (mut client, _) = listener.accept()?;
        let mut request = [0; 4096];
        let _ = client.read(&mut request)?;
        let event = format!("data: {}\n\n", start());
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
        write!(client, "{head}{:x}\r\n{event}\r\n", event.len())
    });

    let called = call(&Anthropic::new(Connection::new(base, None)?, "m"), &request()).await;

    server.join().map_err(|_| "the server ends")??;
    assert_eq!(called.reply.err().map(|f| f.failure.reason), Some(FailureReason::StreamTruncated));
    assert_eq!(called.used.tokens_in, Some(125));
    Ok(())
}
