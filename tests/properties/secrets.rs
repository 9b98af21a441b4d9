//! Reports and `Debug` hold nothing of what the customer sent.

use customer_schema::strategy::{self, ViolationKind};
use customer_schema::{CalendarDate, Customer, ErrorBody, JsonType, PutCustomer, Reason, Violation, Violations};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::config;
use crate::document::changed;
use crate::oracle::Document;

/// Every name and text of a document that is long enough not to be found by chance.
fn texts(value: &Value) -> Vec<&str> {
    let texts: Vec<_> = match value {
        Value::String(text) => vec![text.as_str()],
        Value::Array(elements) => elements.iter().flat_map(texts).collect(),
        Value::Object(properties) => {
            properties.iter().flat_map(|(name, value)| texts(value).into_iter().chain([name.as_str()])).collect()
        }
        _ => Vec::new(),
    };
    // `Debug` and JSON have such characters themselves.
    let is_punctuation = |c: char| c.is_ascii_punctuation() || c.is_ascii_whitespace();
    let is_telling = |text: &&str| text.chars().count() >= 4 && !text.chars().all(is_punctuation);
    texts.into_iter().filter(is_telling).collect()
}

/// Whether a text is part of a documented name or of the text of a reason.
fn is_of_the_contract(text: &str) -> bool {
    let text = text.trim_end();
    let types =
        [JsonType::String, JsonType::Object, JsonType::Array, JsonType::Number, JsonType::Boolean, JsonType::Null];
    macro_rules! unknown {
        ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
            [$(unknown!(@$rule $Type)),+].into_iter().flatten()
        };
        (@code $Type:ident) => { Some(customer_schema::$Type::RULE.unknown()) };
        (@$rule:ident $Type:ident) => { None };
    }
    let reasons = [Reason::Required, Reason::NotADate, Reason::MalformedSignature, Reason::Duplicate];
    let reasons = reasons.into_iter().chain(types!(unknown!));
    let wrong_types = types.into_iter().flat_map(|expected| {
        [false, true].into_iter().flat_map(move |is_optional| {
            types.map(|found| Reason::WrongType { expected, found: Some(found), is_optional })
        })
    });
    let mut reasons = reasons.chain(wrong_types);
    reasons.any(|reason| reason.to_string().contains(text) || format!("{reason:?}").contains(text))
        || ViolationKind::all().iter().any(|kind| kind.location().contains(text))
}

fn says_nothing_of(report: &Violations, texts: &[&str]) -> Result<(), TestCaseError> {
    let body = ErrorBody::invalid_request(report, "1", "PutCustomer");
    let positions: Vec<_> = report.iter().map(Violation::position).collect();
    let said = [
        format!("{positions:?}"),
        report.to_string(),
        format!("{report:?}"),
        serde_json::to_string(report).expect("JSON"),
        serde_json::to_string(&report.iter().collect::<Vec<_>>()).expect("JSON"),
        body.to_string(),
        format!("{body:?}"),
        serde_json::to_string(&body).expect("JSON"),
    ]
    .join("\n");
    contains_none(&said, texts)
}

fn contains_none(said: &str, texts: &[&str]) -> Result<(), TestCaseError> {
    for text in texts {
        prop_assert!(!said.contains(text) || is_of_the_contract(text), "{text:?} is in {said}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn reports_hold_nothing_of_the_body(doc in changed(10)) {
        let text = doc.write();
        let document = Document::read(&text).expect("written from a document");
        if let Err(report) = Customer::from_json(text.as_bytes()) {
            says_nothing_of(&report, &texts(&document.value))?;
        }
        if let Err(error) = serde_json::from_str::<Customer>(&text) {
            contains_none(&error.to_string(), &texts(&document.value))?;
        }
    }

    /// Names count here as well as values: the unknown ones are what is found.
    #[test]
    fn unknown_properties_and_malformed_bodies_hold_nothing_of_the_body(doc in changed(5), cut in any::<Index>()) {
        let text = doc.write();
        let document = Document::read(&text).expect("written from a document");
        let sent = texts(&document.value);
        let unknown = Customer::unknown_properties(text.as_bytes()).expect("well-formed");
        contains_none(&format!("{unknown} {unknown:?} {unknown:#?}"), &sent)?;

        // Cut off, and with another byte: causes and positions.
        let cut = cut.index(text.len());
        let mut changed = text.clone().into_bytes();
        changed[cut] = b'#';
        for malformed in [&text.as_bytes()[..cut], &changed] {
            for report in [Customer::from_json(malformed).err(), Customer::unknown_properties(malformed).err()] {
                report.map_or(Ok(()), |report| says_nothing_of(&report, &sent))?;
            }
        }
    }

    #[test]
    fn advisories_hold_nothing_of_the_customer(customer: Customer, today: CalendarDate) {
        let advisories = customer.advisories(today);
        let kinds: Vec<_> = advisories.iter().map(|one| (one.to_string(), one.kind().to_string())).collect();
        let customer = serde_json::to_value(&customer).expect("JSON");
        contains_none(&format!("{advisories:?} {kinds:?}"), &texts(&customer))?;
    }

    #[test]
    fn reports_hold_nothing_of_path_and_header(
        broken in strategy::broken_where(|kind| !kind.is_in_body()),
    ) {
        let request = &broken.request;
        let read = PutCustomer::parse(&request.customer_id, request.api_signature.as_deref(), &request.body);
        let sent = [Some(&request.customer_id), request.api_signature.as_ref()].into_iter().flatten();
        let sent: Vec<_> = sent.map(String::as_str).filter(|text| text.chars().count() >= 4).collect();
        says_nothing_of(&read.expect_err("a broken request"), &sent)?;
    }

    #[test]
    fn debug_shows_codes_alone(request: PutCustomer) {
        let shown = format!("{request:?}");
        let customer = serde_json::to_value(&request.customer).expect("JSON");
        contains_none(&shown, &texts(&customer))?;
    }
}
