//! What a contender cannot do, found out by asking it.

use crate::contenders::Contender;
use crate::documents;

/// A body, and what is to be said of a contender that counts other faults in it than there are.
#[derive(Debug)]
pub struct Probe {
    pub otherwise: &'static str,
    body: String,
    faults: usize,
}

impl Probe {
    #[must_use]
    pub fn is_met_by(&self, contender: &Contender) -> bool {
        (contender.faults)(self.body.as_bytes()) == self.faults
    }
}

/// Each is the typical document with something replaced.
///
/// # Panics
///
/// Where the document does not have what is to be replaced.
#[must_use]
pub fn all() -> Vec<Probe> {
    let name = r#"{"FirstName": "Eleanor", "LastName": "Whitfield", "MiddleName": "Josephine"}"#;
    let two_scalars_each = "e\u{301}".repeat(26);
    let letters_of_two_bytes = "é".repeat(50);
    let deep = format!(r#"{{"Later": {}{}, "#, "[".repeat(1_000), "]".repeat(1_000));
    [
        ("stops at the first fault", &[("Eleanor", ""), ("Portland", "")][..], 2),
        ("where it meets a wrong type, that is all it reports", &[(r#""Eleanor""#, "1"), ("Portland", "")], 2),
        ("reports an empty `State` of the US as two faults", &[(r#""OR""#, r#""""#)], 1),
        ("takes an array for an object", &[(name, r#"["Eleanor", "Whitfield", "Josephine"]"#)], 1),
        ("takes null for an absent member", &[(r#""Josephine""#, "null")], 1),
        (
            "does not see that a member is given twice",
            &[("{\"FirstName\"", "{\"FirstName\": \"Ann\", \"FirstName\"")],
            1,
        ),
        ("counts bytes, not characters", &[("Eleanor", &letters_of_two_bytes)], 0),
        ("counts grapheme clusters, not characters", &[("Eleanor", &two_scalars_each)], 1),
        (
            "refuses a number beyond a double's range in an unknown member",
            &[("{\"Full", "{\"Later\": 1e999, \"Full")],
            0,
        ),
        ("refuses an unknown member that is 1,000 levels deep", &[("{\"FullName", &format!("{deep}\"FullName"))], 0),
    ]
    .map(|(otherwise, replacements, faults)| {
        let replace = |body: String, (from, to): &(&str, &str)| {
            let replaced = body.replacen(from, to, 1);
            assert_ne!(replaced, body, "the probe asks about something that is in the document");
            replaced
        };
        Probe { otherwise, body: replacements.iter().fold(documents::typical(), replace), faults }
    })
    .into()
}
