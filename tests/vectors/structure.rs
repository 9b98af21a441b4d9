//! R3-R22: JSON types; properties that are missing, given twice or unknown (S1-S4).

use customer_schema::JsonType;

use crate::Case;
use crate::bodies::{complete, minimal, properties, quoted, with};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::body("all properties", complete()),
        Case::body("no identities", minimal().put("/Identities", "[]")),
        Case::body("an empty object", "{}"),
    ];
    for raw in ["null", "true", "0", "\"{}\"", "[]", "[{}]"] {
        cases.push(Case::body(format!("a body that is {raw}"), raw));
        let identities = format!("[{raw},{}]", r#"{"IssuingCountry":"GB","IDNumber":"1","IDType":"TaxID"}"#);
        cases.push(Case::body(format!("an identity that is {raw}"), minimal().put("/Identities", identities)));
    }
    for (pointer, property) in properties() {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer to a property");
        let body = || with(&pointer);
        let without = || if property.required { minimal().without(&pointer) } else { minimal() };
        // An optional property is missing in the minimal body already.
        let missing = if property.required { without() } else { complete().without(&pointer) };
        cases.push(Case::body(format!("{pointer} is missing"), missing));
        for raw in wrong_types(property.rule.json_type()) {
            cases.push(Case::body(format!("{pointer} is {raw}"), body().put(&pointer, *raw)));
        }
        let again = |raw: &str| body().and(parent, &quoted(name), raw);
        cases.push(Case::body(format!("{pointer} twice"), again("[{\"x\":[]}]")));
        let (first, rest) = name.split_at(1);
        let escaped = format!("\"\\u{:04x}{rest}\"", u32::from(first.as_bytes()[0]));
        let thrice = again("null").and(parent, &escaped, "0");
        cases.push(Case::body(format!("{pointer} three times, once by an escape"), thrice));
        cases.push(Case::body(format!("{pointer} is null, and given again"), again("\"x\"").put(&pointer, "null")));
        let lower = quoted(&name.to_lowercase());
        cases.push(Case::body(format!("{pointer} in lower case alone"), without().and(parent, &lower, "\"a\"")));
        cases.push(Case::body(format!("{pointer} in lower case as well"), body().and(parent, &lower, "0")));
    }
    for object in ["", "/FullName", "/Identities/0", "/PrimaryResidence"] {
        for (name, raw) in UNKNOWN {
            let body = minimal().and(object, name, *raw);
            cases.push(Case::body(
                format!("{name}: {raw} within {:?}", if object.is_empty() { "/" } else { object }),
                body,
            ));
        }
        cases.push(Case::body(format!("properties of {object:?} the other way round"), minimal().reversed(&[object])));
    }
    cases
}

fn wrong_types(expected: JsonType) -> &'static [&'static str] {
    match expected {
        JsonType::String => &["null", "false", "0", "-1.5e2", "20240209", "[]", "[\"a\"]", "{}", "{\"a\":\"b\"}"],
        JsonType::Object => &["null", "true", "0", "\"\"", "\"{}\"", "[]", "[\"Ada\",\"Lovelace\"]"],
        JsonType::Array => &["null", "true", "0", "\"\"", "\"[]\"", "{}", "{\"0\":{}}"],
        JsonType::Boolean => &["null", "0", "1", "\"\"", "\"true\"", "[]", "[true]", "{}"],
        JsonType::Number => &["null", "true", "\"\"", "\"0\"", "[]", "[0]", "{}"],
        other => panic!("structure.rs has no values of another type than {other}"),
    }
}

/// Properties that a later version may add. Equal names among them are allowed.
const UNKNOWN: &[(&str, &str)] = &[
    ("\"Note\"", "null"),
    ("\"Note\"", "[1,{\"FirstName\":\"\",\"FirstName\":0}]"),
    ("\"\"", "\"\""),
    ("\" FirstName\"", "0"),
    ("\"__proto__\"", "{\"FirstName\":0}"),
    ("\"Note\"", "1,\"Note\":2"),
];
