//! The answer that carries an error body.

use alloc::vec::Vec;

use ::http::header::{CONTENT_TYPE, HeaderValue};
use ::http::{Response, StatusCode};

use crate::{ErrorBody, Status};

/// The status as a type of the crate `http`.
///
/// ```
/// use customer_schema::Status;
/// use http::StatusCode;
///
/// assert_eq!(StatusCode::from(Status::Created), StatusCode::CREATED);
/// ```
impl From<Status> for StatusCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Created => Self::CREATED,
            Status::Updated => Self::NO_CONTENT,
            Status::BadRequest => Self::BAD_REQUEST,
            Status::Unauthorized => Self::UNAUTHORIZED,
            Status::InternalServerError => Self::INTERNAL_SERVER_ERROR,
        }
    }
}

impl ErrorBody {
    /// Makes an answer with this body as JSON. Its status is [`status`](Self::status), or 500 if there is none. To set
    /// another status, call [`into_http_with`](Self::into_http_with).
    ///
    /// `Content-Type` is its only header. RFC 9110 also requires `WWW-Authenticate` in a 401. The contract names no
    /// scheme, so the caller adds it.
    ///
    /// ```
    /// use customer_schema::{PutCustomer, Refusal};
    ///
    /// let answer = Refusal::Unauthorized.into_error_body("req-7f3a", PutCustomer::ACTION).into_http();
    /// assert_eq!(answer.status(), 401);
    /// assert_eq!(answer.headers()["Content-Type"], "application/json");
    /// assert!(answer.body().starts_with(br#"{"Type":"Unauthorized","Instance":"req-7f3a","#));
    /// ```
    #[must_use]
    pub fn into_http(self) -> Response<Vec<u8>> {
        let status = self.status().unwrap_or(Status::InternalServerError);
        self.into_http_with(status.into())
    }

    /// Makes an answer with this body as JSON and any status, for errors that the operation does not document, such as
    /// 404 for `ResourceNotFound` or 413 for a body over the limit.
    ///
    /// ```
    /// use customer_schema::{ErrorBody, ErrorType, PutCustomer};
    /// use http::StatusCode;
    ///
    /// let detail = "the body has more than 262144 bytes";
    /// let body = ErrorBody::new(ErrorType::InvalidMessage, "req-7f3a", PutCustomer::ACTION, detail);
    /// assert_eq!(body.into_http_with(StatusCode::PAYLOAD_TOO_LARGE).status(), 413);
    /// ```
    #[must_use]
    pub fn into_http_with(self, status: StatusCode) -> Response<Vec<u8>> {
        let mut response = Response::new(self.to_json());
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }
}
