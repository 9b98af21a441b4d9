//! Bodies that show the limitations of a contender.

use crate::contenders::Contender;
use crate::documents;

/// A body, and the limitation of a contender that reports another number of violations in it.
#[derive(Debug)]
pub struct Probe {
    pub limitation: &'static str,
    body: String,
    violations: usize,
}

impl Probe {
    #[must_use]
    pub fn is_met_by(&self, contender: &Contender) -> bool {
        (contender.violations)(self.body.as_bytes()) == self.violations
    }
}

/// Each is the typical document with something replaced.
///
/// # Panics
///
/// Where the document does not contain a text to replace.
#[must_use]
pub fn all() -> Vec<Probe> {
    let name = r#"{"FirstName": "Eleanor", "LastName": "Whitfield", "MiddleName": "Josephine"}"#;
    let two_scalars_each = "e\u{301}".repeat(26);
    let letters_of_two_bytes = "é".repeat(50);
    let deep = format!(r#"{{"Later": {}{}, "#, "[".repeat(1_000), "]".repeat(1_000));
    [
        ("stops at the first violation", &[("Eleanor", ""), ("Portland", "")][..], 2),
        ("reports nothing else where a type is wrong", &[(r#""Eleanor""#, "1"), ("Portland", "")], 2),
        ("reports an empty `State` of the US as two violations", &[(r#""OR""#, r#""""#)], 1),
        ("accepts an array as an object", &[(name, r#"["Eleanor", "Whitfield", "Josephine"]"#)], 1),
        ("accepts null as an absent property", &[(r#""Josephine""#, "null")], 1),
        ("accepts a property that is given twice", &[("{\"FirstName\"", "{\"FirstName\": \"Ann\", \"FirstName\"")], 1),
        ("counts bytes, not characters", &[("Eleanor", &letters_of_two_bytes)], 0),
        ("counts grapheme clusters, not characters", &[("Eleanor", &two_scalars_each)], 1),
        (
            "refuses a number beyond a double's range in an unknown property",
            &[("{\"Full", "{\"Later\": 1e999, \"Full")],
            0,
        ),
        ("refuses an unknown property that is 1,000 levels deep", &[("{\"FullName", &format!("{deep}\"FullName"))], 0),
    ]
    .map(|(limitation, replacements, violations)| {
        let replace = |body: String, (from, to): &(&str, &str)| {
            let replaced = body.replacen(from, to, 1);
            assert_ne!(replaced, body, "the text to replace is in the document");
            replaced
        };
        Probe { limitation, body: replacements.iter().fold(documents::typical(), replace), violations }
    })
    .into()
}
