//! The tables `steps`, `acts` and `checkpoints`: what the agent did, what the driver did, and how the
//! folder was in between.

use halfday_domain::id::AttemptId;
use rusqlite::{Connection, Row};
use serde_json::Value;

use crate::Error;
use crate::sql::{json, maybe, rows, to_json};

/// Something the agent did.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub seq: u32,
    pub at: i64,
    pub kind: String,
    /// What it was about, whether it worked, what speaks for its score.
    pub data: Value,
    pub score: Option<f64>,
}

/// Keeps a step; its number counts from 1.
pub fn insert(
    connection: &Connection,
    attempt: AttemptId,
    kind: &str,
    data: &Value,
    score: Option<f64>,
    at: i64,
) -> Result<u32, Error> {
    let sql = "INSERT INTO steps (attempt_id, seq, at, kind, data, score)
               VALUES (?1, (SELECT count(*) + 1 FROM steps WHERE attempt_id = ?1), ?2, ?3, ?4, ?5)
               RETURNING seq";
    let row = (attempt.to_string(), at, kind, to_json(data)?, score);
    Ok(connection.prepare_cached(sql)?.query_row(row, |row| row.get(0))?)
}

/// The steps of an attempt in their order.
pub fn of_attempt(connection: &Connection, attempt: AttemptId) -> Result<Vec<Step>, Error> {
    let sql = "SELECT seq, at, kind, data, score FROM steps WHERE attempt_id = ?1 ORDER BY seq";
    rows(connection, sql, [attempt.to_string()], step)
}

/// The latest step of an attempt.
pub fn last(connection: &Connection, attempt: AttemptId) -> Result<Option<Step>, Error> {
    let sql = "SELECT seq, at, kind, data, score FROM steps WHERE attempt_id = ?1 ORDER BY seq DESC LIMIT 1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([attempt.to_string()], step))?)
}

/// The latest of one kind.
pub fn last_of_kind(connection: &Connection, attempt: AttemptId, kind: &str) -> Result<Option<Step>, Error> {
    let sql = "SELECT seq, at, kind, data, score FROM steps WHERE attempt_id = ?1 AND kind = ?2
               ORDER BY seq DESC LIMIT 1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row((attempt.to_string(), kind), step))?)
}

fn step(row: &Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        seq: row.get("seq")?,
        at: row.get("at")?,
        kind: row.get("kind")?,
        data: json(&row.get::<_, String>("data")?)?,
        score: row.get("score")?,
    })
}

/// The driver is about to do something.
pub fn begin_act(connection: &Connection, attempt: AttemptId, kind: &str, at: i64) -> Result<u32, Error> {
    let sql = "INSERT INTO acts (attempt_id, seq, kind, began_at)
               VALUES (?1, (SELECT count(*) + 1 FROM acts WHERE attempt_id = ?1), ?2, ?3) RETURNING seq";
    Ok(connection.prepare_cached(sql)?.query_row((attempt.to_string(), kind, at), |row| row.get(0))?)
}

/// What came of it.
pub fn end_act(
    connection: &Connection,
    attempt: AttemptId,
    seq: u32,
    result: &str,
    at: i64,
) -> Result<(), Error> {
    let sql = "UPDATE acts SET ended_at = ?3, result = ?4
               WHERE attempt_id = ?1 AND seq = ?2 AND ended_at IS NULL";
    let ended = connection.prepare_cached(sql)?.execute((attempt.to_string(), seq, at, result))?;
    if ended == 0 { Err(Error::ChangedMeanwhile { what: "act" }) } else { Ok(()) }
}

/// How the folder of an attempt was when it was looked at last; nothing, if it died before that.
pub fn last_checkpoint(connection: &Connection, attempt: AttemptId) -> Result<Option<String>, Error> {
    let sql = "SELECT manifest FROM checkpoints WHERE attempt_id = ?1 ORDER BY seq DESC LIMIT 1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([attempt.to_string()], |row| row.get(0)))?)
}
