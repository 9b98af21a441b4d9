//! The request and the answer in the types of the crate `http` (S17, S19).

use ::http::header::{HeaderName, HeaderValue};
use ::http::{Request, StatusCode};
use customer_schema::{Customer, ErrorBody, ErrorType, Head, PutCustomer, Refusal, Signature, Status, Violations};

use super::bodies::{self, body};

const SIGNED: &[u8] = b"eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl";
const JSON: (&str, &[u8]) = ("content-type", b"application/json");
const MARK: &str = "zqmarkqz";

type Headers<'a> = &'a [(&'static str, &'a [u8])];

fn request(path: &str, headers: Headers, body: impl Into<Vec<u8>>) -> Request<Vec<u8>> {
    let mut request = Request::put(path).body(body.into()).expect(path);
    for (name, value) in headers {
        let value = HeaderValue::from_bytes(value).unwrap();
        request.headers_mut().append(HeaderName::from_static(name), value);
    }
    request
}

fn read(path: &str, headers: Headers) -> Result<PutCustomer, Refusal> {
    PutCustomer::from_http(&request(path, headers, body().to_string()))
}

/// The violations of a request, each with its path.
#[track_caller]
fn violations(refused: Result<PutCustomer, Refusal>) -> Vec<(String, &'static str)> {
    match refused {
        Err(Refusal::Violations(violations)) => bodies::violations(&violations),
        other => panic!("{other:?}"),
    }
}

/// The last segment of the path and the `CustomerID` that it stands for.
#[test]
fn paths_that_stand_for_an_id() {
    let four_bytes = "%F0%9F%98%80".repeat(36);
    let cases = [
        ("/customers/c-1815", "c-1815"),
        ("/c-1815", "c-1815"),
        ("/v1/customers/c-1815?debug=%zz", "c-1815"),
        ("https://api.example.com/customers/c-1815", "c-1815"),
        ("/customers/%00", "\0"),
        ("/customers/%2F", "/"),
        ("/customers/a%2fb", "a/b"),
        ("/customers/%25zz", "%zz"),
        ("/customers/%2541", "%41"),
        ("/customers/a+b", "a+b"),
        ("/customers/.", "."),
        ("/customers/..", ".."),
        ("/customers/%2E%2e", ".."),
        ("/customers/c;v=1", "c;v=1"),
        ("/customers/%C3%A9", "é"),
        ("/customers/é", "é"),
        ("/customers/%ef%bf%bf", "\u{ffff}"),
        (&format!("/customers/{four_bytes}"), &"😀".repeat(36)),
    ];
    for (path, id) in cases {
        let request = read(path, &[JSON]).expect(path);
        assert_eq!(request.customer_id.as_str(), id, "{path}");
        assert_eq!(request.api_signature, None);
        assert_eq!(request.customer, Customer::from_json(body().to_string().as_bytes()).unwrap());
    }
}

#[test]
fn paths_that_stand_for_no_text() {
    let segments = [
        "%zz",
        "%",
        "%4",
        "%4g",
        "%g4",
        "a%",
        "%41%",
        "%%41",
        "%+4",
        "%u0041",
        "%é",
        "%FF",
        "%C3",
        "%C3x",
        "%ED%A0%80",
        "%C0%AF",
        "%F8%88%80%80%80",
        "%F4%90%80%80",
        "é%A9",
    ];
    for segment in segments {
        let path = format!("/customers/{segment}");
        assert_eq!(read(&path, &[JSON]), Err(Refusal::Path), "{path}");
        // Only the last segment has to be text.
        assert!(read(&format!("/{segment}/c-1815"), &[JSON]).is_ok(), "{segment}");
    }
}

/// The length is that of the decoded text (R1), and is reported with the body (S10).
#[test]
fn ids_of_another_length() {
    for (path, code) in [
        ("/customers/", "too_short"),
        ("/", "too_short"),
        (&format!("/customers/{}", "%F0%9F%98%80".repeat(37)), "too_long"),
        (&format!("/customers/{}", "%00".repeat(37)), "too_long"),
    ] {
        let id = || ("CustomerID".to_owned(), code);
        assert_eq!(violations(read(path, &[JSON])), [id()], "{path}");
        let refused = PutCustomer::from_http(&request(path, &[JSON], "{"));
        assert_eq!(violations(refused), [id(), ("Body".to_owned(), "malformed_json")], "{path}");
    }
}

#[test]
fn content_types() {
    let json: [&[u8]; 9] = [
        b"application/json",
        b"Application/JSON",
        b"application/json; charset=utf-8",
        b"application/json; charset=utf-16",
        b"application/json;charset=\"utf-8\"",
        b"application/json ; x",
        b"application/json;",
        b"application/json\t;x=\xff",
        b" application/json ",
    ];
    for value in json {
        assert!(read("/c", &[("content-type", value)]).is_ok(), "{value:?}");
    }
    let others: [&[u8]; 12] = [
        b"",
        b";",
        b"application",
        b"text/json",
        b"application/jsonp",
        b"application/json5",
        b"application/problem+json",
        b"application/json, application/json",
        b"application/json, text/plain",
        b"application / json",
        b"application/json\xff",
        b"\"application/json\"",
    ];
    for value in others {
        assert_eq!(read("/c", &[("content-type", value)]), Err(Refusal::ContentType), "{value:?}");
    }
    assert_eq!(read("/c", &[]), Err(Refusal::ContentType));
    assert_eq!(read("/c", &[JSON, JSON]), Err(Refusal::ContentType));
    assert_eq!(read("/c", &[JSON, ("content-type", b"text/plain")]), Err(Refusal::ContentType));
    // The charset changes nothing: the body is read as UTF-8 (S5).
    let utf_16: Vec<u8> = body().to_string().encode_utf16().flat_map(u16::to_be_bytes).collect();
    let refused = PutCustomer::from_http(&request("/c", &[("content-type", json[3])], utf_16));
    assert_eq!(violations(refused), [("Body".to_owned(), "malformed_json")]);
}

#[test]
fn content_encodings() {
    let plain: [Headers; 4] = [
        &[JSON, ("content-encoding", b"identity")],
        &[JSON, ("content-encoding", b"IDENTITY")],
        &[JSON, ("content-encoding", b"identity, identity")],
        &[JSON, ("content-encoding", b"identity"), ("content-encoding", b"identity")],
    ];
    for headers in plain {
        assert!(read("/c", headers).is_ok(), "{headers:?}");
    }
    let encoded: [&[u8]; 9] =
        [b"gzip", b"br", b"", b"identity,", b"identity, gzip", b"gzip, identity", b"identity;q=1", b"none", b"\xff"];
    for value in encoded {
        let refused = read("/c", &[JSON, ("content-encoding", value)]);
        assert_eq!(refused, Err(Refusal::ContentEncoding), "{value:?}");
        let second: Headers = &[JSON, ("content-encoding", b"identity"), ("content-encoding", value)];
        assert_eq!(read("/c", second), Err(Refusal::ContentEncoding), "{value:?}");
    }
}

#[test]
fn ranges() {
    for value in [&b"bytes 0-1/2"[..], b"*", b"", b"\xff"] {
        assert_eq!(read("/c", &[JSON, ("content-range", value)]), Err(Refusal::ContentRange), "{value:?}");
    }
    // The contract has no rule on them.
    for name in ["range", "if-range", "if-modified-since", "if-match"] {
        assert!(read("/c", &[JSON, (name, b"bytes=0-1")]).is_ok(), "{name}");
    }
}

#[test]
fn signatures() {
    let signed = |value| read("/c", &[JSON, ("api-signature", value)]);
    let signature = signed(SIGNED).unwrap().api_signature.unwrap();
    assert_eq!(signature.as_str().as_bytes(), SIGNED);
    let required = |headers: Headers| {
        let (parts, body) = request("/c", headers, body().to_string()).into_parts();
        PutCustomer::check_head(&parts, Signature::Required).and_then(|head| head.read(&body))
    };
    assert_eq!(required(&[JSON, ("api-signature", SIGNED)]), signed(SIGNED));

    let at_header = |code| vec![("Api-Signature".to_owned(), code)];
    for value in [&b""[..], b"\xff", b"Bearer eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl", &[SIGNED, b"\xff"].concat()] {
        assert_eq!(violations(signed(value)), at_header("malformed_signature"), "{value:?}");
        assert_eq!(required(&[JSON, ("api-signature", value)]), Err(Refusal::Unauthorized), "{value:?}");
    }
    for second in [SIGNED, b"", b"\xff"] {
        let twice: Headers = &[JSON, ("api-signature", SIGNED), ("api-signature", second)];
        assert_eq!(violations(read("/c", twice)), at_header("duplicate"), "{second:?}");
        assert_eq!(required(twice), Err(Refusal::Unauthorized), "{second:?}");
    }
    assert_eq!(required(&[JSON]), Err(Refusal::Unauthorized));
}

/// Each of these checks is answered alone, in this order. All other violations are reported at once.
#[test]
fn the_order_of_the_checks() {
    let mut path = "/customers/%zz";
    let mut headers: Vec<(&str, &[u8])> = vec![
        ("content-type", b"text/plain"),
        ("content-encoding", b"gzip"),
        ("content-range", b"bytes 0-1/2"),
        ("api-signature", b"Bearer"),
    ];
    let read = |path: &str, headers: Headers, signature| {
        let (parts, body) = request(path, headers, "[").into_parts();
        PutCustomer::check_head(&parts, signature).and_then(|head| head.read(&body))
    };
    assert_eq!(read(path, &headers, Signature::Required), Err(Refusal::Unauthorized));
    assert_eq!(read(path, &headers, Signature::Optional), Err(Refusal::Path));
    path = "/customers/";
    assert_eq!(read(path, &headers, Signature::Optional), Err(Refusal::ContentType));
    headers[0] = JSON;
    for refusal in [Refusal::ContentEncoding, Refusal::ContentRange] {
        assert_eq!(read(path, &headers, Signature::Optional), Err(refusal));
        headers.remove(1);
    }
    let codes = violations(read(path, &headers, Signature::Optional)).into_iter().map(|(_, code)| code);
    assert!(codes.eq(["too_short", "malformed_signature", "malformed_json"]));
}

#[test]
fn refusals_as_answers() {
    let report = Customer::from_json(b"[]").unwrap_err();
    let details = [
        (Refusal::Unauthorized, "a signature is required, in the shape of a JWT"),
        (Refusal::Path, "the path is not the percent-encoding of UTF-8"),
        (Refusal::ContentType, "the content type must be application/json, and given once"),
        (Refusal::ContentEncoding, "the body must be sent without a content encoding"),
        (Refusal::ContentRange, "the body must be sent as a whole, without a content range"),
        (Refusal::from(report.clone()), "the request has 1 fault"),
    ];
    for (refusal, detail) in details {
        let is_signature = refusal == Refusal::Unauthorized;
        let (status, error_type) = if is_signature {
            (Status::Unauthorized, ErrorType::Unauthorized)
        } else {
            (Status::BadRequest, ErrorType::InvalidMessage)
        };
        assert_eq!(refusal.status(), status, "{detail}");
        let expected = match &refusal {
            Refusal::Violations(report) => ErrorBody::invalid_request(report, "i", "a"),
            _ => ErrorBody::new(error_type, "i", "a", detail),
        };
        let error_body = refusal.into_error_body("i", "a");
        assert_eq!(error_body.detail.as_deref(), Some(detail));
        assert_eq!(error_body, expected);

        let answer = error_body.clone().into_http();
        assert_eq!(answer.status().as_u16(), status.code(), "{detail}");
        assert_eq!(answer.headers()["content-type"], "application/json");
        assert_eq!(*answer.body(), serde_json::to_vec(&error_body).unwrap());
        assert_eq!(ErrorBody::from_json(answer.body()), Ok(error_body));
    }
}

#[test]
fn statuses() {
    for status in Status::ALL {
        assert_eq!(StatusCode::from(*status).as_u16(), status.code());
    }
    let answer = |error_type| ErrorBody::new(error_type, "i", "a", "d").into_http().status().as_u16();
    assert_eq!(answer(ErrorType::Unexpected), 500);
    assert_eq!(answer(ErrorType::ResourceNotFound), 500, "the operation pairs no status with it");
    assert_eq!(ErrorBody::default().into_http().status().as_u16(), 500);
    let given = ErrorBody::new(ErrorType::ResourceNotFound, "i", "a", "d").into_http_with(StatusCode::NOT_FOUND);
    assert_eq!(given.status().as_u16(), 404);
    assert_eq!(given.headers()["content-type"], "application/json");
    assert!(given.body().starts_with(br#"{"Type":"ResourceNotFound","#));
}

/// Nothing that was sent is in a refusal, nor in `Debug` of a head (S14, S15).
#[test]
fn nothing_of_the_request_comes_back() {
    let mark = MARK.as_bytes();
    let marked = |path: &str, headers: Headers| {
        let refusal = PutCustomer::from_http(&request(path, headers, MARK)).unwrap_err();
        let texts = [format!("{refusal:?}"), refusal.to_string()];
        let answer = refusal.into_error_body("i", "a").into_http();
        let texts = texts.into_iter().chain([String::from_utf8(answer.into_body()).unwrap()]);
        texts.for_each(|text| assert!(!text.contains(MARK), "{text}"));
    };
    marked(&format!("/{MARK}%zz"), &[JSON]);
    marked(&format!("/{}", MARK.repeat(5)), &[JSON, ("api-signature", mark)]);
    for name in ["content-type", "content-encoding", "content-range"] {
        let headers: Headers = if name == "content-type" { &[(name, mark)] } else { &[JSON, (name, mark)] };
        marked(&format!("/{MARK}"), headers);
    }

    let headers: Headers = &[JSON, ("api-signature", SIGNED)];
    let (parts, _) = request(&format!("/{MARK}"), headers, "").into_parts();
    let head = PutCustomer::check_head(&parts, Signature::Required).unwrap();
    assert_eq!(format!("{head:?}"), "Head { customer_id: Ok(CustomerId), api_signature: Ok(Some(ApiSignature)) }");
}

/// Any bytes are a body.
#[test]
fn kinds_of_bodies() {
    fn check<B: AsRef<[u8]>>(body: B) {
        let request = Request::put("/c").header("content-type", "application/json").body(body).unwrap();
        assert!(PutCustomer::from_http(&request).is_ok());
    }
    let text = body().to_string();
    check(text.as_str());
    check(text.as_bytes());
    check(std::borrow::Cow::Borrowed(text.as_bytes()));
    check(text.into_bytes());
}

#[test]
fn traits() {
    fn assert<T: Clone + Eq + std::hash::Hash + std::fmt::Debug + Send + Sync + Unpin + 'static>() {}
    fn assert_error<T: std::error::Error + From<Violations>>() {}
    assert::<Head>();
    assert::<Refusal>();
    assert::<Signature>();
    assert_error::<Refusal>();
}
