//! The profiles: the same rules, written for different tools.

use alloc::vec::Vec;

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use super::Dialect;
use crate::codes::LISTS;

/// The kind of tool that reads a schema. Every profile accepts the same bodies.
///
/// The profiles differ in how they write closed lists and the rule that `State` is one of a list in some countries
/// ([R21](crate::guide::contract#R21)).
///
/// ```
/// use customer_schema::schema::{Dialect, Profile, body};
///
/// let country = |profile| {
///     let body = body(Dialect::Draft07, profile);
///     body.pointer("/properties/PrimaryResidence/properties/Country").unwrap().clone()
/// };
/// assert_eq!(country(Profile::Plain)["enum"][0], "AD");
/// assert_eq!(country(Profile::Labels)["oneOf"][0]["title"], "Andorra");
///
/// let address = |profile| body(Dialect::Draft2020_12, profile).pointer("/$defs/StreetAddress").unwrap().clone();
/// assert!(address(Profile::Plain).get("if").is_some());
/// assert_eq!(address(Profile::Generators)["allOf"][0]["anyOf"][1]["title"], "Country is CA");
/// assert_eq!(address(Profile::Fuzzers)["oneOf"][1]["properties"]["State"]["$ref"], "#/$defs/CaProvince");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// For validators, gateways and documents: codes as `enum`, the states as `if`/`then`/`else`. OpenAPI 3.0 has no
    /// `if`; there it is the same as [`Generators`](Self::Generators).
    #[default]
    Plain,
    /// For forms: codes as `oneOf` of each code with its English name, and no examples, which forms would offer for
    /// choice.
    Labels,
    /// For generators of types and validators: an address is `allOf` of an `anyOf` of the countries with a list and all
    /// others, and the object itself. Most generators pass over `if`.
    Generators,
    /// For generators of data: an address is `oneOf` of whole objects, so that every branch is drawn as often.
    Fuzzers,
}

impl Profile {
    /// Every profile.
    ///
    /// ```
    /// use customer_schema::schema::Profile;
    ///
    /// assert_eq!(Profile::ALL[0], Profile::default());
    /// ```
    pub const ALL: &'static [Self] = &[Self::Plain, Self::Labels, Self::Generators, Self::Fuzzers];

    /// Whether the profile is meant for a dialect. The schema is right in the others too, but no tool needs it: draft-07
    /// is the dialect of forms.
    ///
    /// ```
    /// use customer_schema::schema::{Dialect, Profile};
    ///
    /// assert!(Profile::Labels.is_offered_in(Dialect::Draft07));
    /// assert!(!Profile::Generators.is_offered_in(Dialect::Draft07));
    /// ```
    #[must_use]
    pub const fn is_offered_in(self, dialect: Dialect) -> bool {
        !matches!((self, dialect), (Self::Generators | Self::Fuzzers, Dialect::Draft07))
    }
}

/// Gives every `enum` that is one of the contract's lists the names of its codes.
///
/// For a schema of your own that holds types of this crate:
///
/// ```
/// use customer_schema::IdType;
/// use customer_schema::schema::AddLabels;
/// use schemars::generate::SchemaSettings;
///
/// let generator = SchemaSettings::draft2020_12().with_transform(AddLabels::default()).into_generator();
/// let schema = generator.into_root_schema_for::<IdType>();
/// assert_eq!(schema.pointer("/oneOf/0/title").unwrap(), "Driving licence");
/// ```
#[derive(Clone, Debug)]
pub struct AddLabels {
    /// Each code of each list with its name.
    lists: Vec<Vec<(&'static str, &'static str)>>,
}

impl Default for AddLabels {
    fn default() -> Self {
        Self { lists: LISTS.iter().map(|rule| rule.codes()).collect() }
    }
}

impl Transform for AddLabels {
    fn transform(&mut self, schema: &mut Schema) {
        let labelled = schema.get("enum").and_then(Value::as_array).and_then(|codes| {
            let list = self.lists.iter().find(|list| list.iter().map(|(code, _)| code).eq(codes))?;
            Some(list.iter().map(|(code, name)| json!({ "const": code, "title": name })).collect::<Value>())
        });
        if let Some(labelled) = labelled {
            schema.remove("enum");
            schema.insert("oneOf".into(), labelled);
            if schema.get("title").is_none() {
                // The description of a type. A form would show it instead of the property's.
                schema.remove("description");
            }
        }
        transform_subschemas(self, schema);
    }
}
