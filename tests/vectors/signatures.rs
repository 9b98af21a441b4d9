//! R2: the shape of a signed JWT (S9).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::Case;
use crate::bodies::minimal;

const HEADER: &str = r#"{"alg":"ES256"}"#;

pub(crate) fn cases() -> Vec<Case> {
    let case = |name: String, signature: String| Case {
        api_signature: Some(signature),
        ..Case::body(format!("Api-Signature with {name}"), minimal())
    };
    let jwt = |header: &[u8], payload: &[u8]| [encode(header), encode(payload), encode(b"signature")].join(".");
    let plain = || jwt(HEADER.as_bytes(), b"{}");
    let mut cases = Vec::new();
    for header in HEADERS {
        cases.push(case(format!("the header {header}"), jwt(header.as_bytes(), b"{}")));
    }
    for payload in PAYLOADS {
        cases.push(case(format!("the payload {payload}"), jwt(HEADER.as_bytes(), payload.as_bytes())));
    }
    cases.push(case("a header that is no UTF-8".into(), jwt(b"{\"alg\":\"\xff\"}", b"{}")));
    cases.push(case("a payload that is no UTF-8".into(), jwt(HEADER.as_bytes(), b"{\"x\":\"\xff\"}")));
    let (header, payload) = (encode(HEADER.as_bytes()), encode(b"{}"));
    let texts = [
        ("nothing", String::new()),
        ("a scheme before it", format!("Bearer {}", plain())),
        ("white space before it", format!(" {}", plain())),
        ("white space behind it", format!("{} ", plain())),
        ("a line break in it", plain().replace('.', ".\n")),
        ("two segments", format!("{header}.{payload}")),
        ("four segments", format!("{}.c2ln", plain())),
        ("no dots", "c2ln".into()),
        ("dots alone", "..".into()),
        ("an empty header", format!(".{payload}.c2ln")),
        ("an empty payload", format!("{header}..c2ln")),
        ("an empty signature", format!("{header}.{payload}.")),
        ("a signature of one character", format!("{header}.{payload}.A")),
        ("a signature of one byte", format!("{header}.{payload}.AA")),
        ("a signature of one byte, four bits too many set", format!("{header}.{payload}.AB")),
        ("a signature of two bytes, two bits too many set", format!("{header}.{payload}.AAB")),
        ("a signature of five characters", format!("{header}.{payload}.AAAAA")),
        ("padding", format!("{header}.{payload}.AA==")),
        ("the characters of plain base64", format!("{header}.{payload}.+/+/")),
        ("the characters of base64url", format!("{header}.{payload}.-_-_")),
        ("a character beyond ASCII", format!("{header}.{payload}.é")),
    ];
    cases.extend(texts.into_iter().map(|(name, text)| case(name.into(), text)));
    cases
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

const HEADERS: &[&str] = &[
    HEADER,
    r#"{"typ":"JWT","alg":"RS256","kid":null}"#,
    r#" {"alg" : "x"} "#,
    r#"{"\u0061lg":"ES256"}"#,
    r#"{"alg":"none "}"#,
    r#"{"alg":"nones"}"#,
    r#"{"alg":"none"}"#,
    r#"{"alg":"None"}"#,
    r#"{"alg":"NONE"}"#,
    r#"{"alg":"nOnE"}"#,
    r#"{"alg":"\u006eone"}"#,
    r#"{"alg":""}"#,
    r#"{"alg":null}"#,
    r#"{"alg":256}"#,
    r#"{"alg":["ES256"]}"#,
    r#"{"Alg":"ES256"}"#,
    r#"{"alg":"ES256","alg":"ES256"}"#,
    r#"{"alg":"ES256","\u0061lg":0}"#,
    r#"{"typ":{"alg":"ES256"}}"#,
    r#"{"typ":"JWT","typ":"JWT","alg":"ES256"}"#,
    "{}",
    r#"["alg","ES256"]"#,
    r#""alg""#,
    "null",
    "0",
    r#"{"alg":"ES256"}}"#,
    r#"{"alg":"ES256""#,
    r#"{"alg":"ES256",}"#,
    "",
];

const PAYLOADS: &[&str] = &[
    r#"{"sub":"c-1815","sub":0}"#,
    "\n{\n}\n",
    r#"{"x":[[[]]]}"#,
    "[]",
    r#""{}""#,
    "null",
    "0",
    "true",
    "{",
    "{}{}",
    "{]",
    "\u{feff}{}",
];
