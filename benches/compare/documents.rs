//! The bodies that the comparison reads.

use std::sync::LazyLock;

// The path is explicit because `tests/allocations.rs` includes this file under another module path.
#[path = "documents/varied.rs"]
mod varied;

/// One body, or several that are read in turn.
#[derive(Debug)]
pub struct Document {
    pub name: &'static str,
    /// At least one.
    pub bodies: Vec<Vec<u8>>,
    /// The number in all bodies together. Either every body has some or none has.
    pub violations: usize,
}

pub static ALL: LazyLock<[Document; 11]> = LazyLock::new(|| {
    [
        document("typical", typical(), 0),
        document("three identities", three_identities(), 0),
        document("non-ASCII, escapes", non_ascii(), 0),
        document("one violation at the end", one_violation(), 1),
        document("twelve violations", TWELVE_VIOLATIONS.into(), 12),
        document("types and absences", TYPES_AND_ABSENCES.into(), 12),
        Document { name: "varied", bodies: varied::in_order(), violations: 0 },
        Document { name: "shuffled, unknown properties", bodies: varied::shuffled(), violations: 0 },
        document("1,000 identities", identities(1_000), 0),
        document("1 MiB name", long_name(), 1),
        document("100,000 invalid identities", invalid_identities(), 100_000),
    ]
});

fn document(name: &'static str, body: String, violations: usize) -> Document {
    Document { name, bodies: vec![body.into()], violations }
}

/// A valid body with so many identities.
#[must_use]
pub fn identities(count: usize) -> String {
    customer(NAME, &vec![PASSPORT; count].join(", "), RESIDENCE)
}

/// A body with every property, each of a usual length.
#[must_use]
pub fn typical() -> String {
    identities(1)
}

const NAME: &str = r#"{"FirstName": "Eleanor", "LastName": "Whitfield", "MiddleName": "Josephine"}"#;

const PASSPORT: &str = r#"{"IssuingCountry": "US", "IDNumber": "533401372", "IssuedDate": "2021-03-01", "ExpiryDate": "2031-03-01", "IDType": "Passport"}"#;

const RESIDENCE: &str = r#"{"Street": "1815 Northwest Burnside Road", "Street2": "Apartment 12B", "City": "Portland", "PostCode": "97209-4711", "State": "OR", "Country": "US"}"#;

fn customer(name: &str, identities: &str, residence: &str) -> String {
    format!(
        r#"{{"FullName": {name}, "DateOfBirth": "1985-12-10", "Identities": [{identities}], "PrimaryResidence": {residence}}}"#
    )
}

fn three_identities() -> String {
    let license = r#"{"IssuingCountry": "US", "IDNumber": "OR-120-655-871", "ExpiryDate": "2029-12-09", "IDType": "DrivingLicense"}"#;
    let card =
        r#"{"IssuingCountry": "DE", "IDNumber": "L01X00T471", "IssuedDate": "2019-07-14", "IDType": "NationalIDCard"}"#;
    customer(NAME, &[PASSPORT, license, card].join(", "), RESIDENCE)
}

/// Greek letters, some of them as escapes.
fn non_ascii() -> String {
    let name = r#"{"FirstName": "Στέλλα", "LastName": "Παπαδοπούλου", "MiddleName": "\u0395\u03bb\u03ad\u03bd\u03b7"}"#;
    let card = r#"{"IssuingCountry": "GR", "IDNumber": "ΑΚ-123456", "IssuedDate": "2021-03-01", "ExpiryDate": "2031-03-01", "IDType": "NationalIDCard"}"#;
    let residence = r#"{"Street": "Λεωφόρος \"Βασιλίσσης Σοφίας\" 12", "Street2": "3\u03bf\u03c2 \u03cc\u03c1\u03bf\u03c6\u03bf\u03c2", "City": "Αθήνα", "PostCode": "106 74", "State": "Αττική", "Country": "GR"}"#;
    customer(name, card, residence)
}

fn one_violation() -> String {
    let residence = RESIDENCE.replace(r#""Country": "US""#, r#""Country": "XX""#);
    customer(NAME, PASSPORT, &residence)
}

/// Lengths, dates, codes, and a state that its country does not have. Every value is a string, so every contender can
/// read the body.
const TWELVE_VIOLATIONS: &str = r#"{"FullName": {"FirstName": "", "LastName": "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren", "MiddleName": "Josephine"}, "DateOfBirth": "2023-02-29", "Identities": [{"IssuingCountry": "UK", "IDNumber": "", "IssuedDate": "01.03.21", "ExpiryDate": "2031-13-01", "IDType": "passport"}], "PrimaryResidence": {"Street": "1", "Street2": "Apartment 12B", "City": "", "PostCode": "97209-0000-0000-0000-0000", "State": "Oregon", "Country": "US"}}"#;

/// Missing or of a wrong type are `FirstName`, `LastName`, `DateOfBirth`; `IssuingCountry`, `IDNumber` and `IDType` of the
/// first identity; the second identity; all of the residence but `Street2`.
const TYPES_AND_ABSENCES: &str = r#"{"FullName": {"FirstName": 42, "LastName": null, "MiddleName": "Josephine"}, "Identities": [{"IDNumber": 533401372, "IssuedDate": "2021-03-01", "ExpiryDate": "2031-03-01", "IDType": ["Passport"]}, "Passport"], "PrimaryResidence": {"Street2": "Apartment 12B", "City": {"Name": "Portland"}, "PostCode": 97209, "State": true}}"#;

fn long_name() -> String {
    customer(&NAME.replace("Eleanor", &"x".repeat(1 << 20)), PASSPORT, RESIDENCE)
}

fn invalid_identities() -> String {
    let invalid = PASSPORT.replace(r#""IDType": "Passport""#, r#""IDType": "passport""#);
    customer(NAME, &vec![&*invalid; 100_000].join(", "), RESIDENCE)
}
