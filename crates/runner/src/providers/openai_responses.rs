//! OpenAI Responses: `POST …/responses`, streamed. Nothing is kept on the other side: every call brings
//! the whole conversation.
//! Source of the wire facts: <https://platform.openai.com/docs/api-reference/responses>

mod reading;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::fault::Fault;
use super::http::Connection;
use super::listener::Listener;
use super::schema::is_strict;
use super::stream::{Form, converse};
use super::{Message, Provider, Reply, Request};
use reading::ResponsesReading;

/// A model behind the Responses API.
#[derive(Debug, Clone)]
pub struct OpenAiResponses {
    connection: Connection,
    model: String,
}

impl OpenAiResponses {
    /// The model of this name; the base ends where `/responses` begins.
    pub fn new(connection: Connection, model: &str) -> Self {
        Self { connection, model: model.to_owned() }
    }

    fn body(&self, request: &Request) -> Value {
        let mut body = json!({
            "model": self.model,
            "input": input(&request.messages),
            "max_output_tokens": request.max_tokens,
            "stream": true,
            "store": false,
        });
        // What a model thought can only go back to it when it came along, sealed. Models that do not think
        // refuse the wish.
        if !["gpt-3", "gpt-4"].iter().any(|old| self.model.starts_with(old)) {
            body["include"] = json!(["reasoning.encrypted_content"]);
        }
        if !request.system.is_empty() {
            body["instructions"] = json!(request.system);
        }
        if !request.tools.is_empty() {
            let tool = |tool: &super::ToolSpec| {
                json!({ "type": "function", "name": tool.name, "description": tool.description,
                    "parameters": tool.parameters, "strict": is_strict(&tool.parameters) })
            };
            body["tools"] = request.tools.iter().map(tool).collect();
        }
        if let Some(output) = &request.output {
            let strict = is_strict(&output.schema);
            body["text"] = json!({ "format": { "type": "json_schema", "name": output.name,
                "schema": output.schema, "strict": strict } });
        }
        body
    }
}

impl Provider for OpenAiResponses {
    fn call<'a>(
        &'a self,
        request: &'a Request,
        listener: &'a mut Listener<'_>,
    ) -> BoxFuture<'a, Result<Reply, Fault>> {
        Box::pin(async move {
            let mut post = self.connection.post("responses");
            if let Some(key) = &self.connection.key {
                post = post.header("authorization", key.bearer()?);
            }
            let post = post.json(&self.body(request));
            converse(&self.connection, post, Form::Events, ResponsesReading::default(), listener).await
        })
    }
}

/// Calls and their results are items of their own, paired by `call_id`.
fn input(conversation: &[Message]) -> Value {
    let items = conversation.iter().flat_map(|message| {
        match message {
        Message::Ours(text) => vec![json!({ "role": "user", "content": text })],
        Message::Models(said) => said.raw.as_array().cloned().unwrap_or_default(),
        Message::Results(results) => results
            .iter()
            .map(|result| {
                json!({ "type": "function_call_output", "call_id": result.call_id, "output": result.text })
            })
            .collect(),
    }
    });
    items.collect()
}
