//! The way *model API*: our own tool loop over a [`Provider`]. The model sees the brief, calls tools that
//! work in the staging folder, and says when it has finished; every step is reported and judged by rule.

mod names;
mod nudge;
mod prompt;
mod shaped;
mod steps;
mod turn;
mod watch;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;

use super::{Agent, Commands, Failure, Finish, Line, Session, Workplace};
use crate::providers::{Message, Patience, Provider, Request};
use crate::redact::Redactor;
use crate::tools::{Allowed, CommandRunner, Folder, specs};
use crate::veil::SharedVeil;
use prompt::Fence;
pub use shaped::Shaped;
use turn::Turn;
use watch::Watch;

/// How far a model may go in one turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most tokens of one reply.
    pub max_tokens: u32,
    /// The most calls of the model; then it is `never_finishes`.
    pub most_calls: u32,
    /// The most steps in a row that did not work; then it is `no_progress`.
    pub most_failing: u32,
    /// The most steps in a row after which no file is another; then it is `no_progress`.
    pub most_idle: u32,
    /// How long a provider that cannot serve is waited for.
    pub patience: Patience,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_tokens: 16_384,
            most_calls: 80,
            most_failing: 8,
            most_idle: 60,
            patience: Patience::default(),
        }
    }
}

/// A model that works through our tools.
#[derive(Clone)]
pub struct Llm {
    provider: Arc<dyn Provider>,
    redactor: Redactor,
    limits: Limits,
    commands: Option<Arc<dyn CommandRunner>>,
    veil: Option<SharedVeil>,
}

impl Llm {
    /// A model that gets no commands. What `redactor` knows is hidden from it and from every report.
    pub fn new(provider: Arc<dyn Provider>, redactor: Redactor, limits: Limits) -> Self {
        Self { provider, redactor, limits, commands: None, veil: None }
    }

    /// The same model, with commands where the workplace allows them.
    pub fn with_commands(mut self, commands: Arc<dyn CommandRunner>) -> Self {
        self.commands = Some(commands);
        self
    }

    /// The same model behind the veil the brief went out behind; `None`: the person has switched it off.
    pub fn with_veil(mut self, veil: Option<SharedVeil>) -> Self {
        self.veil = veil;
        self
    }
}

impl Agent for Llm {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        Box::pin(async move {
            let folder = Folder::open(&place.folder)
                .map_err(|error| Failure::new(FailureReason::WorkspaceMissing, error.to_string()))?;
            let commands = match &place.commands {
                Commands::Off => None,
                Commands::Asked { .. } => self.commands.clone(),
            };
            let allowed = if commands.is_some() { Allowed::Yes } else { Allowed::No };
            let fence = Fence::new();
            let request = Request {
                system: prompt::system(&fence),
                tools: specs(allowed),
                max_tokens: self.limits.max_tokens,
                ..Request::default()
            };
            let conversation = Conversation {
                provider: Arc::clone(&self.provider),
                redactor: self.redactor.clone(),
                limits: self.limits,
                commands,
                veil: self.veil.clone(),
                place: place.clone(),
                folder: Arc::new(folder),
                fence,
                request,
                plan: None,
                watch: Watch::new(self.limits),
                turns: 0,
            };
            Ok(Box::new(conversation) as Box<dyn Session>)
        })
    }
}

/// One attempt's conversation.
struct Conversation {
    provider: Arc<dyn Provider>,
    redactor: Redactor,
    limits: Limits,
    commands: Option<Arc<dyn CommandRunner>>,
    veil: Option<SharedVeil>,
    place: Workplace,
    folder: Arc<Folder>,
    fence: Fence,
    request: Request,
    /// What the model said it would do, before it looked at anything. Never another.
    plan: Option<String>,
    watch: Watch,
    turns: u32,
}

impl Session for Conversation {
    fn turn<'a>(&'a mut self, message: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>> {
        Box::pin(async move {
            self.turns += 1;
            let message = self.redactor.clean(message);
            self.request.messages.push(Message::Ours(message));
            Turn::of(self).work(line).await
        })
    }

    fn close(self: Box<Self>) -> BoxFuture<'static, ()> {
        // Calls end with their turn; nothing runs between turns.
        Box::pin(async {})
    }
}
