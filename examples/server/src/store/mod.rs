//! Storage of customers. The service depends only on the trait.

mod sqlite;

use std::future::Future;

use customer_schema::{Customer, CustomerId};

pub use sqlite::SqliteStore;

/// The effect of storing a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    Created,
    Updated,
}

/// An error of the store. Its text goes to the log, so it holds nothing of the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("this store always fails")]
    AlwaysFails,
    /// The primary code of SQLite: <https://www.sqlite.org/rescode.html>.
    #[error("SQLite has error {0}")]
    Sqlite(i32),
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

    async fn check(&self) -> Result<(), StoreError> {
        Err(StoreError::AlwaysFails)
    }
}
