//! Families of bodies of any size, to check that the work is linear in the size.

const IDENTITY: &str = r#"{"IssuingCountry":"GB","IDNumber":"533401372","IDType":"Passport"}"#;

const ESCAPED_IDENTITY: &str =
    r#"{"IssuingCountry":"\u0047\u0042","IDNumber":"\u0035\u0033\u0033","IDType":"\u0050\u0061ssport"}"#;

const WIDE_IDENTITY: &str =
    r#"{"IssuingCountry":"GB","IDNumber":"533401372","IssuedDate":"\u0030𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞","IDType":"\u0030𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞"}"#;

const SIX_VIOLATIONS: &str =
    r#"{"IssuingCountry":"XX","IDNumber":"","IssuedDate":null,"ExpiryDate":"","IDType":"","IDType":0}"#;

/// A body of these parts, with `more` after its last property.
#[must_use]
pub fn body(full_name: &str, identities: &str, more: &str) -> String {
    format!(
        r#"{{"FullName":{full_name},"DateOfBirth":"1985-12-10","Identities":[{identities}],"PrimaryResidence":{{"Street":"12 St James's Square","City":"London","PostCode":"SW1Y 4LB","State":"England","Country":"GB"}}{more}}}"#
    )
}

/// A valid `FullName`.
pub const NAME: &str = r#"{"FirstName":"Ada","LastName":"Lovelace"}"#;

/// `n` elements or properties.
#[must_use]
pub fn many(n: usize, part: &str) -> String {
    vec![part; n].join(",")
}

fn deep(n: usize) -> String {
    format!("{}{}", "[".repeat(n), "]".repeat(n))
}

fn escaped(n: usize) -> String {
    "\\u0041".repeat(n)
}

/// A family: its name, and its body whose size is proportional to `n`.
pub type Family = (&'static str, fn(n: usize) -> String);

pub const FAMILIES: &[Family] = &[
    ("valid identities", |n| body(NAME, &many(n, IDENTITY), "")),
    ("identities without properties", |n| body(NAME, &many(n, "{}"), "")),
    ("identities that are numbers", |n| body(NAME, &many(n, "0"), "")),
    ("a name of many characters", |n| body(&format!(r#"{{"FirstName":"{}","LastName":""}}"#, "a".repeat(n)), "", "")),
    ("a name of many escapes", |n| body(&format!(r#"{{"FirstName":"{}","LastName":""}}"#, escaped(n)), "", "")),
    ("a name given many times", |n| body(NAME, "", &r#","FullName":{}"#.repeat(n))),
    ("unknown properties", |n| body(NAME, "", &r#","x":"y""#.repeat(n))),
    ("an unknown property with a long name", |n| body(NAME, "", &format!(r#","{}":0"#, escaped(n)))),
    ("a deep unknown property", |n| body(NAME, "", &format!(r#","x":{}"#, deep(n)))),
    ("a deep value of a wrong type", |n| body(&deep(n), "", "")),
    ("white space", |n| body(NAME, "", &" \n".repeat(n))),
    ("many violations, then a syntax error", |n| body(NAME, &many(n, "{}"), "}")),
    ("a number that no double holds", |n| body("1e999", &many(n, IDENTITY), "")),
    ("identities on lines of their own", |n| body(NAME, &vec!["{}"; n].join(",\n"), "")),
    ("identities with six violations each", |n| body(NAME, &many(n, SIX_VIOLATIONS), "")),
    ("a name of many characters of four bytes", |n| body(&format!(r#"{{"FirstName":"{}"}}"#, "𝄞".repeat(n)), "", "")),
    ("a name of many escaped quotes", |n| body(&format!(r#"{{"FirstName":"{}"}}"#, r#"\""#.repeat(n)), "", "")),
    ("a property given many times by an escaped name", |n| body(NAME, "", &r#","\u0046ullName":0"#.repeat(n))),
    ("unknown properties with an escape as their names", |n| body(NAME, "", &r#","\n":0"#.repeat(n))),
    ("valid identities with escapes", |n| body(NAME, &many(n, ESCAPED_IDENTITY), "")),
    ("identities with an escape and characters of four bytes", |n| body(NAME, &many(n, WIDE_IDENTITY), "")),
    ("unknown properties with names as long as two others", |n| {
        body(NAME, "", "").replace(r#","City""#, &format!(r#"{},"City""#, r#","\n\n\n\n\n\n\n":0"#.repeat(n)))
    }),
    ("a second street line of many escapes", |n| {
        body(NAME, "", "").replace(r#""City""#, &format!(r#""Street2":"{}","City""#, escaped(n)))
    }),
    ("an unknown number of many digits", |n| body(NAME, "", &format!(r#","x":-1.{}e9"#, "5".repeat(n)))),
    ("an unknown list of short values", |n| body(NAME, "", &format!(r#","x":[{}]"#, many(n, r#""",{},[],0"#)))),
    ("objects and arrays in each other", |n| {
        body(NAME, "", &format!(r#","x":{}0{}"#, r#"{"":["#.repeat(n), "]}".repeat(n)))
    }),
    ("arrays that are not closed", |n| body(NAME, "", &format!(r#","x":{}"#, "[".repeat(n)))),
];
