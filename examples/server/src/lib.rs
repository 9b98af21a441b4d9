//! `PUT /customers/{CustomerID}` as a service.
//!
//! [`request`] reads and checks a request, [`verify`] verifies its signature, [`store`] stores customers, [`answer`]
//! writes the answers, [`metrics`] counts them, and [`serve`] has the connections and the shutdown.
//!
//! Numbers such as R1 and S17 are those of [`customer_schema::guide::contract`].

pub mod answer;
pub mod metrics;
pub mod request;
pub mod serve;
pub mod store;
pub mod verify;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{from_fn_with_state, map_request};
use axum::response::IntoResponse;
use axum::routing::{get, put};
use customer_schema::PutCustomer;
use tokio::sync::Semaphore;
use tower::ServiceBuilder;
use tower_http::LatencyUnit;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::{Level, Span, info_span};

use answer::PutError;
use metrics::Metrics;
use request::Reader;
use store::{Put, Store};
use verify::Verifier;

/// The signature that a request needs (S17).
#[derive(Clone, Debug)]
pub enum SignaturePolicy {
    /// It may have none.
    Optional,
    /// One with the shape of a JWT, which proves nothing.
    Shape,
    /// One that was made over the body with a key.
    Verified(Box<Verifier>),
}

/// The options of a service.
#[derive(Clone, Debug)]
pub struct Config {
    pub signature: SignaturePolicy,
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
            signature: SignaturePolicy::Optional,
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
    metrics: Metrics,
}

impl<S: Store> Service<S> {
    pub fn new(store: S, config: Config) -> Arc<Self> {
        Arc::new(Self {
            store,
            slots: Semaphore::new(config.request_limit),
            config,
            is_stopping: AtomicBool::new(false),
            metrics: Metrics::default(),
        })
    }

    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Reads a request and stores its customer.
    async fn put(&self, request: Request) -> Result<Put, PutError> {
        let reader = Reader::new(request, &self.config);
        // Held until the customer is stored. The limits of tower either wait for a slot or drop the body, and a client
        // that is still sending it cannot read the answer.
        let Ok(_slot) = self.slots.try_acquire() else {
            return Err(reader.discard(PutError::Busy));
        };
        let PutCustomer { customer_id, customer, .. } = reader.read().await?;
        Ok(self.store.put(customer_id, customer).await?)
    }
}

/// Makes the references of requests: `Instance` (R25), and the header `X-Request-Id` of the answer.
#[derive(Clone, Debug)]
struct Instances {
    /// The start of the service in microseconds since 1970: references stay unique after a restart.
    started: u128,
    next: Arc<AtomicU64>,
}

impl Instances {
    fn new() -> Self {
        let started = SystemTime::now().duration_since(UNIX_EPOCH);
        Self { started: started.map_or(0, |since| since.as_micros()), next: Arc::default() }
    }
}

impl MakeRequestId for Instances {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let instance =
            format!("{:x}-{:x}", self.started, self.next.fetch_add(1, Ordering::Relaxed));
        HeaderValue::try_from(instance).ok().map(RequestId::new)
    }
}

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

type Shared<S> = State<Arc<Service<S>>>;

/// The routes. A path without its last segment has an empty `CustomerID`, which breaks R1.
pub fn router<S: Store>(service: Arc<Service<S>>) -> Router {
    // tower-http also has limits on size and time. They are not used: that on size answers before the signature is checked
    // (S17) and without an error body, that on time starts again with each frame of the body.
    let answers = ServiceBuilder::new()
        .layer(from_fn_with_state(Arc::clone(&service), answer::finish::<S>))
        .layer(CatchPanicLayer::custom(answer::panicked));
    let trace = |level| {
        let on_response =
            DefaultOnResponse::new().level(level).latency_unit(LatencyUnit::Micros);
        TraceLayer::new_for_http().make_span_with(span).on_response(on_response)
    };
    let customers = Router::new()
        .route("/customers/{CustomerID}", put(put_customer::<S>))
        .route("/customers/", put(put_customer::<S>))
        .method_not_allowed_fallback(unknown_method::<S>)
        .fallback(unknown_path::<S>)
        .layer(answers.clone())
        .layer(trace(Level::INFO));
    let probes = Router::new()
        .route("/healthz", get(async || StatusCode::NO_CONTENT))
        .route("/readyz", get(ready::<S>))
        .route("/metrics", get(metrics::<S>))
        .method_not_allowed_fallback(unknown_method::<S>)
        .layer(answers)
        .layer(trace(Level::DEBUG));
    let references = ServiceBuilder::new()
        .layer(map_request(without_request_id))
        .layer(SetRequestIdLayer::new(X_REQUEST_ID, Instances::new()))
        .layer(PropagateRequestIdLayer::new(X_REQUEST_ID));
    customers.merge(probes).layer(references).with_state(service)
}

/// A reference that the client chose would be input in the log and in the answer.
async fn without_request_id(mut request: Request) -> Request {
    request.headers_mut().remove(X_REQUEST_ID);
    request
}

/// The span of a request in the log. The default of tower-http has the path, and so the `CustomerID`.
fn span<B>(request: &axum::http::Request<B>) -> Span {
    let instance = request.extensions().get::<RequestId>();
    let instance = instance.and_then(|instance| instance.header_value().to_str().ok());
    info_span!("request", instance, reason = tracing::field::Empty)
}

async fn put_customer<S: Store>(
    State(service): Shared<S>,
    request: Request,
) -> Result<StatusCode, PutError> {
    Ok(match service.put(request).await? {
        Put::Created => StatusCode::CREATED,
        Put::Updated => StatusCode::NO_CONTENT,
    })
}

async fn unknown_path<S: Store>(State(service): Shared<S>, request: Request) -> PutError {
    Reader::new(request, &service.config).discard(PutError::UnknownPath)
}

async fn unknown_method<S: Store>(State(service): Shared<S>, request: Request) -> PutError {
    Reader::new(request, &service.config).discard(PutError::UnknownMethod)
}

/// Whether requests should be sent here: not while the service stops, and not if its store does not answer.
async fn ready<S: Store>(State(service): Shared<S>) -> Result<StatusCode, PutError> {
    if service.is_stopping.load(Ordering::Relaxed) {
        return Err(PutError::Stopping);
    }
    service.store.check().await.map_err(PutError::NotReady)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn metrics<S: Store>(State(service): Shared<S>) -> impl IntoResponse {
    ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], service.metrics.to_text())
}
