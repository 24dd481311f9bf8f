//! The table `events`: in what order things happened. Codes and ids, no text of the person.

use halfday_domain::event::{Actor, EventKind, Origin};
use halfday_domain::id::{ItemId, JobId};
use rusqlite::Connection;

use crate::Error;
use crate::sql::{code, id_or_none, rows, to_json};

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    pub at: i64,
    pub origin: Origin,
    pub actor: Actor,
    pub kind: EventKind,
    pub job_id: Option<JobId>,
    pub item_id: Option<ItemId>,
    /// Codes and ids.
    pub data: serde_json::Value,
}

/// Something that happened, with its place in the order.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub seq: i64,
    pub at: i64,
    pub origin: Origin,
    pub actor: Actor,
    pub kind: EventKind,
    pub job_id: Option<JobId>,
    pub item_id: Option<ItemId>,
    pub data: serde_json::Value,
    /// `12` or `12.3`, for reading.
    pub reference: Option<String>,
    /// What the item is called, or the job.
    pub title: Option<String>,
}

pub fn insert(connection: &Connection, event: &NewEvent) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO events (at, origin, actor, kind, job_id, item_id, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((
            event.at,
            event.origin.code(),
            event.actor.code(),
            event.kind.code(),
            event.job_id.map(|job| job.to_string()),
            event.item_id.map(|item| item.to_string()),
            to_json(&event.data)?,
        ))?;
    Ok(())
}

/// The number of the last event; 0 before the first.
pub fn last_seq(connection: &Connection) -> Result<i64, Error> {
    let mut last = connection.prepare_cached("SELECT coalesce(max(seq), 0) FROM events")?;
    Ok(last.query_row([], |row| row.get(0))?)
}

/// The latest events, newest first, older than `before_seq` and of one item if given.
pub fn latest(
    connection: &Connection,
    limit: u32,
    before_seq: Option<i64>,
    item: Option<ItemId>,
) -> Result<Vec<Event>, Error> {
    let sql = "SELECT e.seq, e.at, e.origin, e.actor, e.kind, e.job_id, e.item_id, e.data,
                      CASE WHEN i.number IS NULL THEN j.number ELSE j.number || '.' || i.number END AS reference,
                      coalesce(i.title, j.title) AS title
               FROM events e
               LEFT JOIN items i ON i.id = e.item_id
               LEFT JOIN jobs j ON j.id = coalesce(e.job_id, i.job_id)
               WHERE e.seq < ?1 AND (?3 IS NULL OR e.item_id = ?3) ORDER BY e.seq DESC LIMIT ?2";
    let item = item.map(|item| item.to_string());
    rows(connection, sql, (before_seq.unwrap_or(i64::MAX), limit, item), |row| {
        Ok(Event {
            seq: row.get("seq")?,
            at: row.get("at")?,
            origin: code(row, "origin", Origin::from_code)?,
            actor: code(row, "actor", Actor::from_code)?,
            kind: code(row, "kind", EventKind::from_code)?,
            job_id: id_or_none(row, "job_id")?,
            item_id: id_or_none(row, "item_id")?,
            data: crate::sql::json(&row.get::<_, String>("data")?)?,
            reference: row.get::<_, Option<rusqlite::types::Value>>("reference")?.map(|value| match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                rusqlite::types::Value::Null
                | rusqlite::types::Value::Real(_)
                | rusqlite::types::Value::Blob(_) => String::new(),
            }),
            title: row.get("title")?,
        })
    })
}
