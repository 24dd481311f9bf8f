//! Models reached by their API. The key is read from the environment each time work begins, is known to the
//! redactor, and stands in no file of ours.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use halfday_runner::agents::llm::{Limits, Llm};
use halfday_runner::agents::{Agent, Failure, Session, Usage, Workplace};
use halfday_runner::price::Prices;
use halfday_runner::providers::{
    Anthropic, BaseUrl, Connection, Ollama, OpenAiChat, OpenAiResponses, Provider, Secret,
};
use halfday_runner::redact::Redactor;
use halfday_store::agents;
use serde::Deserialize;

use super::{MODEL, missing};

/// Before the name of a key in the environment.
const KEY: &str = "HALFDAY_KEY_";
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
    variable: Option<String>,
}

pub(super) fn model(config: Config) -> Result<Box<dyn Agent>, Failure> {
    let base = config.base_url.as_deref().unwrap_or(config.api.usual_base());
    let base = base.parse().map_err(|fault| missing(format!("base_url: {fault}")))?;
    if config.model.trim().is_empty() {
        return Err(missing("model"));
    }
    let variable = config.key.as_deref().map(variable_of).transpose()?;
    Ok(Box::new(Model { config, base, variable }))
}

/// The variable of a key's name. A name is short and plain, so that no key passes for one.
fn variable_of(name: &str) -> Result<String, Failure> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if name.is_empty() || name.len() > 24 || !name.chars().all(is_plain) {
        return Err(missing("key: a name of at most 24 letters, digits and _"));
    }
    Ok(format!("{KEY}{}", name.to_ascii_uppercase()))
}

impl Model {
    fn key(&self) -> Result<Option<Secret>, Failure> {
        let Some(variable) = &self.variable else { return Ok(None) };
        match std::env::var(variable) {
            Ok(key) if !key.trim().is_empty() => Ok(Some(Secret::new(&key))),
            Ok(_) | Err(_) => Err(Failure::new(FailureReason::Auth, format!("{variable}: not set"))),
        }
    }

    fn llm(&self) -> Result<Llm, Failure> {
        let key = self.key()?;
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
        Ok(Llm::new(provider, redactor, Limits::default()))
    }
}

impl Agent for Model {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        Box::pin(async move { self.llm()?.open(place).await })
    }
}

/// A cost worked out from what was used.
pub(crate) struct ComputedCost {
    /// Nano-dollars.
    pub(crate) nano: u64,
    /// Which prices: where they were read, and when.
    pub(crate) prices: String,
}

/// What `usage` costs by the price table; `None`: unknown. Programs tell their own cost, or are paid for
/// otherwise.
pub(crate) fn computed_cost(agent: &agents::Agent, usage: &Usage) -> Option<ComputedCost> {
    if agent.way != MODEL {
        return None;
    }
    let prices = Prices::built_in().ok()?;
    let price = prices.of(agent.config["model"].as_str()?)?;
    let as_of = price.as_of.map(|day| format!(" {day}")).unwrap_or_default();
    Some(ComputedCost { nano: price.cost_nano(usage)?, prices: format!("{}{as_of}", price.source) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_never_passes_for_its_name() {
        assert_eq!(variable_of("work").ok().as_deref(), Some("HALFDAY_KEY_WORK"));
        for text in ["", "sk-ant-0123", "AIzaSyA0123456789012345678901", "a b"] {
            assert!(variable_of(text).is_err(), "{text}");
        }
    }
}
