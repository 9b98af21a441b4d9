//! `sonic-rs` reads into the struct of `garde`, which checks it: the fastest of the usual pairs.

use garde::{Report, Validate};

use super::garde::Customer;
use crate::refused::Refused;

pub(crate) fn read(body: &[u8]) -> Result<Customer, Refused<Report, sonic_rs::Error>> {
    let customer: Customer = sonic_rs::from_slice(body).map_err(Refused::Unreadable)?;
    customer.validate().map_err(Refused::Invalid)?;
    Ok(customer)
}
