//! The profiles, which differ in how a closed list is written.

use alloc::vec::Vec;

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use crate::{Customer, Rule, StateCountry};

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

/// A list: each code with its name.
type List = Vec<(&'static str, &'static str)>;

/// Gives every `enum` that is one of the contract's lists the names of its codes.
///
/// For a schema of your own that holds types of this crate:
///
/// ```
/// use customer_schema::IdType;
/// use customer_schema::schema::Labels;
/// use schemars::generate::SchemaSettings;
///
/// let generator = SchemaSettings::draft2020_12().with_transform(Labels::default()).into_generator();
/// let schema = generator.into_root_schema_for::<IdType>();
/// assert_eq!(schema.pointer("/oneOf/0/title").unwrap(), "Driving licence");
/// ```
#[derive(Clone, Debug)]
pub struct Labels {
    lists: Vec<List>,
}

impl Default for Labels {
    fn default() -> Self {
        let mut lists = Vec::new();
        collect_lists(Rule::Object(Customer::PROPERTIES), &mut lists);
        lists.extend(StateCountry::ALL.iter().map(|country| country.rule().codes()));
        Self { lists }
    }
}

/// The lists of all codes in a value.
fn collect_lists(rule: Rule, lists: &mut Vec<List>) {
    match rule {
        Rule::Code(rule) => lists.push(rule.codes()),
        Rule::Object(properties) | Rule::Array(properties) => {
            for property in properties {
                collect_lists(property.rule, lists);
            }
        }
        Rule::Text(_) | Rule::Date(_) | Rule::Signature => {}
    }
}

impl Transform for Labels {
    fn transform(&mut self, schema: &mut Schema) {
        let labelled = schema.get("enum").and_then(Value::as_array).and_then(|codes| {
            let list = self.lists.iter().find(|list| list.iter().map(|(code, _)| code).eq(codes))?;
            Some(list.iter().map(|(code, name)| json!({ "const": code, "title": name })).collect::<Value>())
        });
        if let Some(labelled) = labelled {
            schema.remove("enum");
            schema.insert("oneOf".into(), labelled);
            if schema.get("title").is_none() {
                // The words of a type: a form would show them instead of those of the property.
                schema.remove("description");
            }
        }
        transform_subschemas(self, schema);
    }
}
