//! Conditions among the properties of an object.

use alloc::string::String;

use schemars::Schema;
use serde_json::{Map, Value, json};

use crate::{Condition, Rule};

/// Adds the conditions of an object to its schema, one `if` within the `else` of the other.
///
/// Form libraries cannot draw an `allOf` and lose the list of countries in a `oneOf`, and some validators ignore
/// `dependentSchemas`. [`Respell`](super::spelling::Respell) rewrites the conditions in other forms.
pub(super) fn add_conditions(object: &mut Schema, conditions: &[Condition], of: &mut dyn FnMut(Rule) -> Schema) {
    let nested = conditions.iter().rfold(Map::<String, Value>::new(), |otherwise, condition| {
        let Condition { id, when, is, then, codes } = *condition;
        let mut codes = of(Rule::Code(codes));
        // The description of the property applies here too. A form would show this one instead.
        codes.remove("description");
        let mut branch = Map::new();
        branch.insert(
            "if".into(),
            json!({ "type": "object", "properties": { when: { "const": is } }, "required": [when] }),
        );
        branch.insert(
            "then".into(),
            json!({ "type": "object", "properties": { then: codes }, "required": [then], "$comment": id }),
        );
        if !otherwise.is_empty() {
            branch.insert("else".into(), otherwise.into());
        }
        branch
    });
    object.ensure_object().extend(nested);
}
