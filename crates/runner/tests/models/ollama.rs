use halfday_runner::agents::Usage;
use halfday_runner::providers::{Arguments, End, Message, Ollama, OutputSchema, Request, ToolResult};
use serde_json::{Map, json};

use super::wire::{Outcome, call, connection, lines, request, sent, server};

#[tokio::test]
async fn arguments_are_objects_and_the_last_line_says_what_was_used() -> Outcome {
    let server = server(vec![lines(&[
        json!({ "message": { "role": "assistant", "content": "", "thinking": "Hm. " }, "done": false }),
        json!({ "message": { "role": "assistant", "content": "Looking" }, "done": false }),
        json!({ "message": { "role": "assistant", "content": "", "tool_calls": [
            { "function": { "name": "list", "arguments": { "path": "x" } } },
            { "function": { "name": "list", "arguments": {} } },
        ] }, "done": false }),
        json!({ "message": { "role": "assistant", "content": "" }, "done": true, "done_reason": "stop",
            "prompt_eval_count": 300, "eval_count": 25 }),
    ])])
    .await;

    let called = call(&Ollama::new(connection(&server)?, "m", 8_192), &request()).await;

    let reply = called.reply?;
    assert_eq!(
        (reply.end, reply.said.text.as_str(), called.text.as_str()),
        (End::ToolCalls, "Looking", "Looking")
    );
    let [one, other] = reply.said.calls.as_slice() else { return Err("two calls came".into()) };
    assert_eq!(one.arguments, Arguments::Object(Map::from_iter([("path".to_owned(), json!("x"))])));
    assert_ne!(one.id, other.id, "calls without ids get different ones");
    let used = Usage { tokens_in: Some(300), tokens_out: Some(25), ..Usage::default() };
    assert_eq!(called.used, used, "a cache it does not speak of is unknown");
    assert_eq!(reply.said.raw["thinking"], "Hm. ", "some models need their thoughts to go on");
    Ok(())
}

#[tokio::test]
async fn the_room_is_set_and_nothing_may_be_left_out_silently() -> Outcome {
    let done = json!({ "message": { "content": "{}" }, "done": true, "done_reason": "stop",
        "prompt_eval_count": 30, "eval_count": 2 });
    let server = server(vec![lines(&[done])]).await;
    let schema = json!({ "type": "object" });
    let result = ToolResult {
        call_id: "c".to_owned(),
        name: "list".to_owned(),
        text: "a.md".to_owned(),
        went_well: true,
    };
    let mut asked = Request {
        output: Some(OutputSchema { name: "plan".to_owned(), schema: schema.clone() }),
        ..request()
    };
    asked.messages.push(Message::Results(vec![result]));

    call(&Ollama::new(connection(&server)?, "qwen3:8b", 8_192), &asked).await.reply?;

    let (body, http) = sent(&server, 0).await?;
    assert_eq!(http.url.path(), "/api/chat");
    assert_eq!(body["options"], json!({ "num_ctx": 8_192, "num_predict": 1_000 }));
    assert_eq!((&body["truncate"], &body["format"]), (&json!(false), &schema));
    assert_eq!(body["messages"][2], json!({ "role": "tool", "tool_name": "list", "content": "a.md" }));
    Ok(())
}
