//! The error body: written from violations or a fault that is none, read leniently (R23-R27, S16, S17).

use customer_schema::{ErrorBody, ErrorType, Extensions, PutCustomer, Status};

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

/// Reads it by every door for JSON, which have to agree.
#[track_caller]
fn read(json: &str) -> ErrorBody {
    let body: ErrorBody = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::from_reader::<_, ErrorBody>(json.as_bytes()).unwrap(), body);
    body
}

fn written(body: &ErrorBody) -> String {
    serde_json::to_string(body).unwrap()
}

#[test]
fn the_documented_kinds_and_statuses() {
    let documented: Vec<_> =
        ErrorType::DOCUMENTED.iter().map(|kind| (kind.as_str(), kind.status().map(Status::code))).collect();
    assert_eq!(documented, TYPES);
    for (text, _) in TYPES {
        let kind = ErrorType::from(text);
        assert!(!matches!(kind, ErrorType::Unknown(_)), "{text}");
        assert_eq!((kind.as_str(), kind.to_string().as_str()), (text, text));
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
    let expected = concat!(
        r#"{"Type":"InvalidMessage","Instance":"req-7f3a","Action":"PutCustomer","Detail":"the request has 2 faults","#,
        r#""Extensions":{"Request":{"FullName.LastName":["is required"],"PrimaryResidence.State":"#,
        r#"["must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY"]}}}"#
    );
    assert_eq!(written(&error_body), expected);
    assert_eq!(read(expected), error_body, "what is written reads as the same");
    let tree = serde_json::to_value(&error_body).unwrap();
    assert_eq!(serde_json::from_value::<ErrorBody>(tree).unwrap(), error_body, "from a tree too");

    let request = &error_body.extensions.request;
    assert_eq!((request.len(), request.is_empty(), error_body.extensions.features.is_empty()), (2, false, true));
    assert_eq!(request.get("FullName.LastName"), ["is required"]);
    assert!(request.get("FullName").is_empty() && request.get("").is_empty());
    let paths: Vec<_> = request.iter().map(|(path, reasons)| (path, reasons.len())).collect();
    assert_eq!(paths, [("FullName.LastName", 1), ("PrimaryResidence.State", 1)]);
}

/// For a fault that is no violation.
#[test]
fn written_from_a_detail() {
    let body = ErrorBody::new(ErrorType::Unauthorized, "i", "a", "a signature is required");
    let expected = r#"{"Type":"Unauthorized","Instance":"i","Action":"a","Detail":"a signature is required"}"#;
    assert_eq!(written(&body), expected, "empty extensions are left out");
    assert_eq!(read(expected), body);
    assert_eq!(body.error_type.and_then(|kind| kind.status()), Some(Status::Unauthorized));
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
        r#"{"Type":"Forbidden","Extensions":{"Request":{"b":["1","2"],"a":[]},"#,
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

/// Everything is optional; null or a wrong type is absence; what is unknown is ignored.
#[test]
fn lenient_reading() {
    let nothing = ErrorBody::default();
    for json in
        ["{}", "null", "5", "-1.5", "true", "\"x\"", "[]", r#"[{"Type":"Forbidden"}]"#, r#"{"type":"Forbidden"}"#]
    {
        assert_eq!(read(json), nothing, "{json}");
    }
    assert_eq!(written(&nothing), "{}");

    for value in ["null", "5", "1.5", "true", "[]", "{}", "[\"x\"]", "{\"a\":[{}]}"] {
        for name in ["Type", "Instance", "Action", "Detail", "Unknown", ""] {
            assert_eq!(read(&format!(r#"{{"{name}":{value}}}"#)), nothing, "{name}: {value}");
        }
    }
    let empty = [
        "null",
        "5",
        "\"x\"",
        "[]",
        "{}",
        r#"{"Request":null}"#,
        r#"{"Request":{},"Features":null}"#,
        r#"{"Request":["x"]}"#,
        r#"{"Features":"x"}"#,
        r#"{"Unknown":{"a":["x"]}}"#,
        r#"{"Request":{"a":null,"b":5,"c":"x","d":{"e":["x"]}}}"#,
    ];
    for value in empty {
        let json = format!(r#"{{"Instance":"i","Extensions":{value},"Action":"a"}}"#);
        let body = read(&json);
        assert!(body.extensions.is_empty(), "{json}");
        let around = (body.instance.as_deref(), body.action.as_deref());
        assert_eq!(around, (Some("i"), Some("a")), "{json}: what stands around it is read");
        assert_eq!(written(&body), r#"{"Instance":"i","Action":"a"}"#);
    }

    let mixed = read(r#"{"Extensions":{"Request":{"a":["x",null,5,["y"],{"z":1},"w"],"\u0062":["\u00e9"],"c":[]}}}"#);
    let request = mixed.extensions.request;
    assert_eq!(request.get("a"), ["x", "w"], "the texts among the elements");
    assert_eq!(request.get("b"), ["é"]);
    assert_eq!(request.len(), 3);
}

/// Nothing that a server says of a field is lost where it names the field twice.
#[test]
fn a_key_given_twice_has_all_its_reasons() {
    let json =
        r#"{"Extensions":{"Request":{"a":["1"],"b":["2"],"\u0061":["3"],"b":null},"Features":{"c":[],"c":["4"]}}}"#;
    let body = read(json);
    assert_eq!(body.extensions.request.get("a"), ["1", "3"]);
    let once = r#"{"Extensions":{"Request":{"a":["1","3"],"b":["2"]},"Features":{"c":["4"]}}}"#;
    assert_eq!(written(&body), once);
}

/// Lenient about what a value is, not about JSON.
#[test]
fn broken_json_is_refused() {
    for json in ["", "{", "{}x", r#"{"Type":"Forbidden""#, r#"{"Type":nul}"#, "\u{feff}{}"] {
        assert!(serde_json::from_str::<ErrorBody>(json).is_err(), "{json}");
    }
    let whole = concat!(
        r#"{"Type":"Forbidden","Instance":"i","Action":"a","Detail":"d","Unknown":[{}],"#,
        r#""Extensions":{"Request":{"City":["x",null]},"Features":{"y":[]},"Unknown":[{}]}}"#
    );
    assert_eq!(read(whole).extensions.request.get("City"), ["x"]);
    for end in 0..whole.len() {
        assert!(serde_json::from_str::<ErrorBody>(&whole[..end]).is_err(), "{}", &whole[..end]);
    }
    let deep = format!(r#"{{"Unknown":{}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(read(&deep), ErrorBody::default());
    assert_eq!(read(&deep.replace("Unknown", "Type")), ErrorBody::default());
}
