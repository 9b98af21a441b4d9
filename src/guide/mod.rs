//! The contract, and guides for each kind of program that uses it. These modules are only documentation.
//!
//! - [`contract`]: every rule and every decision, with its number.
//! - [`service`]: receiving requests, in axum and without a framework, and answering them.
//! - [`client`]: from a form or a database row to the bytes to send, and from a 400 back to the fields.
//! - [`frontend`]: forms and types made from the exported schemas.
//! - [`scale`]: checking stored bodies in bulk, with Apache Spark and a SQL database.
#![cfg_attr(feature = "schema", doc = "- [`schema`]: the rules in gateways, databases, forms and other languages.")]
#![cfg_attr(feature = "schema", doc = "- [`openapi`]: the operation in your OpenAPI document, with aide and utoipa.")]
#![cfg_attr(feature = "proptest", doc = "- [`testing`]: testing a service against the contract.")]

pub mod client;
pub mod contract;
pub mod frontend;
#[cfg(feature = "schema")]
pub mod openapi;
pub mod scale;
#[cfg(feature = "schema")]
pub mod schema;
pub mod service;
#[cfg(feature = "proptest")]
pub mod testing;
