//! The reason to answer a request without storing anything.

use alloc::string::{String, ToString};

use crate::{ErrorBody, ErrorType, Status, Violations};

/// The reason why a request in HTTP is refused ([S19](crate::guide::contract#S19)).
///
/// It holds nothing that was sent ([S14](crate::guide::contract#S14)). `Display` is the `Detail` of the error body; of
/// [`Violations`](Self::Violations) it is their text.
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A signature is required, and is missing, repeated, not text, or of another shape
    /// ([S17](crate::guide::contract#S17)). The only 401.
    #[error("a signature is required, in the shape of a JWT")]
    Unauthorized,
    /// The last segment of the path is not the percent-encoding of UTF-8.
    #[error("the path is not the percent-encoding of UTF-8")]
    Path,
    /// `Content-Type` is missing, repeated, or not `application/json`.
    #[error("the content type must be application/json, and given once")]
    ContentType,
    /// `Content-Encoding` is something other than `identity`.
    #[error("the body must be sent without a content encoding")]
    ContentEncoding,
    /// There is a `Content-Range`.
    #[error("the body must be sent as a whole, without a content range")]
    ContentRange,
    /// Path, signature and body break rules of the contract ([S10](crate::guide::contract#S10)).
    #[error(transparent)]
    Violations(#[from] Violations),
}

impl Refusal {
    /// The status of the answer ([R23](crate::guide::contract#R23)): 401 for `Unauthorized`, else 400.
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

    /// The error body to answer with: `Unauthorized` or `InvalidMessage` with a `Detail`, and with a `Request` map only
    /// for [`Violations`](Self::Violations) ([S16](crate::guide::contract#S16), [S19](crate::guide::contract#S19)).
    ///
    /// `instance` is the caller's reference of this occurrence. `action` is the action that failed, such as
    /// [`PutCustomer::ACTION`](crate::PutCustomer::ACTION).
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
