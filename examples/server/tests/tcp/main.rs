//! The service over TCP: its answers, one client at a time and for a thousand at once.

mod attacks;
mod client;
mod crowd;
mod guide;
mod json;
mod limits;
mod log;
mod observed;
mod verify;

use axum::http::{Method, StatusCode};
use customer_schema::CustomerId;
use customer_server::store::{FailingStore, SqliteStore, Store};
use customer_server::{Config, SignaturePolicy};

use client::{Client, Request, customer, start, store};
use log::{MARK, assert_silent};

const SIGNATURE: &str = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl";

/// The answer has this status and this `Detail`, the `Type` that belongs to the status, and nothing of the request.
#[track_caller]
fn assert_answer(answer: &client::Answer, status: u16, detail: &str) {
    let error_type = match status {
        401 => "Unauthorized",
        404 => "ResourceNotFound",
        500.. => "Unexpected",
        _ => "InvalidMessage",
    };
    let found = (answer.status.as_u16(), answer.text("Detail"), answer.text("Type"));
    assert_eq!(found, (status, Some(detail), Some(error_type)), "{answer:?}");
    assert_eq!(answer.content_type.as_deref(), Some("application/json"));
    assert_eq!(answer.text("Action"), Some("PutCustomer"));
    assert!(answer.text("Instance").is_some_and(|instance| !instance.is_empty()));
    assert_silent(&answer.body);
}

/// The last name of a stored customer.
async fn last_name(store: &SqliteStore, id: &str) -> Option<String> {
    let id: CustomerId = id.parse().unwrap();
    let customer = store.get(&id).await.expect("the store reads");
    customer.map(|customer| customer.full_name.last_name.into_string())
}

#[tokio::test]
async fn created_then_updated() {
    let (address, service) = start(store(), Config::default());
    let client = Client::new(address);
    // U+0000 and a slash are characters like others, in the path and in names.
    for (path, id) in [
        ("c%2F%C3%A9", "c/é"),
        ("%00", "\0"),
        ("a%00", "a\0"),
        ("a%00b", "a\0b"),
        ("%2E%2E", ".."),
    ] {
        for (status, name) in [(201, "Love\0lace"), (204, "King")] {
            let answer = client.put(Request::new(path, customer(name))).await;
            assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, ""));
            assert_eq!(last_name(service.store(), id).await.as_deref(), Some(name));
        }
    }
    assert_eq!(service.store().count().await, Ok(5));
}

#[tokio::test]
async fn invalid_requests() {
    let (address, service) = start(store(), Config::default());
    let client = Client::new(address);
    let valid = || Request::new("c-1815", customer("Lovelace"));
    let path = "the path is not the percent-encoding of UTF-8";
    let content_type = "the content type must be application/json, and given once";
    let condition = "conditional requests are not supported";
    let cases = [
        (valid().with_path(&format!("{MARK}%FF")), path),
        (valid().with_path(&format!("{MARK}%zz")), path),
        (valid().with_path(&format!("{MARK}%4")), path),
        (valid().without("content-type"), content_type),
        (valid().with("content-type", MARK), content_type),
        (valid().and("if-match", MARK), condition),
        (valid().with_body(MARK), "the request has 1 fault"),
        (valid().with_body(vec![b' '; 256 * 1024]), "the request has 1 fault"),
        (valid().with_body(""), "the request has 1 fault"),
        (valid().with_body("{}"), "the request has 4 faults"),
        (valid().with_path(""), "the request has 1 fault"),
        (valid().with_path(&MARK.repeat(10)), "the request has 1 fault"),
        (valid().with("api-signature", MARK), "the request has 1 fault"),
        (valid().with("api-signature", "é"), "the request has 1 fault"),
        (valid().with("api-signature", ""), "the request has 1 fault"),
        (
            valid().with("api-signature", SIGNATURE).and("api-signature", SIGNATURE),
            "the request has 1 fault",
        ),
        (
            valid().with_path("").with("api-signature", "").with_body("[]"),
            "the request has 3 faults",
        ),
    ];
    for (request, detail) in cases {
        assert_answer(&client.put(request).await, 400, detail);
    }
    let twice = valid().with("api-signature", SIGNATURE).and("api-signature", SIGNATURE);
    let answer = client.put(twice).await;
    assert!(
        answer.body.contains(r#""Api-Signature":["must be given only once"]"#),
        "{answer:?}"
    );
    assert_eq!(service.store().count().await, Ok(0));

    let valid_requests = [
        valid(),
        valid().with("api-signature", SIGNATURE),
        valid().with_body([vec![b' '; 200 * 1024], customer("King")].concat()),
    ];
    for request in valid_requests {
        let answer = client.put(request).await;
        assert!(answer.status.is_success(), "{answer:?}");
    }
}

/// Errors that are none of the contract have an error body, too. `attacks` has more of all these.
#[tokio::test]
async fn other_paths_and_methods() {
    let (address, service) = start(store(), Config::default());
    let client = Client::new(address);
    let valid = || Request::new("c-1815", customer("Lovelace"));
    for path in [
        "/",
        "/customers",
        "/customers/c/d",
        "/customers/c/",
        &format!("/{MARK}"),
        "/customer/c",
    ] {
        assert_answer(
            &client.put(valid().at(path)).await,
            404,
            "there is nothing at this path",
        );
    }
    let large = valid().at("/").with_body(MARK.repeat(100_000));
    assert_answer(&client.put(large).await, 404, "there is nothing at this path");
    for method in [Method::POST, Method::GET, Method::DELETE, Method::PATCH] {
        let answer = client.put(valid().with_method(method)).await;
        assert_answer(&answer, 405, "this path does not have this method");
        assert_eq!(answer.allow.as_deref(), Some("PUT"));
    }
    for path in ["/healthz", "/readyz"] {
        let get = || valid().with_method(Method::GET).with_body("").at(path);
        assert_eq!(client.put(get()).await.status, StatusCode::NO_CONTENT);
        let answer = client.put(get().with_method(Method::PUT)).await;
        assert_answer(&answer, 405, "this path does not have this method");
        assert_eq!(answer.allow.as_deref(), Some("GET,HEAD"));
    }
    assert_eq!(service.store().count().await, Ok(0));
}

/// Where a signature is required, an answer says nothing else before there is one (S17).
#[tokio::test]
async fn a_signature_is_required() {
    let config = Config { signature: SignaturePolicy::Shape, ..Config::default() };
    let (address, _) = start(store(), config);
    let client = Client::new(address);
    let wrong = [
        Request::new("c-1815", customer("Lovelace")),
        Request::new("", "{"),
        Request::new("%FF", vec![b' '; 1024 * 1024]).without("content-type"),
        Request::new("c-1815", "{}").with("api-signature", ""),
        Request::new("c-1815", "{}").with("api-signature", &format!("Bearer {SIGNATURE}")),
        Request::new("c-1815", "{}")
            .with("api-signature", SIGNATURE)
            .and("api-signature", SIGNATURE),
    ];
    for request in wrong {
        let answer = client.put(request).await;
        assert_answer(&answer, 401, "a signature is required, in the shape of a JWT");
        assert_eq!(answer.text("Type"), Some("Unauthorized"));
        assert!(!answer.body.contains("Extensions"), "{answer:?}");
    }
    let signed = |body: Vec<u8>| Request::new("c-1815", body).with("api-signature", SIGNATURE);
    assert_eq!(client.put(signed(customer("Lovelace"))).await.status, StatusCode::CREATED);
    assert_answer(&client.put(signed(b"[]".to_vec())).await, 400, "the request has 1 fault");
}

#[tokio::test]
async fn a_failing_store() {
    let (address, _) = start(FailingStore, Config::default());
    let client = Client::new(address);
    let answer = client.put(Request::new("c-1815", customer("Lovelace"))).await;
    assert_answer(&answer, 500, "the customer could not be stored");
    assert_eq!(answer.text("Type"), Some("Unexpected"));
    assert!(!answer.body.contains("always fails"), "the reason is for the log");
    assert_answer(
        &client.put(Request::new("c-1815", "{}")).await,
        400,
        "the request has 4 faults",
    );
}
