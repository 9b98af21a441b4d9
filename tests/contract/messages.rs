//! Every code and every English text, in full. A change here is visible to users.

use std::collections::BTreeSet;
use std::fmt::{Display, Write};
use std::fs;

use customer_schema::{
    CaProvince, CalendarDate, CodeRule, CountryCode, Customer, ErrorBody, IdType, JsonType, MalformedCause,
    PutCustomer, Reason, Rule, Street, Street2, TextRule, UsState, Violations,
};
use serde_json::Value;

use super::bodies::{assert_report, body};
use super::failing_writer::assert_error_is_returned;
use crate::oracle::table;

const US_STATE: &str = "the ISO 3166-2 code of a US state without its prefix, in upper case";
const CA_PROVINCE: &str = "the ISO 3166-2 code of a Canadian province without its prefix, in upper case";

const DATE: Option<&str> = Some("YYYY-MM-DD");

/// Every reason, its code and its text, which follows the name of a field. `{ID_TYPES}` is a placeholder for the codes.
const REASONS: [(Reason, &str, &str); 35] = [
    (Reason::Required, "required", "is required"),
    (wrong_type(JsonType::String, Some(JsonType::Number), false), "wrong_type", "must be a string, is a number"),
    (wrong_type(JsonType::String, Some(JsonType::Number), true), "wrong_type", "must be a string, is a number"),
    (wrong_type(JsonType::String, Some(JsonType::Boolean), false), "wrong_type", "must be a string, is a boolean"),
    (wrong_type(JsonType::String, Some(JsonType::Object), false), "wrong_type", "must be a string, is an object"),
    (wrong_type(JsonType::String, Some(JsonType::Null), false), "wrong_type", "must be a string, is null"),
    (wrong_type(JsonType::String, Some(JsonType::Null), true), "wrong_type", "must be a string or left out, is null"),
    (wrong_type(JsonType::Object, Some(JsonType::Array), false), "wrong_type", "must be an object, is an array"),
    (wrong_type(JsonType::Object, Some(JsonType::String), false), "wrong_type", "must be an object, is a string"),
    (wrong_type(JsonType::Array, Some(JsonType::String), false), "wrong_type", "must be an array, is a string"),
    (wrong_type(JsonType::Array, Some(JsonType::Object), false), "wrong_type", "must be an array, is an object"),
    (wrong_type(JsonType::String, None, false), "wrong_type", "must be a string, is of a type that JSON does not have"),
    (wrong_type(JsonType::Array, None, false), "wrong_type", "must be an array, is of a type that JSON does not have"),
    (Reason::TooShort { min: 1, actual: 0, form: None }, "too_short", "must have at least 1 character, has 0"),
    (Reason::TooShort { min: 2, actual: 0, form: None }, "too_short", "must have at least 2 characters, has 0"),
    (Reason::TooShort { min: 2, actual: 1, form: None }, "too_short", "must have at least 2 characters, has 1"),
    (
        Reason::TooShort { min: 10, actual: 9, form: DATE },
        "too_short",
        "must have 10 characters in the form YYYY-MM-DD, has 9",
    ),
    (Reason::TooLong { max: 50, actual: 61, form: None }, "too_long", "must have at most 50 characters, has 61"),
    (Reason::TooLong { max: 36, actual: 37, form: None }, "too_long", "must have at most 36 characters, has 37"),
    (
        Reason::TooLong { max: 200, actual: 1_048_576, form: None },
        "too_long",
        "must have at most 200 characters, has 1048576",
    ),
    (
        Reason::TooLong { max: 10, actual: 17, form: DATE },
        "too_long",
        "must have 10 characters in the form YYYY-MM-DD, has 17",
    ),
    (
        Reason::NotADate,
        "not_a_date",
        "must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31",
    ),
    (
        Reason::UnknownCountry,
        "unknown_country",
        "must be an officially assigned ISO 3166-1 alpha-2 code in upper case, such as US",
    ),
    (
        Reason::UnknownState { country: CountryCode::US, noun: US_STATE, example: "NY" },
        "unknown_state",
        "must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY",
    ),
    (
        Reason::UnknownState { country: CountryCode::CA, noun: CA_PROVINCE, example: "ON" },
        "unknown_state",
        "must be the ISO 3166-2 code of a Canadian province without its prefix, in upper case, such as ON",
    ),
    (Reason::UnknownIdType, "unknown_id_type", "must be one of {ID_TYPES}"),
    (
        Reason::MalformedSignature,
        "malformed_signature",
        "must be a signed JWT: three segments of unpadded base64url, header and payload JSON objects, alg not none",
    ),
    (Reason::Duplicate, "duplicate", "must be given only once"),
    (
        malformed(MalformedCause::Empty, 1, 1),
        "malformed_json",
        "must be one JSON value in UTF-8, is empty at line 1, column 1",
    ),
    (
        malformed(MalformedCause::ByteOrderMark, 1, 1),
        "malformed_json",
        "must be one JSON value in UTF-8, has a byte order mark at line 1, column 1",
    ),
    (
        malformed(MalformedCause::NotUtf8, 12, 345),
        "malformed_json",
        "must be one JSON value in UTF-8, has a byte that is not UTF-8 at line 12, column 345",
    ),
    (
        malformed(MalformedCause::UnexpectedEnd, 12, 345),
        "malformed_json",
        "must be one JSON value in UTF-8, ends too early at line 12, column 345",
    ),
    (
        malformed(MalformedCause::TrailingData, 12, 345),
        "malformed_json",
        "must be one JSON value in UTF-8, has something after the value at line 12, column 345",
    ),
    (
        malformed(MalformedCause::LoneSurrogate, 12, 345),
        "malformed_json",
        "must be one JSON value in UTF-8, has a lone surrogate escape at line 12, column 345",
    ),
    (
        malformed(MalformedCause::UnexpectedByte, 12, 345),
        "malformed_json",
        "must be one JSON value in UTF-8, has a byte that is not allowed at line 12, column 345",
    ),
];

const fn wrong_type(expected: JsonType, found: Option<JsonType>, is_optional: bool) -> Reason {
    Reason::WrongType { expected, found, is_optional }
}

const fn malformed(cause: MalformedCause, line: usize, column: usize) -> Reason {
    Reason::MalformedJson { cause, line, column }
}

/// A text of the table above.
fn filled_in(text: &str) -> String {
    text.replace("{ID_TYPES}", &table::ID_TYPES.codes().collect::<Vec<_>>().join(", "))
}

#[test]
fn reasons() {
    for (reason, code, text) in REASONS {
        let text = filled_in(text);
        assert_eq!((reason.code(), reason.to_string()), (code, text.clone()));
        assert_eq!(serde_json::to_value(reason).unwrap(), text, "written as its text");
        if let Reason::MalformedJson { cause, .. } = reason {
            assert!(text.contains(&format!(", {cause} at line ")), "{text}: {cause}");
        }
    }
}

/// No kind is left out of the table above, nor of the examples that translations are tested with.
#[test]
fn every_kind_of_reason() {
    let codes = |reasons: &[Reason]| {
        let mut codes: Vec<_> = reasons.iter().map(Reason::code).collect();
        codes.dedup();
        codes
    };
    let pinned = codes(&REASONS.map(|(reason, ..)| reason));
    assert_eq!(pinned.len(), 11);
    assert_eq!(codes(&Reason::examples()), pinned);
}

/// A text without its numbers, which do not matter.
fn wording(text: &str) -> String {
    text.replace(|c: char| c.is_ascii_digit(), "")
}

/// The wordings that are pinned above, or follow from `tests/table`.
fn pinned_wordings() -> BTreeSet<String> {
    let of_conditions =
        table::CONDITIONS.iter().map(|row| format!("must be {}, such as {}", row.list.noun, row.example));
    REASONS.iter().map(|(.., text)| filled_in(text)).chain(of_conditions).map(|text| wording(&text)).collect()
}

#[test]
fn every_wording() {
    let pinned = pinned_wordings();
    let examples = Reason::examples();
    let missing: Vec<_> = examples.iter().filter(|reason| !pinned.contains(&wording(&reason.to_string()))).collect();
    assert!(missing.is_empty(), "have no pinned text: {missing:#?}");
}

/// A wording that is missing above and in the examples of reasons is found where a vector has it. Those of wrong types
/// are made of the same words.
#[test]
fn every_wording_of_the_vectors() {
    let mut pinned = pinned_wordings();
    let types = ["a string", "an object", "an array", "a number", "a boolean", "null"];
    for (expected, found) in types.iter().flat_map(|expected| types.map(|found| (expected, found))) {
        pinned.insert(format!("must be {expected}, is {found}"));
        pinned.insert(format!("must be {expected} or left out, is {found}"));
    }
    let mut count = 0;
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let vectors: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let reports = vectors.as_array().into_iter().flatten().filter_map(|case| case["report"].as_array());
        for text in reports.flatten().filter_map(|violation| violation["message"].as_str()) {
            assert!(pinned.contains(&wording(text)), "{}: has no pinned text: {text}", path.display());
            count += 1;
        }
    }
    assert!(count > 1_000, "{count}");
}

/// The texts as they come out of reading, each with the numbers of the case.
#[test]
fn reasons_in_a_report() {
    let (_, max) = table::limits("FullName.FirstName");
    let body = body()
        .with_text("FullName.FirstName", &"x".repeat(max + 11))
        .with("FullName.MiddleName", "null")
        .with_text("DateOfBirth", "20240416T000000Z0")
        .with_text("Identities[0].IssuedDate", "2023-02-29")
        .with_text("PrimaryResidence.State", "Ontario")
        .with_text("PrimaryResidence.Country", "CA")
        .without("PrimaryResidence.Street")
        .to_string();
    let report = PutCustomer::parse("", None, body.as_bytes()).unwrap_err();
    let too_long = format!("FullName.FirstName must have at most {max} characters, has {}", max + 11);
    assert_eq!(
        report.to_string().replace(&too_long, "FullName.FirstName too long"),
        "CustomerID must have at least 1 character, has 0; \
         FullName.FirstName too long; \
         FullName.MiddleName must be a string or left out, is null; \
         DateOfBirth must have 10 characters in the form YYYY-MM-DD, has 17; \
         Identities[0].IssuedDate must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31; \
         PrimaryResidence.State must be the ISO 3166-2 code of a Canadian province without its prefix, in upper case, such as ON; \
         PrimaryResidence.Street is required"
    );
    let first = report.iter().next().unwrap();
    assert_eq!(first.to_string(), "CustomerID must have at least 1 character, has 0");
    let malformed = assert_report("{\n  x", &[("Body", "malformed_json")]);
    assert_eq!(
        malformed.to_string(),
        "Body must be one JSON value in UTF-8, has a byte that is not allowed at line 2, column 3"
    );
}

fn with_violations(violations: usize) -> Violations {
    let list = vec!["1"; violations].join(",");
    Customer::from_json(body().with("Identities", &format!("[{list}]")).to_string().as_bytes()).unwrap_err()
}

/// `Detail` counts the reasons, those left out included, and says so when some are (S16).
#[test]
fn details() {
    let cases = [
        (1, "the request has 1 fault"),
        (2, "the request has 2 faults"),
        (256, "the request has 256 faults"),
        (257, "the request has 257 faults, 1 of them left out here"),
        (10_000, "the request has 10000 faults, 9744 of them left out here"),
    ];
    for (violations, detail) in cases {
        let report = with_violations(violations);
        assert_eq!(ErrorBody::invalid_request(&report, "i", "a").detail.as_deref(), Some(detail));
        let rest = if violations > 256 { format!("; and {} more", violations - 256) } else { String::new() };
        let kept: Vec<_> =
            (0..violations.min(256)).map(|i| format!("Identities[{i}] must be an object, is a number")).collect();
        assert_eq!(report.to_string(), kept.join("; ") + &rest);
    }
}

/// The texts of the rules in the documents.
#[test]
fn rules() {
    // Also rules that the contract does not have: a caller may make one.
    let of_lengths = |min, max| {
        let mut rule = Street::RULE;
        (rule.min, rule.max) = (min, max);
        rule
    };
    let texts: [(TextRule, &str); 7] = [
        (of_lengths(1, Some(36)), "1..=36 characters"),
        (of_lengths(1, Some(50)), "1..=50 characters"),
        (of_lengths(2, Some(200)), "2..=200 characters"),
        (Street2::RULE, "any text, also empty"),
        (of_lengths(1, Some(100)), "1..=100 characters"),
        (CalendarDate::RULE, "exactly 10 characters, `YYYY-MM-DD`"),
        (of_lengths(2, None), "at least 2 characters"),
    ];
    for (rule, text) in texts {
        assert_eq!(rule.to_string(), text);
        assert_eq!(Rule::Text(rule).to_string(), text);
    }
    let codes: [(CodeRule, &str, Reason); 4] = [
        (CountryCode::RULE, "an officially assigned ISO 3166-1 alpha-2 code in upper case", Reason::UnknownCountry),
        (IdType::RULE, "a kind of identity document", Reason::UnknownIdType),
        (UsState::RULE, US_STATE, Reason::UnknownState { country: CountryCode::US, noun: US_STATE, example: "NY" }),
        (
            CaProvince::RULE,
            CA_PROVINCE,
            Reason::UnknownState { country: CountryCode::CA, noun: CA_PROVINCE, example: "ON" },
        ),
    ];
    for (rule, text, unknown) in codes {
        assert_eq!((rule.to_string().as_str(), rule.unknown()), (text, unknown));
        assert_eq!(Rule::Code(rule).to_string(), text);
    }
    assert_eq!(
        Rule::Date(CalendarDate::RULE).to_string(),
        "exactly 10 characters, `YYYY-MM-DD`, a day of the calendar"
    );
    assert_eq!(Rule::Signature.to_string(), "the shape of a signed JWT, unverified");
    assert_eq!(Rule::Array(&Customer::RULE).to_string(), "of objects; may be empty, no maximum");
    assert_eq!(Rule::Object(&Customer::RULE).to_string(), "");
}

/// An error of the writer is returned, wherever it occurs.
#[test]
fn an_error_of_the_writer_is_returned() {
    let (few, many) = (with_violations(2), with_violations(257));
    let mut texts: Vec<&dyn Display> = vec![&few, &many, &CalendarDate::RULE, &Street::RULE, &Street2::RULE];
    texts.extend(few.iter().map(|violation| violation as &dyn Display));
    let reasons = Reason::examples();
    texts.extend(reasons.iter().map(|reason| reason as &dyn Display));
    for text in texts {
        assert_error_is_returned(&text.to_string(), |writer| write!(writer, "{text}").is_ok());
    }
}
