//! The table `attempts`: one try each, numbered, closed once.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::id::{AssignmentId, AttemptId, ItemId, JobId};
use halfday_domain::review::{Rejection, VerdictCode};
use rusqlite::{Connection, Row, named_params};

use crate::Error;
use crate::sql::{code_or_none, id, maybe, rows};

/// An attempt with its standing verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    pub id: AttemptId,
    pub item_id: ItemId,
    pub assignment_id: AssignmentId,
    pub number: u32,
    pub agent: String,
    pub nonce: Option<String>,
    /// The hash of what its brief said of the item.
    pub asked: Option<String>,
    pub started_at: i64,
    pub ended_at: Option<i64>,
    pub outcome: Option<Outcome>,
    /// A code that says more than the reason: the rejection of a *no good*.
    pub detail: Option<String>,
    pub chat_rounds: Option<u32>,
    pub steps: u32,
    pub tokens_in: Option<i64>,
    pub tokens_out: Option<i64>,
    pub reported_cost_nano: Option<i64>,
    pub computed_cost_nano: Option<i64>,
    pub verdict: Option<VerdictCode>,
    pub rejection: Option<Rejection>,
    pub first_wrong_step: Option<u32>,
    pub note: Option<String>,
    pub withdrawn_at: Option<i64>,
}

/// A clipboard attempt that begins: its brief was copied.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAttempt {
    pub id: AttemptId,
    pub item_id: ItemId,
    pub assignment_id: AssignmentId,
    pub number: u32,
    pub nonce: Option<String>,
    pub brief: Option<String>,
    /// The hash of what the brief says of the item.
    pub asked: Option<String>,
    /// JSON of the stand-ins.
    pub veil: Option<String>,
    pub started_at: i64,
}

const SELECT: &str =
    "SELECT a.id, a.item_id, a.assignment_id, a.number, coalesce(g.name, '') AS agent, a.nonce, a.asked,
       a.started_at, a.ended_at, a.outcome, a.reason, a.detail, a.chat_rounds,
       (SELECT count(*) FROM steps t WHERE t.attempt_id = a.id AND t.kind NOT IN ('finish', 'refused')) AS steps,
       a.tokens_in, a.tokens_out, a.reported_cost_nano, a.computed_cost_nano, a.withdrawn_at,
       r.verdict, r.reason AS rejection, r.first_wrong_step, r.note
FROM attempts a
JOIN assignments s ON s.id = a.assignment_id
LEFT JOIN agents g ON g.id = s.agent_id
LEFT JOIN reviews r ON r.attempt_id = a.id AND r.withdrawn_at IS NULL";

fn read(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    let reason: Option<String> = row.get("reason")?;
    Ok(Attempt {
        id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        assignment_id: id(row, "assignment_id")?,
        number: row.get("number")?,
        agent: row.get("agent")?,
        nonce: row.get("nonce")?,
        asked: row.get("asked")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        outcome: code_or_none(row, "outcome", |text| Outcome::from_codes(text, reason.as_deref()))?,
        detail: row.get("detail")?,
        chat_rounds: row.get("chat_rounds")?,
        steps: row.get("steps")?,
        tokens_in: row.get("tokens_in")?,
        tokens_out: row.get("tokens_out")?,
        reported_cost_nano: row.get("reported_cost_nano")?,
        computed_cost_nano: row.get("computed_cost_nano")?,
        verdict: code_or_none(row, "verdict", VerdictCode::from_code)?,
        rejection: code_or_none(row, "rejection", Rejection::from_code)?,
        first_wrong_step: row.get("first_wrong_step")?,
        note: row.get("note")?,
        withdrawn_at: row.get("withdrawn_at")?,
    })
}

/// The number of the item's next attempt. Withdrawn attempts keep theirs.
pub fn next_number(connection: &Connection, item: ItemId) -> Result<u32, Error> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM attempts WHERE item_id = ?1 AND purpose = 'work'";
    Ok(connection.prepare_cached(sql)?.query_row([item.to_string()], |row| row.get(0))?)
}

pub fn insert(connection: &Connection, new: &NewAttempt) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO attempts (id, item_id, assignment_id, number, nonce, brief, asked, veil, started_at)
             VALUES (:id, :item_id, :assignment_id, :number, :nonce, :brief, :asked, :veil, :started_at)",
        )?
        .execute(named_params! {
            ":id": new.id.to_string(),
            ":item_id": new.item_id.to_string(),
            ":assignment_id": new.assignment_id.to_string(),
            ":number": new.number,
            ":nonce": new.nonce,
            ":brief": new.brief,
            ":asked": new.asked,
            ":veil": new.veil,
            ":started_at": new.started_at,
        })?;
    Ok(())
}

/// Closes an open attempt, once.
pub fn close(
    connection: &Connection,
    attempt: AttemptId,
    outcome: Outcome,
    detail: Option<&str>,
    at: i64,
) -> Result<(), Error> {
    let closed = connection
        .prepare_cached(
            "UPDATE attempts SET outcome = ?2, reason = ?3, detail = ?4, ended_at = max(?5, started_at)
             WHERE id = ?1 AND ended_at IS NULL AND withdrawn_at IS NULL",
        )?
        .execute((attempt.to_string(), outcome.code().code(), outcome.reason_code(), detail, at))?;
    if closed == 0 { Err(Error::ChangedMeanwhile { what: "attempt" }) } else { Ok(()) }
}

/// How many answers it took in the chat.
pub fn set_rounds(connection: &Connection, attempt: AttemptId, rounds: u32) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE attempts SET chat_rounds = ?2 WHERE id = ?1")?
        .execute((attempt.to_string(), rounds))?;
    Ok(())
}

/// What a copied brief was, and what its answer has to be read with.
#[derive(Debug, Clone, PartialEq)]
pub struct CopiedBrief {
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub brief: String,
    pub veil: Option<String>,
    /// Neither closed nor withdrawn.
    pub is_open: bool,
}

/// The attempt with this line; an open one before a closed one.
pub fn by_nonce(connection: &Connection, nonce: &str) -> Result<Option<CopiedBrief>, Error> {
    let sql = "SELECT id, item_id, coalesce(brief, '') AS brief, veil,
                      (ended_at IS NULL AND withdrawn_at IS NULL) AS is_open
               FROM attempts WHERE nonce = ?1 ORDER BY is_open DESC, number DESC LIMIT 1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([nonce], read_copied))?)
}

/// The open attempt of an item.
pub fn open_of(connection: &Connection, item: ItemId) -> Result<Option<CopiedBrief>, Error> {
    let sql = "SELECT id, item_id, coalesce(brief, '') AS brief, veil, 1 AS is_open FROM attempts
               WHERE item_id = ?1 AND purpose = 'work' AND ended_at IS NULL AND withdrawn_at IS NULL";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([item.to_string()], read_copied))?)
}

fn read_copied(row: &Row<'_>) -> rusqlite::Result<CopiedBrief> {
    Ok(CopiedBrief {
        attempt_id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        brief: row.get("brief")?,
        veil: row.get("veil")?,
        is_open: row.get("is_open")?,
    })
}

/// The attempts of an item that stand, oldest first.
pub fn of_item(connection: &Connection, item: ItemId) -> Result<Vec<Attempt>, Error> {
    let sql = format!(
        "{SELECT} WHERE a.item_id = ?1 AND a.purpose = 'work' AND a.withdrawn_at IS NULL ORDER BY a.number"
    );
    rows(connection, &sql, [item.to_string()], read)
}

/// The attempts of an item that stand and were made for something else than work, oldest first.
pub fn of_purpose(connection: &Connection, item: ItemId, purpose: Purpose) -> Result<Vec<Attempt>, Error> {
    let sql = format!(
        "{SELECT} WHERE a.item_id = ?1 AND a.purpose = ?2 AND a.withdrawn_at IS NULL ORDER BY a.number"
    );
    rows(connection, &sql, [item.to_string(), purpose.code().to_owned()], read)
}

/// One attempt.
pub fn by_id(connection: &Connection, attempt: AttemptId) -> Result<Option<Attempt>, Error> {
    let sql = format!("{SELECT} WHERE a.id = ?1 AND a.withdrawn_at IS NULL");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([attempt.to_string()], read))?)
}

/// What an attempt was for.
pub fn purpose_of(connection: &Connection, attempt: AttemptId) -> Result<Option<Purpose>, Error> {
    let sql = "SELECT purpose FROM attempts WHERE id = ?1";
    let read = |row: &Row<'_>| crate::sql::code(row, "purpose", Purpose::from_code);
    Ok(maybe(connection.prepare_cached(sql)?.query_row([attempt.to_string()], read))?)
}

/// What AI delivered beside the person's own work, where they are done and have not said whether they would have
/// used it.
pub fn shadows_to_judge(connection: &Connection) -> Result<Vec<Attempt>, Error> {
    let sql = format!(
        "{SELECT} JOIN items i ON i.id = a.item_id JOIN jobs j ON j.id = i.job_id
         WHERE a.purpose = 'shadow' AND a.outcome = 'delivered' AND a.withdrawn_at IS NULL AND r.id IS NULL
             AND i.status = 'done' AND i.deleted_at IS NULL AND j.deleted_at IS NULL ORDER BY a.ended_at, a.id"
    );
    rows(connection, &sql, [], read)
}

/// Whether an attempt runs beside the person's own work and they are not done yet.
pub fn is_sealed(connection: &Connection, attempt: AttemptId) -> Result<bool, Error> {
    let sql = "SELECT a.purpose = 'shadow' AND i.status <> 'done'
               FROM attempts a JOIN items i ON i.id = a.item_id WHERE a.id = ?1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([attempt.to_string()], |row| row.get(0)))?
        .unwrap_or(false))
}

/// All attempts of a job's items that stand, oldest first.
pub fn of_job(connection: &Connection, job: JobId) -> Result<Vec<Attempt>, Error> {
    let sql = format!(
        "{SELECT} JOIN items i ON i.id = a.item_id
         WHERE i.job_id = ?1 AND a.purpose = 'work' AND a.withdrawn_at IS NULL ORDER BY a.item_id, a.number"
    );
    rows(connection, &sql, [job.to_string()], read)
}

/// What the agent itself said it cost.
pub fn set_reported_cost(connection: &Connection, attempt: AttemptId, nano: i64) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE attempts SET reported_cost_nano = ?2 WHERE id = ?1")?
        .execute((attempt.to_string(), nano))?;
    Ok(())
}
