//! Everything in the database as JSON, table by table: the full export.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};

use crate::Error;

/// Tables that describe processes, not work.
const NOT_EXPORTED: [&str; 2] = ["owners", "sqlite_sequence"];

/// Every row of every table, tables and rows in a fixed order.
pub fn tables(connection: &Connection) -> Result<Map<String, Value>, Error> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let names = crate::sql::rows(connection, sql, [], |row| row.get::<_, String>(0))?;
    let mut tables = Map::new();
    for name in names.into_iter().filter(|name| !NOT_EXPORTED.contains(&name.as_str())) {
        let rows = table(connection, &name)?;
        tables.insert(name, Value::Array(rows));
    }
    Ok(tables)
}

fn table(connection: &Connection, name: &str) -> Result<Vec<Value>, Error> {
    // The name comes from the schema, never from outside; column 1 is the key of every table.
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\" ORDER BY 1, 2"))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let rows = statement.query_map([], |row| {
        let mut fields = Map::new();
        for (index, column) in columns.iter().enumerate() {
            let value = match row.get_ref(index)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::from(number),
                ValueRef::Real(number) => Value::from(number),
                ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text)),
                ValueRef::Blob(bytes) => Value::from(bytes.to_vec()),
            };
            fields.insert(column.clone(), value);
        }
        Ok(Value::Object(fields))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
