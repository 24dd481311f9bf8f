//! The tables `deliverables`, `publications`, `checkpoints` and `checks`: what came back, where it
//! went, what held.

use halfday_domain::id::{AttemptId, CheckId, DeliverableId, PlannedCheckId};
use rusqlite::Connection;

use crate::Error;
use crate::sql::{id, id_or_none, rows};

/// A file or text that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliverable {
    pub id: DeliverableId,
    pub attempt_id: AttemptId,
    pub path: String,
    /// Of its content in the object store.
    pub hash: String,
    pub bytes: i64,
    /// What the person's file was when the work began; `None`: there was none.
    pub base_hash: Option<String>,
    /// The person's edited copy, if they reworked it.
    pub reworked_hash: Option<String>,
}

/// Where a deliverable was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    pub deliverable_id: DeliverableId,
    pub target: String,
    /// What stood there before; `None`: nothing did.
    pub before_hash: Option<String>,
    pub after_hash: String,
    pub published_at: i64,
    pub taken_back_at: Option<i64>,
}

/// What a check said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub id: CheckId,
    pub attempt_id: AttemptId,
    pub planned_id: Option<PlannedCheckId>,
    pub round: u32,
    pub result: String,
    /// JSON: a code with arguments.
    pub detail: String,
    pub at: i64,
}

pub fn insert(connection: &Connection, new: &Deliverable) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO deliverables (id, attempt_id, path, hash, bytes, base_hash, reworked_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            new.id.to_string(),
            new.attempt_id.to_string(),
            &new.path,
            &new.hash,
            new.bytes,
            &new.base_hash,
            &new.reworked_hash,
        ),
    )?;
    Ok(())
}

/// Keeps the person's edited copy beside what AI delivered.
pub fn set_reworked(connection: &Connection, deliverable: DeliverableId, hash: &str) -> Result<(), Error> {
    connection.execute(
        "UPDATE deliverables SET reworked_hash = ?2 WHERE id = ?1",
        (deliverable.to_string(), hash),
    )?;
    Ok(())
}

pub fn of_attempt(connection: &Connection, attempt: AttemptId) -> Result<Vec<Deliverable>, Error> {
    let sql = "SELECT id, attempt_id, path, hash, bytes, base_hash, reworked_hash FROM deliverables WHERE attempt_id = ?1
               ORDER BY path";
    rows(connection, sql, [attempt.to_string()], |row| {
        Ok(Deliverable {
            id: id(row, "id")?,
            attempt_id: id(row, "attempt_id")?,
            path: row.get("path")?,
            hash: row.get("hash")?,
            bytes: row.get("bytes")?,
            base_hash: row.get("base_hash")?,
            reworked_hash: row.get("reworked_hash")?,
        })
    })
}

pub fn insert_publication(connection: &Connection, new: &Publication) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO publications (deliverable_id, target, before_hash, after_hash, published_at, taken_back_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            new.deliverable_id.to_string(),
            &new.target,
            &new.before_hash,
            &new.after_hash,
            new.published_at,
            new.taken_back_at,
        ),
    )?;
    Ok(())
}

/// The last publication of each deliverable of an attempt.
pub fn publications(connection: &Connection, attempt: AttemptId) -> Result<Vec<Publication>, Error> {
    let sql =
        "SELECT p.deliverable_id, p.target, p.before_hash, p.after_hash, p.published_at, p.taken_back_at
               FROM publications p JOIN deliverables d ON d.id = p.deliverable_id
               WHERE d.attempt_id = ?1
                 AND p.published_at = (SELECT max(q.published_at) FROM publications q
                                       WHERE q.deliverable_id = p.deliverable_id AND q.target = p.target)
               ORDER BY p.target";
    rows(connection, sql, [attempt.to_string()], |row| {
        Ok(Publication {
            deliverable_id: id(row, "deliverable_id")?,
            target: row.get("target")?,
            before_hash: row.get("before_hash")?,
            after_hash: row.get("after_hash")?,
            published_at: row.get("published_at")?,
            taken_back_at: row.get("taken_back_at")?,
        })
    })
}

/// Says whether the publications of an attempt stand in the person's folder.
pub fn set_taken_back(connection: &Connection, attempt: AttemptId, at: Option<i64>) -> Result<(), Error> {
    connection.execute(
        "UPDATE publications SET taken_back_at = ?2
         WHERE deliverable_id IN (SELECT id FROM deliverables WHERE attempt_id = ?1)",
        (attempt.to_string(), at),
    )?;
    Ok(())
}

pub fn insert_check(connection: &Connection, new: &Check) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO checks (id, attempt_id, planned_id, round, result, detail, started_at, ended_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (
            new.id.to_string(),
            new.attempt_id.to_string(),
            new.planned_id.map(|planned| planned.to_string()),
            new.round,
            &new.result,
            &new.detail,
            new.at,
        ),
    )?;
    Ok(())
}

/// What a check said, with the line of *done when* it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidCheck {
    pub text: String,
    /// The title of the covered item whose line it is; none where it is the attempt's own item.
    pub covered: Option<String>,
    pub check: Check,
}

/// What the checks of an attempt said in their last round, the lines of its own item first.
pub fn checks(connection: &Connection, attempt: AttemptId) -> Result<Vec<SaidCheck>, Error> {
    let sql =
        "SELECT coalesce(p.text, '') AS text, CASE WHEN p.item_id <> a.item_id THEN i.title END AS covered,
                      c.id, c.attempt_id, c.planned_id, c.round, c.result, c.detail, c.started_at
               FROM checks c JOIN attempts a ON a.id = c.attempt_id
               LEFT JOIN planned_checks p ON p.id = c.planned_id
               LEFT JOIN items i ON i.id = p.item_id
               WHERE c.attempt_id = ?1 AND c.round = (SELECT max(round) FROM checks WHERE attempt_id = ?1)
               ORDER BY covered IS NOT NULL, coalesce(i.position, 0), coalesce(p.position, 0), c.id";
    rows(connection, sql, [attempt.to_string()], |row| {
        Ok(SaidCheck {
            text: row.get("text")?,
            covered: row.get("covered")?,
            check: Check {
                id: id(row, "id")?,
                attempt_id: id(row, "attempt_id")?,
                planned_id: id_or_none(row, "planned_id")?,
                round: row.get("round")?,
                result: row.get("result")?,
                detail: row.get("detail")?,
                at: row.get("started_at")?,
            },
        })
    })
}

/// Keeps how the person's files were when the work began: JSON of path and hash.
pub fn insert_checkpoint(
    connection: &Connection,
    attempt: AttemptId,
    label: &str,
    manifest: &str,
    at: i64,
) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO checkpoints (attempt_id, seq, label, manifest, taken_at)
         VALUES (?1, (SELECT count(*) FROM checkpoints WHERE attempt_id = ?1), ?2, ?3, ?4)",
        (attempt.to_string(), label, manifest, at),
    )?;
    Ok(())
}

/// How the person's files were when the brief with this line was first copied.
pub fn first_checkpoint(connection: &Connection, nonce: &str) -> Result<Option<String>, Error> {
    let sql = "SELECT c.manifest FROM checkpoints c JOIN attempts a ON a.id = c.attempt_id
               WHERE a.nonce = ?1 ORDER BY c.taken_at, c.seq LIMIT 1";
    Ok(crate::sql::maybe(connection.query_row(sql, [nonce], |row| row.get(0)))?)
}

/// Whether a review is recorded.
pub fn review_is_recorded(connection: &Connection, review: &str) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM reviews WHERE id = ?1)";
    Ok(connection.query_row(sql, [review], |row| row.get(0))?)
}

/// Whether the process with this id has not ended, as far as the database knows.
pub fn owner_is_open(connection: &Connection, owner: &str) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM owners WHERE id = ?1 AND ended_at IS NULL)";
    Ok(connection.query_row(sql, [owner], |row| row.get(0))?)
}
