//! Storage of customers. The service depends only on the trait.

mod postgres;
mod sql;
mod sqlite;

use std::future::Future;

use customer_schema::{Customer, CustomerId};
use tokio_postgres::error::SqlState;

pub use postgres::PostgresStore;
pub use sqlite::SqliteStore;

/// The effect of storing a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    Created,
    Updated,
}

/// An error of the store. Its text goes to the log, so it holds nothing of the customer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("this store always fails")]
    AlwaysFails,
    /// The primary code of SQLite: <https://www.sqlite.org/rescode.html>.
    #[error("SQLite has error {0}")]
    Sqlite(i32),
    /// The SQLSTATE: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
    #[error("PostgreSQL has error {}", .0.code())]
    Postgres(SqlState),
    #[error("DATABASE_URL is not a URL of PostgreSQL")]
    Address,
    #[error(
        "connections to PostgreSQL are not encrypted, so sslmode must be disable or prefer"
    )]
    Tls,
    /// The customer may be stored or not, if the connection was lost while it was written.
    #[error("there is no connection to the database")]
    Disconnected,
    /// The customer may be stored or not, or be stored later, if the statement had begun.
    #[error("the database takes too long")]
    TimedOut,
    #[error("the database cannot be used in this way")]
    Misuse,
    #[error("the database was made by a newer version")]
    TooNew,
    /// The record was changed from outside.
    #[error("a stored customer is invalid")]
    Invalid,
    #[error("the task of the store ended")]
    Ended,
}

/// Stores customers by their `CustomerID`.
pub trait Store: Send + Sync + 'static {
    /// Stores the customer. Replaces the one that has the same `CustomerID`, if there is one. Once this returns, the
    /// customer is not lost when the process or the machine stops.
    fn put(
        &self,
        id: CustomerId,
        customer: Customer,
    ) -> impl Future<Output = Result<Put, StoreError>> + Send;

    /// Reads a customer back, through the checks of the crate.
    fn get(
        &self,
        id: &CustomerId,
    ) -> impl Future<Output = Result<Option<Customer>, StoreError>> + Send;

    /// The number of customers.
    fn count(&self) -> impl Future<Output = Result<i64, StoreError>> + Send;

    /// Checks that the store answers.
    fn check(&self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// A store that always fails.
#[derive(Clone, Copy, Debug, Default)]
pub struct FailingStore;

impl Store for FailingStore {
    async fn put(&self, _: CustomerId, _: Customer) -> Result<Put, StoreError> {
        Err(StoreError::AlwaysFails)
    }

    async fn get(&self, _: &CustomerId) -> Result<Option<Customer>, StoreError> {
        Err(StoreError::AlwaysFails)
    }

    async fn count(&self) -> Result<i64, StoreError> {
        Err(StoreError::AlwaysFails)
    }

    async fn check(&self) -> Result<(), StoreError> {
        Err(StoreError::AlwaysFails)
    }
}
