//! The table `templates`: lists that were saved to be used again. What a list holds is the business of
//! `app`; here it is JSON.

use halfday_domain::id::TemplateId;
use rusqlite::{Connection, Row};

use crate::Error;
use crate::sql::{id, maybe, rows};

/// A saved list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub id: TemplateId,
    pub name: String,
    /// JSON.
    pub body: String,
    pub created_at: i64,
}

/// How often a list was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub template_id: TemplateId,
    pub jobs: u32,
    pub last_at: i64,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Template> {
    Ok(Template {
        id: id(row, "id")?,
        name: row.get("name")?,
        body: row.get("body")?,
        created_at: row.get("created_at")?,
    })
}

pub fn insert(connection: &Connection, new: &Template) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO templates (id, name, body, created_at) VALUES (?1, ?2, ?3, ?4)",
        (new.id.to_string(), &new.name, &new.body, new.created_at),
    )?;
    Ok(())
}

/// All lists that were not deleted, by name.
pub fn all(connection: &Connection) -> Result<Vec<Template>, Error> {
    let sql = "SELECT id, name, body, created_at FROM templates WHERE deleted_at IS NULL ORDER BY name";
    rows(connection, sql, [], read)
}

/// The list with this name, unless it was deleted.
pub fn by_name(connection: &Connection, name: &str) -> Result<Option<Template>, Error> {
    let sql = "SELECT id, name, body, created_at FROM templates WHERE name = ?1 AND deleted_at IS NULL";
    Ok(maybe(connection.query_row(sql, [name], read))?)
}

/// The list with this id, also one that was deleted: its jobs are trials of it all the same.
pub fn by_id(connection: &Connection, template: TemplateId) -> Result<Option<Template>, Error> {
    let sql = "SELECT id, name, body, created_at FROM templates WHERE id = ?1";
    Ok(maybe(connection.query_row(sql, [template.to_string()], read))?)
}

/// How often each list was used for a job that stands.
pub fn uses(connection: &Connection) -> Result<Vec<Use>, Error> {
    let sql = "SELECT template_id, count(*) AS jobs, max(created_at) AS last_at FROM jobs
               WHERE template_id IS NOT NULL AND deleted_at IS NULL GROUP BY template_id";
    rows(connection, sql, [], |row| {
        Ok(Use { template_id: id(row, "template_id")?, jobs: row.get("jobs")?, last_at: row.get("last_at")? })
    })
}
