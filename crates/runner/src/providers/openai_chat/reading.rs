//! Puts a streamed chat completion together.

use std::collections::BTreeMap;

use halfday_domain::failure::FailureReason;
use serde_json::{Value, json};

use super::super::fault::Fault;
use super::super::http::{Complaint, Words};
use super::super::stream::{Heard, Reading, ended, without_end};
use super::super::{Arguments, End, Reply, Said, ToolCall};
use crate::agents::Usage;

/// A completion on its way.
#[derive(Debug, Default)]
pub(super) struct ChatReading {
    /// Makes ids of calls that came without one different from those before.
    place: usize,
    text: String,
    refusal: String,
    calls: BTreeMap<u64, Call>,
    finish_reason: Option<String>,
}

#[derive(Debug, Default)]
struct Call {
    id: String,
    name: String,
    arguments: String,
}

impl ChatReading {
    /// A reading of the reply to a conversation that is `place` messages long.
    pub(super) fn after(place: usize) -> Self {
        Self { place, ..Self::default() }
    }
}

impl Reading for ChatReading {
    const WORDS: Words = words;

    fn take(&mut self, piece: &Value) -> Result<Heard, Complaint> {
        // OpenRouter and llama.cpp tell in a piece what went wrong after the stream had begun.
        if let Some(error) = piece.get("error").filter(|error| !error.is_null()) {
            return Err(Complaint::of(None, error));
        }
        let used = piece.get("usage").filter(|usage| usage.is_object()).map(usage);
        let Some(choice) = piece["choices"].get(0) else {
            return Ok(Heard { used, ..Heard::default() });
        };
        if let Some(reason) = choice["finish_reason"].as_str() {
            self.finish_reason = Some(reason.to_owned());
        }
        let delta = &choice["delta"];
        self.refusal.push_str(delta["refusal"].as_str().unwrap_or_default());
        for (at, call) in delta["tool_calls"].as_array().into_iter().flatten().enumerate() {
            self.calls.entry(call["index"].as_u64().unwrap_or(at as u64)).or_default().take(call);
        }
        let text = delta["content"].as_str().filter(|text| !text.is_empty());
        self.text.push_str(text.unwrap_or_default());
        Ok(Heard { text: text.map(str::to_owned), used, is_last: false })
    }

    /// A reply whose reason to end is known is whole: some servers leave out `[DONE]`.
    fn finish(self) -> Result<Reply, Fault> {
        let reason = self.finish_reason.ok_or_else(without_end)?;
        if !self.refusal.is_empty() {
            return Err(Fault::new(FailureReason::Refused, self.refusal));
        }
        let place = self.place;
        let calls: Vec<ToolCall> =
            self.calls.into_iter().map(|(index, call)| call.whole(place, index)).collect();
        let end = match reason.as_str() {
            // Some servers say `stop` after tool calls too.
            "stop" | "tool_calls" | "function_call" => ended(&calls),
            "length" => return Err(Fault::new(FailureReason::Truncated, reason)),
            "content_filter" => return Err(Fault::new(FailureReason::Refused, reason)),
            "error" => return Err(Fault::new(FailureReason::ServerError, reason)),
            _ => End::Other(reason),
        };
        let raw = raw(&self.text, &calls);
        Ok(Reply { said: Said { text: self.text, calls, raw }, end })
    }
}

impl Call {
    fn take(&mut self, piece: &Value) {
        let function = &piece["function"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.id.push_str(&text(&piece["id"]));
        self.name.push_str(&text(&function["name"]));
        self.arguments.push_str(&text(&function["arguments"]));
    }

    fn whole(self, place: usize, index: u64) -> ToolCall {
        let id = if self.id.is_empty() { format!("call_{place}_{index}") } else { self.id };
        ToolCall { id, name: self.name, arguments: Arguments::parse(&self.arguments) }
    }
}

fn raw(text: &str, calls: &[ToolCall]) -> Value {
    let mut raw = json!({ "role": "assistant", "content": text });
    if !calls.is_empty() {
        let call = |call: &ToolCall| {
            let arguments = Value::Object(call.arguments.replayed()).to_string();
            let function = json!({ "name": call.name, "arguments": arguments });
            json!({ "id": call.id, "type": "function", "function": function })
        };
        raw["tool_calls"] = calls.iter().map(call).collect();
    }
    raw
}

fn usage(usage: &Value) -> Usage {
    let details = &usage["prompt_tokens_details"];
    Usage {
        tokens_in: usage["prompt_tokens"].as_u64(),
        tokens_out: usage["completion_tokens"].as_u64(),
        tokens_cached: details["cached_tokens"].as_u64(),
        tokens_cache_written: details["cache_write_tokens"].as_u64(),
        // OpenRouter tells the price of a call, in dollars.
        reported_cost_nano: usage["cost"].as_f64().map(|dollars| (dollars * 1e9).round() as u64),
    }
}

/// <https://platform.openai.com/docs/guides/error-codes>; OpenRouter puts the status where the code is.
pub(in super::super) fn words(complaint: &Complaint) -> Option<FailureReason> {
    match complaint.code.as_str() {
        "invalid_api_key" | "invalid_authentication" | "authentication_error" | "401" => {
            Some(FailureReason::Auth)
        }
        "insufficient_quota" | "402" => Some(FailureReason::Billing),
        "billing_hard_limit_reached" => Some(FailureReason::SpendCap),
        "rate_limit_exceeded" | "rate_limit_error" | "429" => Some(FailureReason::RateLimited),
        "model_not_found" => Some(FailureReason::AgentMissing),
        "context_length_exceeded" | "exceed_context_size_error" => Some(FailureReason::ContextOverflow),
        "content_filter" | "content_policy_violation" => Some(FailureReason::Refused),
        "server_is_overloaded" | "overloaded_error" | "503" => Some(FailureReason::Overloaded),
        "server_error" | "500" | "502" => Some(FailureReason::ServerError),
        "408" | "timeout" => Some(FailureReason::Timeout),
        _ => None,
    }
}
