//! Families of bodies of any size, to check that the work is linear in the size.

const DOCUMENT: &str = r#"{"IssuingCountry":"GB","IDNumber":"533401372","IDType":"Passport"}"#;

const SIX_VIOLATIONS: &str =
    r#"{"IssuingCountry":"XX","IDNumber":"","IssuedDate":null,"ExpiryDate":"","IDType":"","IDType":0}"#;

/// A body of these parts, with `more` after its last property.
#[must_use]
pub fn body(full_name: &str, documents: &str, more: &str) -> String {
    format!(
        r#"{{"FullName":{full_name},"DateOfBirth":"1985-12-10","Identities":[{documents}],"PrimaryResidence":{{"Street":"12 St James's Square","City":"London","PostCode":"SW1Y 4LB","State":"England","Country":"GB"}}{more}}}"#
    )
}

/// A valid `FullName`.
pub const NAME: &str = r#"{"FirstName":"Ada","LastName":"Lovelace"}"#;

/// `n` elements or properties.
#[must_use]
pub fn many(n: usize, part: &str) -> String {
    vec![part; n].join(",")
}

/// The body of each family whose size is proportional to `n`.
#[must_use]
pub fn bodies(n: usize) -> Vec<(&'static str, Vec<u8>)> {
    let deep = format!("{}{}", "[".repeat(n), "]".repeat(n));
    let escaped = "\\u0041".repeat(n);
    [
        ("valid documents", body(NAME, &many(n, DOCUMENT), "")),
        ("documents without properties", body(NAME, &many(n, "{}"), "")),
        ("documents that are numbers", body(NAME, &many(n, "0"), "")),
        ("a name of many characters", body(&format!(r#"{{"FirstName":"{}","LastName":""}}"#, "a".repeat(n)), "", "")),
        ("a name of many escapes", body(&format!(r#"{{"FirstName":"{escaped}","LastName":""}}"#), "", "")),
        ("a name given many times", body(NAME, "", &r#","FullName":{}"#.repeat(n))),
        ("unknown properties", body(NAME, "", &r#","x":"y""#.repeat(n))),
        ("an unknown property with a long name", body(NAME, "", &format!(r#","{escaped}":0"#))),
        ("a deep unknown property", body(NAME, "", &format!(r#","x":{deep}"#))),
        ("a deep value of a wrong type", body(&deep, "", "")),
        ("white space", body(NAME, "", &" \n".repeat(n))),
        ("many violations, then a syntax error", body(NAME, &many(n, "{}"), "}")),
        ("a number that no double holds", body("1e999", &many(n, DOCUMENT), "")),
        ("documents on lines of their own", body(NAME, &vec!["{}"; n].join(",\n"), "")),
        ("documents with six violations each", body(NAME, &many(n, SIX_VIOLATIONS), "")),
        ("a name of many characters of four bytes", body(&format!(r#"{{"FirstName":"{}"}}"#, "𝄞".repeat(n)), "", "")),
        ("a name of many escaped quotes", body(&format!(r#"{{"FirstName":"{}"}}"#, r#"\""#.repeat(n)), "", "")),
        ("a property given many times by an escaped name", body(NAME, "", &r#","\u0046ullName":0"#.repeat(n))),
        ("an unknown number of many digits", body(NAME, "", &format!(r#","x":-1.{}e9"#, "5".repeat(n)))),
        ("an unknown list of short values", body(NAME, "", &format!(r#","x":[{}]"#, many(n, r#""",{},[],0"#)))),
        (
            "objects and arrays in each other",
            body(NAME, "", &format!(r#","x":{}0{}"#, r#"{"":["#.repeat(n), "]}".repeat(n))),
        ),
        ("arrays that are not closed", body(NAME, "", &format!(r#","x":{}"#, "[".repeat(n)))),
    ]
    .map(|(name, body)| (name, body.into_bytes()))
    .into()
}
