//! The table `settings`: a key and a JSON value; a missing key is the default.

use rusqlite::Connection;

use crate::Error;
use crate::sql::maybe;

/// The JSON text of a setting.
pub fn get(connection: &Connection, key: &str) -> Result<Option<String>, Error> {
    let sql = "SELECT value FROM settings WHERE key = ?1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([key], |row| row.get(0)))?)
}
