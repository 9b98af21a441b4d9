//! The bodies for the comparison across languages.

use crate::{contract, documents, features, probes};

const BULK: usize = 20_000;
/// One line in so many is invalid.
const INVALID: usize = 10;

/// A body with the verdict of the contract.
#[derive(Debug)]
pub struct Edge {
    pub name: String,
    pub body: Vec<u8>,
    pub is_valid: bool,
}

/// The cases of the contract, the probes, and bodies on which parsers of JSON differ.
#[must_use]
pub fn edges() -> Vec<Edge> {
    let cases = contract::cases().into_iter().map(|case| {
        let is_valid = case.is_valid();
        Edge { name: case.name, body: case.body.into_bytes(), is_valid }
    });
    let probes = probes::all().into_iter().map(|probe| {
        let is_valid = probe.is_valid();
        Edge { name: probe.limitation.to_owned(), body: probe.body.into_bytes(), is_valid }
    });
    cases.chain(probes).chain(of_parsers()).collect()
}

fn of_parsers() -> impl Iterator<Item = Edge> {
    let typical = documents::typical();
    let with = |from: &str, to: &[u8]| {
        let (before, after) = typical.split_once(from).expect("the text to replace is in the document");
        [before.as_bytes(), to, after.as_bytes()].concat()
    };
    [
        ("accepts a byte order mark", [b"\xEF\xBB\xBF", typical.as_bytes()].concat(), false),
        ("accepts a text behind the value", [typical.as_bytes(), b" {}"].concat(), false),
        ("accepts a comma before a brace", with("\"Josephine\"", b"\"Josephine\","), false),
        ("accepts a number with a leading zero", with("{\"Full", b"{\"Later\": 01, \"Full"), false),
        ("accepts NaN in an unknown property", with("{\"Full", b"{\"Later\": NaN, \"Full"), false),
        ("accepts a control character in a text", with("Eleanor", b"Elea\tnor"), false),
        ("accepts bytes that are not UTF-8", with("Eleanor", b"Elean\xFFr"), false),
        ("accepts a lone surrogate in a text", with("Eleanor", br"Elean\uD800r"), false),
        ("refuses a lone surrogate in an unknown property", with("{\"Full", br#"{"Later": "\uD800", "Full"#), true),
    ]
    .map(|(name, body, is_valid)| Edge { name: name.to_owned(), body, is_valid })
    .into_iter()
}

/// Different valid bodies, and among them invalid ones with one violation each.
///
/// # Panics
///
/// Never: there are valid bodies and cases.
#[must_use]
pub fn bulk() -> Vec<Vec<u8>> {
    let varied = documents::ALL.iter().find(|document| document.name == "varied").expect("a document of this name");
    let invalid: Vec<_> = contract::cases().into_iter().filter(|case| !case.is_valid()).collect();
    let mut valid = varied.bodies.iter().cycle();
    let mut invalid = invalid.iter().cycle();
    let mut body = |i| {
        let mut next_invalid = || invalid.next().expect("a case").body.clone().into_bytes();
        if i % INVALID == 0 { next_invalid() } else { valid.next().expect("a body").clone() }
    };
    (0..BULK).map(&mut body).collect()
}

/// The documents whose reports are compared.
#[must_use]
pub fn reports() -> Vec<Vec<u8>> {
    let is_compared = |name| features::DOCUMENTS.iter().any(|(compared, _)| *compared == name);
    documents::ALL
        .iter()
        .filter(|document| is_compared(document.name))
        .map(|document| document.bodies[0].clone())
        .collect()
}
