//! The table `bench_runs`: so many planned runs of an item as it was asked then. A run that waits has no attempt yet.

use halfday_domain::id::{AssignmentId, AttemptId, BenchRunId, ItemId};
use rusqlite::Connection;

use crate::Error;
use crate::sql::rows;

/// One planned run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRun {
    pub id: BenchRunId,
    pub item_id: ItemId,
    pub assignment_id: AssignmentId,
    /// 1 for the first of its bench.
    pub number: u32,
    /// The hash of what is asked.
    pub asked: String,
    pub planned_at: i64,
}

pub fn insert(connection: &Connection, new: &NewRun) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO bench_runs (id, item_id, assignment_id, number, asked, planned_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            new.id.to_string(),
            new.item_id.to_string(),
            new.assignment_id.to_string(),
            new.number,
            &new.asked,
            new.planned_at,
        ),
    )?;
    Ok(())
}

/// The first waiting run of an assignment is this attempt's from now on.
pub fn begin(connection: &Connection, assignment: AssignmentId, attempt: AttemptId) -> Result<(), Error> {
    let sql = "UPDATE bench_runs SET attempt_id = ?2 WHERE id = (
                   SELECT id FROM bench_runs WHERE assignment_id = ?1 AND attempt_id IS NULL
                       AND withdrawn_at IS NULL ORDER BY number LIMIT 1)";
    let begun = connection.prepare_cached(sql)?.execute((assignment.to_string(), attempt.to_string()))?;
    if begun == 0 { Err(Error::ChangedMeanwhile { what: "bench run" }) } else { Ok(()) }
}

/// Planned runs that have not begun, by item.
pub fn waiting(connection: &Connection) -> Result<Vec<(ItemId, u32)>, Error> {
    let sql = "SELECT item_id, count(*) AS runs FROM bench_runs
               WHERE attempt_id IS NULL AND withdrawn_at IS NULL GROUP BY item_id ORDER BY min(planned_at)";
    rows(connection, sql, [], |row| Ok((crate::sql::id(row, "item_id")?, row.get("runs")?)))
}

/// What runs were or are to be asked, by item: planned runs that stand, and runs that began, for one that was taken back
/// may be brought back.
pub fn asked(connection: &Connection) -> Result<Vec<(ItemId, String)>, Error> {
    let sql = "SELECT item_id, asked FROM bench_runs WHERE withdrawn_at IS NULL OR attempt_id IS NOT NULL
               UNION SELECT b.item_id, a.asked FROM bench_runs b JOIN attempts a ON a.id = b.attempt_id
                   WHERE a.asked IS NOT NULL
               ORDER BY item_id, asked";
    rows(connection, sql, [], |row| Ok((crate::sql::id(row, "item_id")?, row.get("asked")?)))
}
