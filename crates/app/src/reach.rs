//! From the row of an agent to somebody who can work: one place that knows the ways.

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use halfday_runner::agents::scripted::{Script, Scripted};
use halfday_runner::agents::{self, Failure, Session, Workplace};
use halfday_store::agents::Agent;
use serde_json::Value;

use crate::Error;

/// The way of the tests' simulated agent.
pub(crate) const SCRIPTED: &str = "scripted";

/// The agent behind a row. One that cannot be reached says why when it is asked to begin.
pub(crate) fn reach(agent: &Agent) -> Box<dyn agents::Agent> {
    match reached(&agent.way, &agent.config) {
        Ok(reached) => reached,
        Err(failure) => Box::new(OutOfReach(failure)),
    }
}

/// Refuses what no agent could be made of.
pub(crate) fn prove(way: &str, config: &Value) -> Result<(), Error> {
    match reached(way, config) {
        Ok(_) => Ok(()),
        Err(failure) => Err(Error::AgentUnusable { why: failure.detail }),
    }
}

fn reached(way: &str, config: &Value) -> Result<Box<dyn agents::Agent>, Failure> {
    let broken = |detail: String| Failure::new(FailureReason::AgentMissing, detail);
    match way {
        SCRIPTED => {
            let script: Script = serde_json::from_value(config.get("script").cloned().unwrap_or_default())
                .map_err(|source| broken(source.to_string()))?;
            Ok(Box::new(Scripted::new(script)))
        }
        _ => Err(broken(way.to_owned())),
    }
}

struct OutOfReach(Failure);

impl agents::Agent for OutOfReach {
    fn open<'a>(&'a self, _: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        let failure = self.0.clone();
        Box::pin(async move { Err(failure) })
    }
}
