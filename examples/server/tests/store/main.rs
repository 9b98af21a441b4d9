//! The stores: the same customers from each, and what a file or a database can do to them.

mod both;
mod postgres;
mod sqlite;

#[path = "../shared/cluster.rs"]
mod cluster;

use customer_schema::{Customer, CustomerId};

const BODY: &[u8] = include_bytes!("../../../data/valid-gb.json");

fn customer() -> Customer {
    Customer::from_json(BODY).unwrap()
}

/// A customer with another last name.
fn named(last_name: &str) -> Customer {
    let mut customer = customer();
    customer.full_name.last_name = last_name.parse().unwrap();
    customer
}

fn id() -> CustomerId {
    "c-1815".parse().unwrap()
}
