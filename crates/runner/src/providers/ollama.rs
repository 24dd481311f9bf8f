//! Ollama's own API: `POST /api/chat`, one JSON object a line. The only one of its two that can set how
//! much text the model takes in; its other one cuts at 4k tokens without a word.
//! Source of the wire facts: <https://docs.ollama.com/api/chat>

mod reading;

use futures_util::future::BoxFuture;
use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::http::Connection;
use super::listener::Listener;
use super::openai_chat::{function, messages};
use super::stream::{Form, converse};
use super::{Provider, Reply, Request};
use reading::OllamaReading;

/// A model Ollama runs.
#[derive(Debug, Clone)]
pub struct Ollama {
    connection: Connection,
    model: String,
    num_ctx: u32,
}

impl Ollama {
    /// Where Ollama is when nobody moved it.
    pub const BASE: &str = "http://localhost:11434";

    /// The model of this name, which takes in `num_ctx` tokens together with its answer.
    pub fn new(connection: Connection, model: &str, num_ctx: u32) -> Self {
        Self { connection, model: model.to_owned(), num_ctx }
    }

    fn body(&self, request: &Request) -> Value {
        let options = json!({ "num_ctx": self.num_ctx, "num_predict": request.max_tokens });
        let mut body = json!({
            "model": self.model,
            "messages": messages(request, |result| {
                json!({ "role": "tool", "tool_name": result.name, "content": result.text })
            }),
            "stream": true,
            "options": options,
            // Newer versions then say that there is too much instead of leaving the oldest out.
            "truncate": false,
            "shift": false,
        });
        if !request.tools.is_empty() {
            body["tools"] = request.tools.iter().map(function).collect();
        }
        if let Some(output) = &request.output {
            body["format"] = output.schema.clone();
        }
        body
    }
}

impl Provider for Ollama {
    fn call<'a>(
        &'a self,
        request: &'a Request,
        listener: &'a mut Listener<'_>,
    ) -> BoxFuture<'a, Result<Reply, Fault>> {
        Box::pin(async move {
            let body = self.body(request);
            let reading = OllamaReading::new(request.messages.len(), self.num_ctx, least_tokens(&body));
            let mut post = self.connection.post("api/chat");
            // Ollama itself has none; one in front of it may.
            if let Some(key) = &self.connection.key {
                post = post.header("authorization", key.bearer()?);
            }
            converse(&self.connection, post.json(&body), Form::Lines, reading, listener).await
        })
    }
}

/// Fewer tokens than any tokenizer in use makes of what is said in the messages: one for a run of ASCII
/// letters and digits, one for four other letters. Below the truth, so that an alarm is never a false one.
fn least_tokens(body: &Value) -> u64 {
    let said = |message: &Value| {
        let text = message["content"].as_str().unwrap_or_default();
        let runs = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty()).count();
        let others = text.chars().filter(|c| !c.is_ascii() && c.is_alphanumeric()).count();
        (runs + others / 4) as u64
    };
    body["messages"].as_array().into_iter().flatten().map(said).sum()
}

/// What the model said, as it goes back: with its thoughts, which some models need to go on.
fn raw(text: &str, thinking: &str, calls: &[super::ToolCall]) -> Value {
    let mut raw =
        Map::from_iter([("role".to_owned(), json!("assistant")), ("content".to_owned(), json!(text))]);
    if !thinking.is_empty() {
        raw.insert("thinking".to_owned(), json!(thinking));
    }
    if !calls.is_empty() {
        let call = |call: &super::ToolCall| json!({ "function": { "name": call.name, "arguments": call.arguments.replayed() } });
        raw.insert("tool_calls".to_owned(), calls.iter().map(call).collect());
    }
    Value::Object(raw)
}
