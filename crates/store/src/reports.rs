//! The table `reports`: what a week's report said when it was issued. An edition never changes; a later one stands
//! beside it.

use rusqlite::{Connection, Row};

use crate::Error;
use crate::sql::{maybe, rows};

/// A report as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// `2026-W47`.
    pub week: String,
    /// 1 for the first of its week.
    pub number: u32,
    /// `report.json` with its titles.
    pub facts: String,
    pub made_at: i64,
}

/// Keeps an edition. Refused by the table if the week has one with this number.
pub fn insert(connection: &Connection, edition: &Edition) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO reports (week, edition, facts, made_at) VALUES (?1, ?2, ?3, ?4)",
        (&edition.week, edition.number, &edition.facts, edition.made_at),
    )?;
    Ok(())
}

/// The last edition of a week.
pub fn last(connection: &Connection, week: &str) -> Result<Option<Edition>, Error> {
    let sql =
        "SELECT week, edition, facts, made_at FROM reports WHERE week = ?1 ORDER BY edition DESC LIMIT 1";
    Ok(maybe(connection.query_row(sql, [week], read))?)
}

/// All editions of a week, the first one first.
pub fn of_week(connection: &Connection, week: &str) -> Result<Vec<Edition>, Error> {
    let sql = "SELECT week, edition, facts, made_at FROM reports WHERE week = ?1 ORDER BY edition";
    rows(connection, sql, [week], read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Edition> {
    Ok(Edition {
        week: row.get("week")?,
        number: row.get("edition")?,
        facts: row.get("facts")?,
        made_at: row.get("made_at")?,
    })
}
