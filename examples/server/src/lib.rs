//! `PUT /customers/{CustomerID}` as a service.
//!
//! [`request`] reads and checks a request, [`store`] stores customers, [`answer`] has the answers and their lines in
//! the log, and [`serve`] the connections and the shutdown.

pub mod answer;
pub mod request;
pub mod serve;
pub mod store;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response_with_state;
use axum::response::Response;
use axum::routing::{get, put};
use customer_schema::{PutCustomer, Signature};
use tokio::sync::Semaphore;

use answer::{Answer, PutError};
use request::Reader;
use store::{Put, Store};

/// The options of a service.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// Whether a request without a signature is answered with 401 (S17).
    pub signature: Signature,
    /// The maximum number of bytes of a body.
    pub body_limit: usize,
    /// The maximum time that a body takes to arrive.
    pub body_time: Duration,
    /// The maximum time that the head of a request takes to arrive.
    pub head_time: Duration,
    /// The maximum number of requests that are read or stored at the same time.
    pub request_limit: usize,
    /// The maximum time that open requests have to end when the service stops.
    pub drain_time: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            signature: Signature::Optional,
            body_limit: 256 * 1024,
            body_time: Duration::from_secs(10),
            head_time: Duration::from_secs(10),
            request_limit: 2048,
            drain_time: Duration::from_secs(20),
        }
    }
}

/// The state that all requests share.
#[derive(Debug)]
pub struct Service<S> {
    store: S,
    config: Config,
    slots: Semaphore,
    is_stopping: AtomicBool,
    /// The start of the service in microseconds since 1970: references stay unique after a restart.
    started: u128,
    requests: AtomicU64,
}

impl<S: Store> Service<S> {
    pub fn new(store: S, config: Config) -> Arc<Self> {
        let started = SystemTime::now().duration_since(UNIX_EPOCH);
        Arc::new(Self {
            store,
            config,
            slots: Semaphore::new(config.request_limit),
            is_stopping: AtomicBool::new(false),
            started: started.map_or(0, |since| since.as_micros()),
            requests: AtomicU64::new(0),
        })
    }

    /// Returns a reference that no other request has: `Instance` (R25).
    fn next_instance(&self) -> String {
        format!("{:x}-{}", self.started, self.requests.fetch_add(1, Ordering::Relaxed))
    }

    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Reads a request and stores its customer.
    async fn put(&self, request: Request) -> Result<Put, PutError> {
        let reader = Reader::new(request, &self.config);
        // Held until the customer is stored.
        let Ok(_slot) = self.slots.try_acquire() else {
            return Err(reader.discard(PutError::Busy));
        };
        let PutCustomer { customer_id, customer, .. } = reader.read().await?;
        Ok(self.store.put(customer_id, customer).await?)
    }
}

type Shared<S> = State<Arc<Service<S>>>;

/// The routes. A path without its last segment has an empty `CustomerID`, which breaks R1.
pub fn router<S: Store>(service: Arc<Service<S>>) -> Router {
    Router::new()
        .route("/customers/{CustomerID}", put(put_customer::<S>))
        .route("/customers/", put(put_customer::<S>))
        .route("/healthz", get(async || StatusCode::NO_CONTENT))
        .route("/readyz", get(ready::<S>))
        .method_not_allowed_fallback(unknown_method::<S>)
        .fallback(unknown_path::<S>)
        .layer(map_response_with_state(Arc::clone(&service), close_if_stopping::<S>))
        .with_state(service)
}

/// Tells the client to send its next request elsewhere.
async fn close_if_stopping<S: Store>(
    State(service): Shared<S>,
    mut response: Response,
) -> Response {
    if service.is_stopping.load(Ordering::Relaxed) {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

async fn put_customer<S: Store>(State(service): Shared<S>, request: Request) -> Answer {
    let instance = service.next_instance();
    match service.put(request).await {
        Ok(Put::Created) => Answer::done(&instance, StatusCode::CREATED),
        Ok(Put::Updated) => Answer::done(&instance, StatusCode::NO_CONTENT),
        Err(error) => Answer::refused(instance, error),
    }
}

async fn unknown_path<S: Store>(State(service): Shared<S>, request: Request) -> Answer {
    let error = Reader::new(request, &service.config).discard(PutError::UnknownPath);
    Answer::refused(service.next_instance(), error)
}

async fn unknown_method<S: Store>(State(service): Shared<S>, request: Request) -> Answer {
    let error = Reader::new(request, &service.config).discard(PutError::UnknownMethod);
    Answer::refused(service.next_instance(), error)
}

/// Whether requests should be sent here: not while the service stops, and not if its store does not answer.
async fn ready<S: Store>(State(service): Shared<S>) -> Result<StatusCode, Answer> {
    if service.is_stopping.load(Ordering::Relaxed) {
        return Err(Answer::refused(service.next_instance(), PutError::Stopping));
    }
    match service.store.check().await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(error) => Err(Answer::refused(service.next_instance(), PutError::NotReady(error))),
    }
}
