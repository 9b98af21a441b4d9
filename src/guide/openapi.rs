//! The operation in the OpenAPI document of your service (feature `schema`).
//!
//! [`schema::openapi`](crate::schema::openapi) is a whole document. Where another crate makes the document of a service,
//! the operation becomes a part of it. The rule on the state of an address in the USA and in Canada
//! ([R21](crate::guide::contract#R21)) is an `if` with `then` and `else`: not every crate keeps these keywords.
//!
//! | Crate | Schemas | `if`, `then`, `else` |
//! |---|---|---|
//! | aide 0.16 | from `JsonSchema`, which every type here has | kept |
//! | utoipa 5 | from types of its own | lost without an error; kept by the code below |
//!
//! A test of the repository, `cargo test -p customer-schema-openapi`, compiles the programs of this page. With the documents
//! that they make, a validator gives the verdict of the reader on every state and province.
//!
//! # aide
//!
//! aide 0.16 is the version on `schemars` 1. Earlier ones are on 0.8, for which the types here have no implementation.
//!
//! `put_customer` and `Customers` are those of the [service in axum](super::service#in-axum), in a module `service` beside
//! this one:
//!
// A test compiles this program. The library has no aide to compile it with.
#![cfg_attr(not(doctest), doc = concat!("```rust\n", include_str!("aide.rs"), "```"))]
//!
//! ```toml
//! [dependencies]
//! aide = { version = "=0.16.0-alpha.4", features = ["axum", "axum-json", "axum-tokio"] }
//! axum = { version = "0.8", features = ["json"] }
//! customer-schema = { path = "../customer-schema", features = ["http", "schema"] }
//! schemars = "1"
//! ```
//!
//! `Json<Customer>` describes the body. The handler takes bytes, for the reason that the guide for services has.
//!
//! With less code, the document of aide starts as the exported one, with examples and the header `Api-Signature`. The router
//! adds its own routes to it: `serde_json::from_str(&schema::openapi(OpenApi::V3_1, Profile::Plain).to_string())`.
//!
//! # utoipa
//!
//! The types here do not implement `ToSchema`: a schema of utoipa has no `if`. Refer to the schemas by their names, and add
//! them to the finished document, which takes five lines:
//!
#![cfg_attr(not(doctest), doc = concat!("```rust\n", include_str!("utoipa.rs"), "```"))]
//!
//! ```toml
//! [dependencies]
//! customer-schema = { path = "../customer-schema", features = ["schema"] }
//! serde_json = "1"
//! utoipa = "5"
//! ```
//!
//! - Serve the result. Read into `utoipa::openapi::OpenApi` again, it loses the rule.
//! - A schema of yours with one of [the names](crate::schema::components), such as `Customer`, is replaced.
//! - utoipa writes OpenAPI 3.1, so the components are those of `OpenApi::V3_1`.
