//! The tables `subitems`, `dependencies` and `planned_checks`: what belongs to an item's text.

use halfday_domain::id::{ItemId, JobId, PlannedCheckId, SubitemId};
use rusqlite::{Connection, Row};

use crate::Error;
use crate::sql::{id, rows, to_json};

/// A tick line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subitem {
    pub id: SubitemId,
    pub item_id: ItemId,
    pub position: i64,
    pub title: String,
    pub done: bool,
    pub spans: Vec<(usize, usize)>,
}

/// A line of *done when*, with the check it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCheck {
    pub id: PlannedCheckId,
    pub item_id: ItemId,
    pub position: i64,
    /// The person's words.
    pub text: String,
    pub kind: String,
    /// JSON.
    pub spec: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Subitem> {
    Ok(Subitem {
        id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        position: row.get("position")?,
        title: row.get("title")?,
        done: row.get("done")?,
        spans: crate::sql::json(&row.get::<_, String>("spans")?)?,
    })
}

pub fn insert(connection: &Connection, subitem: &Subitem) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO subitems (id, item_id, position, title, done, spans) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            subitem.id.to_string(),
            subitem.item_id.to_string(),
            subitem.position,
            &subitem.title,
            subitem.done,
            to_json(&subitem.spans)?,
        ))?;
    Ok(())
}

/// The tick lines of an item in their order.
pub fn of_item(connection: &Connection, item: ItemId) -> Result<Vec<Subitem>, Error> {
    let sql = "SELECT id, item_id, position, title, done, spans FROM subitems
               WHERE item_id = ?1 AND deleted_at IS NULL ORDER BY position";
    rows(connection, sql, [item.to_string()], read)
}

/// (item, tick lines, of them done) for a whole job.
pub fn counts(connection: &Connection, job: JobId) -> Result<Vec<(ItemId, u32, u32)>, Error> {
    let sql = "SELECT s.item_id, count(*) AS all_of_it, sum(s.done) AS done
               FROM subitems s JOIN items i ON i.id = s.item_id
               WHERE i.job_id = ?1 AND s.deleted_at IS NULL GROUP BY s.item_id";
    rows(connection, sql, [job.to_string()], |row| Ok((id(row, "item_id")?, row.get(1)?, row.get(2)?)))
}

/// The items of a job that need others first: (item, what it needs).
pub fn needs(connection: &Connection, job: JobId) -> Result<Vec<(ItemId, ItemId)>, Error> {
    let sql = "SELECT d.item_id, d.needs_id FROM dependencies d JOIN items i ON i.id = d.item_id
               WHERE i.job_id = ?1 ORDER BY d.item_id, d.needs_id";
    rows(connection, sql, [job.to_string()], |row| Ok((id(row, "item_id")?, id(row, "needs_id")?)))
}

/// Makes `needs` the whole list of what the item needs first.
pub fn set_needs(connection: &Connection, item: ItemId, needs: &[ItemId]) -> Result<(), Error> {
    connection.prepare_cached("DELETE FROM dependencies WHERE item_id = ?1")?.execute([item.to_string()])?;
    for needed in needs {
        connection
            .prepare_cached("INSERT OR IGNORE INTO dependencies (item_id, needs_id) VALUES (?1, ?2)")?
            .execute((item.to_string(), needed.to_string()))?;
    }
    Ok(())
}

/// Plans a line of *done when*, which does not stand yet: [`set_checks`] makes it stand.
pub fn plan_check(connection: &Connection, check: &PlannedCheck, at: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO planned_checks (id, item_id, position, text, kind, spec, deleted_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((
            check.id.to_string(),
            check.item_id.to_string(),
            check.position,
            &check.text,
            &check.kind,
            &check.spec,
            at,
        ))?;
    Ok(())
}

/// The lines of *done when* of an item that stand now.
pub fn checks_of(connection: &Connection, item: ItemId) -> Result<Vec<PlannedCheck>, Error> {
    let sql = "SELECT id, item_id, position, text, kind, spec FROM planned_checks
               WHERE item_id = ?1 AND deleted_at IS NULL ORDER BY position";
    rows(connection, sql, [item.to_string()], |row| {
        Ok(PlannedCheck {
            id: id(row, "id")?,
            item_id: id(row, "item_id")?,
            position: row.get("position")?,
            text: row.get("text")?,
            kind: row.get("kind")?,
            spec: row.get("spec")?,
        })
    })
}

/// Whether a line with this text was ever planned for the item.
pub fn is_planned(connection: &Connection, item: ItemId, text: &str) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM planned_checks WHERE item_id = ?1 AND text = ?2)";
    Ok(connection.prepare_cached(sql)?.query_row((item.to_string(), text), |row| row.get(0))?)
}

/// Makes exactly the planned lines with these texts stand, in this order.
pub fn set_checks(connection: &Connection, item: ItemId, texts: &[String], at: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE planned_checks SET deleted_at = ?2 WHERE item_id = ?1 AND deleted_at IS NULL",
        )?
        .execute((item.to_string(), at))?;
    for (position, text) in (0_i64..).zip(texts) {
        connection
            .prepare_cached(
                "UPDATE planned_checks SET deleted_at = NULL, position = ?3
                 WHERE id = (SELECT id FROM planned_checks
                             WHERE item_id = ?1 AND text = ?2 AND deleted_at IS NOT NULL LIMIT 1)",
            )?
            .execute((item.to_string(), text, position))?;
    }
    Ok(())
}
