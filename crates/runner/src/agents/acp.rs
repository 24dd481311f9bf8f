//! Agents that speak the Agent Client Protocol, version 1, over their standard input and output. The crate
//! that knows the protocol is used below this module only: it changes every other month.
//!
//! Files and leave asked of us are cooperation, not a boundary: an agent may write by itself. What holds it is
//! the sandbox around its program.

mod files;
mod permission;
mod session;
mod tokens;
mod turn;
mod watched;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::program::{Program, Walls};
use super::{Agent, Commands, Failure, Session, Workplace};

/// Over what its own settings say.
const OPENCODE_WITHOUT_COMMANDS: &str =
    r#"{"edit":"allow","bash":"deny","webfetch":"deny","websearch":"deny","external_directory":"deny"}"#;
const OPENCODE_ASKS: &str =
    r#"{"edit":"allow","bash":"ask","webfetch":"ask","websearch":"ask","external_directory":"deny"}"#;
/// How long an agent may take to say hello and to open a session.
const OPENING: Duration = Duration::from_mins(1);

/// What an agent has to be told before it starts, so that it asks before it does what it may not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Manners {
    /// It asks by itself.
    #[default]
    Plain,
    Goose,
    Opencode,
}

/// An agent on this computer that speaks the protocol.
#[derive(Clone)]
pub struct Acp {
    program: Program,
    manners: Manners,
    walls: Option<Arc<dyn Walls>>,
}

/// What an agent says of itself when it is greeted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Greeting {
    pub name: Option<String>,
    pub version: Option<String>,
    /// The model it would use, where it tells.
    pub model: Option<String>,
}

impl Acp {
    pub fn new(program: Program) -> Self {
        Self { program, manners: Manners::Plain, walls: None }
    }

    /// The same agent, in the file sandbox.
    #[must_use]
    pub fn within(self, walls: Arc<dyn Walls>) -> Self {
        Self { walls: Some(walls), ..self }
    }

    /// The same agent, told these manners.
    #[must_use]
    pub fn with_manners(self, manners: Manners) -> Self {
        Self { manners, ..self }
    }

    /// Starts the agent, opens a session in `place` and ends it again: whether it would work, and what it is.
    /// Nothing is asked of the AI.
    pub async fn greet(&self, place: &Workplace) -> Result<Greeting, Failure> {
        let opened = self.opened(place).await?;
        let greeting = opened.greeting().clone();
        Box::new(opened).close().await;
        Ok(greeting)
    }

    async fn opened(&self, place: &Workplace) -> Result<session::Opened, Failure> {
        let mut program = self.program.clone();
        program.environment.extend(self.manners.variables(&place.commands));
        session::open(&program, self.walls.as_deref(), place).await
    }
}

impl Manners {
    fn variables(self, commands: &Commands) -> Option<(String, String)> {
        let (name, value) = match (self, commands) {
            (Self::Plain, _) => return None,
            // It runs what it likes unless it is told to ask.
            (Self::Goose, _) => ("GOOSE_MODE", "approve"),
            (Self::Opencode, Commands::Off) => ("OPENCODE_PERMISSION", OPENCODE_WITHOUT_COMMANDS),
            (Self::Opencode, Commands::Asked { .. }) => ("OPENCODE_PERMISSION", OPENCODE_ASKS),
        };
        Some((name.to_owned(), value.to_owned()))
    }
}

impl Agent for Acp {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        Box::pin(async move {
            let opened = self.opened(place).await?;
            Ok(Box::new(opened) as Box<dyn Session>)
        })
    }
}
