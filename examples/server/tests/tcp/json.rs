//! Handlers with the extractors of axum: the one that the guide shows, and the one that it warns of.

use std::sync::{Arc, Mutex};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::put;
use axum::{Json, Router};
use customer_schema::{Checked, Customer, CustomerId, ErrorBody, PutCustomer};

use crate::client::{Client, Request, customer, serve};
use crate::log::{MARK, assert_silent};

type Stored = Arc<Mutex<Vec<PutCustomer>>>;

async fn put_customer(
    State(stored): State<Stored>,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<StatusCode, (StatusCode, Json<ErrorBody>)> {
    let request = PutCustomer::parse(&id, None, &body).map_err(|violations| {
        let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
        (StatusCode::BAD_REQUEST, Json(answer))
    })?;
    stored.lock().unwrap().push(request);
    Ok(StatusCode::NO_CONTENT)
}

/// Bodies with the mark as an unknown name in front of a syntax error, one for each object.
fn malformed() -> impl Iterator<Item = String> {
    let body = String::from_utf8(customer("Lovelace")).unwrap();
    let starts: Vec<_> = body.match_indices('{').map(|(start, _)| start + 1).collect();
    assert_eq!(starts.len(), 4, "{body}");
    starts.into_iter().map(move |start| format!("{}\"{MARK}\": tru, {}", &body[..start], &body[start..]))
}

#[tokio::test]
async fn bytes_are_answered_without_a_word_of_the_request() {
    let stored = Stored::default();
    let app = Router::new().route("/customers/{CustomerID}", put(put_customer)).with_state(Arc::clone(&stored));
    let client = Client::new(serve(app));

    let valid = || Request::new("c-1815", customer("Lovelace"));
    let answer = client.put(valid()).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{answer:?}");
    assert_eq!(stored.lock().unwrap()[0].customer_id.as_str(), "c-1815");

    let mut cases = vec![
        (valid().with_body(r#"{"FullName": 1}"#), "must be an object, is a number"),
        (valid().with_path(&MARK.repeat(5)), "must have at most 36 characters, has 40"),
        (valid().with_body("{"), "ends too early"),
    ];
    cases.extend(malformed().map(|body| (valid().with_body(body), "must be one JSON value in UTF-8")));
    for (request, text) in cases {
        let answer = client.put(request).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{answer:?}");
        assert!(answer.body.contains(text), "{answer:?}");
        assert_silent(&answer.body);
    }
    assert_eq!(stored.lock().unwrap().len(), 1);
}

/// The reason for the guide's warning. It can go once `Json` quotes nothing.
#[tokio::test]
async fn json_of_axum_quotes_the_request() {
    async fn json(Json(_): Json<Customer>) {}
    async fn checked(Json(_): Json<Checked<Customer>>) {}
    async fn path(Path(_): Path<CustomerId>) {}

    let app = Router::new()
        .route("/customers/json", put(json))
        .route("/customers/checked", put(checked))
        .route("/customers/{CustomerID}", put(path));
    let client = Client::new(serve(app));
    for path in ["json", "checked"] {
        for body in malformed() {
            let answer = client.put(Request::new(path, body)).await;
            assert!(answer.status == StatusCode::BAD_REQUEST && answer.body.contains(MARK), "{answer:?}");
        }
    }
    for (path, status) in [("json", StatusCode::UNPROCESSABLE_ENTITY), ("checked", StatusCode::OK)] {
        assert_eq!(client.put(Request::new(path, "{}")).await.status, status);
    }

    let answer = client.put(Request::new(&MARK.repeat(5), "")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_silent(&answer.body);
}
