//! The crate and the oracle agree on every document.

use customer_schema::{ApiSignature, Customer, PutCustomer, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;

use crate::comparison::compare;
use crate::document::changed;
use crate::oracle::{self, Verdict};
use crate::{config, report};

fn agree(body: &[u8]) -> Result<(), TestCaseError> {
    let read = Customer::from_json(body);
    if compare(body, &read).map_err(TestCaseError::fail)? == Verdict::CannotTell {
        prop_assert_eq!(read.map(drop), Customer::check_json(body));
    }
    Ok(())
}

fn agree_on_head(customer_id: &str, api_signature: Option<&str>) -> Result<(), TestCaseError> {
    let read = PutCustomer::parse(customer_id, api_signature, b"null");
    let mut expected = Vec::new();
    expected.extend(oracle::customer_id(customer_id).map(|code| ("CustomerID".to_owned(), code)));
    match api_signature.map(oracle::is_signature) {
        Some(None) => return Ok(()),
        Some(Some(false)) => expected.push(("Api-Signature".into(), "malformed_signature")),
        Some(Some(true)) | None => {}
    }
    expected.push(("Body".into(), "wrong_type"));
    prop_assert_eq!(report(read), expected);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn on_valid_bodies(body in strategy::body()) {
        agree(body.as_bytes())?;
    }

    #[test]
    fn on_broken_bodies(broken in strategy::broken()) {
        agree(&broken.request.body)?;
    }

    #[test]
    fn on_path_and_header(
        valid in strategy::request(),
        broken in strategy::broken_where(|kind| !kind.is_in_body()),
    ) {
        for request in [valid, broken.request] {
            agree_on_head(&request.customer_id, request.api_signature.as_deref())?;
        }
    }

    #[test]
    fn on_any_path_and_header(id: String, signature: Option<String>) {
        agree_on_head(&id, signature.as_deref())?;
    }

    #[test]
    fn on_changed_signatures(signature: ApiSignature, at: Index, character in "[ -~]") {
        let mut signature = signature.into_string();
        let at = at.index(signature.len());
        signature.replace_range(at..=at, &character);
        agree_on_head("c-1815", Some(&signature))?;
    }
}

proptest! {
    #![proptest_config(Config { cases: 4 * config().cases, ..config() })]

    #[test]
    fn on_changed_bodies(doc in changed(8)) {
        agree(doc.write().as_bytes())?;
    }

    #[test]
    fn on_changed_bytes(body in strategy::body(), changes: Vec<(Index, Option<u8>)>) {
        let mut body = body.into_bytes();
        for (at, byte) in changes.into_iter().take(3) {
            let at = at.index(body.len());
            body.splice(at..=at, byte);
            if body.is_empty() {
                break;
            }
        }
        agree(&body)?;
    }
}
