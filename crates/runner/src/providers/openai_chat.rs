//! OpenAI Chat Completions: `POST …/chat/completions`, streamed. Many speak it: OpenRouter, LM Studio,
//! llama.cpp, vLLM; the base address says whom.
//! Source of the wire facts: <https://platform.openai.com/docs/api-reference/chat>

mod reading;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::fault::Fault;
use super::http::Connection;
use super::listener::Listener;
use super::schema::is_strict;
use super::stream::{Form, converse};
use super::{Message, Provider, Reply, Request, Said, ToolResult};
use reading::ChatReading;

pub(super) use reading::words;

/// A model behind a Chat Completions API.
#[derive(Debug, Clone)]
pub struct OpenAiChat {
    connection: Connection,
    model: String,
}

impl OpenAiChat {
    /// Where OpenAI itself is.
    pub const BASE: &str = "https://api.openai.com/v1";

    /// The model of this name; the base ends where `/chat/completions` begins.
    pub fn new(connection: Connection, model: &str) -> Self {
        Self { connection, model: model.to_owned() }
    }

    fn body(&self, request: &Request) -> Value {
        let mut body = json!({
            "model": self.model,
            "messages": messages(request, |result| {
                json!({ "role": "tool", "tool_call_id": result.call_id, "content": result.text })
            }),
            "stream": true,
            "stream_options": { "include_usage": true },
        });
        // OpenAI's newer models refuse the old name, most other servers know only that.
        let limit = if self.connection.base.host() == "api.openai.com" {
            "max_completion_tokens"
        } else {
            "max_tokens"
        };
        body[limit] = json!(request.max_tokens);
        if !request.tools.is_empty() {
            body["tools"] = request.tools.iter().map(function).collect();
        }
        if let Some(output) = &request.output {
            let strict = is_strict(&output.schema);
            let schema = json!({ "name": output.name, "schema": output.schema, "strict": strict });
            body["response_format"] = json!({ "type": "json_schema", "json_schema": schema });
        }
        body
    }
}

impl Provider for OpenAiChat {
    fn call<'a>(
        &'a self,
        request: &'a Request,
        listener: &'a mut Listener<'_>,
    ) -> BoxFuture<'a, Result<Reply, Fault>> {
        Box::pin(async move {
            let mut post = self.connection.post("chat/completions");
            if let Some(key) = &self.connection.key {
                post = post.header("authorization", key.bearer()?);
            }
            let reading = ChatReading::after(request.messages.len());
            converse(&self.connection, post.json(&self.body(request)), Form::Events, reading, listener).await
        })
    }
}

/// A tool as OpenAI and Ollama want it.
pub(super) fn function(tool: &super::ToolSpec) -> Value {
    let function =
        json!({ "name": tool.name, "description": tool.description, "parameters": tool.parameters });
    json!({ "type": "function", "function": function })
}

/// The conversation as OpenAI and Ollama want it; they differ in how the result of a tool names its call.
pub(super) fn messages(request: &Request, result: impl Fn(&ToolResult) -> Value) -> Value {
    let system = (!request.system.is_empty()).then(|| json!({ "role": "system", "content": request.system }));
    let conversation = request.messages.iter().flat_map(|message| match message {
        Message::Ours(text) => vec![json!({ "role": "user", "content": text })],
        Message::Models(Said { raw, .. }) => vec![raw.clone()],
        Message::Results(results) => results.iter().map(&result).collect(),
    });
    system.into_iter().chain(conversation).collect()
}

#[cfg(test)]
mod tests {
    use super::super::OutputSchema;
    use super::*;

    fn body(base: &str, schema: Value) -> Result<Value, Box<dyn std::error::Error>> {
        let chat = OpenAiChat::new(Connection::new(base.parse()?, None)?, "m");
        let output = Some(OutputSchema { name: "plan".to_owned(), schema });
        Ok(chat.body(&Request { output, max_tokens: 9, ..Request::default() }))
    }

    #[test]
    fn only_a_schema_that_requires_everything_is_sent_as_strict() -> Result<(), Box<dyn std::error::Error>> {
        let mut schema = json!({ "type": "object", "properties": { "a": {} }, "required": ["a"],
            "additionalProperties": false });
        let strict = |body: Value| body["response_format"]["json_schema"]["strict"].clone();

        assert_eq!(strict(body(OpenAiChat::BASE, schema.clone())?), true);
        schema["required"] = json!([]);
        assert_eq!(strict(body(OpenAiChat::BASE, schema)?), false);
        Ok(())
    }

    #[test]
    fn the_limit_has_the_name_its_server_knows() -> Result<(), Box<dyn std::error::Error>> {
        assert_eq!(body(OpenAiChat::BASE, json!({}))?["max_completion_tokens"], 9);
        assert_eq!(body("http://localhost:1234/v1", json!({}))?["max_tokens"], 9);
        Ok(())
    }
}
