//! The path in the first line, the header in the second behind an `=`, if there is a header, and the body in the rest.

#![no_main]

mod compared;

use compared::oracle;
use customer_schema::{ApiSignature, CustomerId, PutCustomer};
use libfuzzer_sys::Corpus;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    let mut parts = bytes.splitn(3, |byte| *byte == b'\n');
    let mut text = || str::from_utf8(parts.next().unwrap_or_default());
    let (Ok(customer_id), Ok(header)) = (text(), text()) else { return Corpus::Reject };
    let signature = header.strip_prefix('=');
    let body = parts.next().unwrap_or_default();

    let read = PutCustomer::parse(customer_id, signature, body);
    let mut expected = Vec::new();
    expected.extend(oracle::customer_id(customer_id).map(|code| ("CustomerID".to_owned(), code)));
    let is_signature = signature.map(|text| text.parse::<ApiSignature>().is_ok());
    if let Some(Some(expected)) = signature.map(oracle::is_signature) {
        assert_eq!(is_signature, Some(expected), "{header}");
    }
    if is_signature == Some(false) {
        expected.push(("Api-Signature".into(), "malformed_signature"));
    }
    let customer = compared::body(body);
    expected.extend(customer.as_ref().err().map(compared::comparison::report).unwrap_or_default());
    expected.truncate(256);
    match read {
        Ok(request) => {
            assert!(expected.is_empty(), "{expected:?}");
            assert!(customer_id.parse::<CustomerId>().as_ref() == Ok(&request.customer_id));
            assert_eq!(request.api_signature.as_ref().map(ApiSignature::as_str), signature);
            assert!(customer == Ok(request.customer));
        }
        Err(violations) => assert_eq!(compared::comparison::report(&violations), expected),
    }
    Corpus::Keep
});
