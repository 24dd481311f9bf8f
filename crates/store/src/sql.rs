//! Between SQL's plain types and the words of the domain. A value that no word matches is an
//! unreadable row, never a default.

use std::str::FromStr;

use rusqlite::types::Type;
use rusqlite::{Connection, Params, Row, RowIndex};

use crate::Error;

/// The text in a column could not be read as what it should be.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` has no meaning here")]
struct Unreadable(String);

fn unreadable(text: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(Unreadable(text)))
}

/// An id.
pub(crate) fn id<T: FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(text))
}

/// An id that may be missing.
pub(crate) fn id_or_none<T: FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| unreadable(text))).transpose()
}

/// A code of a closed set.
pub(crate) fn code<T>(
    row: &Row<'_>,
    column: impl RowIndex,
    from_code: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    from_code(&text).ok_or_else(|| unreadable(text))
}

/// A code of a closed set that may be missing.
pub(crate) fn code_or_none<T>(
    row: &Row<'_>,
    column: impl RowIndex,
    from_code: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| from_code(&text).ok_or_else(|| unreadable(text))).transpose()
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
