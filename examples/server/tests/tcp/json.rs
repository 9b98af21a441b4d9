//! A handler with axum's own extractors, as the guide shows it.

use std::sync::{Arc, Mutex};

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::put;
use axum::{Json, Router};
use customer_schema::{Customer, CustomerId};

use crate::client::{Client, Request, customer, serve};
use crate::log::assert_silent;

type Kept = Arc<Mutex<Vec<(CustomerId, Customer)>>>;

async fn put_customer(
    State(kept): State<Kept>,
    Path(id): Path<CustomerId>,
    Json(customer): Json<Customer>,
) -> StatusCode {
    // Both are valid here.
    kept.lock().unwrap().push((id, customer));
    StatusCode::NO_CONTENT
}

#[tokio::test]
async fn what_axum_answers_by_itself() {
    let kept = Kept::default();
    let app = Router::new().route("/customers/{CustomerID}", put(put_customer)).with_state(Arc::clone(&kept));
    let client = Client::new(serve(app));

    let valid = || Request::new("c-1815", customer("Lovelace"));
    let answer = client.put(valid()).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{answer:?}");
    assert_eq!(kept.lock().unwrap()[0].0.as_str(), "c-1815");

    let cases = [
        (valid().with_body("{"), 400, "EOF"),
        (
            valid().with_body(r#"{"FullName": 1}"#),
            422,
            "FullName must be an object, is a number; DateOfBirth is required; ",
        ),
        (valid().with_path(&"c".repeat(37)), 400, "must have at most 36 characters, has 37"),
        (valid().without("content-type"), 415, "application/json"),
        (valid().with_body(vec![b' '; 2 * 1024 * 1024 + 1]), 413, "limit"),
    ];
    for (request, status, text) in cases {
        let answer = client.put(request).await;
        assert_eq!(answer.status.as_u16(), status, "{answer:?}");
        assert!(answer.body.contains(text), "{answer:?}");
        assert_silent(&answer.body);
    }
    assert_eq!(kept.lock().unwrap().len(), 1);
}
