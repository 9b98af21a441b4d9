//! Customers in an SQLite file.
//!
//! A customer is stored as the bytes of its JSON, beside the texts for searches. All of them are BLOBs: U+0000 is valid
//! in texts (R1, R5), but SQL functions and other databases end a text there.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use customer_schema::{Customer, CustomerId};
use rusqlite::{Connection, OptionalExtension};
use tokio::task::spawn_blocking;

use super::{Put, Store, StoreError};

/// The steps from an empty database to the present tables. `user_version` counts the steps that were made. A step is
/// never changed, only followed by others.
const MIGRATIONS: &[&str] = &["
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

/// One statement writes and says whether there was a customer: of two requests that create the same one, one updates
/// it.
const UPSERT: &str = "
    INSERT INTO customers (id, version, first_name, last_name, date_of_birth, customer)
    VALUES (?1, 1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO UPDATE SET
        version = version + 1,
        first_name = excluded.first_name,
        last_name = excluded.last_name,
        date_of_birth = excluded.date_of_birth,
        customer = excluded.customer
    RETURNING version
";

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

    /// Reads a customer back. It is checked again, since others can write to the file.
    pub async fn get(&self, id: &CustomerId) -> Result<Option<Customer>, StoreError> {
        let id = id.clone();
        let query = "SELECT customer FROM customers WHERE id = ?1";
        self.run(move |connection| {
            let row = |row: &rusqlite::Row| row.get::<_, Vec<u8>>(0);
            let json = connection.query_row(query, [id.as_str().as_bytes()], row).optional()?;
            json.map(|json| Customer::from_json(&json).map_err(|_| StoreError::Invalid))
                .transpose()
        })
        .await
    }

    /// The number of customers.
    pub async fn count(&self) -> Result<u32, StoreError> {
        let query = "SELECT count(*) FROM customers";
        let count = |connection: &mut Connection| {
            Ok(connection.query_row(query, [], |row| row.get(0))?)
        };
        self.run(count).await
    }
}

impl Store for SqliteStore {
    async fn put(&self, id: CustomerId, customer: Customer) -> Result<Put, StoreError> {
        self.run(move |connection| {
            let json = serde_json::to_vec(&customer).map_err(|_| StoreError::Misuse)?;
            let name = &customer.full_name;
            let date_of_birth = customer.date_of_birth.to_iso8601();
            let columns = [
                id.as_str().as_bytes(),
                name.first_name.as_str().as_bytes(),
                name.last_name.as_str().as_bytes(),
                date_of_birth.as_bytes(),
                &json,
            ];
            // Outside of a transaction, an error of the commit would be lost with the row.
            let transaction = connection.transaction()?;
            let version: i64 = transaction.query_row(UPSERT, columns, |row| row.get(0))?;
            transaction.commit()?;
            Ok(if version == 1 { Put::Created } else { Put::Updated })
        })
        .await
    }

    async fn check(&self) -> Result<(), StoreError> {
        let query = "SELECT EXISTS (SELECT 1 FROM customers)";
        self.run(move |connection| Ok(connection.query_row(query, [], |_| Ok(()))?)).await
    }
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let done: u16 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let missing = MIGRATIONS.get(usize::from(done)..).ok_or(StoreError::TooNew)?;
    for (step, version) in missing.iter().zip(done + 1..) {
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
