//! The contract as JSON Schema and OpenAPI: for forms, gateways and other languages.
//!
//! Every export is made from the rules and tables that the reader itself checks by. A limit, a name
//! or a code is written once, so schema and code cannot drift apart.
//!
//! ```
//! use customer_schema::Customer;
//! use customer_schema::schema::{self, Dialect, Profile};
//!
//! let body = schema::body(Dialect::Draft2020_12, Profile::Plain);
//! assert_eq!(body.pointer("/$defs/FullName/properties/FirstName/maxLength").unwrap(), 50);
//!
//! // `schemars` generates the same on its own.
//! assert_eq!(schemars::schema_for!(Customer), body);
//! ```
//!
//! Every type of this crate that stands in a body has `JsonSchema`, so it can stand in a schema of
//! yours. [`AddLabels`] gives such a schema the names of the codes.
//!
//! # Reading the schemas
//!
//! - `$comment` has the number of the rule, as in `R5`; OpenAPI has none.
//! - A date carries `format`, its length *and* a pattern for the days of the calendar: to most
//!   validators a `format` is only a note. In OpenAPI its description has the rule in words.
//! - Properties come in the order of the contract where `serde_json` has its feature `preserve_order`,
//!   by name otherwise.
//! - Draft-07 has everything in place, since there a `$ref` hides the title beside it. It is the
//!   dialect for RJSF and JSON Forms, whose validators read it by default. Set RJSF's
//!   `constAsDefaults` to `never`, or it chooses the first country.
//! - The codes of `State` in the USA and in Canada are a nested `if`/`then`/`else`. Tools that pass over it
//!   read [`Profile::Generators`] or [`Profile::Fuzzers`]. OpenAPI 3.0 has no such keyword: its plain
//!   document is the one for generators, and its labelled one has an `allOf` of `anyOf`.
//! - `PrimaryResidence` has no title in the plain document of OpenAPI 3.1: beside a reference to a schema with
//!   `if`, openapi-generator makes an untyped property of it.
//!
//! # What no schema can say
//!
//! On every document that the data model of JSON Schema can hold, an exported schema and
//! [`Customer::from_json`](crate::Customer::from_json) give the same verdict. These bodies are outside
//! of it: a validator sees what its JSON parser made of them.
//!
//! - **A property given twice** is refused here ([S4](crate::guide::contract#S4)). Most parsers keep one of the two
//!   values before a validator sees them.
//! - **A lone surrogate escape**, such as `"\ud800"`, is malformed here ([S5](crate::guide::contract#S5)). Some parsers
//!   keep it as a character.
//! - **A number beyond a double's range**, such as `1e400`, is read by some parsers as infinity and
//!   refused by others. Here it is a number like any other: ignored in an unknown property, of a wrong
//!   type in a documented one.
//! - **What is not JSON in UTF-8**: a byte order mark, another encoding, an empty body, anything behind
//!   the value, `NaN`. Here it is malformed ([S5](crate::guide::contract#S5)); some parsers take it.
//! - **Depth**: what is skipped here may be nested as deep as it likes; most parsers have a limit.
//! - **`Api-Signature`**: its shape ([S9](crate::guide::contract#S9)) is no matter of a pattern, so
//!   [`ApiSignature`](crate::ApiSignature) is described as a string. It is no part of the body.

mod condition;
mod dialect;
mod error_body;
mod examples;
mod impls;
mod object;
mod openapi;
mod profile;
mod spelling;

use alloc::boxed::Box;
use alloc::vec::Vec;

use schemars::generate::{GenTransform, SchemaGenerator};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::rule::date;
use crate::{Customer, ErrorBody};

pub use dialect::{Dialect, OpenApi};
pub use openapi::{SignatureForm, openapi, openapi_with};
pub use profile::{AddLabels, Profile};
use spelling::{Respell, Spelling};

/// The schema of the body of `PUT /customers/{CustomerID}` ([R3](crate::guide::contract#R3)).
///
/// In the dialects of OpenAPI it is a reference together with the `components` that it refers to.
///
/// ```
/// use customer_schema::schema::{Dialect, Profile, body};
///
/// let body = body(Dialect::Draft07, Profile::Labels);
/// let countries = body.pointer("/properties/PrimaryResidence/properties/Country/oneOf").unwrap();
/// assert_eq!(countries.as_array().map(Vec::len), Some(249));
/// assert_eq!(countries[0]["title"], "Andorra");
/// ```
#[must_use]
pub fn body(dialect: Dialect, profile: Profile) -> Schema {
    root::<Customer>(dialect, profile)
}

/// The schema of the error body as a server writes it
/// ([R24](crate::guide::contract#R24)-[R27](crate::guide::contract#R27)).
///
/// [`ErrorBody`] reads more than that: it takes any answer, whatever is missing or unknown.
///
/// ```
/// use customer_schema::schema::{Dialect, error_body};
///
/// let schema = error_body(Dialect::Draft07);
/// assert_eq!(schema.pointer("/properties/Type/enum/0").unwrap(), "InvalidMessage");
/// ```
#[must_use]
pub fn error_body(dialect: Dialect) -> Schema {
    root::<ErrorBody>(dialect, Profile::Plain)
}

fn root<T: JsonSchema>(dialect: Dialect, profile: Profile) -> Schema {
    let mut generator = generator(dialect, profile);
    if !matches!(dialect, Dialect::OpenApi(_)) {
        return generator.into_root_schema_for::<T>();
    }
    // Taken apart from the root: the transforms do not look into `components` by themselves.
    let mut root = generator.subschema_for::<T>();
    root.insert("components".into(), serde_json::json!({ "schemas": generator.take_definitions(true) }));
    root
}

fn generator(dialect: Dialect, profile: Profile) -> SchemaGenerator {
    let mut settings = dialect.settings();
    // Before the transforms of the dialect, which rewrite what these add.
    let mut transforms: Vec<Box<dyn GenTransform>> = Vec::new();
    if profile == Profile::Labels {
        transforms.push(Box::new(RecursiveTransform(remove_examples)));
        transforms.push(Box::new(AddLabels::default()));
    }
    transforms.push(Box::new(Respell(Spelling::of(dialect, profile))));
    if let Dialect::OpenApi(version) = dialect {
        if (version, profile) == (OpenApi::V3_1, Profile::Plain) {
            transforms.push(Box::new(RecursiveTransform(bare_references)));
        }
        transforms.push(Box::new(RecursiveTransform(describe_dates)));
        transforms.push(Box::new(RecursiveTransform(remove_comment)));
    }
    settings.transforms.splice(..0, transforms);
    settings.into_generator()
}

/// Forms offer examples for choice, as if they were answers.
fn remove_examples(schema: &mut Schema) {
    schema.remove("examples");
}

/// Documents of OpenAPI are read by people, to whom a comment says nothing.
fn remove_comment(schema: &mut Schema) {
    schema.remove("$comment");
}

/// Removes what stands beside a reference to an object with conditions: openapi-generator makes an untyped property
/// of a `$ref` that has siblings and leads to a schema with `if`.
fn bare_references(schema: &mut Schema) {
    let names = schema.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next());
    if names.is_some_and(impls::has_conditions) {
        schema.ensure_object().retain(|keyword, _| keyword == "$ref");
    }
}

/// Adds the rule of a date ([S6](crate::guide::contract#S6)) in words: the pattern is hard to read.
fn describe_dates(schema: &mut Schema) {
    if schema.get("format").is_none_or(|format| format != "date") {
        return;
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        let [form, first, last] = [date::FORM, date::FIRST, date::LAST];
        description.extend([" A day of the calendar in the form ", form, ", from ", first, " to ", last, "."]);
    }
}
