//! The error body of the API (R24-R27): made from violations, or read from a server's answer.

mod error_type;
mod extensions;
mod key;
mod lenient;

use alloc::format;
use alloc::string::String;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

pub use error_type::{ErrorType, Status, UnknownType};
pub use extensions::{Extensions, Reasons};

use crate::report::Violations;

/// The body of a 400, 401 or 500 (R23).
///
/// Made from [`Violations`] by [`invalid_request`](Self::invalid_request), or by [`new`](Self::new)
/// for a fault that is no violation. `Deserialize` reads a server's answer leniently: every property may be
/// missing, one that is `null` or of another type counts as missing, unknown ones are ignored, and an
/// unknown `Type` is kept. What is absent is not written.
///
/// `Debug` hides `Detail` and the reasons: a server may have put anything there. It shows `Type`, `Instance` and `Action`,
/// which tell one occurrence from others, so that a log can be searched for it.
///
/// ```
/// use customer_schema::{Customer, ErrorBody, ErrorType};
///
/// let violations = Customer::from_json(b"[]").unwrap_err();
/// let body = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
/// let json = serde_json::to_string(&body)?;
/// assert_eq!(json, concat!(
///     r#"{"Type":"InvalidMessage","Instance":"req-7f3a","Action":"PutCustomer","#,
///     r#""Detail":"the request has 1 fault","#,
///     r#""Extensions":{"Request":{"Body":["must be an object, is an array"]}}}"#,
/// ));
///
/// let answer: ErrorBody = serde_json::from_str(&json)?;
/// assert_eq!(answer.error_type, Some(ErrorType::InvalidMessage));
/// assert_eq!(answer.extensions.request.get("Body"), ["must be an object, is an array"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorBody {
    /// `Type`: the kind of error (R24).
    pub error_type: Option<ErrorType>,
    /// `Instance`: a unique reference of this occurrence (R25).
    pub instance: Option<String>,
    /// `Action`: the action that failed (R25).
    pub action: Option<String>,
    /// `Detail`: what there is to say about it (R25).
    pub detail: Option<String>,
    /// `Extensions`: what is invalid, and which features are disabled (R26, R27).
    pub extensions: Extensions,
}

/// The properties' names, in the order in which they are written.
pub(crate) mod name {
    pub(crate) const TYPE: &str = "Type";
    pub(crate) const INSTANCE: &str = "Instance";
    pub(crate) const ACTION: &str = "Action";
    pub(crate) const DETAIL: &str = "Detail";
    pub(crate) const EXTENSIONS: &str = "Extensions";
    pub(crate) const REQUEST: &str = "Request";
    pub(crate) const FEATURES: &str = "Features";
}

impl ErrorBody {
    /// The body of a 400 that reports `violations` (S16).
    ///
    /// `instance` is the caller's reference of this occurrence, `action` the caller's name of what
    /// failed. `Detail` counts the violations, those left out included.
    pub fn invalid_request(violations: &Violations, instance: impl Into<String>, action: impl Into<String>) -> Self {
        let mut body = Self::new(ErrorType::InvalidMessage, instance, action, detail(violations));
        body.extensions.request = violations.into();
        body
    }

    /// The body for a fault that is no violation: a wrong content type, a body over a limit, a path
    /// segment that cannot be decoded (400), a missing signature (401), a failing store (500).
    ///
    /// ```
    /// use customer_schema::{ErrorBody, ErrorType, Status};
    ///
    /// let body = ErrorBody::new(ErrorType::Unauthorized, "req-7f3b", "PutCustomer", "a signature is required");
    /// assert_eq!(body.error_type.and_then(|kind| kind.status()), Some(Status::Unauthorized));
    /// ```
    pub fn new(
        error_type: ErrorType,
        instance: impl Into<String>,
        action: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            error_type: Some(error_type),
            instance: Some(instance.into()),
            action: Some(action.into()),
            detail: Some(detail.into()),
            extensions: Extensions::default(),
        }
    }
}

fn detail(violations: &Violations) -> String {
    let omitted = violations.omitted();
    let count = violations.total();
    let plural = if count == 1 { "" } else { "s" };
    match omitted {
        0 => format!("the request has {count} fault{plural}"),
        _ => format!("the request has {count} fault{plural}, {omitted} of them left out here"),
    }
}

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { error_type, instance, action, detail, extensions } = self;
        let mut map = serializer.serialize_map(None)?;
        let texts = [
            (name::TYPE, error_type.as_ref().map(ErrorType::as_str)),
            (name::INSTANCE, instance.as_deref()),
            (name::ACTION, action.as_deref()),
            (name::DETAIL, detail.as_deref()),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                map.serialize_entry(name, text)?;
            }
        }
        if !extensions.is_empty() {
            map.serialize_entry(name::EXTENSIONS, extensions)?;
        }
        map.end()
    }
}

impl fmt::Debug for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error_type, instance, action, detail, extensions } = self;
        f.debug_struct("ErrorBody")
            .field("error_type", error_type)
            .field("instance", instance)
            .field("action", action)
            .field("detail", &detail.as_ref().map(|_| format_args!("..")))
            .field("extensions", extensions)
            .finish()
    }
}
