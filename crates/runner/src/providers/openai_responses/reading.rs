//! Puts a streamed response together from its finished items.

use halfday_domain::failure::FailureReason;
use serde_json::{Value, json};

use super::super::fault::Fault;
use super::super::http::{Complaint, Words};
use super::super::openai_chat::words;
use super::super::stream::{Heard, Reading, ended, without_end};
use super::super::{Arguments, End, Reply, Said, ToolCall};
use crate::agents::Usage;

/// A response on its way.
#[derive(Debug, Default)]
pub(super) struct ResponsesReading {
    items: Vec<Value>,
    last: Option<Last>,
}

#[derive(Debug)]
enum Last {
    Completed,
    /// With the reason in `incomplete_details`.
    Incomplete(String),
}

impl Reading for ResponsesReading {
    const WORDS: Words = words;

    fn take(&mut self, piece: &Value) -> Result<Heard, Complaint> {
        let response = &piece["response"];
        match piece["type"].as_str().unwrap_or_default() {
            "response.output_text.delta" => {
                Ok(Heard { text: piece["delta"].as_str().map(str::to_owned), ..Heard::default() })
            }
            "response.output_item.done" => {
                self.items.push(piece["item"].clone());
                Ok(Heard::default())
            }
            "response.completed" => {
                self.last = Some(Last::Completed);
                Ok(last(response))
            }
            "response.incomplete" => {
                let reason = response["incomplete_details"]["reason"].as_str().unwrap_or_default();
                self.last = Some(Last::Incomplete(reason.to_owned()));
                Ok(last(response))
            }
            "response.failed" => Err(Complaint::of(None, &response["error"])),
            // The error stands in the event itself, or within it.
            "error" => Err(Complaint::of(None, piece.get("error").unwrap_or(piece))),
            // Progress, and what may be added to the API.
            _ => Ok(Heard::default()),
        }
    }

    fn finish(self) -> Result<Reply, Fault> {
        let last = self.last.ok_or_else(without_end)?;
        let texts = |kind: &str, name: &str| -> String {
            let parts = self.items.iter().filter(|item| item["type"] == "message");
            let parts = parts.flat_map(|item| item["content"].as_array().into_iter().flatten());
            parts.filter(|part| part["type"] == kind).filter_map(|part| part[name].as_str()).collect()
        };
        let refusal = texts("refusal", "refusal");
        if !refusal.is_empty() {
            return Err(Fault::new(FailureReason::Refused, refusal));
        }
        let calls: Vec<ToolCall> = self.items.iter().filter_map(call).collect();
        let end = match last {
            Last::Completed => ended(&calls),
            Last::Incomplete(reason) => match reason.as_str() {
                "max_output_tokens" => return Err(Fault::new(FailureReason::Truncated, reason)),
                "content_filter" => return Err(Fault::new(FailureReason::Refused, reason)),
                _ => End::Other(reason),
            },
        };
        let text = texts("output_text", "text");
        let raw = self.items.into_iter().filter_map(replayed).collect();
        Ok(Reply { said: Said { text, calls, raw }, end })
    }
}

fn last(response: &Value) -> Heard {
    let usage = &response["usage"];
    let used = usage.is_object().then(|| Usage {
        tokens_in: usage["input_tokens"].as_u64(),
        tokens_out: usage["output_tokens"].as_u64(),
        tokens_cached: usage["input_tokens_details"]["cached_tokens"].as_u64(),
        ..Usage::default()
    });
    Heard { used, is_last: true, ..Heard::default() }
}

fn call(item: &Value) -> Option<ToolCall> {
    let text = |name: &str| item[name].as_str().unwrap_or_default();
    (item["type"] == "function_call").then(|| ToolCall {
        id: text("call_id").to_owned(),
        name: text("name").to_owned(),
        arguments: Arguments::parse(text("arguments")),
    })
}

/// An item as it goes back. Nothing is stored there, so its id would lead nowhere and thoughts that are
/// not sealed cannot be used.
fn replayed(mut item: Value) -> Option<Value> {
    if item["type"] == "reasoning" && !item["encrypted_content"].is_string() {
        return None;
    }
    if item["type"] == "function_call" {
        let arguments = Arguments::parse(item["arguments"].as_str().unwrap_or_default()).replayed();
        item["arguments"] = json!(Value::Object(arguments).to_string());
    }
    if let Some(item) = item.as_object_mut() {
        item.remove("id");
        item.remove("status");
    }
    Some(item)
}
