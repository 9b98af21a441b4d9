//! Customers in an SQLite file.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use customer_schema::{Customer, CustomerId};
use rusqlite::{Connection, OptionalExtension};
use tokio::task::spawn_blocking;

use super::sql::{self, Migration, Record, missing};
use super::{Put, Store, StoreError};

/// `user_version` counts the steps that were made.
const MIGRATIONS: &[Migration] = &["
    CREATE TABLE customers (
        id BLOB PRIMARY KEY,
        version INTEGER NOT NULL,
        first_name BLOB NOT NULL,
        last_name BLOB NOT NULL,
        date_of_birth BLOB NOT NULL,
        customer BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX customers_by_name ON customers (last_name, first_name, date_of_birth);
"];

/// Stores customers in a file.
#[derive(Clone, Debug)]
pub struct SqliteStore(Arc<Mutex<Connection>>);

impl SqliteStore {
    /// Opens the file. Creates it, or migrates it to the present version, if necessary.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::new(Connection::open(file)?)
    }

    /// Makes a store in memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::new(Connection::open_in_memory()?)
    }

    fn new(mut connection: Connection) -> Result<Self, StoreError> {
        // Readers do not wait for writers, and each commit is on the disk before it returns.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        migrate(&mut connection)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Runs statements on a thread that may wait for the disk.
    async fn run<T: Send + 'static>(
        &self,
        statements: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = Arc::clone(&self.0);
        let run = move || {
            // After a panic in another thread its transaction is rolled back.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            statements(&mut connection)
        };
        spawn_blocking(run).await.map_err(|_| StoreError::Ended)?
    }
}

impl Store for SqliteStore {
    async fn put(&self, id: CustomerId, customer: Customer) -> Result<Put, StoreError> {
        let record = Record::new(id, customer)?;
        self.run(move |connection| {
            // Outside of a transaction, an error of the commit would be lost with the row.
            let transaction = connection.transaction()?;
            let version =
                transaction.query_row(sql::UPSERT, record.columns(), |row| row.get(0))?;
            transaction.commit()?;
            Ok(Put::from_version(version))
        })
        .await
    }

    async fn get(&self, id: &CustomerId) -> Result<Option<Customer>, StoreError> {
        let id = id.clone();
        self.run(move |connection| {
            let row = |row: &rusqlite::Row| row.get::<_, Vec<u8>>(0);
            let json =
                connection.query_row(sql::GET, [id.as_str().as_bytes()], row).optional()?;
            json.map(|json| sql::read(&json)).transpose()
        })
        .await
    }

    async fn count(&self) -> Result<i64, StoreError> {
        self.run(|connection| Ok(connection.query_row(sql::COUNT, [], |row| row.get(0))?)).await
    }

    async fn check(&self) -> Result<(), StoreError> {
        self.run(|connection| Ok(connection.query_row(sql::CHECK, [], |_| Ok(()))?)).await
    }
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let done = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (step, version) in missing(MIGRATIONS, done)? {
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
    }
    Ok(transaction.commit()?)
}

/// Keeps only the code, since a text of SQLite can quote a statement.
impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => {
                Self::Sqlite(failure.extended_code & 0xFF)
            }
            _ => Self::Misuse,
        }
    }
}
