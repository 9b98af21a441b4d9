//! The answer to a request and its line in the log: status, reference and violations, never input.

use std::fmt::Write;

use axum::body::Body;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use customer_schema::{ErrorBody, ErrorType, PutCustomer, Refusal, Violations};
use tracing::{error, info};

use crate::store::StoreError;

/// The reason why a customer is not stored.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    #[error(transparent)]
    Refused(#[from] Refusal),
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
}

impl PutError {
    /// The status and the type of the answer.
    fn status(&self) -> (StatusCode, ErrorType) {
        use ErrorType::{InvalidMessage, ResourceNotFound, Unauthorized, Unexpected};

        match self {
            Self::Refused(Refusal::Unauthorized) => (StatusCode::UNAUTHORIZED, Unauthorized),
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
            Self::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, Unexpected),
        }
    }

    fn log(&self, instance: &str, status: u16) {
        match self {
            Self::Store(error) | Self::NotReady(error) => error!(instance, status, %error),
            Self::Refused(Refusal::Violations(violations)) => {
                info!(instance, status, violations = summary(violations));
            }
            refused => info!(instance, status, detail = %refused),
        }
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

/// The answer to a request.
#[derive(Debug)]
pub struct Answer(Response<Vec<u8>>);

impl Answer {
    /// The customer is stored.
    pub fn done(instance: &str, status: StatusCode) -> Self {
        info!(instance, status = status.as_u16());
        let mut response = Response::default();
        *response.status_mut() = status;
        Self(response)
    }

    /// The customer is not stored.
    pub fn refused(instance: String, error: PutError) -> Self {
        let (status, error_type) = error.status();
        error.log(&instance, status.as_u16());
        let body = match error {
            PutError::Refused(refusal) => {
                refusal.into_error_body(instance, PutCustomer::ACTION)
            }
            other => {
                ErrorBody::new(error_type, instance, PutCustomer::ACTION, other.to_string())
            }
        };
        let mut response = body.into_http_with(status);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        Self(response)
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response<Body> {
        self.0.map(Body::from)
    }
}
