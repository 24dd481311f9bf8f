//! From the row of an agent to somebody who can work: one place that knows the ways.

mod model;
mod program;
mod risk;

use std::path::PathBuf;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use halfday_runner::agents::find::{FoundAgent, Known};
use halfday_runner::agents::program::Walls;
use halfday_runner::agents::scripted::{Script, Scripted};
use halfday_runner::agents::{self, Failure, Session, Workplace};
use halfday_runner::providers::OutputSchema;
use halfday_runner::sandbox::OwnWalls;
use halfday_runner::veil::SharedVeil;
use halfday_store::agents::Agent;
use halfday_store::jobs;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{App, Error};

pub(crate) use model::{key_of, priced_model};
use risk::PrivatePlaces;
pub(crate) use risk::Risk;

/// The way of the tests' simulated agent.
pub(crate) const SCRIPTED: &str = "scripted";
/// A program that speaks the Agent Client Protocol.
const ACP: &str = "acp";
/// `claude`, by its lines of JSON.
const CLAUDE: &str = "claude";
/// `codex`, by its lines of JSON.
const CODEX: &str = "codex";
/// A model API, with tools of our own.
const MODEL: &str = "model";

/// The agent behind a row. One that cannot be reached says why when it is asked to begin.
pub(crate) fn reach(agent: &Agent, app: &App, veil: Option<&SharedVeil>) -> Box<dyn agents::Agent> {
    match reached(&agent.way, &agent.config, app, veil) {
        Ok(reached) => reached,
        Err(failure) => Box::new(OutOfReach(failure)),
    }
}

/// The agent behind a row, to be asked for an answer in a form instead of for work: a model API is held to the form,
/// the others are told of it in words.
pub(crate) fn reach_to_ask(agent: &Agent, app: &App, form: OutputSchema) -> Box<dyn agents::Agent> {
    if agent.way != MODEL {
        return reach(agent, app, None);
    }
    match read(&agent.config).and_then(|config| model::asked(config, app, form)) {
        Ok(reached) => reached,
        Err(failure) => Box::new(OutOfReach(failure)),
    }
}

/// Whether it writes files: then its answer may be one.
pub(crate) fn writes_files(agent: &Agent) -> bool {
    agent.way != MODEL
}

/// Refuses what no agent could be made of, and what the person has not agreed to.
pub(crate) fn prove(way: &str, config: &Value, app: &App) -> Result<(), Error> {
    if is_program(way) && config["network"] != true {
        return Err(Error::AgentNeedsNetwork);
    }
    if is_program(way) {
        let folders = app.store.read(|connection| Ok::<_, Error>(jobs::all(connection)?))?;
        let folders = folders.into_iter().filter_map(|job| job.workspace).map(PathBuf::from);
        let places = PrivatePlaces::of_person(folders.chain([app.folder().to_owned()]));
        refuse_risk(config, &places)?;
    }
    match reached(way, config, app, None) {
        Ok(_) => Ok(()),
        Err(failure) => Err(Error::AgentUnusable { why: failure.detail }),
    }
}

/// Refuses an agent to which the folder of another job of the person would be open.
pub(crate) fn prove_for(agent: &Agent, workspaces: impl IntoIterator<Item = PathBuf>) -> Result<(), Error> {
    if is_program(&agent.way) { refuse_risk(&agent.config, &PrivatePlaces::only(workspaces)) } else { Ok(()) }
}

fn refuse_risk(config: &Value, places: &PrivatePlaces) -> Result<(), Error> {
    // One that cannot be read is refused for that.
    let Ok(config) = read::<program::Config>(config) else { return Ok(()) };
    match config.risk(places) {
        Some(risk) => Err(Error::AgentRisky { risk }),
        None => Ok(()),
    }
}

/// A program that can tell about itself without a session, and the person's home folder. Nobody is asked.
pub(crate) fn known_program(agent: &Agent) -> Option<Result<(FoundAgent, PathBuf), Failure>> {
    let known = match agent.way.as_str() {
        CLAUDE => Known::Claude,
        CODEX => Known::Codex,
        _ => return None,
    };
    Some(read(&agent.config).and_then(|config: program::Config| config.found(known)))
}

/// Whether what it writes comes into its folder with the names back: our own tools carry it out.
pub(crate) fn writes_names(agent: &Agent) -> bool {
    agent.way == MODEL
}

/// Whether it is a program of this computer: it reaches the network, and reads files past the name veil.
pub(crate) fn is_program(way: &str) -> bool {
    matches!(way, ACP | CLAUDE | CODEX)
}

/// The fence every agent's program is behind.
pub(crate) fn walls() -> Arc<dyn Walls> {
    Arc::new(OwnWalls)
}

fn reached(
    way: &str,
    config: &Value,
    app: &App,
    veil: Option<&SharedVeil>,
) -> Result<Box<dyn agents::Agent>, Failure> {
    match way {
        SCRIPTED => {
            let script: Script = read(&config.get("script").cloned().unwrap_or_default())?;
            Ok(Box::new(Scripted::new(script)))
        }
        ACP => program::acp(&read(config)?),
        CLAUDE => program::claude(&read(config)?),
        CODEX => program::codex(&read(config)?),
        MODEL => model::model(read(config)?, app, veil),
        _ => Err(missing(way)),
    }
}

fn read<T: DeserializeOwned>(config: &Value) -> Result<T, Failure> {
    T::deserialize(config).map_err(|source| missing(source.to_string()))
}

/// It is the set-up that has to change.
fn missing(detail: impl Into<String>) -> Failure {
    Failure::new(FailureReason::AgentMissing, detail)
}

struct OutOfReach(Failure);

impl agents::Agent for OutOfReach {
    fn open<'a>(&'a self, _: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        let failure = self.0.clone();
        Box::pin(async move { Err(failure) })
    }
}
