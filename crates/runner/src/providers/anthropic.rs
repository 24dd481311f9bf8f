//! Anthropic Messages: `POST /v1/messages`, streamed.
//! Source of the wire facts: <https://docs.claude.com/en/api/messages> and its page on streaming.

mod reading;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::fault::Fault;
use super::http::Connection;
use super::listener::Listener;
use super::stream::{Form, converse};
use super::{Message, Provider, Reply, Request};
use reading::AnthropicReading;

/// The version of the API this file is written for.
const VERSION: &str = "2023-06-01";

/// A model behind the Messages API.
#[derive(Debug, Clone)]
pub struct Anthropic {
    connection: Connection,
    model: String,
}

impl Anthropic {
    /// Where Anthropic itself is.
    pub const BASE: &str = "https://api.anthropic.com";

    /// The model of this name. The base may end in `/v1` or not.
    pub fn new(connection: Connection, model: &str) -> Self {
        Self { connection, model: model.to_owned() }
    }
}

impl Provider for Anthropic {
    fn call<'a>(
        &'a self,
        request: &'a Request,
        listener: &'a mut Listener<'_>,
    ) -> BoxFuture<'a, Result<Reply, Fault>> {
        Box::pin(async move {
            let has_version = self.connection.base.to_string().ends_with("/v1");
            let path = if has_version { "messages" } else { "v1/messages" };
            let mut post = self.connection.post(path).header("anthropic-version", VERSION);
            if let Some(key) = &self.connection.key {
                post = post.header("x-api-key", key.header()?);
            }
            let post = post.json(&body(&self.model, request));
            converse(&self.connection, post, Form::Events, AnthropicReading::default(), listener).await
        })
    }
}

fn body(model: &str, request: &Request) -> Value {
    let mut body = json!({
        "model": model,
        "max_tokens": request.max_tokens,
        "stream": true,
        "messages": messages(&request.messages),
    });
    if !request.system.is_empty() {
        // Marked, the tools and this are read from the cache in every later call.
        body["system"] = json!([{ "type": "text", "text": request.system, "cache_control": ephemeral() }]);
    }
    if !request.tools.is_empty() {
        let tools = request.tools.iter().map(
            |tool| json!({ "name": tool.name, "description": tool.description, "input_schema": tool.parameters }),
        );
        body["tools"] = tools.collect();
    }
    if let Some(output) = &request.output {
        body["output_config"] = json!({ "format": { "type": "json_schema", "schema": output.schema } });
    }
    body
}

/// Roles alternate: what we say after tool results belongs into the same message as they.
fn messages(conversation: &[Message]) -> Value {
    let mut messages: Vec<(&str, Vec<Value>)> = vec![];
    for message in conversation {
        let (role, mut blocks) = match message {
            Message::Ours(text) => ("user", vec![json!({ "type": "text", "text": text })]),
            Message::Models(said) => ("assistant", said.raw.as_array().cloned().unwrap_or_default()),
            Message::Results(results) => {
                let block = |result: &super::ToolResult| {
                    json!({
                        "type": "tool_result",
                        "tool_use_id": result.call_id,
                        "content": result.text,
                        "is_error": !result.went_well,
                    })
                };
                ("user", results.iter().map(block).collect())
            }
        };
        // The API refuses empty texts, though it may write them itself.
        blocks.retain(|block| block["type"] != "text" || block["text"] != "");
        match messages.last_mut() {
            Some((last, before)) if *last == role => before.append(&mut blocks),
            _ if blocks.is_empty() => {}
            _ => messages.push((role, blocks)),
        }
    }
    // The next call begins with all this: it is cached up to here.
    if let Some(last) = messages.last_mut().filter(|(role, _)| *role == "user").and_then(|m| m.1.last_mut()) {
        last["cache_control"] = ephemeral();
    }
    messages.into_iter().map(|(role, content)| json!({ "role": role, "content": content })).collect()
}

fn ephemeral() -> Value {
    json!({ "type": "ephemeral" })
}

#[cfg(test)]
mod tests {
    use super::super::{Said, ToolResult};
    use super::*;

    #[test]
    fn what_the_model_said_goes_back_unchanged_and_roles_alternate() {
        let raw = json!([
            { "type": "thinking", "thinking": "hm", "signature": "s1g", "unknown": 1 },
            { "type": "text", "text": "" },
            { "type": "tool_use", "id": "t1", "name": "list", "input": {} },
        ]);
        let result = ToolResult {
            call_id: "t1".to_owned(),
            name: "list".to_owned(),
            text: "empty".to_owned(),
            went_well: false,
        };
        let conversation = [
            Message::Ours("brief".to_owned()),
            Message::Models(Said { raw: raw.clone(), ..Said::default() }),
            Message::Results(vec![result]),
            Message::Ours("go on".to_owned()),
        ];

        let messages = messages(&conversation);

        assert_eq!(
            messages,
            json!([
                { "role": "user", "content": [{ "type": "text", "text": "brief" }] },
                { "role": "assistant", "content": [raw[0], raw[2]] },
                { "role": "user", "content": [
                    { "type": "tool_result", "tool_use_id": "t1", "content": "empty", "is_error": true },
                    { "type": "text", "text": "go on", "cache_control": { "type": "ephemeral" } },
                ] },
            ])
        );
    }
}
