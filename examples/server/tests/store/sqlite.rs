//! The file of SQLite: of another version, changed by others, and refusing a write.

use std::path::Path;

use customer_server::store::{Put, SqliteStore, Store, StoreError};
use rusqlite::Connection;
use tempfile::tempdir;

use crate::{customer, id};

/// Changes the file with SQL.
fn change(file: &Path, sql: &str) {
    assert!(Connection::open(file).unwrap().execute_batch(sql).is_ok(), "{sql}");
}

/// A text would end at U+0000.
#[tokio::test]
async fn columns_are_bytes() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("customers.sqlite");
    let store = SqliteStore::open(&file).unwrap();
    store.put(id(), customer()).await.unwrap();
    let columns = "SELECT typeof(id) || typeof(first_name) || typeof(last_name)
        || typeof(date_of_birth) || typeof(customer) FROM customers";
    let types: String =
        Connection::open(&file).unwrap().query_row(columns, [], |row| row.get(0)).unwrap();
    assert_eq!(types, "blob".repeat(5));
}

/// Reading back goes through the checks.
#[tokio::test]
async fn a_record_that_was_changed() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("customers.sqlite");
    let store = SqliteStore::open(&file).unwrap();
    store.put(id(), customer()).await.unwrap();
    change(&file, "UPDATE customers SET customer = CAST('{}' AS BLOB)");
    assert_eq!(store.get(&id()).await, Err(StoreError::Invalid));
    assert_eq!(store.put(id(), customer()).await, Ok(Put::Updated));
    assert_eq!(store.get(&id()).await, Ok(Some(customer())));
}

#[tokio::test]
async fn files_that_cannot_be_used() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("customers.sqlite");
    SqliteStore::open(&file).unwrap();
    change(&file, "PRAGMA user_version = 99");
    assert_eq!(SqliteStore::open(&file).unwrap_err(), StoreError::TooNew);
    std::fs::write(&file, [b'x'; 4096]).unwrap();
    assert_eq!(
        SqliteStore::open(&file).unwrap_err(),
        StoreError::Sqlite(rusqlite::ffi::SQLITE_NOTADB)
    );
    let missing = folder.path().join("missing/customers.sqlite");
    assert_eq!(
        SqliteStore::open(&missing).unwrap_err(),
        StoreError::Sqlite(rusqlite::ffi::SQLITE_CANTOPEN)
    );
}

/// Nothing half-written: an error of the store leaves the customer as it was.
#[tokio::test]
async fn a_write_that_fails() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("customers.sqlite");
    let store = SqliteStore::open(&file).unwrap();
    store.put(id(), customer()).await.unwrap();
    change(
        &file,
        "CREATE TRIGGER refuse AFTER UPDATE ON customers BEGIN SELECT RAISE(ABORT, 'x'); END",
    );
    let mut changed = customer();
    changed.identities = Vec::new();
    let refused = store.put(id(), changed.clone()).await;
    assert_eq!(refused, Err(StoreError::Sqlite(rusqlite::ffi::SQLITE_CONSTRAINT)));
    assert_eq!(store.get(&id()).await, Ok(Some(customer())));
    change(&file, "DROP TRIGGER refuse");
    assert_eq!(store.put(id(), changed.clone()).await, Ok(Put::Updated));
    assert_eq!(store.get(&id()).await, Ok(Some(changed)));
}
