//! The one condition: a country that prescribes codes for its states.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::Schema;
use serde_json::{Map, Value, json};

/// Adds to the schema of an address which `state` each of these countries asks for, by which rule.
///
/// It stands on the address itself, one `if` within the `else` of the other: form libraries cannot
/// draw an `allOf`, lose the list of countries in a `oneOf`, and some validators pass over
/// `dependentSchemas`.
pub(crate) fn prescribe(
    address: &mut Schema,
    id: &'static str,
    country: &'static str,
    state: &'static str,
    countries: Vec<(&'static str, Schema)>,
) {
    let condition = countries.into_iter().rfold(Map::<String, Value>::new(), |otherwise, (code, mut codes)| {
        // What the address says of its state holds here too; a form would show the later words.
        codes.remove("description");
        let mut branch = Map::new();
        branch.insert(
            "if".into(),
            json!({ "type": "object", "properties": { country: { "const": code } }, "required": [country] }),
        );
        branch.insert(
            "then".into(),
            json!({
                "type": "object",
                "properties": { state: codes },
                "required": [state],
                "$comment": id,
            }),
        );
        if !otherwise.is_empty() {
            branch.insert("else".into(), otherwise.into());
        }
        branch
    });
    address.ensure_object().extend(condition);
}
