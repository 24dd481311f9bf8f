//! The table `questions`: what an attempt asked the person, and the answer.

use halfday_domain::id::{AttemptId, ItemId, OwnerId, QuestionId};
use halfday_domain::item::WaitingFor;
use rusqlite::{Connection, Row};
use serde_json::Value;

use crate::Error;
use crate::sql::{code, id, json, maybe, rows, to_json};

/// A question of an attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    pub attempt_id: AttemptId,
    pub asked_at: i64,
    /// What the item waits for.
    pub why: WaitingFor,
    /// Words, an argv, or a code.
    pub body: Value,
    pub answered_at: Option<i64>,
    /// Words of the person, or a code.
    pub answer: Option<String>,
}

const COLUMNS: &str = "q.id, q.attempt_id, q.asked_at, q.kind, q.body, q.answered_at, q.answer";

fn read(row: &Row<'_>) -> rusqlite::Result<Question> {
    Ok(Question {
        id: id(row, "id")?,
        attempt_id: id(row, "attempt_id")?,
        asked_at: row.get("asked_at")?,
        why: code(row, "kind", WaitingFor::from_code)?,
        body: json(&row.get::<_, String>("body")?)?,
        answered_at: row.get("answered_at")?,
        answer: row.get("answer")?,
    })
}

pub fn insert(connection: &Connection, question: &Question) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO questions (id, attempt_id, asked_at, kind, body) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            question.id.to_string(),
            question.attempt_id.to_string(),
            question.asked_at,
            question.why.code(),
            to_json(&question.body)?,
        ))?;
    Ok(())
}

/// Answers an open question, once.
pub fn answer(connection: &Connection, question: QuestionId, answer: &str, at: i64) -> Result<(), Error> {
    let sql = "UPDATE questions SET answered_at = ?2, answer = ?3 WHERE id = ?1 AND answered_at IS NULL";
    let answered = connection.prepare_cached(sql)?.execute((question.to_string(), at, answer))?;
    if answered == 0 { Err(Error::ChangedMeanwhile { what: "question" }) } else { Ok(()) }
}

/// The question an item waits with: the latest open one of its open attempt.
pub fn open_of(connection: &Connection, item: ItemId) -> Result<Option<Question>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM questions q JOIN attempts a ON a.id = q.attempt_id
         WHERE a.item_id = ?1 AND a.purpose = 'work' AND a.ended_at IS NULL AND a.withdrawn_at IS NULL
             AND q.answered_at IS NULL ORDER BY q.asked_at DESC, q.id DESC LIMIT 1"
    );
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([item.to_string()], read))?)
}

/// What was answered to the open attempts of an owner.
pub fn answered_of(connection: &Connection, owner: OwnerId) -> Result<Vec<Question>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM questions q JOIN attempts a ON a.id = q.attempt_id
         WHERE a.owner_id = ?1 AND a.ended_at IS NULL AND q.answered_at IS NOT NULL ORDER BY q.answered_at"
    );
    rows(connection, &sql, [owner.to_string()], read)
}

/// All questions of an attempt, oldest first.
pub fn of_attempt(connection: &Connection, attempt: AttemptId) -> Result<Vec<Question>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM questions q WHERE q.attempt_id = ?1 ORDER BY q.asked_at, q.id");
    rows(connection, &sql, [attempt.to_string()], read)
}

/// The commands that were allowed for always in an item, each as its whole argv, since this time.
pub fn always_allowed(connection: &Connection, item: ItemId, since: i64) -> Result<Vec<Vec<String>>, Error> {
    let sql = "SELECT json_extract(q.body, '$.argv') AS argv FROM questions q
               JOIN attempts a ON a.id = q.attempt_id
               WHERE a.item_id = ?1 AND q.kind = 'permission' AND q.answer = 'allow_always'
                   AND q.answered_at >= ?2 AND json_type(q.body, '$.argv') = 'array'
               GROUP BY argv ORDER BY min(q.answered_at), argv";
    rows(connection, sql, (item.to_string(), since), |row| json(&row.get::<_, String>("argv")?))
}
