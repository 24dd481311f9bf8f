//! A model that says what a test wrote down, and a turn of the loop with it.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_runner::agents::llm::{Limits, Llm};
use halfday_runner::agents::{
    Agent, Answer, Commands, Failure, Finish, Line, Question, Report, Step, StepKind, Usage, Workplace,
};
use halfday_runner::providers::{
    Arguments, End, Fault, Listener, Message, Patience, Provider, Reply, Request, Said, Secret, ToolCall,
};
use halfday_runner::redact::Redactor;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::wire::{CANARY, Outcome};

/// What comes of one call.
pub(crate) enum Scene {
    Says(Reply),
    Fails(Fault),
}

/// Plays its scenes in their order; then it says nothing more.
#[derive(Default)]
pub(crate) struct Scripted {
    scenes: Mutex<VecDeque<Scene>>,
    requests: Mutex<Vec<Request>>,
}

impl Scripted {
    pub(crate) fn new(scenes: impl IntoIterator<Item = Scene>) -> Arc<Self> {
        Arc::new(Self { scenes: Mutex::new(scenes.into_iter().collect()), ..Self::default() })
    }

    /// What the model was asked, call by call.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The results and words the model got before its call number `at`, in one text.
    pub(crate) fn told(&self, at: usize) -> String {
        let requests = self.requests();
        let last = requests.get(at).and_then(|request| request.messages.last());
        match last {
            Some(Message::Results(results)) => {
                results.iter().map(|result| result.text.as_str()).collect::<Vec<_>>().join("\n")
            }
            Some(Message::Ours(text)) => text.clone(),
            Some(Message::Models(_)) | None => String::new(),
        }
    }
}

impl Provider for Scripted {
    fn call<'a>(
        &'a self,
        request: &'a Request,
        _: &'a mut Listener<'_>,
    ) -> BoxFuture<'a, Result<Reply, Fault>> {
        Box::pin(async move {
            self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
            let next = self.scenes.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            match next.unwrap_or_else(|| says("")) {
                Scene::Says(reply) => Ok(reply),
                Scene::Fails(fault) => Err(fault),
            }
        })
    }
}

/// A reply without a call.
pub(crate) fn says(text: &str) -> Scene {
    Scene::Says(Reply { said: Said { text: text.to_owned(), ..Said::default() }, end: End::Finished })
}

/// A reply that calls tools.
pub(crate) fn calls(calls: &[(&str, Value)]) -> Scene {
    let call = |(at, (name, arguments)): (usize, &(&str, Value))| ToolCall {
        id: format!("c{at}"),
        name: (*name).to_owned(),
        arguments: match arguments {
            Value::Object(object) => Arguments::Object(object.clone()),
            other => Arguments::Malformed(other.to_string()),
        },
    };
    let calls = calls.iter().enumerate().map(call).collect();
    Scene::Says(Reply { said: Said { calls, ..Said::default() }, end: End::ToolCalls })
}

pub(crate) fn note() -> (&'static str, Value) {
    ("note", json!({ "text": "Read, then write the report." }))
}

pub(crate) fn write(path: &str, content: &str) -> (&'static str, Value) {
    ("write", json!({ "path": path, "content": content }))
}

pub(crate) fn finish(file: &str, quote: &str) -> (&'static str, Value) {
    let evidence =
        json!([{ "criterion": "a report", "proof": "it is written", "file": file, "quote": quote }]);
    ("finish", json!({ "summary": "Written.", "confidence": 0.8, "evidence": evidence }))
}

/// A turn as the driver of the program sees it.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) steps: Vec<Step>,
    pub(crate) text: String,
    pub(crate) used: Option<Usage>,
    pub(crate) questions: Vec<Question>,
}

impl Seen {
    /// The steps as kind, what about, and whether they worked.
    pub(crate) fn short(&self) -> Vec<(StepKind, &str, Option<bool>)> {
        self.steps.iter().map(|step| (step.kind, step.about.as_str(), step.went_well)).collect()
    }
}

/// Limits under which no provider is waited for.
pub(crate) fn limits() -> Limits {
    Limits { patience: Patience { longest_wait: Duration::ZERO }, ..Limits::default() }
}

pub(crate) fn agent(provider: Arc<dyn Provider>, limits: Limits) -> Llm {
    Llm::new(provider, Redactor::new(&[Secret::new(CANARY)]), limits)
}

pub(crate) fn place(folder: &Path, commands: Commands) -> Workplace {
    Workplace { folder: folder.to_owned(), commands, silence: Duration::from_secs(20) }
}

/// Works `messages` one after another in one session; questions get `answers`, then none.
pub(crate) async fn work(
    agent: &Llm,
    place: &Workplace,
    messages: &[&str],
    answers: Vec<Answer>,
) -> Outcome<(Result<Finish, Failure>, Seen)> {
    let (reports, heard) = mpsc::channel(4);
    let line = Line { reports, stop: CancellationToken::new() };
    let driver = tokio::spawn(drive(heard, answers.into()));
    let mut session = agent.open(place).await?;
    let mut came = Err(Failure::new(halfday_domain::failure::FailureReason::NoAction, "no message"));
    for message in messages {
        came = session.turn(message, &line).await;
    }
    session.close().await;
    drop(line);
    Ok((came, driver.await?))
}

async fn drive(mut heard: mpsc::Receiver<Report>, mut answers: VecDeque<Answer>) -> Seen {
    let mut seen = Seen::default();
    while let Some(report) = heard.recv().await {
        match report {
            Report::Step(step) => seen.steps.push(step),
            Report::Text(text) => seen.text.push_str(&text),
            Report::Used(used) => seen.used = Some(used),
            Report::Asked { question, reply } => {
                seen.questions.push(question);
                if let Some(answer) = answers.pop_front() {
                    // The turn may have been stopped meanwhile.
                    let _ = reply.send(answer);
                }
            }
        }
    }
    seen
}
