//! Every rule on both sides of its limit, in every dialect and profile, by a validator that knows
//! nothing of this project.

#[path = "../../table/mod.rs"]
mod table;

use std::collections::BTreeSet;
use std::env;

use customer_schema::schema::{self, Dialect, OpenApi, Profile};
use customer_schema::{CalendarDate, Customer};
use customer_schema_conformance::{documents, example, text};
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};
use table::{Condition, Rule};

/// A validator for each export, with formats and without.
struct Validators(Vec<(String, Validator)>);

impl Validators {
    fn new() -> Self {
        let mut validators = Vec::new();
        for &dialect in Dialect::ALL {
            // OpenAPI 3.0 is made from draft-04.
            let draft = match dialect {
                Dialect::Draft07 => Draft::Draft7,
                Dialect::OpenApi(OpenApi::V3_0) => Draft::Draft4,
                _ => Draft::Draft202012,
            };
            for &profile in Profile::ALL {
                for formats in [false, true] {
                    let schema = schema::body(dialect, profile);
                    let options = jsonschema::options().with_draft(draft).should_validate_formats(formats);
                    let validator = options.build(schema.as_value()).expect("a valid schema");
                    validators.push((format!("{dialect} {profile:?}, formats: {formats}"), validator));
                }
            }
        }
        Self(validators)
    }

    /// The reader and all validators say the same of `body`, namely `valid`.
    #[track_caller]
    fn agree(&self, body: &Value, valid: bool, case: &str) {
        let report = Customer::check_json(body.to_string().as_bytes());
        assert_eq!(report.is_ok(), valid, "the reader on {case}: {report:?}");
        for (name, validator) in &self.0 {
            assert_eq!(validator.is_valid(body), valid, "{name} on {case}");
        }
    }
}

/// The example with another value at one location.
fn with(pointer: &str, value: Value) -> Value {
    let mut body = example();
    *body.pointer_mut(pointer).expect("a location in the example") = value;
    body
}

fn without(pointer: &str) -> Value {
    let mut body = example();
    let (object, name) = pointer.rsplit_once('/').expect("a property");
    body.pointer_mut(object).and_then(Value::as_object_mut).expect("an object").remove(name).expect("a property");
    body
}

/// The example in which the two properties of a condition have these values.
fn with_pair(condition: &Condition, when: &str, then: &str) -> Value {
    let mut body = example();
    for (path, text) in [(condition.when, when), (condition.then, then)] {
        *body.pointer_mut(&table::row(path).pointer_in_body()).expect("a location in the example") = text.into();
    }
    body
}

fn letter_pairs() -> impl Iterator<Item = String> {
    ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| String::from_iter([first, second])))
}

#[test]
fn lengths() {
    let validators = Validators::new();
    let mut limits = 0;
    for row in table::PROPERTIES {
        let Rule::Text { min, max } = row.rule else { continue };
        for plane in 0..8 {
            let mut agree = |length: usize, valid: bool| {
                let case = format!("{} {}: {length} characters of plane {plane}", row.number, row.path);
                validators.agree(&with(&row.pointer_in_body(), text(plane, length).into()), valid, &case);
                limits += 1;
            };
            agree(min, true);
            if let Some(below) = min.checked_sub(1) {
                agree(below, false);
            }
            match max {
                Some(max) => {
                    agree(max, true);
                    agree(max + 1, false);
                }
                None => agree(10_000, true),
            }
        }
    }
    let of_row = |rule: Rule| match rule {
        Rule::Text { min, max } => [min > 0, true, true, max.is_some()].iter().filter(|is_there| **is_there).count(),
        _ => 0,
    };
    // Most texts have both limits, and one has neither.
    assert_eq!(limits, 8 * table::PROPERTIES.iter().map(|row| of_row(row.rule)).sum::<usize>());
}

#[test]
fn properties_that_are_left_out() {
    let validators = Validators::new();
    for row in table::PROPERTIES {
        validators.agree(
            &without(&row.pointer_in_body()),
            !row.required,
            &format!("{} without {}", row.number, row.path),
        );
    }
}

#[test]
fn kinds() {
    let validators = Validators::new();
    let kinds = [Value::Null, json!(true), json!(0), json!(1.5), json!([]), json!({}), json!([[]]), json!(" ")];
    for row in table::PROPERTIES {
        for kind in &kinds {
            let fits = match row.rule {
                Rule::Array => *kind == json!([]),
                // A blank is a character, and too few for a street.
                Rule::Text { min, .. } => kind.is_string() && min <= 1,
                Rule::Boolean => kind.is_boolean(),
                Rule::Object | Rule::Date | Rule::Code(_) | Rule::Signature => false,
            };
            let case = format!("{} {}: {kind}", row.number, row.path);
            validators.agree(&with(&row.pointer_in_body(), kind.clone()), fits, &case);
        }
    }
    for kind in &kinds {
        validators.agree(kind, false, &format!("R3: {kind}"));
    }
    // What stands in an object, in the right order, is not an object.
    let pointers = table::PROPERTIES.iter().filter_map(|row| match row.rule {
        Rule::Object => Some(row.pointer_in_body()),
        Rule::Array => Some(format!("{}/0", row.pointer_in_body())),
        Rule::Text { .. } | Rule::Date | Rule::Code(_) | Rule::Boolean | Rule::Signature => None,
    });
    for pointer in pointers {
        let pointer = pointer.as_str();
        let body = example();
        let properties = body.pointer(pointer).and_then(Value::as_object).expect("an object");
        let list: Value = properties.values().cloned().collect();
        validators.agree(&with(pointer, list), false, &format!("{pointer} as a list"));
    }
}

#[test]
fn dates() {
    let validators = Validators::new();
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
    for row in table::PROPERTIES.iter().filter(|row| matches!(row.rule, Rule::Date)) {
        for (text, valid) in texts {
            let case = format!("{} {}: {text:?}", row.number, row.path);
            validators.agree(&with(&row.pointer_in_body(), text.into()), valid, &case);
        }
    }
}

#[test]
fn codes() {
    let validators = Validators::new();
    for row in table::PROPERTIES {
        let Rule::Code(list) = row.rule else { continue };
        let case = |text: &str| format!("{} {}: {text:?}", row.number, row.path);
        // The example of the state is one anywhere but where codes are prescribed.
        let is_decided =
            |text: &str| table::CONDITIONS.iter().any(|condition| condition.when == row.path && condition.is == text);
        for text in letter_pairs().chain(list.codes().map(str::to_owned)) {
            let valid = list.contains(&text) && !is_decided(&text);
            validators.agree(&with(&row.pointer_in_body(), text.as_str().into()), valid, &case(&text));
        }
        for text in ["", "us", "USA", "GB ", "GB\n", "taxid", "TaxId"] {
            validators.agree(&with(&row.pointer_in_body(), text.into()), false, &case(text));
        }
    }
}

#[test]
fn states() {
    let validators = Validators::new();
    for condition in table::CONDITIONS {
        let Condition { is, list, .. } = condition;
        for text in letter_pairs().chain(list.codes().map(str::to_owned)) {
            validators.agree(&with_pair(condition, is, &text), list.contains(&text), &format!("R21: {text} in {is}"));
        }
        for (code, name) in list.codes {
            for text in [*name, &code.to_lowercase(), &format!("{is}-{code}")] {
                validators.agree(&with_pair(condition, is, text), false, &format!("R21: {text:?} in {is}"));
            }
        }
        for text in ["", "ca", "US-CA", "California", "CA ", "CA\n", condition.counterexample] {
            validators.agree(&with_pair(condition, is, text), false, &format!("R21: {text:?} in {is}"));
        }
    }
    for pair in letter_pairs() {
        validators.agree(&with_pair(&table::CONDITIONS[0], "FR", &pair), true, &format!("R20: {pair} in FR"));
    }
}

/// The differential run under the validator that needs no installation: 1000 documents of seed 7, or as many as
/// `DOCUMENTS` says of the seed that `SEED` says.
#[test]
fn documents_of_a_seed() {
    let number = |name, default| env::var(name).map_or(default, |text| text.parse().expect(name));
    let (count, seed) = (number("DOCUMENTS", 1000), number("SEED", 7));
    let validators = Validators::new();
    let mut verdicts = [0, 0];
    for (document, _) in documents(seed).zip(0..count) {
        validators.agree(&document.body, document.valid, &document.body.to_string());
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
        for &profile in Profile::ALL {
            let schema = schema::body(dialect, profile);
            let dates = table::PROPERTIES.iter().filter(|row| matches!(row.rule, Rule::Date)).count();
            assert_eq!(all("pattern", schema.as_value()), vec![CalendarDate::PATTERN; dates], "{dialect} {profile:?}");
        }
    }
}

/// Each rule of the body has its number in JSON Schema, so that it can be looked up.
#[test]
fn every_rule_has_its_number() {
    let conditions = table::CONDITIONS.iter().map(|condition| condition.number);
    let rows = table::PROPERTIES.iter().map(|row| row.number);
    let rules: BTreeSet<String> = [table::BODY].into_iter().chain(rows).chain(conditions).map(str::to_owned).collect();
    for &dialect in Dialect::ALL {
        for &profile in Profile::ALL {
            let schema = schema::body(dialect, profile);
            let numbers = all("$comment", schema.as_value()).into_iter();
            let numbers: BTreeSet<_> = numbers.map(|number| number.as_str().expect("a text").to_owned()).collect();
            // Documents of OpenAPI are read by people, who see comments there.
            let expected = if matches!(dialect, Dialect::OpenApi(_)) { BTreeSet::new() } else { rules.clone() };
            assert_eq!(numbers, expected, "{dialect} {profile:?}");
        }
    }
}
