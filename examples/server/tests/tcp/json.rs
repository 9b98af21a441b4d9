//! Handlers with the extractors of axum of which the guide warns.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::put;
use axum::{Json, Router};
use customer_schema::{Checked, Customer, CustomerId};

use crate::client::{Client, Request, serve};
use crate::guide::malformed;
use crate::log::{MARK, assert_silent};

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
            assert!(
                answer.status == StatusCode::BAD_REQUEST && answer.body.contains(MARK),
                "{answer:?}"
            );
        }
    }
    for (path, status) in
        [("json", StatusCode::UNPROCESSABLE_ENTITY), ("checked", StatusCode::OK)]
    {
        assert_eq!(client.put(Request::new(path, "{}")).await.status, status);
    }

    // Another segment than `%25zz`, and the same customer.
    assert_eq!(client.put(Request::new("%zz", "")).await.status, StatusCode::OK);
    let answer = client.put(Request::new(&MARK.repeat(5), "")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_silent(&answer.body);
}
