//! `PUT /customers/{CustomerID}` as a service.
//!
//! [`request`] has the extractor of valid requests, [`store`] the storage of customers, [`answer`] the answers and the log.

pub mod answer;
pub mod request;
pub mod store;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::State;
use axum::routing::put;
use customer_schema::Status;
use tokio::net::{TcpListener, TcpSocket};

use answer::{Answer, PutError};
use request::ValidRequest;
use store::{Put, Store};

/// The options of a service.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// Whether a request without a signature is answered with 401 (S17).
    pub demands_signature: bool,
    /// The maximum number of bytes of a body.
    pub body_limit: usize,
    /// The maximum time that a body takes to arrive.
    pub body_time: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self { demands_signature: false, body_limit: 256 * 1024, body_time: Duration::from_secs(10) }
    }
}

/// The state that all requests share.
#[derive(Debug)]
pub struct Service<S> {
    store: S,
    config: Config,
    /// The start of the service in microseconds since 1970: references stay unique after a restart.
    started: u128,
    requests: AtomicU64,
}

impl<S: Store> Service<S> {
    pub fn new(store: S, config: Config) -> Arc<Self> {
        let started = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
        Arc::new(Self { store, config, started, requests: AtomicU64::new(0) })
    }

    /// Returns a reference that no other request has: `Instance` (R25).
    fn next_instance(&self) -> String {
        format!("{:x}-{}", self.started, self.requests.fetch_add(1, Ordering::Relaxed))
    }

    pub const fn store(&self) -> &S {
        &self.store
    }
}

/// Listens with a longer queue than the default of 128, which resets some of a thousand connections that are opened at once.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    const QUEUE: u32 = 4096;

    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // Allows a restart while old connections are in TIME-WAIT.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(QUEUE)
}

/// The routes. A path without its last segment has an empty `CustomerID`, which breaks R1.
pub fn router<S: Store>(service: Arc<Service<S>>) -> Router {
    Router::new()
        .route("/customers/{CustomerID}", put(put_customer::<S>))
        .route("/customers/", put(put_customer::<S>))
        .with_state(service)
}

async fn put_customer<S: Store>(
    State(service): State<Arc<Service<S>>>,
    ValidRequest { instance, request }: ValidRequest,
) -> Answer {
    match service.store.put(request.customer_id, request.customer).await {
        Ok(Put::Created) => Answer::done(&instance, Status::Created),
        Ok(Put::Updated) => Answer::done(&instance, Status::Updated),
        Err(error) => Answer::refused(instance, &PutError::Store(error)),
    }
}
