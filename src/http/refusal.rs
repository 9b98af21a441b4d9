//! The reason why a request is refused.

use alloc::string::{String, ToString};
use core::{error, fmt};

use crate::error_body::detail;
use crate::{ErrorBody, ErrorType, Status, Violations};

/// The reason why a request in HTTP is refused ([S19](crate::guide::contract#S19)).
///
/// It contains nothing that was sent ([S14](crate::guide::contract#S14)). `Display` writes the `Detail` of the error
/// body. For [`Violations`](Self::Violations), it writes the text of the report instead.
///
/// ```
/// use customer_schema::{PutCustomer, Refusal};
/// use http::Request;
///
/// let request = Request::put("/customers/c-1815").body("{}")?;
/// let refusal = PutCustomer::from_http(&request).unwrap_err();
/// assert_eq!(refusal, Refusal::ContentType);
/// assert_eq!(refusal.to_string(), "the content type must be application/json, and given once");
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// A signature is required, but is missing, repeated, not text, or of another shape
    /// ([S17](crate::guide::contract#S17)). This is the only refusal with the status 401.
    Unauthorized,
    /// The last segment of the path is not the percent-encoding of UTF-8.
    Path,
    /// `Content-Type` is missing, repeated, or not `application/json`.
    ContentType,
    /// `Content-Encoding` is something other than `identity`.
    ContentEncoding,
    /// The request has a `Content-Range`.
    ContentRange,
    /// Path, signature or body violate rules of the contract ([S10](crate::guide::contract#S10)).
    Violations(Violations),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unauthorized => f.write_str(detail::UNAUTHORIZED),
            Self::Path => f.write_str("the path is not the percent-encoding of UTF-8"),
            Self::ContentType => f.write_str(detail::CONTENT_TYPE),
            Self::ContentEncoding => f.write_str("the body must be sent without a content encoding"),
            Self::ContentRange => f.write_str("the body must be sent as a whole, without a content range"),
            Self::Violations(violations) => violations.fmt(f),
        }
    }
}

impl error::Error for Refusal {}

impl From<Violations> for Refusal {
    fn from(violations: Violations) -> Self {
        Self::Violations(violations)
    }
}

impl Refusal {
    /// The status of the answer ([R23](crate::guide::contract#R23)): 401 for `Unauthorized`, otherwise 400.
    ///
    /// ```
    /// use customer_schema::{Refusal, Status};
    ///
    /// assert_eq!(Refusal::Unauthorized.status(), Status::Unauthorized);
    /// assert_eq!(Refusal::Path.status(), Status::BadRequest);
    /// ```
    #[must_use]
    pub const fn status(&self) -> Status {
        match self {
            Self::Unauthorized => Status::Unauthorized,
            _ => Status::BadRequest,
        }
    }

    /// Makes the error body to answer with ([S19](crate::guide::contract#S19)). Its type is `Unauthorized` or
    /// `InvalidMessage`, and it has a `Detail`. Only for [`Violations`](Self::Violations) it has a `Request` map
    /// ([S16](crate::guide::contract#S16)).
    ///
    /// `instance` is the caller's unique reference of this occurrence, and `action` the action that failed, such as
    /// [`PutCustomer::ACTION`](crate::PutCustomer::ACTION) ([R25](crate::guide::contract#R25)).
    ///
    /// ```
    /// use customer_schema::{ErrorType, PutCustomer, Refusal};
    ///
    /// let body = Refusal::Unauthorized.into_error_body("req-7f3a", PutCustomer::ACTION);
    /// assert_eq!(body.error_type, Some(ErrorType::Unauthorized));
    /// assert_eq!(body.detail.as_deref(), Some("a signature is required, in the shape of a JWT"));
    /// assert!(body.extensions.is_empty());
    /// ```
    #[must_use]
    pub fn into_error_body(self, instance: impl Into<String>, action: impl Into<String>) -> ErrorBody {
        let error_type = match &self {
            Self::Violations(violations) => return ErrorBody::invalid_request(violations, instance, action),
            Self::Unauthorized => ErrorType::Unauthorized,
            _ => ErrorType::InvalidMessage,
        };
        ErrorBody::new(error_type, instance, action, self.to_string())
    }
}
