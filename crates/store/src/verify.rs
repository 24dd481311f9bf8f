//! Is the file whole? SQLite's own checks and the count of rows, for copies and for whoever asks.
//! What the rows mean is not judged here.

use std::collections::BTreeMap;
use std::fmt;

use rusqlite::{Connection, ErrorCode};

use crate::error::Error;

/// Tables that say nothing about the person's work.
const NOT_WORK: [&str; 2] = ["owners", "settings"];

/// One thing that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// SQLite's words about a page, a row or an index.
    Integrity(String),
    /// A row points at a parent that is not there.
    Reference { table: String, row: Option<i64>, parent: String },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integrity(words) => f.write_str(words),
            Self::Reference { table, row: Some(row), parent } => {
                write!(f, "row {row} of {table} points at a missing row of {parent}")
            }
            Self::Reference { table, row: None, parent } => {
                write!(f, "a row of {table} points at a missing row of {parent}")
            }
        }
    }
}

/// What was found in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    pub version: i64,
    /// Rows of each table.
    pub rows: BTreeMap<String, i64>,
    pub problems: Vec<Problem>,
}

impl VerifyReport {
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }

    /// No row of the person's work is in it.
    pub fn is_empty(&self) -> bool {
        is_empty(&self.rows)
    }
}

pub(crate) fn is_empty(rows: &BTreeMap<String, i64>) -> bool {
    rows.iter().all(|(table, rows)| *rows == 0 || NOT_WORK.contains(&table.as_str()))
}

/// Reads the whole file: some seconds for a large one.
pub fn verify(connection: &Connection) -> Result<VerifyReport, Error> {
    let version = version(connection)?;
    let damage = integrity(connection)?;
    if !damage.is_empty() {
        // What broken pages say about rows means nothing, if they can be read at all.
        return Ok(VerifyReport { version, rows: BTreeMap::new(), problems: damage });
    }
    Ok(VerifyReport { version, rows: count_rows(connection)?, problems: references(connection)? })
}

pub(crate) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

pub(crate) fn integrity(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    match integrity_lines(connection) {
        Ok(lines) => Ok(lines.into_iter().filter(|line| line != "ok").map(Problem::Integrity).collect()),
        // The check itself can stumble over the damage: that is its answer.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
            Ok(vec![Problem::Integrity(error.to_string())])
        }
        Err(error) => Err(error),
    }
}

fn integrity_lines(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    statement.query_map([], |row| row.get(0))?.collect()
}

pub(crate) fn references(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    statement
        .query_map([], |row| {
            Ok(Problem::Reference { table: row.get(0)?, row: row.get(1)?, parent: row.get(2)? })
        })?
        .collect()
}

pub(crate) fn count_rows(connection: &Connection) -> rusqlite::Result<BTreeMap<String, i64>> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let tables =
        statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    tables
        .into_iter()
        .map(|table| {
            let quoted = table.replace('"', "\"\"");
            let rows =
                connection.query_row(&format!("SELECT count(*) FROM \"{quoted}\""), [], |row| row.get(0))?;
            Ok((table, rows))
        })
        .collect()
}
