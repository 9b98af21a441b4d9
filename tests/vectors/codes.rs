//! R10, R14, R21, R22: codes of closed lists.

use customer_schema::{CodeRule, Condition, CountryCode, IdType, Rule, StreetAddress};

use crate::Case;
use crate::bodies::{minimal, properties, with};

pub(crate) fn cases() -> Vec<Case> {
    for (pointer, property) in properties() {
        if let Rule::Code(rule) = property.rule {
            assert!([CountryCode::RULE, IdType::RULE].contains(&rule), "codes.rs has no cases for {pointer}, {rule}");
        }
    }
    let mut cases = countries();
    cases.extend(StreetAddress::RULE.conditions.iter().flat_map(states));
    cases.extend(elsewhere());
    cases.extend(id_types());
    cases
}

/// The pointers of the properties with this list.
fn pointers(list: CodeRule) -> impl Iterator<Item = String> {
    properties().into_iter().filter(move |(_, property)| property.rule == Rule::Code(list)).map(|(pointer, _)| pointer)
}

fn document(country: &str) -> String {
    format!(r#"{{"IssuingCountry":"{country}","IDNumber":"1","IDType":"TaxID"}}"#)
}

fn countries() -> Vec<Case> {
    let letters = || 'A'..='Z';
    let pairs: Vec<_> = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}"))).collect();
    let is_assigned = |pair: &String| CountryCode::ALL.iter().any(|country| country.as_str() == pair);
    let (assigned, others): (Vec<_>, Vec<_>) = pairs.iter().cloned().partition(is_assigned);
    let documents = |codes: &[String]| {
        let documents: Vec<_> = codes.iter().map(|code| document(code)).collect();
        minimal().put("/Identities", format!("[{}]", documents.join(",")))
    };
    let mut cases = vec![Case::body("every assigned country", documents(&assigned))];
    // In parts, so that none is left out of the report.
    for (part, codes) in others.chunks(250).enumerate() {
        cases.push(Case::body(format!("every other pair of letters, part {}", part + 1), documents(codes)));
    }
    for code in [
        "",
        "us",
        "Us",
        "uS",
        "U",
        "USA",
        "840",
        "UK",
        "XK",
        "EU",
        "AN",
        "SU",
        "ZZ",
        " US",
        "US ",
        "U S",
        "ＵＳ",
        "US\\u0000",
        "US\\n",
        "\\u0055S",
        "United States",
    ] {
        for pointer in pointers(CountryCode::RULE) {
            let body = with(&pointer).put("/PrimaryResidence/State", "\"CA\"").put(&pointer, format!("\"{code}\""));
            cases.push(Case::body(format!("{pointer}: {code}"), body));
        }
    }
    cases
}

fn states(condition: &Condition) -> Vec<Case> {
    let country = condition.is;
    let of = |state: &str| {
        minimal()
            .put("/PrimaryResidence/Country", format!("\"{country}\""))
            .put("/PrimaryResidence/State", format!("\"{state}\""))
    };
    let wrong = [
        "",
        "A",
        "ca",
        "Ca",
        "on",
        "US-CA",
        "CA-ON",
        "USCA",
        "California",
        "Ontario",
        "CA ",
        " CA",
        "ON ",
        "AA",
        "AE",
        "AP",
        "FM",
        "MH",
        "PW",
        "PQ",
        "NF",
        "YK",
        "ZZ",
        "CAL",
        "ONT",
        "C\\u0041",
        "\\u004fN",
        "ＣＡ",
    ];
    let codes = condition.codes.codes().into_iter();
    let mut cases: Vec<_> = codes.map(|(code, _)| Case::body(format!("{country}: {code}"), of(code))).collect();
    let others = StreetAddress::RULE.conditions.iter().filter(|other| other.is != country);
    let other = others.map(|other| other.codes.example).next().expect("a list of another country");
    for state in wrong.into_iter().chain([other]) {
        cases.push(Case::body(format!("{country}, not as such: {state}"), of(state)));
    }
    let behind = of(other).reversed(&["/PrimaryResidence"]);
    cases.push(Case::body(format!("{country} before its state, {other}"), behind));
    let long = "x".repeat(101);
    cases.push(Case::body(format!("{country} with a state of 101 characters"), of(&long)));
    cases
}

fn elsewhere() -> Vec<Case> {
    let of = |country: &str, state: &str| {
        minimal().put("/PrimaryResidence/Country", country).put("/PrimaryResidence/State", state)
    };
    let pairs = [
        ("\"GB\"", "\"England\""),
        ("\"GB\"", "\"CA\""),
        ("\"MX\"", "\"ca\""),
        ("\"FR\"", "\"Île-de-France\""),
        ("\"UM\"", "\"UM\""),
        ("\"PR\"", "\"San Juan\""),
        ("\"us\"", "\"California\""),
        ("null", "\"California\""),
        ("\"us\"", "\"\""),
        ("\"us\"", "null"),
        ("\"US\"", "null"),
        ("\"US\"", "5"),
        ("\"U\\u0053\"", "\"ON\""),
    ];
    let mut cases: Vec<_> = pairs
        .into_iter()
        .map(|(country, state)| Case::body(format!("country {country}, state {state}"), of(country, state)))
        .collect();
    let residence = "/PrimaryResidence";
    let us = || of("\"US\"", "\"California\"");
    for (name, body) in [
        ("no country, and a state of none", us().without("/PrimaryResidence/Country")),
        (
            "no country, and an empty state",
            us().put("/PrimaryResidence/State", "\"\"").without("/PrimaryResidence/Country"),
        ),
        ("no state in the US", us().without("/PrimaryResidence/State")),
        ("US twice, and a state of none", us().and(residence, "\"Country\"", "\"US\"")),
        ("US, then GB, and a state of none", us().and(residence, "\"Country\"", "\"GB\"")),
        ("GB, then US, and a state by name", minimal().and(residence, "\"Country\"", "\"US\"")),
        ("US, a wrong state, then a right one", us().and(residence, "\"State\"", "\"CA\"")),
        ("US, a right state, then a wrong one", of("\"US\"", "\"CA\"").and(residence, "\"State\"", "\"California\"")),
        ("an unknown property named as a country", us().and("", "\"Country\"", "\"GB\"")),
    ] {
        cases.push(Case::body(name, body));
    }
    cases
}

fn id_types() -> Vec<Case> {
    let known: Vec<_> = IdType::ALL.iter().map(|id_type| id_type.as_str()).collect();
    let near = [
        "",
        "passport",
        "PASSPORT",
        "Passport ",
        " Passport",
        "Pass port",
        "DriversLicense",
        "DrivingLicence",
        "NationalIdCard",
        "TaxId",
        "TAXID",
        "Other",
        "Pass\\u0070ort",
        "Tax\\u0130D",
    ];
    let mut cases = Vec::new();
    for pointer in pointers(IdType::RULE) {
        let (_, name) = pointer.rsplit_once('/').expect("a pointer to a property");
        for id_type in known.iter().chain(&near) {
            let body = with(&pointer).put(&pointer, format!("\"{id_type}\""));
            cases.push(Case::body(format!("{name}: {id_type}"), body));
        }
    }
    cases
}
