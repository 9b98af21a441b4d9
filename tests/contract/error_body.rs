//! The error body: written from violations or for another error, and shown in logs (R23-R27, S16, S17). `answers` reads it.

use std::error::Error;

use allocation_counter::measure;
use customer_schema::{
    Customer, ErrorBody, ErrorType, Extensions, PutCustomer, Reason, ReasonMap, Status, UnknownStatus, Violations,
};

use super::answers::read;
use super::bodies::body;

/// The kinds that the contract documents, with the status of those that have one here.
const TYPES: [(&str, Option<u16>); 6] = [
    ("InvalidMessage", Some(400)),
    ("Unexpected", Some(500)),
    ("ResourceNotFound", None),
    ("Unauthorized", Some(401)),
    ("Forbidden", None),
    ("InsufficientBalance", None),
];

fn written(body: &ErrorBody) -> String {
    serde_json::to_string(body).unwrap()
}

#[test]
fn the_documented_kinds_and_statuses() {
    let documented: Vec<_> =
        ErrorType::ALL.iter().map(|kind| (kind.as_str(), kind.status().map(Status::code))).collect();
    assert_eq!(documented, TYPES);
    for (text, _) in TYPES {
        let kind = ErrorType::from(text);
        assert!(!matches!(kind, ErrorType::Unknown(_)), "{text}");
        assert_eq!((kind.as_str(), format!("{kind:20}|")), (text, format!("{text:20}|")));
        let body = ErrorBody::new(kind.clone(), "", "", "");
        assert_eq!(written(&body), format!(r#"{{"Type":"{text}","Instance":"","Action":"","Detail":""}}"#));
        assert_eq!(read(&written(&body)).error_type, Some(kind));
    }
    assert_eq!(Status::ALL.iter().map(|status| status.code()).collect::<Vec<_>>(), [201, 204, 400, 401, 500]);
}

#[test]
fn an_unknown_kind_is_kept() {
    for text in ["TooManyRequests", "", "invalidMessage", "InvalidMessage ", "é"] {
        let json = format!(r#"{{"Type":"{text}"}}"#);
        let body = read(&json);
        assert!(matches!(&body.error_type, Some(ErrorType::Unknown(kind)) if kind.as_str() == text), "{text}");
        assert_eq!(written(&body), json);
        assert_eq!(body.error_type.unwrap().status(), None);
    }
}

#[test]
fn written_from_violations() {
    let wrong = body().without("FullName.LastName").with_text("PrimaryResidence.Country", "US").to_string();
    let report = PutCustomer::parse("c-1815", None, wrong.as_bytes()).unwrap_err();
    let error_body = ErrorBody::invalid_request(&report, "req-7f3a", String::from("PutCustomer"));
    let state = report.iter().last().unwrap().reason();
    let expected = format!(
        r#"{{"Type":"InvalidMessage","Instance":"req-7f3a","Action":"PutCustomer","Detail":"the request has 2 faults",{}}}"#,
        format_args!(
            r#""Extensions":{{"Request":{{"FullName.LastName":["is required"],"PrimaryResidence.State":["{state}"]}}}}"#
        ),
    );
    assert_eq!(written(&error_body), expected);
    assert_eq!(read(&expected), error_body, "what is written reads as the same");
    let tree = serde_json::to_value(&error_body).unwrap();
    assert_eq!(serde_json::from_value::<ErrorBody>(tree).unwrap(), error_body, "from a tree too");

    let request = &error_body.extensions.request;
    assert_eq!((request.len(), request.is_empty(), error_body.extensions.features.is_empty()), (2, false, true));
    assert_eq!(request.get("FullName.LastName"), ["is required"]);
    assert!(request.get("FullName").is_empty() && request.get("").is_empty());
    let paths: Vec<_> = request.iter().map(|(path, reasons)| (path, reasons.len())).collect();
    assert_eq!(paths, [("FullName.LastName", 1), ("PrimaryResidence.State", 1)]);
}

#[test]
fn written_from_a_detail() {
    let body = ErrorBody::new(ErrorType::Unauthorized, "i", "a", "a signature is required");
    let expected = r#"{"Type":"Unauthorized","Instance":"i","Action":"a","Detail":"a signature is required"}"#;
    assert_eq!(written(&body), expected, "empty extensions are left out");
    assert_eq!(read(expected), body);
    assert_eq!(body.status(), Some(Status::Unauthorized));
    assert!(body.extensions.is_empty() && body.extensions == Extensions::default());
}

/// The example of the operation's reference page.
#[test]
fn the_example_of_the_reference_survives() {
    let example = r#"{
        "Type": "InvalidMessage",
        "Instance": "string",
        "Action": "string",
        "Detail": "string",
        "Extensions": {
            "Request": {},
            "Features": {}
        }
    }"#;
    let body = read(example);
    assert_eq!(body, ErrorBody::new(ErrorType::InvalidMessage, "string", "string", "string"));
    assert_eq!(read(&written(&body)), body);
}

#[test]
fn features_survive_too() {
    let json = concat!(
        r#"{"Type":"Forbidden","Extensions":{"Request":{"b":["1","2"],"a":["3"]},"#,
        r#""Features":{"customers.put":["is disabled","until then"]}}}"#
    );
    let body = read(json);
    assert_eq!(body.extensions.features.get("customers.put"), ["is disabled", "until then"]);
    assert_eq!(written(&body), json, "in the order in which they came");
}

/// A service that disables something has no violations to make the map from.
#[test]
fn features_of_a_service() {
    let mut body = ErrorBody::new(ErrorType::Forbidden, "i", "a", "d");
    body.extensions.features = [("b", "1"), ("a", "2"), ("b", "3")].into_iter().collect();
    let expected = r#""Extensions":{"Features":{"b":["1","3"],"a":["2"]}}"#;
    assert!(written(&body).ends_with(&format!("{expected}}}")), "{}", written(&body));
    assert_eq!(read(&written(&body)), body);
    body.extensions.features = Vec::<(String, String)>::new().into_iter().collect();
    assert!(body.extensions.is_empty());
}

#[test]
fn statuses_from_their_codes() {
    let known: Vec<u16> = (0..=u16::MAX).filter(|code| Status::try_from(*code).is_ok()).collect();
    assert_eq!(known, [201, 204, 400, 401, 500]);
    let error: UnknownStatus = Status::try_from(404).unwrap_err();
    let codes: Vec<_> = known.iter().filter(|code| !error.to_string().contains(&code.to_string())).collect();
    assert!(codes.is_empty(), "{error} leaves out {codes:?}");
    let shown: Vec<_> = Status::ALL.iter().map(ToString::to_string).collect();
    let phrases = ["201 Created", "204 No Content", "400 Bad Request", "401 Unauthorized", "500 Internal Server Error"];
    assert_eq!(shown, phrases);
    for status in Status::ALL {
        assert_eq!(Status::try_from(u16::from(*status)), Ok(*status));
        assert_eq!(u16::from(*status), status.code());
    }
}

#[test]
fn the_status_of_a_body() {
    for (text, status) in TYPES {
        assert_eq!(read(&format!(r#"{{"Type":"{text}"}}"#)).status().map(Status::code), status, "{text}");
    }
    assert_eq!((read(r#"{"Type":"Teapot"}"#).status(), ErrorBody::default().status()), (None, None));
}

/// Texts of a server that could end a line of a log, hide a part of it or fill it.
fn hostile_texts() -> Vec<String> {
    let controls = (0..0xA0).filter_map(char::from_u32).collect();
    let hidden = "\u{202e}\u{2066}\u{200b}\u{2028}\u{feff}\u{ad}\u{1b}[2J\r\nINFO paid".to_owned();
    [controls, hidden, "x".repeat(1_000_000), "\u{10ffff}".repeat(1_000)].into()
}

#[track_caller]
fn assert_safe_line(shown: &str, most: usize) {
    assert!(shown.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{shown:?}");
    assert!(shown.len() <= most, "{} bytes", shown.len());
}

#[test]
fn an_unknown_type_forges_no_log() {
    for text in hostile_texts() {
        let kind = ErrorType::from(text.as_str());
        assert_eq!(kind.as_str(), text);
        assert_safe_line(&kind.to_string(), 700);
    }
    assert_eq!(ErrorType::from("a\nb\\n é").to_string(), r"a\nb\\n \u{e9}");
    let [full, longer] = [64, 65].map(|len| ErrorType::from("x".repeat(len).as_str()).to_string());
    assert_eq!((full, longer), ("x".repeat(64), "x".repeat(64) + ".."));
    assert_eq!(format!("{:>8}", ErrorType::from("Teapot")), "  Teapot");
}

#[test]
fn an_answer_forges_no_log() {
    for text in hostile_texts() {
        let mut body = ErrorBody::new(ErrorType::from(text.as_str()), text.as_str(), text.as_str(), text.as_str());
        body.extensions.features = (0..3).map(|i| (format!("{i}{text}"), text.clone())).collect();
        let indexes = (0..1_000).map(|i| format!("Identities[{}].IDNumber", usize::MAX - i));
        body.extensions.request = indexes.chain([text.clone()]).map(|key| (key, text.clone())).collect();
        assert_safe_line(&body.to_string(), 3_000);
    }
}

#[test]
fn an_answer_as_an_error() {
    let error: Box<dyn Error> = Box::new(ErrorBody::default());
    assert_eq!(error.to_string(), "error of no type");
    let body = ErrorBody::new(ErrorType::Unexpected, "i", PutCustomer::ACTION, "secret");
    assert_eq!(body.to_string(), "Unexpected in PutCustomer, instance i");
    let report = Customer::from_json(b"{}").unwrap_err();
    let mut body = ErrorBody::invalid_request(&report, "i", "a");
    let first = "InvalidMessage in a, instance i, 4 reasons at FullName, DateOfBirth, Identities, PrimaryResidence";
    assert_eq!(body.to_string(), first);
    let keys = ["secret", "/FullName", "DateOfBirth", "Identities", "PrimaryResidence", "Body"];
    body.extensions.request = keys.map(|key| (key, "secret")).into_iter().collect();
    body.extensions.features = [("secret", "secret")].into_iter().collect();
    assert_eq!(body.to_string(), first.replace('4', "7") + ", ..");
}

#[test]
fn reasons_that_a_report_leaves_out() {
    let [one, two] = [90, 91].map(|documents| {
        let body = format!(r#"{{"Identities":[{}]}}"#, vec!["{}"; documents].join(","));
        ErrorBody::invalid_request(&Customer::from_json(body.as_bytes()).unwrap_err(), "i", "a")
    });
    assert_eq!((one.omitted(), two.omitted()), (17, 20));
    assert_eq!(one.extensions, two.extensions);
    assert!(format!("{one} {one:?}").contains("273 reasons") && format!("{one:?}").ends_with("omitted: 17 }"));
    let again = read(&written(&one));
    assert_eq!((&again, again.omitted()), (&one, 0), "the number is in `Detail` alone");
}

/// The guide for clients says so, for them to bound the size of an answer.
#[test]
fn an_answer_is_smaller_than_64_kibibytes() {
    let longest = Reason::examples().iter().map(|reason| reason.to_string().len()).max().unwrap();
    let entry = r#""Identities[99999999].IssuingCountry":[""],"#.len() + longest;
    assert!(entry * Violations::MAX_KEPT < 60 * 1024, "{longest}");
}

/// Each violation costs the same allocations, whether its path is its own or shared.
#[test]
fn answering_is_linear_in_the_violations() {
    let own = |n: usize| format!(r#"{{"Identities":[{}]}}"#, vec!["0"; n - 3].join(","));
    let shared = |n: usize| {
        let document = r#"{"IDNumber":"1","IDNumber":"","IDType":0,"IDType":0,"IssuingCountry":0,"IssuingCountry":0}"#;
        format!(r#"{{"Identities":[{}]}}"#, vec![document; (n - 3) / 5].join(","))
    };
    for body in [own, shared] {
        let cost = |n: usize| {
            let report = Customer::from_json(body(n).as_bytes()).unwrap_err();
            assert_eq!((report.len(), report.omitted()), (n, 0));
            measure(|| drop(serde_json::to_vec(&ErrorBody::invalid_request(&report, "i", "a"))))
        };
        let [few, many] = [63, 253].map(cost);
        let (allocations, bytes) = (few.count_total * 253 / 63, few.bytes_total * 253 / 63);
        assert!(many.count_total <= allocations, "{few:?} {many:?}");
        assert!(many.bytes_total <= bytes + 16 * 1024, "{few:?} {many:?}");
    }
}

/// Every character that JSON escapes, in each text of the body.
#[test]
fn to_json_gives_the_bytes_of_serde_json() {
    let texts = (0..=0x7F_u8).map(char::from).chain(['é', '\u{2028}', '😀']);
    for text in texts.map(|c| format!("a{c}b")) {
        let mut body = ErrorBody::new(ErrorType::from(text.as_str()), &text, &text, &text);
        body.extensions.request = [(&text, &text), (&text, &text), (&"other".into(), &text)].into_iter().collect();
        assert_eq!(body.to_json(), serde_json::to_vec(&body).expect("JSON"), "{text:?}");
        body.extensions.features = [(&text, &text)].into_iter().collect();
        assert_eq!(body.to_json(), serde_json::to_vec(&body).expect("JSON"), "{text:?}");
        body.extensions.request = ReasonMap::default();
        assert_eq!(body.to_json(), serde_json::to_vec(&body).expect("JSON"), "{text:?}");
    }
    assert_eq!(ErrorBody::default().to_json(), b"{}");
}
