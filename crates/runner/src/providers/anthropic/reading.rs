//! Puts a streamed message together, its blocks in the provider's own form.

use std::collections::BTreeMap;

use halfday_domain::failure::FailureReason;
use serde_json::{Value, json};

use super::super::fault::Fault;
use super::super::http::{Complaint, Words};
use super::super::stream::{Heard, Reading, ended, without_end};
use super::super::{Arguments, End, Reply, Said, ToolCall};
use crate::agents::Usage;

/// A message on its way.
#[derive(Debug, Default)]
pub(super) struct AnthropicReading {
    blocks: BTreeMap<u64, Block>,
    usage: Tokens,
    stop_reason: Option<String>,
    /// What the provider adds to a refusal.
    explanation: Option<String>,
    is_over: bool,
}

#[derive(Debug, Default)]
struct Block {
    value: Value,
    /// The arguments of a tool as they come, in text.
    arguments: String,
}

/// Cumulative snapshots: a later number replaces the earlier one.
#[derive(Debug, Clone, Copy, Default)]
struct Tokens {
    fresh: Option<u64>,
    cache_read: Option<u64>,
    cache_written: Option<u64>,
    out: Option<u64>,
}

impl Tokens {
    fn take(&mut self, usage: &Value) {
        let latest = |name: &str, before| usage.get(name).and_then(Value::as_u64).or(before);
        self.fresh = latest("input_tokens", self.fresh);
        self.cache_read = latest("cache_read_input_tokens", self.cache_read);
        self.cache_written = latest("cache_creation_input_tokens", self.cache_written);
        self.out = latest("output_tokens", self.out);
    }

    /// `input_tokens` leaves out what was read from or written to the cache.
    fn usage(self) -> Usage {
        let cached = self.cache_read.unwrap_or(0) + self.cache_written.unwrap_or(0);
        Usage {
            tokens_in: self.fresh.map(|fresh| fresh + cached),
            tokens_out: self.out,
            tokens_cached: self.cache_read,
            tokens_cache_written: self.cache_written,
            reported_cost_nano: None,
        }
    }
}

impl Reading for AnthropicReading {
    const WORDS: Words = words;

    fn take(&mut self, piece: &Value) -> Result<Heard, Complaint> {
        let index = piece["index"].as_u64().unwrap_or_default();
        match piece["type"].as_str().unwrap_or_default() {
            "message_start" => Ok(self.used(&piece["message"]["usage"])),
            "content_block_start" => {
                let value = Some(&piece["content_block"]).filter(|block| block.is_object()).cloned();
                let value = value.unwrap_or_default();
                let text = value["text"].as_str().map(str::to_owned);
                self.blocks.insert(index, Block { value, arguments: String::new() });
                Ok(Heard { text, ..Heard::default() })
            }
            "content_block_delta" => Ok(self.delta(index, &piece["delta"])),
            "message_delta" => {
                let delta = &piece["delta"];
                if let Some(reason) = delta["stop_reason"].as_str() {
                    self.stop_reason = Some(reason.to_owned());
                    let explanation = delta["stop_details"]["explanation"].as_str();
                    self.explanation = explanation.map(str::to_owned);
                }
                Ok(self.used(&piece["usage"]))
            }
            "message_stop" => {
                self.is_over = true;
                Ok(Heard { is_last: true, ..Heard::default() })
            }
            "error" => Err(Complaint::of(None, &piece["error"])),
            // `ping`, `content_block_stop`, and what may be added to the API.
            _ => Ok(Heard::default()),
        }
    }

    fn finish(self) -> Result<Reply, Fault> {
        if !self.is_over {
            return Err(without_end());
        }
        let blocks: Vec<Block> = self.blocks.into_values().collect();
        let text_of = |block: &Block| {
            block.value["text"].as_str().filter(|_| block.value["type"] == "text").map(str::to_owned)
        };
        let text: String = blocks.iter().filter_map(text_of).collect();
        let calls: Vec<ToolCall> = blocks.iter().filter_map(Block::call).collect();
        let end = match self.stop_reason.as_deref() {
            Some("end_turn" | "stop_sequence") => ended(&calls),
            Some("tool_use") => End::ToolCalls,
            Some("pause_turn") => End::Paused,
            Some("max_tokens") => return Err(Fault::new(FailureReason::Truncated, "max_tokens")),
            Some("model_context_window_exceeded") => {
                return Err(Fault::new(FailureReason::ContextOverflow, "model_context_window_exceeded"));
            }
            Some("refusal") => {
                return Err(Fault::new(FailureReason::Refused, self.explanation.unwrap_or(text)));
            }
            Some(unknown) => End::Other(unknown.to_owned()),
            None => return Err(without_end()),
        };
        let raw = blocks.into_iter().map(Block::replayed).collect();
        Ok(Reply { said: Said { text, calls, raw }, end })
    }
}

impl AnthropicReading {
    fn used(&mut self, usage: &Value) -> Heard {
        self.usage.take(usage);
        Heard { used: Some(self.usage.usage()), ..Heard::default() }
    }

    fn delta(&mut self, index: u64, delta: &Value) -> Heard {
        let block = self.blocks.entry(index).or_default();
        let said = |name: &str| delta[name].as_str().unwrap_or_default();
        let mut heard = Heard::default();
        match delta["type"].as_str().unwrap_or_default() {
            "text_delta" => {
                block.append("text", said("text"));
                heard.text = Some(said("text").to_owned());
            }
            "input_json_delta" => block.arguments.push_str(said("partial_json")),
            "thinking_delta" => block.append("thinking", said("thinking")),
            "signature_delta" => block.append("signature", said("signature")),
            "citations_delta" => {
                let mut citations = block.value["citations"].as_array().cloned().unwrap_or_default();
                citations.push(delta["citation"].clone());
                block.value["citations"] = Value::Array(citations);
            }
            // What may be added to the API.
            _ => {}
        }
        heard
    }
}

impl Block {
    fn append(&mut self, name: &str, piece: &str) {
        let before = self.value[name].as_str().unwrap_or_default();
        self.value[name] = Value::from(format!("{before}{piece}"));
    }

    fn call(&self) -> Option<ToolCall> {
        let text = |name: &str| self.value[name].as_str().unwrap_or_default().to_owned();
        let arguments = match &self.value["input"] {
            Value::Object(input) if self.arguments.is_empty() => Arguments::Object(input.clone()),
            _ => Arguments::parse(&self.arguments),
        };
        (self.value["type"] == "tool_use").then(|| ToolCall { id: text("id"), name: text("name"), arguments })
    }

    /// The block as it goes back. Arguments come apart from their block; a server's own tools have them too.
    fn replayed(mut self) -> Value {
        if !self.arguments.is_empty() {
            self.value["input"] = json!(Arguments::parse(&self.arguments).replayed());
        }
        self.value
    }
}

/// <https://docs.claude.com/en/api/errors>
fn words(complaint: &Complaint) -> Option<FailureReason> {
    match complaint.code.as_str() {
        "authentication_error" | "permission_error" => Some(FailureReason::Auth),
        "billing_error" => Some(FailureReason::Billing),
        "not_found_error" => Some(FailureReason::AgentMissing),
        "request_too_large" => Some(FailureReason::ContextOverflow),
        "rate_limit_error" => Some(FailureReason::RateLimited),
        "timeout_error" => Some(FailureReason::Timeout),
        "overloaded_error" => Some(FailureReason::Overloaded),
        "api_error" => Some(FailureReason::ServerError),
        _ => None,
    }
}
