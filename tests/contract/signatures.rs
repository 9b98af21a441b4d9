//! The shape of `Api-Signature` (R2, S9).
//!
//! The results are the same whichever features of `serde_json` another crate of the program turns on.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use customer_schema::{ApiSignature, PutCustomer, Reason, SignatureHeader, Violations};

use super::bodies::{body, violations};

/// `{"alg":"ES256"}`. Every case changes a part of it.
const HEADER: &str = "eyJhbGciOiJFUzI1NiJ9";
/// `{}`.
const PAYLOAD: &str = "e30";
const SIGNATURE: &str = "c2lnbmF0dXJl";

fn segment(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn with_header(header: impl AsRef<[u8]>) -> String {
    format!("{}.{PAYLOAD}.{SIGNATURE}", segment(header))
}

fn with_payload(payload: impl AsRef<[u8]>) -> String {
    format!("{HEADER}.{}.{SIGNATURE}", segment(payload))
}

/// A valid request apart from this header.
fn with(header: SignatureHeader) -> Result<PutCustomer, Violations> {
    PutCustomer::parse_with("c-1815", header, body().to_string().as_bytes())
}

/// All entry points agree with the type about a header with this text.
#[track_caller]
fn check(text: &str) -> bool {
    let parsed = text.parse::<ApiSignature>();
    assert_eq!(ApiSignature::try_from(text), parsed);
    assert_eq!(ApiSignature::try_from(text.to_owned()), parsed);
    let json = serde_json::to_string(text).unwrap();
    assert_eq!(serde_json::from_str::<ApiSignature>(&json).ok(), parsed.clone().ok());

    let request = PutCustomer::parse("c-1815", Some(text), body().to_string().as_bytes());
    assert_eq!(with(SignatureHeader::One(text.as_bytes())), request);
    match &parsed {
        Ok(signature) => {
            assert_eq!(signature.as_str(), text);
            assert_eq!(serde_json::to_string(signature).unwrap(), json);
            assert_eq!(request.unwrap().api_signature.map(ApiSignature::into_string).as_deref(), Some(text));
        }
        Err(reason) => {
            assert_eq!(*reason, Reason::MalformedSignature);
            assert_eq!(violations(&request.unwrap_err()), [("Api-Signature".to_owned(), "malformed_signature")]);
        }
    }
    parsed.is_ok()
}

#[track_caller]
fn assert_signed(case: &str, text: &str) {
    assert!(check(text), "{case}: {text}");
}

#[track_caller]
fn assert_malformed(case: &str, text: &str) {
    assert!(!check(text), "{case}: {text}");
}

#[test]
fn an_absent_header_is_absent() {
    let request = PutCustomer::parse("c-1815", None, body().to_string().as_bytes()).unwrap();
    assert_eq!(request.api_signature, None);
    assert_eq!(with(SignatureHeader::Absent), Ok(request));
}

#[track_caller]
fn assert_header(header: SignatureHeader, code: &'static str) {
    assert_eq!(violations(&with(header).unwrap_err()), [("Api-Signature".to_owned(), code)]);
}

/// Headers that cannot be passed as `&str`: a repeated one, and one that is not text (S19).
#[test]
fn headers_of_http() {
    assert_header(SignatureHeader::Repeated, "duplicate");
    let good = format!("{HEADER}.{PAYLOAD}.{SIGNATURE}");
    for (at, byte) in [(0, 0xFF), (good.len(), 0xFF), (10, 0x80), (good.len(), 0xC3)] {
        let mut value = good.clone().into_bytes();
        value.insert(at, byte);
        assert_header(SignatureHeader::One(&value), "malformed_signature");
    }
    assert_header(SignatureHeader::One(b""), "malformed_signature");
}

/// The header neither hides nor repeats other violations (S10).
#[test]
fn a_header_beside_other_violations() {
    let report = PutCustomer::parse_with("", SignatureHeader::Repeated, b"").unwrap_err();
    let codes: Vec<_> = report.iter().map(|violation| violation.reason().code()).collect();
    assert_eq!(codes, ["too_short", "duplicate", "malformed_json"]);
}

#[test]
fn debug_hides_the_value() {
    let header = SignatureHeader::One(b"zqmarkqz");
    assert_eq!(format!("{header:?}"), "One");
    let [absent, repeated] = [SignatureHeader::Absent, SignatureHeader::Repeated].map(|header| format!("{header:?}"));
    assert_eq!([absent.as_str(), repeated.as_str()], ["Absent", "Repeated"]);
}

#[test]
fn segments() {
    let good = format!("{HEADER}.{PAYLOAD}.{SIGNATURE}");
    assert_signed("the sample", &good);
    assert_eq!(with_header(r#"{"alg":"ES256"}"#), good, "the sample is what it says");
    assert_eq!(with_payload("{}"), good);

    assert_malformed("empty", "");
    assert_malformed("blank", " ");
    assert_malformed("prefix", &format!("Bearer {good}"));
    assert_malformed("blank before", &format!(" {good}"));
    assert_malformed("blank behind", &format!("{good} "));
    assert_malformed("line feed behind", &format!("{good}\n"));
    assert_malformed("one segment", HEADER);
    assert_malformed("two segments", &format!("{HEADER}.{PAYLOAD}"));
    assert_malformed("four segments", &format!("{good}.{SIGNATURE}"));
    assert_malformed("four, one empty", &format!("{good}."));
    assert_malformed("only dots", "..");
    assert_malformed("empty header", &format!(".{PAYLOAD}.{SIGNATURE}"));
    assert_malformed("empty payload", &format!("{HEADER}..{SIGNATURE}"));
    assert_malformed("empty signature", &format!("{HEADER}.{PAYLOAD}."));
    assert_malformed("five segments of encryption", &format!("{good}.{PAYLOAD}.{PAYLOAD}"));
    assert_malformed("as JSON", r#"{"payload":"e30","signatures":[]}"#);
    for n in 0..good.len() {
        // Cut inside the signature it may still be one.
        if n <= HEADER.len() + PAYLOAD.len() + 2 {
            assert_malformed("cut off", &good[..n]);
        }
    }
}

#[test]
fn base64url() {
    assert_signed("`-` and `_`", &format!("{HEADER}.{PAYLOAD}.-_-_"));
    assert_malformed("`+`", &format!("{HEADER}.{PAYLOAD}.-+-_"));
    assert_malformed("`/`", &format!("{HEADER}.{PAYLOAD}.-/-_"));
    assert_malformed("blank inside", &format!("{HEADER}.{PAYLOAD}.ab cd"));
    assert_malformed("not ASCII", &format!("{HEADER}.{PAYLOAD}.é"));
    assert_malformed("a length that no bytes have", &format!("{HEADER}.{PAYLOAD}.abcde"));

    // `?~?` in the header gives both of the characters in which the alphabets differ.
    let header = br#"{"alg":"a","x":"~~?~?>~?>"}"#;
    assert_signed("the URL's alphabet", &with_header(header));
    let standard = STANDARD_NO_PAD.encode(header);
    assert!(standard.contains(['+', '/']), "{standard}");
    assert_malformed("the other alphabet", &format!("{standard}.{PAYLOAD}.{SIGNATURE}"));

    // Each segment with padding, or with a last character whose unused bits are not zero.
    let header = segment(r#"{"alg":"ES256","a":1}"#.to_owned() + " ");
    let segments = [header.as_str(), PAYLOAD, "c2lnbmF0dXI"];
    assert_signed("canonical", &segments.join("."));
    for at in 0..3 {
        for end in ["=", "=="] {
            let padded = format!("{}{end}", segments[at]);
            let mut changed = segments;
            changed[at] = &padded;
            assert_malformed("padded", &changed.join("."));
        }
    }
    assert_malformed("padded as it should be", &format!("{HEADER}.{}.{SIGNATURE}", URL_SAFE.encode("{}")));
    let canonical = ["eyJhbGciOiJhIn0", "e30", "c2k"];
    assert_signed("canonical", &canonical.join("."));
    for (at, loose) in ["eyJhbGciOiJhIn1", "e31", "c2l"].into_iter().enumerate() {
        let mut changed = canonical;
        changed[at] = loose;
        assert_malformed("trailing bits", &changed.join("."));
    }
}

#[test]
fn headers() {
    let signed = [
        r#"{"alg":"none "}"#,
        r#"{"alg":"nonexistent"}"#,
        r#"{"alg":"é"}"#,
        r#"{"\u0061lg":"ES256"}"#,
        r#"{"alg":"\u0045S256"}"#,
        r#" {"alg" : "ES256" , "typ":"JWT"} "#,
        "\t\r\n{\"typ\":\"JWT\",\"alg\":\"ES256\"}\n",
        r#"{"ALG":"none","Alg":null,"alg":"RS256","kid":1,"kid":2,"x":{"alg":"none","alg":5}}"#,
        // Names and values that are skipped may have lone surrogates (S5).
        r#"{"\ud800":1,"alg":"ES256","alg\udfff":"\ud800"}"#,
    ];
    for header in signed {
        assert_signed(header, &with_header(header));
    }
    let malformed = [
        "",
        " ",
        "{}",
        "5",
        "null",
        "true",
        "\"x\"",
        "[]",
        r#"["alg","ES256"]"#,
        r#"[{"alg":"ES256"}]"#,
        r#""{\"alg\":\"ES256\"}""#,
        r#"{"ALG":"ES256"}"#,
        r#"{"typ":"JWT","x":{"alg":"ES256"}}"#,
        r#"{"alg":""}"#,
        r#"{"alg":"none"}"#,
        r#"{"alg":"NONE"}"#,
        r#"{"alg":"nOnE"}"#,
        r#"{"alg":"\u006eone"}"#,
        r#"{"\u0061lg":"none"}"#,
        r#"{"alg":null}"#,
        r#"{"alg":5}"#,
        r#"{"alg":1e999}"#,
        r#"{"alg":true}"#,
        r#"{"alg":["ES256"]}"#,
        r#"{"alg":{"ES256":1}}"#,
        r#"{"alg":{"$serde_json::private::Number":"5"}}"#,
        r#"{"alg":"ES256","alg":"ES256"}"#,
        r#"{"alg":"ES256","alg":"none"}"#,
        r#"{"alg":"none","alg":"ES256"}"#,
        r#"{"alg":5,"alg":"ES256"}"#,
        r#"{"alg":"ES256","\u0061lg":"ES256"}"#,
        r#"{"alg":"ES256"}x"#,
        r#"{"alg":"ES256"}{}"#,
        r#"{"alg":"ES256"},"#,
        r#"{"alg":"ES256",}"#,
        r#"{"alg":"ES256"#,
        r#"{"alg":"\ud800"}"#,
        r#"{"\ud800":1}"#,
        r#"{"\ud800\x":1,"alg":"ES256"}"#,
        "\u{feff}{\"alg\":\"ES256\"}",
        "\u{a0}{\"alg\":\"ES256\"}",
    ];
    for header in malformed {
        assert_malformed(header, &with_header(header));
    }
    assert_malformed("not UTF-8", &with_header(b"{\"alg\":\"ES256\",\"x\":\"\xff\"}"));
}

#[test]
fn payloads() {
    let deep = [("[", "]"), ("{\"a\":", "}")].map(|(open, close)| {
        let inner = if open == "[" { "" } else { "null" };
        format!("{{\"a\":{}{inner}{}}}", open.repeat(10_000), close.repeat(10_000))
    });
    let many = format!("{{\"n\":{}}}", "9".repeat(400));
    let signed = ["{}", " {} ", r#"{"sub":"c-1815","sub":2}"#, r#"{"alg":5}"#, r#"{"n":1e999,"m":[-1e999]}"#, &many];
    for payload in signed.into_iter().chain(deep.iter().map(String::as_str)) {
        assert_signed(payload, &with_payload(payload));
    }
    let broken = ["{", "{}x", "{}{}", "{,}", r#"{"a":[1,}"#, r#"{"a":{"b":[tru]}}"#, r#"{"a":01}"#, "{\"a\":\"\n\"}"];
    let others = ["", " ", "5", "-1", "1e999", "[]", "[{}]", "\"x\"", "\"{}\"", "null", "true", "\u{feff}{}"];
    for payload in broken.into_iter().chain(others).chain([&deep[0][..20_000], &many[..400]]) {
        assert_malformed(payload, &with_payload(payload));
    }
    assert_malformed("not UTF-8", &with_payload(b"{\"a\":\"\xff\"}"));
    assert_malformed("a surrogate in UTF-8", &with_payload(b"{\"a\":\"\xed\xa0\x80\"}"));
}
