//! The table `agents`. An agent never changes: a new model is a new row.

use halfday_domain::id::AgentId;
use rusqlite::{Connection, Row};

use crate::Error;
use crate::sql::{id, json, maybe, rows, to_json};

/// Something that can work an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Agent {
    pub id: AgentId,
    pub name: String,
    /// How it is reached: `clipboard`, `scripted`, …
    pub way: String,
    pub family: String,
    pub model: String,
    /// What its way needs to reach it; never a secret.
    pub config: serde_json::Value,
    pub created_at: i64,
    /// Since when it is not offered any more.
    pub retired_at: Option<i64>,
}

const COLUMNS: &str = "id, name, way, family, model, config, created_at, retired_at";

fn read(row: &Row<'_>) -> rusqlite::Result<Agent> {
    Ok(Agent {
        id: id(row, "id")?,
        name: row.get("name")?,
        way: row.get("way")?,
        family: row.get("family")?,
        model: row.get("model")?,
        config: json(&row.get::<_, String>("config")?)?,
        created_at: row.get("created_at")?,
        retired_at: row.get("retired_at")?,
    })
}

pub fn insert(connection: &Connection, agent: &Agent) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO agents (id, name, way, family, model, config, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            agent.id.to_string(),
            &agent.name,
            &agent.way,
            &agent.family,
            &agent.model,
            to_json(&agent.config)?,
            agent.created_at,
        ),
    )?;
    Ok(())
}

/// The agent in use with this name.
pub fn by_name(connection: &Connection, name: &str) -> Result<Option<Agent>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM agents WHERE name = ?1 AND retired_at IS NULL");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([name], read))?)
}

/// The agent with this id, in use or not.
pub fn by_id(connection: &Connection, agent: AgentId) -> Result<Option<Agent>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM agents WHERE id = ?1");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([agent.to_string()], read))?)
}

/// The agents in use, oldest first.
pub fn in_use(connection: &Connection) -> Result<Vec<Agent>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM agents WHERE retired_at IS NULL ORDER BY created_at, name");
    rows(connection, &sql, [], read)
}

/// It is not offered any more; what it did stays.
pub fn retire(connection: &Connection, agent: AgentId, at: i64) -> Result<(), Error> {
    let sql = "UPDATE agents SET retired_at = ?2 WHERE id = ?1 AND retired_at IS NULL";
    let retired = connection.execute(sql, (agent.to_string(), at))?;
    if retired == 0 { Err(Error::ChangedMeanwhile { what: "agent" }) } else { Ok(()) }
}

/// How many items it has that are not finished.
pub fn unfinished_items(connection: &Connection, agent: AgentId) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM assignments s JOIN items i ON i.id = s.item_id
               WHERE s.agent_id = ?1 AND s.ended_at IS NULL AND i.deleted_at IS NULL
                   AND i.status NOT IN ('done', 'dropped')";
    Ok(connection.query_row(sql, [agent.to_string()], |row| row.get(0))?)
}
