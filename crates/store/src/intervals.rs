//! The tables `intervals` and `timers`: the person's minutes, and nowhere else.

use halfday_domain::facts::{IntervalKind, IntervalSource};
use halfday_domain::id::{IntervalId, ItemId, JobId, ReviewId};
use rusqlite::{Connection, named_params};

use crate::Error;
use crate::sql::{id, maybe};

/// A stretch of the person's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInterval {
    pub id: IntervalId,
    pub job_id: JobId,
    pub item_id: Option<ItemId>,
    pub review_id: Option<ReviewId>,
    pub kind: IntervalKind,
    pub source: IntervalSource,
    pub started_at: i64,
    pub ms: i64,
}

pub fn insert(connection: &Connection, new: &NewInterval) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO intervals (id, job_id, item_id, review_id, kind, source, started_at, ms)
             VALUES (:id, :job_id, :item_id, :review_id, :kind, :source, :started_at, :ms)",
        )?
        .execute(named_params! {
            ":id": new.id.to_string(),
            ":job_id": new.job_id.to_string(),
            ":item_id": new.item_id.map(|item| item.to_string()),
            ":review_id": new.review_id.map(|review| review.to_string()),
            ":kind": new.kind.code(),
            ":source": new.source.code(),
            ":started_at": new.started_at,
            ":ms": new.ms,
        })?;
    Ok(())
}

/// The timer that runs: at most one per person.
pub fn running_timer(connection: &Connection) -> Result<Option<(ItemId, i64)>, Error> {
    let sql = "SELECT item_id, started_at FROM timers ORDER BY started_at DESC LIMIT 1";
    Ok(maybe(connection.query_row(sql, [], |row| Ok((id(row, "item_id")?, row.get("started_at")?))))?)
}
