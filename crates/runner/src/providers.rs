//! Model APIs behind one trait: one call of a model, from a conversation to its reply. Nothing here
//! loops, knows a folder or decides what a failure means for the item; that is [`crate::agents::llm`].
//!
//! A call is stopped by dropping its future: the connection closes with it and nothing is left running.

mod again;
mod anthropic;
mod base;
mod fault;
mod http;
mod listener;
mod ollama;
mod openai_chat;
mod openai_responses;
mod schema;
mod secret;
mod stream;

use futures_util::future::BoxFuture;
use serde_json::{Map, Value};

pub use again::{Patience, call_patiently};
pub use anthropic::Anthropic;
pub use base::{BaseUrl, BaseUrlFault};
pub use fault::{Advice, Fault};
pub use http::{Connection, NoClient};
pub use listener::Listener;
pub use ollama::Ollama;
pub use openai_chat::OpenAiChat;
pub use openai_responses::OpenAiResponses;
pub use secret::Secret;

/// A model that can be called.
pub trait Provider: Send + Sync {
    /// One call. What the model writes and uses meanwhile goes to `listener`; what was used is known there
    /// after a fault too.
    fn call<'a>(
        &'a self,
        request: &'a Request,
        listener: &'a mut Listener<'_>,
    ) -> BoxFuture<'a, Result<Reply, Fault>>;
}

/// What a model is asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// What the model is and may do; comes before everything else.
    pub system: String,
    /// The conversation so far, the oldest first.
    pub messages: Vec<Message>,
    /// The tools it may call.
    pub tools: Vec<ToolSpec>,
    /// What its answer has to look like, if not free text.
    pub output: Option<OutputSchema>,
    /// The most tokens it may write.
    pub max_tokens: u32,
}

/// One piece of a conversation.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// What we said.
    Ours(String),
    /// What the model said.
    Models(Said),
    /// What came of its tool calls, one for each of them.
    Results(Vec<ToolResult>),
}

/// What a model said in one reply.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    pub text: String,
    pub calls: Vec<ToolCall>,
    /// The reply in the provider's own form, as it is sent back with the next call.
    pub raw: Value,
}

/// A tool the model wants to be used.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolCall {
    /// Pairs the call with its result.
    pub id: String,
    pub name: String,
    pub arguments: Arguments,
}

/// The arguments of a tool call.
#[derive(Debug, Clone, PartialEq)]
pub enum Arguments {
    Object(Map<String, Value>),
    /// No JSON object; what was sent instead.
    Malformed(String),
}

impl Arguments {
    /// Reads arguments sent as text; none at all are an empty object.
    fn parse(text: &str) -> Self {
        if text.trim().is_empty() {
            return Self::Object(Map::new());
        }
        match serde_json::from_str(text) {
            Ok(Value::Object(object)) => Self::Object(object),
            Ok(_) | Err(_) => Self::Malformed(text.to_owned()),
        }
    }

    /// The arguments, none if they are malformed.
    pub(crate) fn object(&self) -> &Map<String, Value> {
        static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
        match self {
            Self::Object(object) => object,
            Self::Malformed(_) => &NONE,
        }
    }

    /// As the provider gets them back: some refuse a conversation with anything but an object in it.
    fn replayed(&self) -> Map<String, Value> {
        self.object().clone()
    }
}

/// What came of a tool call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolResult {
    pub call_id: String,
    /// The tool's name; one API pairs by it.
    pub name: String,
    pub text: String,
    pub went_well: bool,
}

/// A tool as the model sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolSpec {
    pub name: &'static str,
    pub description: &'static str,
    /// JSON Schema of the arguments, an object.
    pub parameters: Value,
}

/// The form an answer must have.
#[derive(Debug, Clone, PartialEq)]
pub struct OutputSchema {
    pub name: String,
    /// JSON Schema; objects in it say `additionalProperties: false`.
    pub schema: Value,
}

/// A whole reply.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    pub said: Said,
    pub end: End,
}

/// Why a model stopped. Ends that lose the answer (too long, refused, no room) are faults instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// It has said what it wanted to say.
    Finished,
    /// It waits for the results of its calls.
    ToolCalls,
    /// The provider took a break: send what was said back and the model goes on.
    Paused,
    /// A reason this program does not know.
    Other(String),
}
