//! Between SQL's plain types and the words of the domain. A value that no word matches is an
//! unreadable row, never a default.

use std::cell::Cell;
use std::str::FromStr;

use rusqlite::types::{FromSql, Type};
use rusqlite::{Connection, Params, Row, RowIndex};

use crate::Error;

/// The text in a column could not be read as what it should be.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` has no meaning here")]
struct Unreadable(String);

fn unreadable(text: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(Unreadable(text)))
}

/// Text as it lies in the row; copying it for every id of a long record would take longer than reading it.
fn text<'r>(row: &'r Row<'_>, column: impl RowIndex) -> rusqlite::Result<&'r str> {
    Ok(row.get_ref(column)?.as_str()?)
}

fn text_or_none<'r>(row: &'r Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<&'r str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

/// An id.
pub(crate) fn id<T: FromStr>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T> {
    let text = text(row, column)?;
    text.parse().map_err(|_| unreadable(text.to_owned()))
}

/// An id that may be missing.
pub(crate) fn id_or_none<T: FromStr>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<T>> {
    let text = text_or_none(row, column)?;
    text.map(|text| text.parse().map_err(|_| unreadable(text.to_owned()))).transpose()
}

/// A code of a closed set.
pub(crate) fn code<T>(
    row: &Row<'_>,
    column: impl RowIndex,
    from_code: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text = text(row, column)?;
    from_code(text).ok_or_else(|| unreadable(text.to_owned()))
}

/// A code of a closed set that may be missing.
pub(crate) fn code_or_none<T>(
    row: &Row<'_>,
    column: impl RowIndex,
    from_code: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let text = text_or_none(row, column)?;
    text.map(|text| from_code(text).ok_or_else(|| unreadable(text.to_owned()))).transpose()
}

/// JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(|_| unreadable(text.to_owned()))
}

/// JSON text of a value of ours.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|source| rusqlite::Error::ToSqlConversionFailure(Box::new(source)))
}

/// Outside code asks for one row: nothing found is `None`.
pub(crate) fn maybe<T>(found: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match found {
        Ok(value) => Ok(Some(value)),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(error) => Err(error),
    }
}

/// All rows of a statement.
pub(crate) fn rows<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    Ok(connection.prepare_cached(sql)?.query_map(params, read)?.collect::<Result<_, _>>()?)
}

/// Where the columns of a statement are. SQLite's names are compared one by one for every value of every row; of a record
/// of many thousand rows that is most of the work.
struct Columns {
    names: Vec<String>,
    /// Rows are read in the order of their columns, more or less: the next one is looked for from here.
    next: Cell<usize>,
}

impl Columns {
    fn place(&self, name: &str) -> rusqlite::Result<usize> {
        let (before, after) = self.names.split_at(self.next.get());
        let place = |names: &[String]| names.iter().position(|known| known == name);
        let place = place(after).map(|place| before.len() + place).or_else(|| place(before));
        let place = place.ok_or_else(|| rusqlite::Error::InvalidColumnName(name.to_owned()))?;
        self.next.set(place + 1);
        Ok(place)
    }
}

/// A row of a statement that may have very many, read by names all the same.
pub(crate) struct Record<'r> {
    row: &'r Row<'r>,
    columns: &'r Columns,
}

impl Record<'_> {
    pub(crate) fn get<T: FromSql>(&self, column: &str) -> rusqlite::Result<T> {
        self.row.get(self.columns.place(column)?)
    }

    pub(crate) fn id<T: FromStr>(&self, column: &str) -> rusqlite::Result<T> {
        id(self.row, self.columns.place(column)?)
    }

    pub(crate) fn id_or_none<T: FromStr>(&self, column: &str) -> rusqlite::Result<Option<T>> {
        id_or_none(self.row, self.columns.place(column)?)
    }

    /// Text, and none where it is missing.
    pub(crate) fn text(&self, column: &str) -> rusqlite::Result<&str> {
        Ok(text_or_none(self.row, self.columns.place(column)?)?.unwrap_or_default())
    }

    pub(crate) fn code<T>(&self, column: &str, from_code: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
        code(self.row, self.columns.place(column)?, from_code)
    }

    pub(crate) fn code_or_none<T>(
        &self,
        column: &str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> rusqlite::Result<Option<T>> {
        code_or_none(self.row, self.columns.place(column)?, from_code)
    }
}

/// All rows of a statement that may have very many.
pub(crate) fn records<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl Fn(&Record<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let names = statement.column_names().map(str::to_owned).collect();
    let columns = Columns { names, next: Cell::new(0) };
    let found = statement.query_map(params, |row| read(&Record { row, columns: &columns }))?;
    Ok(found.collect::<Result<_, _>>()?)
}
