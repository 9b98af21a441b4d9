//! The view of an operator: references, metrics, and panics.

use axum::http::{Method, StatusCode};
use customer_schema::{Customer, CustomerId};
use customer_server::Config;
use customer_server::store::{Put, Store, StoreError};

use crate::assert_answer;
use crate::client::{Client, Request, customer, start, store};
use crate::log::{self, MARK, assert_silent};

fn valid() -> Request {
    Request::new(MARK, customer("Lovelace"))
}

fn get(path: &str) -> Request {
    valid().with_method(Method::GET).with_body("").at(path)
}

/// Each answer has the reference of its line in the log, and never one that the client chose.
#[tokio::test]
async fn references() {
    let (address, _) = start(store(), Config::default());
    let client = Client::new(address);
    let requests = [
        valid().with("x-request-id", MARK),
        valid(),
        valid().with_body("{}").with("x-request-id", MARK),
        get(&format!("/{MARK}")),
        get("/healthz"),
        valid().at("/healthz"),
    ];
    let mut references = Vec::new();
    for request in requests {
        let answer = client.put(request).await;
        let reference = answer.reference.clone().expect("each answer has one");
        if !answer.body.is_empty() {
            assert_eq!(answer.text("Instance"), Some(&*reference), "{answer:?}");
        }
        assert_eq!(log::answered().get(&reference), Some(&answer.status.as_u16()));
        references.push(reference);
    }
    assert_silent(&references.concat());
    references.sort();
    references.dedup();
    assert_eq!(references.len(), 6);
}

/// The value of a metric, 0 where there is none.
fn value(text: &str, metric: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(metric)?.strip_prefix(' '));
    line.map_or(0.0, |value| value.parse().expect("a number"))
}

#[tokio::test]
async fn metrics() {
    let (address, _) = start(store(), Config::default());
    let client = Client::new(address);
    let requests = [
        valid(),
        valid(),
        valid().with_body("{}"),
        valid().with_path("").with_body("{\"FullName\": null}"),
        valid().at(&format!("/{MARK}")),
        valid().with_method(Method::POST),
        get("/healthz"),
    ];
    for request in requests {
        client.put(request).await;
    }
    let answer = client.put(get("/metrics")).await;
    assert_eq!(answer.status, StatusCode::OK);
    let content_type = answer.content_type.as_deref();
    assert_eq!(
        content_type,
        Some("application/openmetrics-text; version=1.0.0; charset=utf-8")
    );
    assert!(answer.body.ends_with("# EOF\n"), "{answer:?}");
    assert_silent(&answer.body);
    let put = "route=\"/customers/{CustomerID}\"";
    let count = format!("http_request_duration_seconds_count{{{put}}}");
    let expected = [
        (&*format!("http_requests_total{{{put},status=\"201\"}}"), 1.0),
        (&*format!("http_requests_total{{{put},status=\"204\"}}"), 1.0),
        (&*format!("http_requests_total{{{put},status=\"400\"}}"), 1.0),
        (&*format!("http_requests_total{{{put},status=\"405\"}}"), 1.0),
        (&*count, 4.0),
        ("http_requests_total{route=\"/customers/\",status=\"400\"}", 1.0),
        ("http_requests_total{route=\"none\",status=\"404\"}", 1.0),
        ("http_requests_total{route=\"/healthz\",status=\"204\"}", 1.0),
        ("violations_total{code=\"required\"}", 4.0 + 3.0),
        ("violations_total{code=\"wrong_type\"}", 1.0),
        ("violations_total{code=\"too_short\"}", 1.0),
        ("violations_total{code=\"duplicate\"}", 0.0),
    ];
    for (metric, expected) in expected {
        let found = value(&answer.body, metric);
        assert!((found - expected).abs() < f64::EPSILON, "{metric}: {found}\n{}", answer.body);
    }
}

/// Quotes the customer, as a bug can.
struct PanickingStore;

impl Store for PanickingStore {
    async fn put(&self, _: CustomerId, customer: Customer) -> Result<Put, StoreError> {
        panic!("{}", customer.full_name.first_name.as_str())
    }

    async fn get(&self, _: &CustomerId) -> Result<Option<Customer>, StoreError> {
        Ok(None)
    }

    async fn count(&self) -> Result<i64, StoreError> {
        Ok(0)
    }

    async fn check(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A panic is answered, and ends neither the connection nor the service.
#[tokio::test]
async fn a_panic() {
    let (address, _) = start(PanickingStore, Config::default());
    let client = Client::new(address);
    for _ in 0..2 {
        let answer = client.put(valid()).await;
        assert_answer(&answer, 500, "the service has a bug");
        assert_eq!(answer.reference.as_deref(), answer.text("Instance"));
        assert_eq!(log::answered().get(answer.text("Instance").unwrap()), Some(&500));
    }
    assert_eq!(client.put(get("/readyz")).await.status, StatusCode::NO_CONTENT);
}
