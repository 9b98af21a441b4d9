//! The profiles: the same rules, written for different tools.

use alloc::vec::Vec;

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use super::Dialect;
use crate::codes::LISTS;

/// The kind of tool for which a schema is written. The schemas of all profiles accept the same bodies.
///
/// They differ in how they write closed lists, and the rule that `State` is from a list in some countries
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
    /// For validators, gateways and documentation: codes as `enum`, states as `if`/`then`/`else`. OpenAPI 3.0 has no
    /// `if`, so its plain document is the same as that for [`Generators`](Self::Generators).
    #[default]
    Plain,
    /// For forms: codes as `oneOf`, each with its English name. There are no examples, since forms would offer them for
    /// choice.
    Labels,
    /// For generators of types and validators, most of which ignore `if`. An address is `allOf` of two schemas. The
    /// first is an `anyOf` with a branch for each country that has a list of states, and one for all others. The second
    /// is the object itself.
    Generators,
    /// For generators of data: an address is `oneOf` of whole objects, so that each branch is drawn equally often.
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

    /// Whether the profile is meant for a dialect. The schema is correct in the others, too, but no tool needs it:
    /// draft-07 is the dialect for forms.
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

/// A transform that adds the names of the codes to every `enum` that is a list of the contract.
///
/// Use it for a schema of your own that has types of this crate:
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
