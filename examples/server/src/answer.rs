//! The answers: status, headers and error body, and what the log and the metrics get. Never input.

use std::any::Any;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use axum::Extension;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CONNECTION, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use customer_schema::{ErrorBody, ErrorType, PutCustomer, Refusal, Violations};
use tower_http::request_id::RequestId;
use tracing::Span;

use crate::Service;
use crate::store::{Store, StoreError};
use crate::verify::SignatureError;

/// The reason why a customer is not stored. `Display` is the `Detail` of the answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PutError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("the signature does not verify")]
    Signature(#[from] SignatureError),
    #[error("the body must have no transfer coding but chunked")]
    TransferEncoding,
    /// There is a condition, such as `If-Match`. To ignore it would overwrite what the sender wants to keep.
    #[error("conditional requests are not supported")]
    Precondition,
    #[error("the body has more than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("the body took too long to arrive")]
    Timeout,
    /// The connection ended before the body did.
    #[error("the body did not arrive as a whole")]
    Incomplete,
    #[error("there is nothing at this path")]
    UnknownPath,
    #[error("this path does not have this method")]
    UnknownMethod,
    #[error("the service has too many requests at the moment")]
    Busy,
    #[error("the service is about to stop")]
    Stopping,
    #[error("the store does not answer")]
    NotReady(StoreError),
    #[error("the customer could not be stored")]
    Store(#[from] StoreError),
    /// The panic hook has logged its location.
    #[error("the service has a bug")]
    Panic,
}

impl PutError {
    /// The status and the type of the answer.
    fn status(&self) -> (StatusCode, ErrorType) {
        use ErrorType::{InvalidMessage, ResourceNotFound, Unauthorized, Unexpected};

        match self {
            Self::Refused(Refusal::Unauthorized) | Self::Signature(_) => {
                (StatusCode::UNAUTHORIZED, Unauthorized)
            }
            Self::Refused(refusal) => (refusal.status().into(), InvalidMessage),
            Self::TransferEncoding | Self::Precondition | Self::Incomplete => {
                (StatusCode::BAD_REQUEST, InvalidMessage)
            }
            Self::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, InvalidMessage),
            Self::Timeout => (StatusCode::REQUEST_TIMEOUT, InvalidMessage),
            Self::UnknownPath => (StatusCode::NOT_FOUND, ResourceNotFound),
            Self::UnknownMethod => (StatusCode::METHOD_NOT_ALLOWED, InvalidMessage),
            Self::Busy | Self::Stopping | Self::NotReady(_) => {
                (StatusCode::SERVICE_UNAVAILABLE, Unexpected)
            }
            Self::Store(_) | Self::Panic => (StatusCode::INTERNAL_SERVER_ERROR, Unexpected),
        }
    }

    /// The reason for the log.
    fn reason(&self) -> String {
        match self {
            Self::Store(error) | Self::NotReady(error) => error.to_string(),
            Self::Signature(error) => error.to_string(),
            Self::Refused(Refusal::Violations(violations)) => summary(violations),
            other => other.to_string(),
        }
    }

    fn into_response_with(self, instance: &str) -> Response {
        let (status, error_type) = self.status();
        let body = match self {
            Self::Refused(refusal) => refusal.into_error_body(instance, PutCustomer::ACTION),
            other => {
                ErrorBody::new(error_type, instance, PutCustomer::ACTION, other.to_string())
            }
        };
        let mut response = body.into_http_with(status).map(Body::from);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// The number of violations, and the first ones by path and code. A report holds nothing of the input, so all of it could
/// be logged, but a hostile request would make a long line.
fn summary(violations: &Violations) -> String {
    const SHOWN: usize = 4;

    let mut summary = violations.total().to_string();
    for violation in violations.iter().take(SHOWN) {
        let _ = write!(summary, ", {} {}", violation.path(), violation.reason().code());
    }
    summary
}

/// Keeps the error for [`finish`], which writes the answer.
impl IntoResponse for PutError {
    fn into_response(self) -> Response {
        (self.status().0, Extension(self)).into_response()
    }
}

/// The answer where a handler panics. The text of a panic can quote input, so it is dropped.
pub fn panicked(_: Box<dyn Any + Send>) -> Response {
    PutError::Panic.into_response()
}

/// Finishes an answer: writes the error body, records log and metrics, and closes the connection if the service stops.
pub async fn finish<S: Store>(
    State(service): State<Arc<Service<S>>>,
    Extension(instance): Extension<RequestId>,
    route: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    let start = Instant::now();
    let mut response = next.run(request).await;
    if let Some(error) = response.extensions_mut().remove::<PutError>() {
        Span::current().record("reason", error.reason());
        if let PutError::Refused(Refusal::Violations(violations)) = &error {
            service.metrics.refused(violations);
        }
        let headers: HeaderMap = std::mem::take(response.headers_mut());
        let instance = instance.header_value().to_str().unwrap_or_default();
        response = error.into_response_with(instance);
        // `Allow` of a 405.
        response.headers_mut().extend(headers);
    }
    if service.is_stopping.load(Ordering::Relaxed) {
        // Tells the client to send its next request elsewhere.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    let route = route.as_ref().map(MatchedPath::as_str);
    service.metrics.answered(route, response.status(), start.elapsed());
    response
}
