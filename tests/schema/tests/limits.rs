//! Every rule on both sides of its limit, in every dialect and profile, by a validator that knows
//! nothing of this project.

use std::collections::BTreeSet;
use std::env;

use customer_schema::schema::{self, Dialect, OpenApi, Profile};
use customer_schema::{CalendarDate, CountryCode, Customer, Property, Rule, StreetAddress};
use customer_schema_conformance::{documents, example, text};
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// A validator for each export, with formats and without.
struct Judges(Vec<(String, Validator)>);

impl Judges {
    fn new() -> Self {
        let mut judges = Vec::new();
        for &dialect in Dialect::ALL {
            // OpenAPI 3.0 is made from draft-04.
            let draft = match dialect {
                Dialect::Draft07 => Draft::Draft7,
                Dialect::OpenApi(OpenApi::V3_0) => Draft::Draft4,
                _ => Draft::Draft202012,
            };
            for profile in [Profile::Plain, Profile::Labels] {
                for formats in [false, true] {
                    let schema = schema::body(dialect, profile);
                    let options = jsonschema::options().with_draft(draft).should_validate_formats(formats);
                    let judge = options.build(schema.as_value()).expect("a valid schema");
                    judges.push((format!("{dialect} {profile:?}, formats: {formats}"), judge));
                }
            }
        }
        Self(judges)
    }

    /// The reader and all judges say the same of `body`, namely `valid`.
    #[track_caller]
    fn agree(&self, body: &Value, valid: bool, case: &str) {
        let report = Customer::check_json(body.to_string().as_bytes());
        assert_eq!(report.is_ok(), valid, "the reader on {case}: {report:?}");
        for (name, judge) in &self.0 {
            assert_eq!(judge.is_valid(body), valid, "{name} on {case}");
        }
    }
}

/// Every member of the contract, by the JSON Pointer of its place in the example.
fn places() -> Vec<(String, &'static Property)> {
    fn walk(members: &'static [Property], pointer: &str, places: &mut Vec<(String, &'static Property)>) {
        for member in members {
            let pointer = format!("{pointer}/{}", member.name);
            match member.rule {
                Rule::Object(members) => walk(members, &pointer, places),
                Rule::Array(members) => walk(members, &format!("{pointer}/0"), places),
                _ => {}
            }
            places.push((pointer, member));
        }
    }
    let mut places = Vec::new();
    walk(Customer::PROPERTIES, "", &mut places);
    places
}

/// The example with another value in one place.
fn with(pointer: &str, value: Value) -> Value {
    let mut body = example(Customer::PROPERTIES);
    *body.pointer_mut(pointer).expect("a place of the example") = value;
    body
}

fn without(pointer: &str) -> Value {
    let mut body = example(Customer::PROPERTIES);
    let (object, name) = pointer.rsplit_once('/').expect("a member");
    body.pointer_mut(object).and_then(Value::as_object_mut).expect("an object").remove(name).expect("a member");
    body
}

fn address(country: &str, state: &str) -> Value {
    let mut address = example(StreetAddress::PROPERTIES);
    address["Country"] = country.into();
    address["State"] = state.into();
    with("/PrimaryResidence", address)
}

fn letter_pairs() -> impl Iterator<Item = String> {
    ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| String::from_iter([first, second])))
}

#[test]
fn lengths() {
    let judges = Judges::new();
    let mut limits = 0;
    for (pointer, member) in places() {
        let Rule::Text(rule) = member.rule else { continue };
        for plane in 0..8 {
            let mut agree = |length: usize, valid: bool| {
                let case = format!("{} {pointer}: {length} characters of plane {plane}", member.id);
                judges.agree(&with(&pointer, text(plane, length).into()), valid, &case);
                limits += 1;
            };
            agree(rule.min, true);
            if let Some(below) = rule.min.checked_sub(1) {
                agree(below, false);
            }
            match rule.max {
                Some(max) => {
                    agree(max, true);
                    agree(max + 1, false);
                }
                None => agree(10_000, true),
            }
        }
    }
    // Eight texts with both limits, and one with neither.
    assert_eq!(limits, 8 * (8 * 4 + 2));
}

#[test]
fn members_that_are_left_out() {
    let judges = Judges::new();
    for (pointer, member) in places() {
        judges.agree(&without(&pointer), !member.required, &format!("{} without {pointer}", member.id));
    }
}

#[test]
fn kinds() {
    let judges = Judges::new();
    let kinds = [Value::Null, json!(true), json!(0), json!(1.5), json!([]), json!({}), json!([[]]), json!(" ")];
    for (pointer, member) in places() {
        for kind in &kinds {
            let fits = match member.rule {
                Rule::Array(_) => *kind == json!([]),
                // A blank is a character, and too few for a street.
                Rule::Text(rule) => kind.is_string() && rule.min <= 1,
                _ => false,
            };
            judges.agree(&with(&pointer, kind.clone()), fits, &format!("{} {pointer}: {kind}", member.id));
        }
    }
    for kind in &kinds {
        judges.agree(kind, false, &format!("R3: {kind}"));
    }
    // What stands in an object, in the right order, is not an object.
    for pointer in ["/FullName", "/Identities/0", "/PrimaryResidence"] {
        let body = example(Customer::PROPERTIES);
        let members = body.pointer(pointer).and_then(Value::as_object).expect("an object");
        let list: Value = members.values().cloned().collect();
        judges.agree(&with(pointer, list), false, &format!("{pointer} as a list"));
    }
}

#[test]
fn dates() {
    let judges = Judges::new();
    let texts = [
        ("0001-01-01", true),
        ("0000-12-31", false),
        ("9999-12-31", true),
        ("10000-01-01", false),
        ("2024-02-29", true),
        ("2023-02-29", false),
        ("2000-02-29", true),
        ("1900-02-29", false),
        ("2021-04-30", true),
        ("2021-04-31", false),
        ("2021-12-31", true),
        ("2021-12-32", false),
        ("2021-13-01", false),
        ("2021-00-01", false),
        ("2021-01-00", false),
        ("2024-02-29\n", false),
        ("2024-2-290", false),
        ("٢٠٢٤-٠٢-٢٩", false),
    ];
    for (pointer, member) in places() {
        if !matches!(member.rule, Rule::Date(_)) {
            continue;
        }
        for (text, valid) in texts {
            judges.agree(&with(&pointer, text.into()), valid, &format!("{} {pointer}: {text:?}", member.id));
        }
    }
}

#[test]
fn codes() {
    let judges = Judges::new();
    for pair in letter_pairs() {
        let valid = pair.parse::<CountryCode>().is_ok();
        let country = pair.as_str();
        judges.agree(&with("/Identities/0/IssuingCountry", country.into()), valid, &format!("R10: {pair}"));
        // England is a state anywhere but where codes are prescribed.
        judges.agree(&address(country, "England"), valid && !["US", "CA"].contains(&country), &format!("R22: {pair}"));
    }
    for text in ["", "us", "USA", "GB ", "GB\n"] {
        judges.agree(&with("/Identities/0/IssuingCountry", text.into()), false, &format!("R10: {text:?}"));
    }
    for (text, valid) in [("DrivingLicense", true), ("TaxID", true), ("taxid", false), ("TaxId", false), ("", false)] {
        judges.agree(&with("/Identities/0/IDType", text.into()), valid, &format!("R14: {text:?}"));
    }
}

#[test]
fn states() {
    let judges = Judges::new();
    let mut states = [0, 0];
    for pair in letter_pairs() {
        let prescribed = [
            ("US", pair.parse::<customer_schema::UsState>().is_ok()),
            ("CA", pair.parse::<customer_schema::CaProvince>().is_ok()),
        ];
        for ((country, valid), count) in prescribed.into_iter().zip(&mut states) {
            judges.agree(&address(country, &pair), valid, &format!("R21: {pair} in {country}"));
            *count += u32::from(valid);
        }
        judges.agree(&address("FR", &pair), true, &format!("R20: {pair} in FR"));
    }
    assert_eq!(states, [57, 13]);
    for text in ["", "ca", "US-CA", "California", "CA ", "CA\n"] {
        judges.agree(&address("US", text), false, &format!("R21: {text:?} in US"));
    }
}

/// The differential run under the judge that needs no installation: 1000 documents of seed 7, or as many as `DOCUMENTS`
/// says of the seed that `SEED` says.
#[test]
fn documents_of_a_seed() {
    let number = |name, default| env::var(name).map_or(default, |text| text.parse().expect(name));
    let (count, seed) = (number("DOCUMENTS", 1000), number("SEED", 7));
    let judges = Judges::new();
    let mut verdicts = [0, 0];
    for (document, _) in documents(seed).zip(0..count) {
        judges.agree(&document.body, document.valid, &document.body.to_string());
        verdicts[usize::from(document.valid)] += 1;
    }
    println!("{count} documents of seed {seed}, {} of them valid", verdicts[1]);
    assert!(verdicts.iter().all(|some| *some > count / 5), "one-sided: {verdicts:?}");
}

/// Every value of a keyword, wherever in a schema it stands.
fn all<'s>(keyword: &str, schema: &'s Value) -> Vec<&'s Value> {
    match schema {
        Value::Object(keywords) => {
            keywords.get(keyword).into_iter().chain(keywords.values().flat_map(|value| all(keyword, value))).collect()
        }
        Value::Array(values) => values.iter().flat_map(|value| all(keyword, value)).collect(),
        _ => Vec::new(),
    }
}

/// The one pattern there is has a proof of its own, over every day of the calendar.
#[test]
fn the_only_pattern_is_the_one_of_dates() {
    for &dialect in Dialect::ALL {
        let schema = schema::body(dialect, Profile::Plain);
        assert_eq!(all("pattern", schema.as_value()), [CalendarDate::PATTERN; 3], "{dialect}");
    }
}

/// Who meets a limit can look up its rule: each rule of the body has its number there.
#[test]
fn every_rule_has_its_number() {
    let rules: BTreeSet<String> = (3..=22).map(|rule| format!("R{rule}")).collect();
    for &dialect in Dialect::ALL {
        for profile in [Profile::Plain, Profile::Labels] {
            let schema = schema::body(dialect, profile);
            let numbers = all("$comment", schema.as_value()).into_iter();
            let numbers: BTreeSet<_> = numbers.map(|number| number.as_str().expect("a text").to_owned()).collect();
            // OpenAPI 3.0 has no such keyword.
            let expected = if dialect == Dialect::OpenApi(OpenApi::V3_0) { BTreeSet::new() } else { rules.clone() };
            assert_eq!(numbers, expected, "{dialect} {profile:?}");
        }
    }
}
