//! The contract as JSON Schema and OpenAPI: for forms, gateways and other languages.
//!
//! Every schema is generated from the rules and tables that the reader uses. A limit, a name or a code is
//! written once, so schema and code cannot contradict each other.
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
//! Every type of this crate that occurs in a body implements `JsonSchema`, so it can be used in a schema of
//! your own. [`AddLabels`] adds the names of the codes to such a schema.
//!
//! # Reading the schemas
//!
//! - `$comment` has the number of the rule, such as `R5`. OpenAPI has no such comments.
//! - A date has `format`, its length *and* a pattern for the days of the calendar, since most validators do
//!   not check a `format`. In OpenAPI, its description has the rule in words.
//! - Properties are in the order of the contract if `serde_json` has its feature `preserve_order`, otherwise
//!   they are sorted by name.
//! - Draft-07 has no references, since in this dialect a `$ref` hides the title beside it. It is the dialect
//!   for RJSF and JSON Forms, whose validators read it by default. In RJSF, set `constAsDefaults` to
//!   `never`. Otherwise it preselects the first country.
//! - The codes of `State` in the USA and in Canada are a nested `if`/`then`/`else`. For tools that ignore
//!   `if`, use [`Profile::Generators`] or [`Profile::Fuzzers`]. OpenAPI 3.0 does not have these keywords: its
//!   plain document is the one for generators, and its labelled one has an `allOf` of `anyOf`.
//! - In the plain document of OpenAPI 3.1, `PrimaryResidence` has no title. With a title beside the reference
//!   to a schema with `if`, openapi-generator makes an untyped property of it.
//!
//! # Limits of a schema
//!
//! On every document that the data model of JSON Schema can hold, a schema of the body and
//! [`Customer::from_json`](crate::Customer::from_json) give the same verdict. For the following bodies they
//! may not, since a validator sees only the result of its JSON parser.
//!
//! - **A property given twice** is refused here ([S4](crate::guide::contract#S4)). Most parsers keep one of the two
//!   values before a validator sees them.
//! - **A lone surrogate escape**, such as `"\ud800"`, is malformed here where a rule applies to the string
//!   ([S5](crate::guide::contract#S5)). Some parsers keep it as a character.
//! - **A number beyond a double's range**, such as `1e400`, is read by some parsers as infinity and
//!   refused by others. Here it is a number like any other: ignored in an unknown property, of a wrong
//!   type in a documented one.
//! - **Text that is not JSON in UTF-8**, such as a byte order mark, another encoding, an empty body, anything
//!   behind the value, or `NaN`, is malformed here ([S5](crate::guide::contract#S5)). Some parsers accept it.
//! - **Depth**: values that are skipped here can be nested to any depth. Most parsers have a limit.
//! - **`Api-Signature`** is not a part of the body. No pattern can describe its shape
//!   ([S9](crate::guide::contract#S9)), so the schema of [`ApiSignature`](crate::ApiSignature) is a string.

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
use alloc::string::String;
use alloc::vec::Vec;

use schemars::generate::{GenTransform, SchemaGenerator};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use crate::rule::date;
use crate::{Customer, ErrorBody};

pub use dialect::{Dialect, OpenApi};
pub use openapi::{SignatureForm, components, openapi, openapi_with};
pub use profile::{AddLabels, Profile};
use spelling::{Respell, Spelling};

/// The schema of the body of `PUT /customers/{CustomerID}` ([R3](crate::guide::contract#R3)).
///
/// In the dialects of OpenAPI, it is a reference together with the `components` to which it refers.
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
/// [`ErrorBody`] itself reads more than this schema accepts: any answer, also with missing or unknown parts
/// ([S20](crate::guide::contract#S20)).
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
    // Generated apart from the root: the transforms do not visit `components` by themselves.
    let mut root = generator.subschema_for::<T>();
    root.insert("components".into(), components_of(&mut generator).into());
    root
}

/// The schemas that a generator has made, where OpenAPI has them.
fn components_of(generator: &mut SchemaGenerator) -> Map<String, Value> {
    Map::from_iter([("schemas".into(), generator.take_definitions(true).into())])
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

/// Removes examples: forms offer them for choice, as if they were answers.
fn remove_examples(schema: &mut Schema) {
    schema.remove("examples");
}

/// Removes comments: the readers of an OpenAPI document do not have the page of the numbers.
fn remove_comment(schema: &mut Schema) {
    schema.remove("$comment");
}

/// Removes all keywords beside a reference to an object with conditions: if a `$ref` has siblings and refers to a
/// schema with `if`, openapi-generator makes an untyped property of it.
fn bare_references(schema: &mut Schema) {
    let name = schema.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next());
    if name.is_some_and(impls::has_conditions) {
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
