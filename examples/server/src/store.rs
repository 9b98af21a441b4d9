//! Storage of customers. The service depends on the trait alone.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::sync::{Mutex, PoisonError};

use customer_schema::{Customer, CustomerId};

/// The effect of storing a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    Created,
    Updated,
}

/// An error of the store. Its text goes to the log, so it holds nothing of the customer.
#[derive(Clone, Copy, Debug)]
pub struct StoreError(pub &'static str);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for StoreError {}

/// Stores customers by their `CustomerID`.
pub trait Store: Send + Sync + 'static {
    /// Stores the customer. Replaces the one that has the same `CustomerID`, if there is one.
    fn put(&self, id: CustomerId, customer: Customer) -> impl Future<Output = Result<Put, StoreError>> + Send;
}

/// Stores customers in memory.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<HashMap<CustomerId, Customer>>);

impl MemoryStore {
    pub fn get(&self, id: &CustomerId) -> Option<Customer> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Store for MemoryStore {
    async fn put(&self, id: CustomerId, customer: Customer) -> Result<Put, StoreError> {
        // One step: of two requests that create the same customer, one updates it.
        let before = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id, customer);
        Ok(if before.is_some() { Put::Updated } else { Put::Created })
    }
}

/// Fails always.
#[derive(Clone, Copy, Debug, Default)]
pub struct FailingStore;

impl Store for FailingStore {
    async fn put(&self, _: CustomerId, _: Customer) -> Result<Put, StoreError> {
        Err(StoreError("this store always fails"))
    }
}
