use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::put;
use customer_schema::{Customer, CustomerId, PutCustomer, Refusal, Signature};

pub type Customers = Arc<Mutex<HashMap<CustomerId, Customer>>>;

pub async fn put_customer(
    State(customers): State<Customers>,
    head: Parts,
    body: Bytes,
) -> Result<StatusCode, Response> {
    let refuse = |refusal: Refusal| {
        let error_body = refusal.into_error_body(new_instance(), PutCustomer::ACTION);
        error_body.into_http().map(Body::from)
    };
    let head = PutCustomer::check_head(&head, Signature::Required).map_err(refuse)?;
    let PutCustomer { customer_id, customer, .. } = head.read(&body).map_err(refuse)?;
    let before = customers.lock().unwrap().insert(customer_id, customer);
    Ok(if before.is_none() { StatusCode::CREATED } else { StatusCode::NO_CONTENT })
}

fn new_instance() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("req-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

pub fn app() -> Router {
    Router::new()
        .route("/customers/{CustomerID}", put(put_customer))
        // An empty `CustomerID`: a violation like any other.
        .route("/customers/", put(put_customer))
        .with_state(Customers::default())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app()).await
}
