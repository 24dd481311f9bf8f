//! The tables `assignments` and `forecasts`: who has an item since when, and what was guessed before.

use halfday_domain::forecast::{ForecastBy, GuessWord};
use halfday_domain::id::{AgentId, AssignmentId, ItemId};
use halfday_domain::plan::EstimateSource;
use rusqlite::{Connection, named_params};

use crate::Error;
use crate::sql::{code, code_or_none, id, maybe, rows};

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

/// The open assignment beside the person's own work.
pub fn open_shadow(connection: &Connection, item: ItemId) -> Result<Option<AssignmentId>, Error> {
    let sql = "SELECT id FROM assignments WHERE item_id = ?1 AND mode = 'shadow' AND ended_at IS NULL";
    Ok(maybe(connection.query_row(sql, [item.to_string()], |row| id(row, "id")))?)
}

/// An assignment that does not stand yet is one beside the person's own work.
pub fn make_shadow(connection: &Connection, assignment: AssignmentId) -> Result<(), Error> {
    let sql = "UPDATE assignments SET mode = 'shadow' WHERE id = ?1 AND ended_at IS NOT NULL";
    connection.execute(sql, [assignment.to_string()])?;
    Ok(())
}

/// An assignment that does not stand is a bench's: its runs say what there is to do.
pub fn make_bench(connection: &Connection, assignment: AssignmentId) -> Result<(), Error> {
    let sql = "UPDATE assignments SET mode = 'bench' WHERE id = ?1 AND ended_at IS NOT NULL";
    connection.execute(sql, [assignment.to_string()])?;
    Ok(())
}

/// Chance decided it, with this probability.
pub fn set_drawn(connection: &Connection, assignment: AssignmentId, probability: f64) -> Result<(), Error> {
    let sql = "UPDATE assignments SET draw_probability = ?2 WHERE id = ?1";
    connection.execute(sql, (assignment.to_string(), probability))?;
    Ok(())
}

/// What was expected of a handover before it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    pub assignment_id: AssignmentId,
    pub by: ForecastBy,
    /// The chance of right first time, if it was given as a number.
    pub p: Option<f64>,
    pub word: Option<GuessWord>,
    /// What the chance rests on: right first time, of so many judged.
    pub right: Option<u32>,
    pub tries: Option<u32>,
    /// Minutes of the person.
    pub minutes: Option<f64>,
    pub made_at: i64,
}

pub fn insert_forecast(connection: &Connection, forecast: &Forecast) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO forecasts (assignment_id, by, p, word, right_count, tries, minutes, made_at)
             VALUES (:assignment_id, :by, :p, :word, :right, :tries, :minutes, :made_at)",
        )?
        .execute(named_params! {
            ":assignment_id": forecast.assignment_id.to_string(),
            ":by": forecast.by.code(),
            ":p": forecast.p,
            ":word": forecast.word.map(GuessWord::code),
            ":right": forecast.right,
            ":tries": forecast.tries,
            ":minutes": forecast.minutes,
            ":made_at": forecast.made_at,
        })?;
    Ok(())
}

/// What was expected of an assignment.
pub fn forecasts(connection: &Connection, assignment: AssignmentId) -> Result<Vec<Forecast>, Error> {
    let sql = "SELECT assignment_id, by, p, word, right_count, tries, minutes, made_at FROM forecasts
               WHERE assignment_id = ?1 ORDER BY by";
    rows(connection, sql, [assignment.to_string()], |row| {
        Ok(Forecast {
            assignment_id: id(row, "assignment_id")?,
            by: code(row, "by", ForecastBy::from_code)?,
            p: row.get("p")?,
            word: code_or_none(row, "word", GuessWord::from_code)?,
            right: row.get("right_count")?,
            tries: row.get("tries")?,
            minutes: row.get("minutes")?,
            made_at: row.get("made_at")?,
        })
    })
}
