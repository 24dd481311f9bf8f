//! A server that answers as an API would, and one call of a provider against it.

use std::error::Error;
use std::time::Duration;

use halfday_runner::agents::{Line, Report, Usage};
use halfday_runner::providers::{
    Connection, Fault, Listener, Message, Provider, Reply, Request, Secret, ToolSpec,
};
use halfday_runner::redact::Redactor;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

pub(crate) use super::played::{chunks, events, lines};

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A key that must turn up nowhere but in its header.
pub(crate) const CANARY: &str = "sk-canary-0123456789";

/// A server that gives each answer once, in their order, and the last for ever.
pub(crate) async fn server(answers: Vec<ResponseTemplate>) -> MockServer {
    let server = MockServer::start().await;
    let last = answers.len().saturating_sub(1);
    for (at, answer) in answers.into_iter().enumerate() {
        let mock = Mock::given(any()).respond_with(answer);
        let mock = if at < last { mock.up_to_n_times(1) } else { mock };
        mock.mount(&server).await;
    }
    server
}

pub(crate) fn connection(server: &MockServer) -> Outcome<Connection> {
    Ok(Connection::new(server.uri().parse()?, Some(Secret::new(CANARY)))?)
}

/// What a call came to.
pub(crate) struct Called {
    pub(crate) reply: Result<Reply, Fault>,
    pub(crate) used: Usage,
    pub(crate) text: String,
}

/// One call that may be silent for so long.
pub(crate) async fn call_within(provider: &dyn Provider, request: &Request, silence: Duration) -> Called {
    let (reports, mut heard) = mpsc::channel(10_000);
    let line = Line { reports, stop: CancellationToken::new() };
    let redactor = Redactor::new(&[Secret::new(CANARY)]);
    let mut listener = Listener::new(&line, &redactor, silence);
    let reply = provider.call(request, &mut listener).await;
    let used = listener.total();
    let mut text = String::new();
    while let Ok(report) = heard.try_recv() {
        if let Report::Text(piece) = report {
            text.push_str(&piece);
        }
    }
    Called { reply, used, text }
}

pub(crate) async fn call(provider: &dyn Provider, request: &Request) -> Called {
    call_within(provider, request, Duration::from_secs(20)).await
}

/// A short conversation with one tool.
pub(crate) fn request() -> Request {
    Request {
        system: "Be brief.".to_owned(),
        messages: vec![Message::Ours("List the files.".to_owned())],
        tools: vec![ToolSpec {
            name: "list",
            description: "List files.",
            parameters: json!({ "type": "object", "properties": {}, "additionalProperties": false }),
        }],
        output: None,
        max_tokens: 1_000,
    }
}

/// The body of the request the server got as number `at`, and its headers.
pub(crate) async fn sent(server: &MockServer, at: usize) -> Outcome<(Value, wiremock::Request)> {
    let requests = server.received_requests().await.ok_or("the server records")?;
    let request = requests.get(at).ok_or("so many requests came")?.clone();
    Ok((serde_json::from_slice(&request.body)?, request))
}
