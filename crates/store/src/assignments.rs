//! The tables `assignments` and `forecasts`: who has an item since when, and what was guessed before.

use halfday_domain::id::{AgentId, AssignmentId, ItemId};
use halfday_domain::plan::EstimateSource;
use rusqlite::{Connection, named_params};

use crate::Error;

/// A new assignment. Handed to AI, its estimate is frozen.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAssignment {
    pub id: AssignmentId,
    pub item_id: ItemId,
    /// `None`: the person.
    pub agent_id: Option<AgentId>,
    /// Why: a code (`chosen`, `imported`, …).
    pub reason: &'static str,
    pub frozen: Option<FrozenEstimate>,
    pub assigned_at: i64,
}

/// The estimate as it stood at the handover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrozenEstimate {
    pub minutes: Option<u32>,
    pub source: EstimateSource,
}

/// Stores an assignment that does not stand yet: `Change::Assign` opens it.
pub fn insert_ended(connection: &Connection, new: &NewAssignment) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO assignments (id, item_id, agent_id, reason, estimate_minutes, estimate_source,
                 frozen_at, assigned_at, ended_at)
             VALUES (:id, :item_id, :agent_id, :reason, :minutes, :source, :frozen_at, :at, :at)",
        )?
        .execute(named_params! {
            ":id": new.id.to_string(),
            ":item_id": new.item_id.to_string(),
            ":agent_id": new.agent_id.map(|agent| agent.to_string()),
            ":reason": new.reason,
            ":minutes": new.frozen.and_then(|frozen| frozen.minutes),
            ":source": new.frozen.map(|frozen| frozen.source.code()),
            ":frozen_at": new.frozen.map(|_| new.assigned_at),
            ":at": new.assigned_at,
        })?;
    Ok(())
}

/// A guess made before a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    pub assignment_id: AssignmentId,
    /// `person` or `app`.
    pub by: &'static str,
    /// The chance of right first time, if it was given as a number.
    pub p: Option<f64>,
    pub word: Option<&'static str>,
    pub minutes: Option<f64>,
    pub made_at: i64,
}

pub fn insert_forecast(connection: &Connection, forecast: &Forecast) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO forecasts (assignment_id, by, p, word, minutes, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            forecast.assignment_id.to_string(),
            forecast.by,
            forecast.p,
            forecast.word,
            forecast.minutes,
            forecast.made_at,
        ),
    )?;
    Ok(())
}
