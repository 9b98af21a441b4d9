//! The answer of a service to a body.

use customer_schema::{Customer, ErrorBody, Violations};

/// Reads a body into a customer, or gives the error body as bytes.
///
/// # Errors
///
/// The error body of an invalid request.
pub fn answer(body: &[u8]) -> Result<Customer, Vec<u8>> {
    Customer::from_json(body).map_err(|violations| serialize(&error_body(&violations)))
}

#[must_use]
pub fn error_body(violations: &Violations) -> ErrorBody {
    ErrorBody::invalid_request(violations, "req-7f3a", "PutCustomer")
}

#[must_use]
pub fn serialize(body: &ErrorBody) -> Vec<u8> {
    body.to_json()
}
