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
//! # Generators of code
//!
//! `tests/schema/tools.sh` has each generator read its file. It checks that every documented property has its type and
//! that valid bodies of five countries are accepted, and it tries invalid bodies on the result. The last column says what
//! the result does not check.
//!
//! | Generator | File | Lost |
//! |---|---|---|
//! | zod 4 `fromJSONSchema` | `customer-2020-12-generators.json` | nothing |
//! | hey-api (zod) | `openapi-3.1-generators.json` | nothing |
//! | orval (zod) | `openapi-3.1-generators.json` | nothing |
//! | kubb (zod) | `openapi-3.1-generators.json` | the year 0000 |
//! | openapi-zod-client | `openapi-3.0.json` | counts UTF-16 code units |
//! | openapi-generator: typescript-fetch | `openapi-3.1.json` or `openapi-3.0.json` | everything but types |
//! | openapi-generator: java | `openapi-3.1.json` or `openapi-3.0.json` | everything but types |
//! | openapi-generator: go | `openapi-3.1.json` or `openapi-3.0.json` | everything but types |
//! | openapi-generator: python | `openapi-3.1.json` | null, form of dates, states |
//! | openapi-python-client | `openapi-3.1-generators.json` | types of properties, null, lengths, form of dates, states |
//! | datamodel-code-generator `--type-mappings 'string+date=string'` | `customer-2020-12-generators.json` | null |
//! | typify | `customer-2020-12-fuzzers.json` | null, the year 0000 |
//! | schemathesis | `openapi-3.1-fuzzers.json` or `openapi-3.0-fuzzers.json` | nothing |
//!
//! - "Null": it takes `null` for an optional property that is left out.
//! - "States": it takes any text as the state of an address in the USA or in Canada
//!   ([R21](crate::guide::contract#R21)).
//! - "Everything but types": the generated code validates nothing.
//! - Without its option, datamodel-code-generator takes `"1985-12-10T00:00:00"` and 432000000 for dates.
//! - openapi-generator takes the files for generators too; they have no advantage for it.
//!
//! The file `customer-types.json` is for generators of types alone, such as json-schema-to-typescript. It refuses unknown
//! properties, which the contract ignores ([S3](crate::guide::contract#S3)): a validator that is made of it refuses valid
//! bodies. `customer-types-open.json` is the same without that rule.
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
