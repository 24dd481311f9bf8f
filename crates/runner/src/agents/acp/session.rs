//! A session with an agent: its program, the connection to it, and what is remembered from turn to turn.

use std::future::pending;

use agent_client_protocol::v1::ConnectionTo;
use agent_client_protocol::v1::schema::{
    InitializeResponse, NewSessionRequest, NewSessionResponse, SessionConfigKind, SessionConfigOption,
    SessionConfigOptionCategory, SessionId,
};
use agent_client_protocol::{
    Agent, Error, ErrorCode, is_connection_terminated, is_incoming_transport_closed,
};
use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use serde_json::Value;
use tokio::time::timeout;

use super::files::Files;
use super::tokens::Tokens;
use super::wire::{self, Wire};
use super::{Greeting, OPENING, turn};
use crate::agents::program::{self, Program, Walls};
use crate::agents::words::failure_in;
use crate::agents::{Failure, Finish, Line, Session, Workplace};
use crate::process::Process;

/// The longest message we take from an agent, in bytes: a file goes through one whole.
const LONGEST_LINE: usize = 32 * 1024 * 1024;

/// An open session.
pub(super) struct Opened {
    /// Until it has been ended.
    pub(super) process: Option<Process>,
    pub(super) wire: Wire,
    pub(super) id: SessionId,
    pub(super) files: Files,
    pub(super) place: Workplace,
    pub(super) tokens: Tokens,
    /// What the person allowed for good in this item.
    pub(super) remembered: Vec<Vec<String>>,
    greeting: Greeting,
}

/// Starts the agent and opens a session in `place`.
pub(super) async fn open(
    program: &Program,
    walls: Option<&dyn Walls>,
    place: &Workplace,
) -> Result<Opened, Failure> {
    let no_folder =
        |source| Failure::new(FailureReason::WorkspaceMissing, format!("the working folder: {source}"));
    let files = Files::in_folder(&place.folder).map_err(no_folder)?;
    let mut process = program.start(&place.folder, &[], walls)?;
    let (Some(stdin), Some(lines)) = (process.take_stdin(), process.take_lines(LONGEST_LINE)) else {
        return Err(Failure::new(FailureReason::AgentExited, "its streams are taken"));
    };
    let Some(mut wire) = wire::connect(stdin, lines).await else {
        return Err(program::exited(&mut process).await);
    };
    let begun = {
        let Wire { connection, events, .. } = &mut wire;
        // Nothing of a session that is not open yet is for us, but it must not hold up what is.
        let aside = async {
            while events.recv().await.is_some() {}
            pending::<()>().await;
        };
        tokio::select! {
            begun = timeout(OPENING, begin(connection, place)) => begun,
            () = aside => return Err(Failure::new(FailureReason::AgentExited, "the connection closed")),
        }
    };
    let failure = match begun {
        Ok(Ok((id, greeting))) => {
            let (tokens, remembered, place) = (Tokens::default(), vec![], place.clone());
            return Ok(Opened {
                process: Some(process),
                wire,
                id,
                files,
                place,
                tokens,
                remembered,
                greeting,
            });
        }
        Ok(Err(Begun::Failed(error))) => match failed(&mut process, &error).await {
            // Nothing was asked of it yet, so what it says last is about its set-up.
            exited if exited.reason == FailureReason::AgentExited => {
                failure_in(&exited.detail, exited.reason)
            }
            known => known,
        },
        // What is there is no agent we could speak with.
        Ok(Err(Begun::SpeaksOtherwise(error))) => Failure::new(FailureReason::AgentMissing, error.message),
        Err(_) => {
            let said = program::last_lines(&process.stderr());
            Failure::new(FailureReason::Timeout, format!("no answer for {} s · {said}", OPENING.as_secs()))
        }
    };
    drop(wire);
    // Why it did not open is what is told; a program that does not end either is killed when it is dropped.
    let _ = process.end().await;
    Err(failure)
}

/// Why an error of the protocol ended something.
pub(super) async fn failed(process: &mut Process, error: &Error) -> Failure {
    if is_connection_terminated(error) || is_incoming_transport_closed(error) {
        return program::exited(process).await;
    }
    let text = told(error);
    if error.code == ErrorCode::AUTH_REQUIRED {
        return Failure::new(FailureReason::NotSignedIn, text);
    }
    failure_in(&text, FailureReason::AgentExited)
}

impl Opened {
    pub(super) const fn greeting(&self) -> &Greeting {
        &self.greeting
    }
}

impl Session for Opened {
    fn turn<'a>(&'a mut self, message: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>> {
        Box::pin(turn::turn(self, message, line))
    }

    fn close(self: Box<Self>) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            let Self { process, wire, .. } = *self;
            drop(wire);
            if let Some(process) = process {
                // Nobody is left to be told that it does not end.
                let _ = process.end().await;
            }
        })
    }
}

/// Why a session was not begun.
enum Begun {
    Failed(Error),
    /// Another version of the protocol.
    SpeaksOtherwise(Error),
}

impl From<Error> for Begun {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

async fn begin(connection: &ConnectionTo<Agent>, place: &Workplace) -> Result<(SessionId, Greeting), Begun> {
    let hello = wire::greet(connection).await.map_err(|error| match error.code {
        ErrorCode::INVALID_REQUEST => Begun::SpeaksOtherwise(error),
        _ => Begun::Failed(error),
    })?;
    let session = connection.send_request(NewSessionRequest::new(&place.folder)).block_task().await?;
    let greeting = greeting(&hello, &session);
    Ok((session.session_id, greeting))
}

fn greeting(hello: &InitializeResponse, session: &NewSessionResponse) -> Greeting {
    let info = hello.agent_info.as_ref();
    let name = info.map(|info| info.title.clone().unwrap_or_else(|| info.name.clone()));
    let model = |option: &SessionConfigOption| match &option.kind {
        SessionConfigKind::Select(select) if option.category == Some(SessionConfigOptionCategory::Model) => {
            Some(select.current_value.to_string())
        }
        _ => None,
    };
    let model = session.config_options.iter().flatten().find_map(model);
    Greeting { name, version: info.map(|info| info.version.clone()), model }
}

/// What an error says, with what its data adds.
fn told(error: &Error) -> String {
    let more = error.data.as_ref().map(|data| {
        let named = ["details", "message", "error"].iter().find_map(|name| data.get(name)).unwrap_or(data);
        match named {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    });
    match more {
        Some(more) if more != error.message => format!("{}: {more}", error.message),
        _ => error.message.clone(),
    }
}
