//! The rules where this crate does not run (feature `schema`).
//!
//! A gateway, a form in a browser, a service in another language: they get the same rules as JSON Schema or OpenAPI, made
//! from the tables that the checker reads by. [`schema`](mod@crate::schema) makes them in code, and the folder `schema` of
//! the repository has them as files.
//!
//! # Which one
//!
//! | For | Dialect | Profile |
//! |---|---|---|
//! | validators, data pipelines | [`Draft2020_12`](crate::schema::Dialect::Draft2020_12) | plain |
//! | forms in RJSF or JSON Forms | [`Draft07`](crate::schema::Dialect::Draft07) | labels |
//! | gateways, generated clients | [`OpenApi`](crate::schema::OpenApi) 3.1 or 3.0 | plain |
//!
//! With labels each code has its English name beside it, for a list to choose from. The guide for
//! [frontends](super::frontend) goes on from there, to forms and types.
//!
//! ```
//! use customer_schema::schema::{self, Dialect, OpenApi, Profile};
//!
//! let body = schema::body(Dialect::Draft2020_12, Profile::Plain);
//! assert_eq!(body.pointer("/$defs/FullName/required").unwrap().as_array().unwrap().len(), 2);
//!
//! let document = schema::openapi(OpenApi::V3_1, Profile::Plain);
//! assert!(document.pointer("/paths/~1customers~1{CustomerID}/put").is_some());
//! ```
//!
//! The example `export_schema` prints them: `cargo run --example export_schema --features schema -- --dialect draft-07`.
//!
//! # In a schema of yours
//!
//! Every type has `JsonSchema`, so a type with a customer in it can derive it (feature `derive` of `schemars`), and lists
//! and maps of customers have it by themselves:
//!
//! ```
//! use customer_schema::Customer;
//!
//! let schema = schemars::schema_for!(Vec<Customer>);
//! assert_eq!(schema.pointer("/items/$ref").unwrap(), "#/$defs/Customer");
//! assert_eq!(schema.pointer("/$defs/Identity/properties/IDNumber/maxLength").unwrap(), 36);
//! ```
//!
//! # In a form or a table of a database
//!
//! The limits can be read without a schema, and without the feature. Each object has its table, each text its rule:
//!
//! ```
//! use customer_schema::{FullName, Rule};
//!
//! for property in FullName::PROPERTIES {
//!     if let Rule::Text(rule) = property.rule {
//!         let text = rule.max.map_or("TEXT".into(), |max| format!("VARCHAR({max})"));
//!         let null = if property.required { " NOT NULL" } else { "" };
//!         println!("{} {text}{null}", property.name);
//!     }
//! }
//! ```
//!
//! Count characters there as here: `VARCHAR(50)` is 50 characters in some databases, and 50 bytes in others.
//!
//! # What a schema cannot say
//!
//! The module's page has [the list](mod@crate::schema#what-no-schema-can-say). The first of it matters most: of a property
//! that is given twice a validator sees one, so a gateway with a schema does not replace the check in the service.
