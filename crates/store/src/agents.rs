//! The table `agents`. An agent never changes: a new model is a new row.

use halfday_domain::id::AgentId;
use rusqlite::Connection;

use crate::Error;
use crate::sql::{id, maybe};

/// Something that can work an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    pub id: AgentId,
    pub name: String,
    /// How it is reached: `clipboard`, …
    pub way: String,
    pub family: String,
    pub model: String,
}

pub fn insert(connection: &Connection, agent: &Agent, at: i64) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO agents (id, name, way, family, model, config, created_at) VALUES (?1, ?2, ?3, ?4, ?5, '{}', ?6)",
        (agent.id.to_string(), &agent.name, &agent.way, &agent.family, &agent.model, at),
    )?;
    Ok(())
}

/// The agent in use with this name.
pub fn by_name(connection: &Connection, name: &str) -> Result<Option<Agent>, Error> {
    let sql = "SELECT id, name, way, family, model FROM agents WHERE name = ?1 AND retired_at IS NULL";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([name], |row| {
        Ok(Agent {
            id: id(row, "id")?,
            name: row.get("name")?,
            way: row.get("way")?,
            family: row.get("family")?,
            model: row.get("model")?,
        })
    }))?)
}
