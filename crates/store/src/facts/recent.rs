//! The facts of a stretch of time, without reading a record of ten years for a week. Everything known of an item that
//! something happened to since then is read, so that its first attempt is its first.

use halfday_domain::facts::Facts;
use rusqlite::{Connection, named_params};

use super::{UNRESOLVED_AFTER_MS, attempt, finish, interval, job, unresolved_fact};
use crate::Error;
use crate::sql::rows;

/// Figures that rest on the whole record rest on at least so many attempts and so many finished items of its end, where
/// there are more.
pub const LATEST: u32 = 5_000;

/// Items something happened to since `:since`, and those of the jobs closed since then.
const TOUCHED: &str = "WITH
    closed AS MATERIALIZED (SELECT id FROM counted_jobs WHERE closed_at >= :since),
    touched AS MATERIALIZED (
        SELECT item_id, job_id FROM counted_attempts WHERE ended_at >= :since
        UNION SELECT item_id, job_id FROM counted_attempts WHERE reviewed_at >= :since
        UNION SELECT item_id, job_id FROM unresolved_attempts WHERE started_at >= :since
        UNION SELECT item_id, job_id FROM counted_finishes WHERE finished_at >= :since
        UNION SELECT item_id, job_id FROM counted_attempts WHERE job_id IN closed
        UNION SELECT item_id, job_id FROM counted_finishes WHERE job_id IN closed),
    items AS MATERIALIZED (SELECT item_id FROM touched),
    jobs AS MATERIALIZED (SELECT id FROM closed UNION SELECT job_id FROM touched)";

/// The facts as of `now` that figures of the time since `since` rest on: at least the latest [`LATEST`] attempts and
/// finished items, and all there are in a shorter record.
pub fn recent(connection: &Connection, now: i64, since: i64) -> Result<Facts, Error> {
    let latest = [
        "SELECT ended_at FROM counted_attempts ORDER BY ended_at DESC LIMIT 1 OFFSET ?1",
        "SELECT finished_at FROM counted_finishes ORDER BY finished_at DESC LIMIT 1 OFFSET ?1",
    ]
    .into_iter()
    .map(|sql| Ok(rows(connection, sql, [LATEST], |row| row.get::<_, i64>(0))?.into_iter().next()))
    .collect::<Result<Vec<Option<i64>>, Error>>()?;
    match latest.into_iter().collect::<Option<Vec<i64>>>() {
        Some(latest) => self::since(connection, now, latest.into_iter().fold(since, i64::min)),
        // Fewer than that: from the beginning.
        None => super::all(connection, now),
    }
}

/// What is known of the items something happened to since then.
pub fn since(connection: &Connection, now: i64, since: i64) -> Result<Facts, Error> {
    let at = named_params! { ":since": since };
    let read = |rest: &str| format!("{TOUCHED} {rest}");
    Ok(Facts {
        jobs: rows(
            connection,
            &read("SELECT * FROM counted_jobs WHERE id IN jobs OR closed_at IS NULL ORDER BY number"),
            at,
            job,
        )?,
        attempts: rows(
            connection,
            &read("SELECT * FROM counted_attempts WHERE item_id IN items ORDER BY ended_at, id"),
            at,
            attempt,
        )?,
        finishes: rows(
            connection,
            &read("SELECT * FROM counted_finishes WHERE item_id IN items ORDER BY finished_at, id"),
            at,
            finish,
        )?,
        intervals: rows(
            connection,
            &read(
                "SELECT * FROM counted_intervals WHERE item_id IN items
                 UNION ALL SELECT * FROM counted_intervals WHERE item_id IS NULL AND job_id IN closed
                 ORDER BY started_at, id",
            ),
            at,
            interval,
        )?,
        unresolved: rows(
            connection,
            &read(
                "SELECT * FROM unresolved_attempts WHERE item_id IN items
                 AND (ended_at IS NOT NULL OR started_at <= :copied) ORDER BY started_at, id",
            ),
            named_params! { ":since": since, ":copied": now - UNRESOLVED_AFTER_MS },
            unresolved_fact,
        )?,
    })
}
