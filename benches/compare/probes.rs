//! Bodies that show the limitations of a contender.

use crate::contenders::Contender;
use crate::{contract, documents};

/// A body, and the limitation of a contender whose report differs from the expected one.
#[derive(Debug)]
pub struct Probe {
    pub limitation: &'static str,
    pub body: String,
    expected: Expected,
}

#[derive(Clone, Copy, Debug)]
enum Expected {
    Valid,
    Invalid,
    /// So many violations.
    Exactly(usize),
}

use Expected::{Exactly, Invalid, Valid};

impl Probe {
    #[must_use]
    pub fn is_met_by(&self, contender: &Contender) -> bool {
        let violations = (contender.violations)(self.body.as_bytes());
        match self.expected {
            Valid => violations == 0,
            Invalid => violations > 0,
            Exactly(count) => violations == count,
        }
    }

    #[must_use]
    pub const fn is_valid(&self) -> bool {
        matches!(self.expected, Valid)
    }
}

/// The limitations of a contender: the probes that it does not meet, and the properties that it does not read.
#[must_use]
pub fn limitations(contender: &Contender, probes: &[Probe]) -> Vec<String> {
    let unmet = probes.iter().filter(|probe| contender.job.checks() && !probe.is_met_by(contender));
    let ignored = contract::ignored(contender).into_iter().map(|path| format!("does not read `{path}`"));
    unmet.map(|probe| probe.limitation.to_owned()).chain(ignored).collect()
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
    let two_code_units_each = "😀".repeat(50);
    let letters_of_two_bytes = "é".repeat(50);
    let deep = format!(r#"{{"Later": {}{}, "#, "[".repeat(1_000), "]".repeat(1_000));
    [
        ("stops at the first violation", &[("Eleanor", ""), ("Portland", "")][..], Exactly(2)),
        ("reports nothing else where a type is wrong", &[(r#""Eleanor""#, "1"), ("Portland", "")], Exactly(2)),
        ("reports an empty `State` of the US as two violations", &[(r#""OR""#, r#""""#)], Exactly(1)),
        ("accepts an array as an object", &[(name, r#"["Eleanor", "Whitfield", "Josephine"]"#)], Invalid),
        ("accepts null as an absent property", &[(r#""Josephine""#, "null")], Invalid),
        (
            "accepts a property that is given twice",
            &[("{\"FirstName\"", "{\"FirstName\": \"Ann\", \"FirstName\"")],
            Invalid,
        ),
        ("counts bytes, not characters", &[("Eleanor", &letters_of_two_bytes)], Valid),
        ("counts UTF-16 code units, not characters", &[("Eleanor", &two_code_units_each)], Valid),
        ("counts grapheme clusters, not characters", &[("Eleanor", &two_scalars_each)], Invalid),
        (
            "refuses a number beyond a double's range in an unknown property",
            &[("{\"Full", "{\"Later\": 1e999, \"Full")],
            Valid,
        ),
        (
            "refuses an unknown property that is 1,000 levels deep",
            &[("{\"FullName", &format!("{deep}\"FullName"))],
            Valid,
        ),
    ]
    .map(|(limitation, replacements, expected)| {
        let replace = |body: String, (from, to): &(&str, &str)| {
            let replaced = body.replacen(from, to, 1);
            assert_ne!(replaced, body, "the text to replace is in the document");
            replaced
        };
        Probe { limitation, body: replacements.iter().fold(documents::typical(), replace), expected }
    })
    .into()
}
