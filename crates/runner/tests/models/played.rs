//! What APIs answer, piece by piece, as our mock of them plays it. `tests/peers` shows it to the official clients.

use serde_json::{Value, json};
use wiremock::ResponseTemplate;

/// An answer of server-sent events, each with its type as its name.
pub(crate) fn events(events: &[Value]) -> ResponseTemplate {
    let pieces: Vec<_> = events
        .iter()
        .map(|event| format!("event: {}\ndata: {event}\n\n", event["type"].as_str().unwrap_or("message")))
        .collect();
    ResponseTemplate::new(200).set_body_raw(pieces.concat(), "text/event-stream")
}

/// An answer of server-sent events as OpenAI ends them.
pub(crate) fn chunks(chunks: &[Value]) -> ResponseTemplate {
    let pieces: Vec<_> = chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect();
    ResponseTemplate::new(200)
        .set_body_raw(format!("{}data: [DONE]\n\n", pieces.concat()), "text/event-stream")
}

/// An answer of one object a line.
pub(crate) fn lines(lines: &[Value]) -> ResponseTemplate {
    let pieces: Vec<_> = lines.iter().map(|line| format!("{line}\n")).collect();
    ResponseTemplate::new(200).set_body_raw(pieces.concat(), "application/x-ndjson")
}

pub(crate) fn start() -> Value {
    json!({ "type": "message_start", "message": { "id": "msg_1", "role": "assistant", "content": [],
        "usage": { "input_tokens": 20, "cache_read_input_tokens": 100, "cache_creation_input_tokens": 5,
            "output_tokens": 1 } } })
}

/// The end of a message, with cumulative usage.
pub(crate) fn end(reason: &str) -> Vec<Value> {
    vec![
        json!({ "type": "message_delta", "delta": { "stop_reason": reason, "stop_sequence": null },
            "usage": { "output_tokens": 42 } }),
        json!({ "type": "message_stop" }),
    ]
}

/// A whole message of the given blocks.
pub(crate) fn message(blocks: &[Vec<Value>], reason: &str) -> Vec<Value> {
    [vec![start()], blocks.concat(), end(reason)].concat()
}

pub(crate) fn text(index: u64, text: &str) -> Vec<Value> {
    vec![
        json!({ "type": "content_block_start", "index": index,
            "content_block": { "type": "text", "text": "" } }),
        json!({ "type": "content_block_delta", "index": index,
            "delta": { "type": "text_delta", "text": text } }),
        json!({ "type": "content_block_stop", "index": index }),
    ]
}

/// A tool call whose arguments come in two halves.
pub(crate) fn tool(index: u64, name: &str, arguments: &str) -> Vec<Value> {
    let middle = arguments.char_indices().nth(arguments.chars().count() / 2).map_or(0, |(at, _)| at);
    let (one, other) = arguments.split_at(middle);
    let delta = |half: &str| {
        json!({ "type": "content_block_delta", "index": index,
            "delta": { "type": "input_json_delta", "partial_json": half } })
    };
    let id = format!("toolu_{index}");
    vec![
        json!({ "type": "content_block_start", "index": index,
            "content_block": { "type": "tool_use", "id": id, "name": name, "input": {} } }),
        delta(one),
        json!({ "type": "ping" }),
        delta(other),
        json!({ "type": "content_block_stop", "index": index }),
    ]
}

/// A chunk of a chat completion; the official client overlooks any that does not say what it is.
fn chunk(choices: Value, usage: Value) -> Value {
    json!({ "id": "c1", "object": "chat.completion.chunk", "created": 1_780_000_000, "model": "m",
        "choices": choices, "usage": usage })
}

pub(crate) fn delta(delta: Value) -> Value {
    chunk(json!([{ "index": 0, "delta": delta, "finish_reason": null }]), Value::Null)
}

pub(crate) fn finish(reason: &str) -> Value {
    chunk(json!([{ "index": 0, "delta": {}, "finish_reason": reason }]), Value::Null)
}

/// The last chunk, with what was used.
pub(crate) fn used(usage: Value) -> Value {
    chunk(json!([]), usage)
}

pub(crate) fn call_piece(index: u64, id: Option<&str>, name: Option<&str>, arguments: &str) -> Value {
    delta(json!({ "tool_calls": [{ "index": index, "id": id, "type": "function",
        "function": { "name": name, "arguments": arguments } }] }))
}
