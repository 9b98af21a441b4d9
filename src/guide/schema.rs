//! The rules as JSON Schema and `OpenAPI` (feature `schema`).
//!
//! A gateway, a form in a browser or a service in another language can use the same rules as a schema.
//! The module [`schema`](mod@crate::schema) generates schemas from the tables that the reader uses. The
//! folder `schema` of the repository has them as files.
//!
//! # Which schema
//!
//! | For | Dialect | Profile |
//! |---|---|---|
//! | validators, data pipelines | [`Draft2020_12`](crate::schema::Dialect::Draft2020_12) | plain |
//! | forms in RJSF | `Draft2020_12` or [`Draft07`](crate::schema::Dialect::Draft07) | labels |
//! | forms in JSON Forms | `Draft07` | labels |
//! | gateways, pages of documentation | [`OpenApi`](crate::schema::OpenApi) 3.1 or 3.0 | plain |
//! | generated clients, types and validators | `OpenApi`, `Draft2020_12` | generators |
//! | generated data, fuzzing of a service | `OpenApi`, `Draft2020_12` | fuzzers |
//!
//! The schemas of all [profiles](crate::schema::Profile) accept the same bodies. With labels, each code has its English
//! name, for the list in a form. The guide for [frontends](super::frontend) shows forms and types.
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
//! The example `export_schema` prints a schema:
//! `cargo run --example export_schema --features schema -- --dialect draft-07`.
//! Its exit status is 2 for a combination that is not offered, such as `--dialect draft-07 --generators`.
//!
//! # Code generators
//!
//! `tests/schema/tools.sh` runs each generator on its file, gives valid bodies of five countries and invalid ones to the
//! code that it generates, and compares the losses with this table. Every generator accepts the valid bodies. The last
//! column has the rules that the generated code does not check.
//!
//! | Generator | File | Lost |
//! |---|---|---|
//! | zod 4 `fromJSONSchema` | `customer-2020-12-generators.json` | nothing |
//! | hey-api (zod) | `openapi-3.1-generators.json` | nothing |
//! | orval (zod) | `openapi-3.1-generators.json` | nothing |
//! | kubb (zod) | `openapi-3.1-generators.json` | the year 0000 |
//! | openapi-zod-client | `openapi-3.0.json` | counts UTF-16 code units |
//! | openapi-generator: typescript-fetch | `openapi-3.1.json` or `openapi-3.0.json` | everything but types |
//! | openapi-generator: java `disallowAdditionalPropertiesIfNotPresent=false` | `openapi-3.1.json` or `openapi-3.0.json` | types of properties, null, lengths, the year 0000, states |
//! | openapi-generator: go `disallowAdditionalPropertiesIfNotPresent=false,enumClassPrefix=true` | `openapi-3.1.json` or `openapi-3.0.json` | null, lengths, form of dates, days of the calendar, the year 0000, states |
//! | openapi-generator: python | `openapi-3.1.json` | null, form of dates, states |
//! | openapi-python-client | `openapi-3.1-generators.json` | types of properties, null, lengths, form of dates, states |
//! | datamodel-code-generator `--type-mappings 'string+date=string'` | `customer-2020-12-generators.json` | null |
//! | typify | `customer-2020-12-fuzzers.json` | null, the year 0000 |
//! | schemathesis | `openapi-3.1-fuzzers.json` or `openapi-3.0-fuzzers.json` | nothing |
//!
//! - "null": `null` is accepted as the value of an optional property ([S2](crate::guide::contract#S2)).
//! - "states": any text is accepted as the state of an address in the USA or in Canada
//!   ([R21](crate::guide::contract#R21)).
//! - "form of dates": other forms than `YYYY-MM-DD` are accepted ([S6](crate::guide::contract#S6)).
//! - "days of the calendar": days that do not exist, such as `2023-02-29`, are accepted
//!   ([S6](crate::guide::contract#S6)).
//! - "the year 0000": `0000-01-01` is accepted as a date ([S6](crate::guide::contract#S6)).
//! - "lengths": texts that are too short or too long are accepted.
//! - "counts UTF-16 code units": a text with characters outside the Basic Multilingual Plane is refused although it is
//!   short enough.
//! - "types of properties": values of other JSON types are accepted.
//! - "everything but types": nothing is checked at run time. The compiler checks the types of properties.
//!
//! Without its option, datamodel-code-generator accepts `"1985-12-10T00:00:00"` and 432000000 as dates. Without theirs
//! (`--additional-properties`), the clients of openapi-generator in Java and Go refuse unknown properties, which the
//! contract ignores ([S3](crate::guide::contract#S3)), and those in Go do not compile, since `NL` is a country and a
//! province. openapi-generator also reads the files for generators, but gains nothing from them.
//!
//! The OpenAPI documents describe `Api-Signature` as any text, not its shape ([S9](crate::guide::contract#S9)). So
//! nearly all requests of a fuzzer that have it are answered with 400. `examples/server/tests/schemathesis.sh` puts a
//! list of signatures in its place.
//!
//! The files `customer-types.json` and `customer-types-open.json` are for generators of types, such as
//! json-schema-to-typescript, and not for validation. The first refuses unknown properties, which the contract ignores
//! ([S3](crate::guide::contract#S3)), so a validator made from it refuses valid bodies.
//!
//! # The header `Api-Signature`
//!
//! In OpenAPI, the header is an optional parameter of the operation, since each request has another signature. The
//! option `--signature apikey` of `export_schema`, or [`SignatureForm::ApiKey`](crate::schema::SignatureForm::ApiKey),
//! makes it a security scheme.
//!
//! | Tool | Form |
//! |---|---|
//! | generators of clients: openapi-generator, hey-api, orval, kubb, openapi-python-client, openapi-zod-client | `header` |
//! | fuzzers: schemathesis | `header` |
//! | gateways that ask for credentials, and pages of documentation with a field for them: Swagger UI, Redoc | `apikey` |
//!
//! With a security scheme, a generated client has no argument for the signature, or sets it once for all requests.
//! Neither form makes the header required: each service decides whether it requires a signature
//! ([S17](crate::guide::contract#S17)).
//!
//! # In your own schema
//!
//! Every type that occurs in a body implements `JsonSchema`. A type of your own that contains one of them can
//! derive it (feature `derive` of `schemars`). Lists and maps of customers implement it already:
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
//! An OpenAPI document of your own has a [guide](super::openapi).
//!
//! # In a form or a database table
//!
//! The limits are available without a schema, and without the feature `schema`. Each object type has its table
//! of properties, and each text type its rule:
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
//! # Limits of a schema
//!
//! The page of the module [lists them](mod@crate::schema#limits-of-a-schema). The first one matters most: of
//! a property that is given twice, a validator sees one value only. A gateway with a schema therefore does
//! not replace the check in the service.
