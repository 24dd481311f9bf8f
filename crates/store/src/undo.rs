//! The table `undo`: one log for window and terminal, 200 steps, kept over restarts.

use halfday_domain::change::Change;
use halfday_domain::id::{ItemId, JobId};
use rusqlite::{Connection, Row, named_params};

use crate::Error;
use crate::sql::{id_or_none, json, maybe, to_json};

/// How many steps are kept.
pub const STEPS: i64 = 200;

/// A command that can be undone or redone.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub seq: i64,
    /// The command's code.
    pub command: String,
    pub job_id: Option<JobId>,
    pub item_id: Option<ItemId>,
    /// How many items it was about.
    pub count: u32,
    /// What to do: the way back for an undo, the way again for a redo.
    pub changes: Vec<Change>,
}

fn read(row: &Row<'_>, column: &str) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get("seq")?,
        command: row.get("command")?,
        job_id: id_or_none(row, "job_id")?,
        item_id: id_or_none(row, "item_id")?,
        count: row.get("count")?,
        changes: json(&row.get::<_, String>(column)?)?,
    })
}

/// Remembers how to take a command back; the oldest step beyond the two hundredth is forgotten.
pub fn insert(connection: &Connection, at: i64, entry: &Entry) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO undo (at, command, job_id, item_id, count, back)
             VALUES (:at, :command, :job, :item, :count, :back)",
        )?
        .execute(named_params! {
            ":at": at,
            ":command": entry.command,
            ":job": entry.job_id.map(|job| job.to_string()),
            ":item": entry.item_id.map(|item| item.to_string()),
            ":count": entry.count,
            ":back": to_json(&entry.changes)?,
        })?;
    connection
        .prepare_cached("DELETE FROM undo WHERE seq <= (SELECT max(seq) FROM undo) - ?1")?
        .execute([STEPS])?;
    Ok(())
}

/// The command that an undo takes back: the latest that stands.
pub fn next_back(connection: &Connection) -> Result<Option<Entry>, Error> {
    let sql = "SELECT seq, command, job_id, item_id, count, back FROM undo WHERE undone_at IS NULL
               ORDER BY seq DESC LIMIT 1";
    Ok(maybe(connection.query_row(sql, [], |row| read(row, "back")))?)
}

/// The command that a redo does again: the first undone one after the latest that stands.
pub fn next_again(connection: &Connection) -> Result<Option<Entry>, Error> {
    let sql = "SELECT seq, command, job_id, item_id, count, again FROM undo
               WHERE undone_at IS NOT NULL
                 AND seq > coalesce((SELECT max(seq) FROM undo WHERE undone_at IS NULL), 0)
               ORDER BY seq LIMIT 1";
    Ok(maybe(connection.query_row(sql, [], |row| read(row, "again")))?)
}

/// The entry was undone; `again` does it again.
pub fn set_undone(connection: &Connection, seq: i64, again: &[Change], at: i64) -> Result<(), Error> {
    connection
        .execute("UPDATE undo SET undone_at = ?2, again = ?3 WHERE seq = ?1", (seq, at, to_json(&again)?))?;
    Ok(())
}

/// The entry was done again; `back` takes it back.
pub fn set_redone(connection: &Connection, seq: i64, back: &[Change]) -> Result<(), Error> {
    connection.execute(
        "UPDATE undo SET undone_at = NULL, again = NULL, back = ?2 WHERE seq = ?1",
        (seq, to_json(&back)?),
    )?;
    Ok(())
}
