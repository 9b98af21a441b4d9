//! The rules as JSON Schema and `OpenAPI` (feature `schema`).
//!
//! A gateway, a form in a browser or a service in another language can use the same rules as a schema.
//! The module [`schema`](mod@crate::schema) generates it from the tables that the reader uses. The folder
//! `schema` of the repository has the generated files.
//!
//! # Which schema
//!
//! | For | Dialect | Profile |
//! |---|---|---|
//! | validators, data pipelines | [`Draft2020_12`](crate::schema::Dialect::Draft2020_12) | plain |
//! | forms in RJSF or JSON Forms | [`Draft07`](crate::schema::Dialect::Draft07) | labels |
//! | gateways, pages of documentation | [`OpenApi`](crate::schema::OpenApi) 3.1 or 3.0 | plain |
//! | generated clients, types and validators | `OpenApi`, `Draft2020_12` | generators |
//! | generated data, fuzzing of a service | `OpenApi`, `Draft2020_12` | fuzzers |
//!
//! Every [profile](crate::schema::Profile) accepts the same bodies. With labels, each code has its English name, for
//! the list in a form. The guide for [frontends](super::frontend) shows forms and types.
//!
//! ```
//! use customer_schema::schema::{self, Dialect, OpenApi, Profile};
//!
//! let body = schema::body(Dialect::Draft2020_12, Profile::Plain);
//! let required = body.pointer("/$defs/FullName/required").unwrap();
//! assert_eq!(required.as_array().unwrap().len(), 2);
//!
//! let document = schema::openapi(OpenApi::V3_1, Profile::Plain);
//! assert!(document.pointer("/paths/~1customers~1{CustomerID}/put").is_some());
//! ```
//!
//! The example `export_schema` prints one:
//! `cargo run --example export_schema --features schema -- --dialect draft-07`.
//! It exits with 2 on a combination that is not offered, such as `--dialect draft-07 --generators`.
//!
//! # The header `Api-Signature`
//!
//! In OpenAPI it is an optional parameter of the operation: each request has a signature of its own. With
//! `--signature apikey`, or [`SignatureForm::ApiKey`](crate::schema::SignatureForm::ApiKey), it is a security scheme.
//!
//! | Tool | Form |
//! |---|---|
//! | generators of clients: openapi-generator, hey-api, orval, kubb, openapi-python-client, openapi-zod-client | `header` |
//! | fuzzers: schemathesis | `header` |
//! | gateways that ask for credentials, and pages of documentation with a field for them: Swagger UI, Redoc | `apikey` |
//!
//! As a security scheme, a generated operation has no argument for it, or the client sets it once for all requests.
//! Neither form makes it required: whether a service demands a signature is its own choice
//! ([S17](crate::guide::contract#S17)).
//!
//! # In your own schema
//!
//! Every type implements `JsonSchema`. A type with a customer in it can derive it (feature `derive` of
//! `schemars`). Lists and maps of customers implement it already:
//!
//! ```
//! use customer_schema::Customer;
//!
//! let schema = schemars::schema_for!(Vec<Customer>);
//! assert_eq!(schema.pointer("/items/$ref").unwrap(), "#/$defs/Customer");
//! let limit = schema.pointer("/$defs/Identity/properties/IDNumber/maxLength").unwrap();
//! assert_eq!(limit, 36);
//! ```
//!
//! # In a form or a database table
//!
//! The limits are available without a schema, and without the feature. Each object has its table of
//! properties, and each text its rule:
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
//! Lengths count characters. `VARCHAR(50)` is 50 characters in some databases and 50 bytes in others.
//!
//! # What a schema cannot express
//!
//! The page of the module has [the list](mod@crate::schema#what-no-schema-can-say). Its first entry matters
//! most: a validator sees one value only of a property that is given twice. A gateway with a schema
//! therefore does not replace the check in the service.
