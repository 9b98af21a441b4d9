//! The profiles, which differ in how a closed list is written.

use alloc::vec::Vec;

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use crate::codes::LISTS;

/// How a closed list of codes is written.
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
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// As `enum` of the codes alone: small, for gateways, code generators and documents.
    #[default]
    Plain,
    /// As `oneOf` of each code with its English name, and without examples: for forms, which show the
    /// names, and would offer the examples for choice.
    Labels,
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
