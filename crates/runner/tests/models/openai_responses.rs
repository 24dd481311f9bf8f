use halfday_runner::agents::Usage;
use halfday_runner::providers::{Arguments, End, Message, OpenAiResponses, ToolResult};
use serde_json::{Map, Value, json};

use super::wire::{Outcome, call, connection, events, request, sent, server};

pub(crate) fn item(item: Value) -> Value {
    json!({ "type": "response.output_item.done", "output_index": 0, "item": item })
}

pub(crate) fn message(text: &str) -> Value {
    item(json!({ "type": "message", "id": "msg_1", "status": "completed", "role": "assistant",
        "content": [{ "type": "output_text", "text": text, "annotations": [] }] }))
}

fn completed() -> Value {
    json!({ "type": "response.completed", "response": { "status": "completed", "usage":
        { "input_tokens": 50, "output_tokens": 9, "input_tokens_details": { "cached_tokens": 16 } } } })
}

#[tokio::test]
async fn a_call_and_its_result_are_items_paired_by_call_id_and_nothing_is_stored_there() -> Outcome {
    let call_item = item(json!({ "type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "list",
        "arguments": "{\"path\":\"x\"}", "status": "completed" }));
    let sealed = item(json!({ "type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "zz" }));
    let open = item(json!({ "type": "reasoning", "id": "rs_2", "summary": [] }));
    let first = [
        json!({ "type": "response.created", "response": {} }),
        sealed,
        open,
        json!({ "type": "response.output_text.delta", "delta": "I look." }),
        message("I look."),
        call_item,
        completed(),
    ];
    let server = server(vec![events(&first), events(&[message("ok"), completed()])]).await;
    let model = OpenAiResponses::new(connection(&server)?, "gpt-5.4");

    let called = call(&model, &request()).await;

    let reply = called.reply?;
    assert_eq!((reply.end.clone(), called.text.as_str()), (End::ToolCalls, "I look."));
    assert_eq!(reply.said.calls[0].id, "call_1");
    let path = Map::from_iter([("path".to_owned(), json!("x"))]);
    assert_eq!(reply.said.calls[0].arguments, Arguments::Object(path));
    let used =
        Usage { tokens_in: Some(50), tokens_out: Some(9), tokens_cached: Some(16), ..Usage::default() };
    assert_eq!(called.used, used);

    let result = ToolResult {
        call_id: "call_1".to_owned(),
        name: "list".to_owned(),
        text: "a.md".to_owned(),
        went_well: true,
    };
    let mut next = request();
    next.messages.extend([Message::Models(reply.said), Message::Results(vec![result])]);
    let second = call(&model, &next).await.reply?;

    assert_eq!((second.end, second.said.text.as_str()), (End::Finished, "ok"));
    let (body, http) = sent(&server, 1).await?;
    assert_eq!((http.url.path(), &body["store"]), ("/responses", &json!(false)));
    assert_eq!(
        body["input"],
        json!([
            { "role": "user", "content": "List the files." },
            { "type": "reasoning", "summary": [], "encrypted_content": "zz" },
            { "type": "message", "role": "assistant",
                "content": [{ "type": "output_text", "text": "I look.", "annotations": [] }] },
            { "type": "function_call", "call_id": "call_1", "name": "list", "arguments": "{\"path\":\"x\"}" },
            { "type": "function_call_output", "call_id": "call_1", "output": "a.md" },
        ])
    );
    Ok(())
}
