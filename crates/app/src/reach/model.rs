//! Models reached by their API. The key is looked for each time work begins, is known to the redactor, and stands
//! in no file of ours.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use halfday_runner::agents::llm::{Limits, Llm};
use halfday_runner::agents::{Agent, Failure, Session, Workplace};
use halfday_runner::providers::{
    Anthropic, BaseUrl, Connection, Ollama, OpenAiChat, OpenAiResponses, OutputSchema, Provider, Secret,
};
use halfday_runner::redact::Redactor;
use halfday_runner::sandbox::Sandbox;
use halfday_runner::veil::SharedVeil;
use halfday_store::agents;
use serde::Deserialize;

use super::{CODEX, MODEL, missing};
use crate::App;
use crate::keys::{KeyName, NoKey};

/// How much a model of one's own is given to see at once, in tokens, unless something else is said.
const USUAL_CONTEXT: u32 = 32_768;

/// What the row of such an agent says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Config {
    api: Api,
    base_url: Option<String>,
    model: String,
    /// The name of its key, not the key.
    key: Option<String>,
    /// For Ollama: how many tokens it sees at once.
    context: Option<u32>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Api {
    Anthropic,
    OpenaiChat,
    OpenaiResponses,
    Ollama,
}

impl Api {
    /// Where its maker has it.
    const fn usual_base(self) -> &'static str {
        match self {
            Self::Anthropic => Anthropic::BASE,
            Self::OpenaiChat | Self::OpenaiResponses => OpenAiChat::BASE,
            Self::Ollama => Ollama::BASE,
        }
    }
}

/// A model whose key is looked for when it begins.
struct Model {
    config: Config,
    base: BaseUrl,
    key: Option<KeyName>,
    app: App,
    veil: Option<SharedVeil>,
    /// It is asked for an answer in this form, not for work.
    form: Option<OutputSchema>,
}

/// A model that works.
pub(super) fn model(config: Config, app: &App, veil: Option<&SharedVeil>) -> Result<Box<dyn Agent>, Failure> {
    Ok(Box::new(made(config, app, veil.cloned(), None)?))
}

/// A model that answers in a form.
pub(super) fn asked(config: Config, app: &App, form: OutputSchema) -> Result<Box<dyn Agent>, Failure> {
    Ok(Box::new(made(config, app, None, Some(form))?))
}

fn made(
    config: Config,
    app: &App,
    veil: Option<SharedVeil>,
    form: Option<OutputSchema>,
) -> Result<Model, Failure> {
    let base = config.base_url.as_deref().unwrap_or(config.api.usual_base());
    let base = base.parse().map_err(|fault| missing(format!("base_url: {fault}")))?;
    if config.model.trim().is_empty() {
        return Err(missing("model"));
    }
    let key = config.key.as_deref().map(|name| KeyName::read(name).ok_or_else(no_name)).transpose()?;
    Ok(Model { config, base, key, app: app.clone(), veil, form })
}

fn no_name() -> Failure {
    missing("key: a name of at most 24 letters, digits and _")
}

/// The name of the key that a model works with.
pub(crate) fn key_of(agent: &agents::Agent) -> Option<KeyName> {
    if agent.way != MODEL {
        return None;
    }
    KeyName::read(agent.config["key"].as_str()?)
}

impl Model {
    /// The keychain may ask the person first; nothing else waits for that.
    async fn key(&self) -> Result<Option<Secret>, Failure> {
        let Some(name) = self.key.clone() else { return Ok(None) };
        let (app, variable) = (self.app.clone(), name.variable());
        let found = tokio::task::spawn_blocking(move || app.key(&name)).await;
        let detail = match found {
            Ok(Ok(key)) => return Ok(Some(key)),
            Ok(Err(NoKey::Nowhere)) => format!("{variable}: not set, nor in the keychain"),
            Ok(Err(NoKey::Keychain(fault))) => format!("{variable}: not set; {fault}"),
            Ok(Err(NoKey::Unread(fault))) => fault.detail(),
            Err(broken) => broken.to_string(),
        };
        Err(Failure::new(FailureReason::Auth, detail))
    }

    async fn llm(&self) -> Result<Llm, Failure> {
        let key = self.key().await?;
        let redactor = Redactor::new(&key);
        let connection =
            Connection::new(self.base.clone(), key).map_err(|fault| missing(fault.to_string()))?;
        let name = &self.config.model;
        let provider: Arc<dyn Provider> = match self.config.api {
            Api::Anthropic => Arc::new(Anthropic::new(connection, name)),
            Api::OpenaiChat => Arc::new(OpenAiChat::new(connection, name)),
            Api::OpenaiResponses => Arc::new(OpenAiResponses::new(connection, name)),
            Api::Ollama => {
                Arc::new(Ollama::new(connection, name, self.config.context.unwrap_or(USUAL_CONTEXT)))
            }
        };
        let llm = Llm::new(provider, redactor, Limits::default()).with_veil(self.veil.clone());
        // Without a fence there are no commands, whatever the item allows.
        let found = tokio::task::spawn_blocking(Sandbox::of_this_machine).await;
        Ok(match found {
            Ok(Ok(sandbox)) => llm.with_commands(Arc::new(sandbox.clone())),
            Ok(Err(_)) | Err(_) => llm,
        })
    }
}

impl Agent for Model {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        Box::pin(async move {
            let llm = self.llm().await?;
            match &self.form {
                Some(form) => llm.shaped(form.clone()).open(place).await,
                None => llm.open(place).await,
            }
        })
    }
}

/// The model an agent uses, where its tokens can have a price. Codex counts every token and tells no cost: where the
/// person has said which model it works with, that has a price, too. Other programs tell their own cost, count only
/// some of their tokens, or are paid for otherwise.
pub(crate) fn priced_model(agent: &agents::Agent) -> Option<&str> {
    match agent.way.as_str() {
        MODEL => agent.config["model"].as_str(),
        CODEX => Some(agent.model.as_str()).filter(|model| !model.is_empty()),
        _ => None,
    }
}
