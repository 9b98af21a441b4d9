//! The service over TCP: its answers, one client at a time and for a thousand at once.

mod client;
mod crowd;
mod json;
mod log;

use std::time::Duration;

use axum::http::StatusCode;
use customer_server::Config;
use customer_server::store::{FailingStore, MemoryStore};

use client::{Client, Request, customer, start};
use log::{MARK, assert_silent};

const SIGNATURE: &str = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl";

/// The answer has this status and this `Detail`, and nothing of the request.
#[track_caller]
fn assert_answer(answer: &client::Answer, status: u16, detail: &str) {
    assert_eq!((answer.status.as_u16(), answer.text("Detail")), (status, Some(detail)), "{answer:?}");
    assert_eq!(answer.content_type.as_deref(), Some("application/json"));
    assert_eq!(answer.text("Action"), Some("PutCustomer"));
    assert!(answer.text("Instance").is_some_and(|instance| !instance.is_empty()));
    assert_silent(&answer.body);
}

#[tokio::test]
async fn created_then_updated() {
    let (address, service) = start(MemoryStore::default(), Config::default()).await;
    let client = Client::new(address);
    for (status, last_name) in [(201, "Lovelace"), (204, "King")] {
        let answer = client.put(Request::new("c%2F%C3%A9", customer(last_name))).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, ""));
        let stored = service.store().get(&"c/é".parse().unwrap()).expect("it was stored");
        assert_eq!(stored.full_name.last_name.as_str(), last_name);
    }
}

#[tokio::test]
async fn invalid_requests() {
    let (address, service) = start(MemoryStore::default(), Config::default()).await;
    let client = Client::new(address);
    let valid = || Request::new("c-1815", customer("Lovelace"));
    let path = "the path is not the percent-encoding of UTF-8";
    let content_type = "the content type must be application/json";
    let cases = [
        (valid().with_path(&format!("{MARK}%FF")), path),
        (valid().with_path(&format!("{MARK}%zz")), path),
        (valid().with_path(&format!("{MARK}%4")), path),
        (valid().without("content-type"), content_type),
        (valid().with("content-type", MARK), content_type),
        (valid().with("content-type", "application/jsonp"), content_type),
        (valid().and("content-type", "application/json"), content_type),
        (valid().with_body(vec![b' '; 256 * 1024 + 1]), "the body has more than 262144 bytes"),
        (valid().with_body(MARK), "the request has 1 fault"),
        (valid().with_body(vec![b' '; 256 * 1024]), "the request has 1 fault"),
        (valid().with_body(""), "the request has 1 fault"),
        (valid().with_body("{}"), "the request has 4 faults"),
        (valid().with_path(""), "the request has 1 fault"),
        (valid().with_path(&MARK.repeat(10)), "the request has 1 fault"),
        (valid().with("api-signature", MARK), "the request has 1 fault"),
        (valid().with("api-signature", ""), "the request has 1 fault"),
        (valid().with("api-signature", SIGNATURE).and("api-signature", SIGNATURE), "the request has 1 fault"),
        (valid().with_path("").with("api-signature", "").with_body("[]"), "the request has 3 faults"),
    ];
    for (request, detail) in cases {
        assert_answer(&client.put(request).await, 400, detail);
    }
    assert!(service.store().is_empty());

    let valid_requests = [
        valid(),
        valid().with("content-type", "Application/JSON; charset=utf-8"),
        valid().with("api-signature", SIGNATURE),
        valid().with_body([vec![b' '; 200 * 1024], customer("King")].concat()),
    ];
    for request in valid_requests {
        let answer = client.put(request).await;
        assert!(answer.status.is_success(), "{answer:?}");
    }
}

/// Where a signature is demanded, an answer says nothing else before there is one (S17).
#[tokio::test]
async fn a_signature_is_demanded() {
    let config = Config { demands_signature: true, ..Config::default() };
    let (address, _) = start(MemoryStore::default(), config).await;
    let client = Client::new(address);
    let wrong = [
        Request::new("c-1815", customer("Lovelace")),
        Request::new("", "{"),
        Request::new("%FF", vec![b' '; 1024 * 1024]).without("content-type"),
        Request::new("c-1815", "{}").with("api-signature", ""),
        Request::new("c-1815", "{}").with("api-signature", &format!("Bearer {SIGNATURE}")),
        Request::new("c-1815", "{}").with("api-signature", SIGNATURE).and("api-signature", SIGNATURE),
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
    let (address, _) = start(FailingStore, Config::default()).await;
    let client = Client::new(address);
    let answer = client.put(Request::new("c-1815", customer("Lovelace"))).await;
    assert_answer(&answer, 500, "the customer could not be stored");
    assert_eq!(answer.text("Type"), Some("Unexpected"));
    assert!(!answer.body.contains("always fails"), "the reason is for the log");
    assert_answer(&client.put(Request::new("c-1815", "{}")).await, 400, "the request has 4 faults");
}

/// The service does not wait for a client that never ends.
#[tokio::test]
async fn a_body_that_does_not_arrive() {
    let config = Config { body_time: Duration::from_millis(50), ..Config::default() };
    let (address, service) = start(MemoryStore::default(), config).await;
    let mut stream = client::Stream::open(address).await;
    stream.send(&client::head("c-1815", 1000)).await;
    stream.send(b"{").await;
    assert_answer(&stream.answer().await, 400, "the body took too long to arrive");
    assert!(service.store().is_empty());
}

/// The client closes its sending side in the middle of the body.
#[tokio::test]
async fn a_body_that_ends_early() {
    let (address, service) = start(MemoryStore::default(), Config::default()).await;
    let mut stream = client::Stream::open(address).await;
    let body = customer("Lovelace");
    stream.send(&client::head("c-1815", body.len() + 1)).await;
    stream.send(&body).await;
    stream.stop().await;
    assert_answer(&stream.answer().await, 400, "the body did not arrive as a whole");
    assert!(service.store().is_empty());
}
