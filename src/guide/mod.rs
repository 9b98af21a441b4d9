//! Guides: how the parts go together, for each kind of program that speaks this contract.
//!
//! - [`service`]: taking requests, in axum and without a framework; what to answer with what.
//! - [`client`]: from a form or a database row to the bytes that are sent, and from a 400 back to the fields.
//! - [`frontend`]: from the exported files to a form and types, in five minutes.
#![cfg_attr(
    feature = "schema",
    doc = "- [`schema`]: the same rules in gateways, databases, forms and other languages."
)]
#![cfg_attr(feature = "proptest", doc = "- [`testing`]: a service that is tested against the contract.")]
//!
//! There is no code in these modules.

pub mod client;
pub mod frontend;
#[cfg(feature = "schema")]
pub mod schema;
pub mod service;
#[cfg(feature = "proptest")]
pub mod testing;
