//! The answer to a request and its line in the log: status, reference and violations, never input.

use std::fmt::Write;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customer_schema::{ErrorBody, ErrorType, Status, Violations};
use tracing::{error, info};

use crate::store::StoreError;

/// The reason why a customer is not stored.
#[derive(Debug)]
pub enum PutError {
    /// A signature is demanded, and missing or malformed.
    Unsigned,
    /// The last segment of the path cannot be decoded.
    Path,
    ContentType,
    TooLarge {
        limit: usize,
    },
    /// The body did not arrive in time.
    Timeout,
    /// The connection ended before the body did.
    Incomplete,
    Violations(Violations),
    Store(StoreError),
}

impl PutError {
    fn body(&self, instance: String) -> ErrorBody {
        let (error_type, detail) = match self {
            Self::Violations(violations) => return ErrorBody::invalid_request(violations, instance, ACTION),
            Self::Unsigned => (ErrorType::Unauthorized, "a signature is required, in the shape of a JWT".into()),
            Self::Path => (ErrorType::InvalidMessage, "the path is not the percent-encoding of UTF-8".into()),
            Self::ContentType => (ErrorType::InvalidMessage, "the content type must be application/json".into()),
            Self::TooLarge { limit } => (ErrorType::InvalidMessage, format!("the body has more than {limit} bytes")),
            Self::Timeout => (ErrorType::InvalidMessage, "the body took too long to arrive".into()),
            Self::Incomplete => (ErrorType::InvalidMessage, "the body did not arrive as a whole".into()),
            Self::Store(_) => (ErrorType::Unexpected, "the customer could not be stored".into()),
        };
        ErrorBody::new(error_type, instance, ACTION, detail)
    }
}

/// The name of the operation: `Action` (R25).
const ACTION: &str = "PutCustomer";

/// The answer to a request.
#[derive(Debug)]
pub struct Answer {
    status: Status,
    error: Option<ErrorBody>,
}

impl Answer {
    /// The customer is stored.
    pub fn done(instance: &str, status: Status) -> Self {
        info!(instance, status = status.code());
        Self { status, error: None }
    }

    /// The customer is not stored.
    pub fn refused(instance: String, put_error: &PutError) -> Self {
        let error = put_error.body(instance);
        let status = error.error_type.as_ref().and_then(ErrorType::status).unwrap_or(Status::InternalServerError);
        let (instance, code) = (error.instance.as_deref(), status.code());
        match put_error {
            PutError::Store(store_error) => error!(instance, status = code, %store_error),
            PutError::Violations(violations) => info!(instance, status = code, violations = summary(violations)),
            _ => info!(instance, status = code, detail = error.detail.as_deref()),
        }
        Self { status, error: Some(error) }
    }
}

/// The number of violations, and the first ones by path and code. A report holds nothing of the input, so all of it could
/// be logged, but a hostile request would make a long line.
fn summary(violations: &Violations) -> String {
    const SHOWN: usize = 4;

    let mut summary = format!("{}", violations.len() + violations.omitted());
    for violation in violations.iter().take(SHOWN) {
        let _ = write!(summary, ", {} {}", violation.path(), violation.reason().code());
    }
    summary
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status.code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        match self.error {
            Some(error) => (status, Json(error)).into_response(),
            None => status.into_response(),
        }
    }
}
