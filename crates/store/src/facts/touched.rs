//! Which items something happened to, for reading what is known of them. Nothing is counted here: what does not count is
//! among them, and the views keep it out.

use rusqlite::{Connection, named_params};

use super::Reach;
use crate::Error;

/// Puts them down in `touched`, for the queries that follow in the same snapshot: an attempt of any purpose ended, was
/// judged or is not over, the person finished the item, a coin decided on it, or its job was closed.
pub(super) fn touch(connection: &Connection, reach: Reach) -> Result<(), Error> {
    connection.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS touched (item_id TEXT PRIMARY KEY) WITHOUT ROWID;
         DELETE FROM temp.touched",
    )?;
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO temp.touched
             SELECT i.id FROM jobs j JOIN items i ON i.job_id = j.id WHERE j.closed_at >= :whole
             UNION ALL SELECT item_id FROM attempts WHERE ended_at >= :attempts
             UNION ALL SELECT item_id FROM attempts WHERE ended_at IS NULL
             UNION ALL SELECT a.item_id FROM reviews r JOIN attempts a ON a.id = r.attempt_id
                 WHERE r.reviewed_at >= :attempts AND r.withdrawn_at IS NULL AND a.ended_at < :attempts
             UNION ALL SELECT item_id FROM finishes WHERE finished_at >= :finishes AND withdrawn_at IS NULL
             UNION ALL SELECT item_id FROM coin_flips WHERE withdrawn_at IS NULL",
        )?
        .execute(named_params! {
            ":attempts": reach.attempts, ":finishes": reach.finishes, ":whole": reach.whole,
        })?;
    Ok(())
}
