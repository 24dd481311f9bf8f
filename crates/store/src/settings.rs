//! The table `settings`: a key and a JSON value; a missing key is the default.

use rusqlite::Connection;

use crate::Error;
use crate::sql::maybe;

/// The JSON text of a setting.
pub fn get(connection: &Connection, key: &str) -> Result<Option<String>, Error> {
    let sql = "SELECT value FROM settings WHERE key = ?1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([key], |row| row.get(0)))?)
}

/// Writes a setting of the program itself, which no person's undo takes back.
pub fn put(connection: &Connection, key: &str, value: &str) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )?;
    Ok(())
}

/// Forgets a setting of the program itself.
pub fn forget(connection: &Connection, key: &str) -> Result<(), Error> {
    connection.execute("DELETE FROM settings WHERE key = ?1", [key])?;
    Ok(())
}
