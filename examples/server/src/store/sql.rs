//! The statements that SQLite and PostgreSQL share, and what is written by them.
//!
//! A customer is stored as the bytes of its JSON, beside the texts for searches. All of them are bytes: U+0000 is valid
//! in texts (R1, R5), but PostgreSQL refuses it in a text, and functions of SQLite end a text there.

use customer_schema::{Customer, CustomerId};

use super::{Put, StoreError};

/// One statement writes and says whether there was a customer: of two requests that create the same one, one updates
/// it. Between a statement that reads and another that writes, there could be a third one.
pub(super) const UPSERT: &str = "
    INSERT INTO customers (id, version, first_name, last_name, date_of_birth, customer)
    VALUES ($1, 1, $2, $3, $4, $5)
    ON CONFLICT (id) DO UPDATE SET
        version = customers.version + 1,
        first_name = excluded.first_name,
        last_name = excluded.last_name,
        date_of_birth = excluded.date_of_birth,
        customer = excluded.customer
    RETURNING version
";

pub(super) const GET: &str = "SELECT customer FROM customers WHERE id = $1";

pub(super) const COUNT: &str = "SELECT count(*) FROM customers";

pub(super) const CHECK: &str = "SELECT EXISTS (SELECT 1 FROM customers)";

/// A customer as it is written.
pub(super) struct Record {
    id: CustomerId,
    customer: Customer,
    date_of_birth: String,
    json: Vec<u8>,
}

impl Record {
    pub(super) fn new(id: CustomerId, customer: Customer) -> Result<Self, StoreError> {
        let date_of_birth = customer.date_of_birth.to_iso8601();
        let json = serde_json::to_vec(&customer).map_err(|_| StoreError::Misuse)?;
        Ok(Self { id, customer, date_of_birth, json })
    }

    /// The parameters of [`UPSERT`].
    pub(super) fn columns(&self) -> [&[u8]; 5] {
        let name = &self.customer.full_name;
        [
            self.id.as_str().as_bytes(),
            name.first_name.as_str().as_bytes(),
            name.last_name.as_str().as_bytes(),
            self.date_of_birth.as_bytes(),
            &self.json,
        ]
    }
}

/// Reads a customer back. It is checked again, since others can write to the database.
pub(super) fn read(json: &[u8]) -> Result<Customer, StoreError> {
    Customer::from_json(json).map_err(|_| StoreError::Invalid)
}

impl Put {
    /// The effect of [`UPSERT`], which returns the number of times that the customer was written.
    pub(super) const fn from_version(version: i64) -> Self {
        if version == 1 { Self::Created } else { Self::Updated }
    }
}

/// A step from an empty database to the present tables. A step is never changed, only followed by others.
pub(super) type Migration = &'static str;

/// The steps that are still to be made, each with the version of the database after it.
pub(super) fn missing(
    steps: &'static [Migration],
    done: i32,
) -> Result<impl Iterator<Item = (Migration, i32)>, StoreError> {
    let missing = usize::try_from(done).ok().and_then(|done| steps.get(done..));
    Ok(missing.ok_or(StoreError::TooNew)?.iter().copied().zip(done + 1..))
}
