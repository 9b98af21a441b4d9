//! The error body of the API ([R24](crate::guide::contract#R24)-[R27](crate::guide::contract#R27)): made from
//! violations, or read from a server's answer.

pub(crate) mod detail;
mod error_type;
mod excerpt;
mod extensions;
mod json;
mod key;
mod lenient;
mod reason_map;
mod show;
mod status;
mod write;

use alloc::string::String;
use alloc::vec::Vec;
use core::hash::{Hash, Hasher};

use serde::ser::{Serialize, SerializeMap, Serializer};

pub use error_type::{ErrorType, UnknownType};
pub use extensions::Extensions;
pub use key::UnknownPath;
pub use reason_map::ReasonMap;
pub use status::{Status, UnknownStatus};

use crate::PutCustomer;
use crate::report::Violations;

/// The body of a 400, 401 or 500 ([R23](crate::guide::contract#R23)).
///
/// A service makes it with [`invalid_request`](Self::invalid_request) from [`Violations`], or with [`new`](Self::new)
/// for any other error. An absent property is not written.
///
/// A client reads it from a server's answer, with [`from_json`](Self::from_json) or, from another format, with
/// `Deserialize`. Both are lenient ([S20](crate::guide::contract#S20)):
///
/// - Every property is optional. One that is null or of another type counts as absent. Unknown properties are ignored,
///   and an unknown `Type` is kept. If a text is given twice, the last one counts.
/// - A text in place of a list of reasons is a list of one. A key that is given twice has the reasons of both lists. A
///   key without a reason is not kept.
/// - At most [`MAX_REASONS`](Self::MAX_REASONS) reasons are kept, each cut to
///   [`MAX_REASON_BYTES`](Self::MAX_REASON_BYTES). [`omitted`](Self::omitted) counts the others. All other texts are
///   kept whole, so limit the size of an answer before you read it.
///
/// An error body is also an error. Its `Display` is one line of limited length in printable ASCII: `Type`, `Action`,
/// `Instance`, the number of reasons and the first documented paths. Neither `Display` nor `Debug` shows `Detail` or
/// the reasons, in which a server may repeat personal data.
///
/// Equality compares the properties, but not [`omitted`](Self::omitted).
///
/// ```
/// use customer_schema::{Customer, ErrorBody, ErrorType, PutCustomer};
///
/// let violations = Customer::from_json(b"[]").unwrap_err();
/// let body = ErrorBody::invalid_request(&violations, "req-7f3a", PutCustomer::ACTION);
/// let json = serde_json::to_string(&body)?;
/// assert_eq!(json, concat!(
///     r#"{"Type":"InvalidMessage","Instance":"req-7f3a","Action":"PutCustomer","#,
///     r#""Detail":"the request has 1 fault","#,
///     r#""Extensions":{"Request":{"Body":["must be an object, is an array"]}}}"#,
/// ));
///
/// let answer = ErrorBody::from_json(json.as_bytes())?;
/// assert_eq!(answer, body);
/// assert_eq!(answer.error_type, Some(ErrorType::InvalidMessage));
/// assert_eq!(answer.extensions.request.get("Body"), ["must be an object, is an array"]);
/// let line = "InvalidMessage in PutCustomer, instance req-7f3a, 1 reason at Body";
/// assert_eq!(answer.to_string(), line);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ErrorBody {
    /// `Type`: the type of error ([R24](crate::guide::contract#R24)).
    pub error_type: Option<ErrorType>,
    /// `Instance`: a unique reference of this occurrence ([R25](crate::guide::contract#R25)).
    pub instance: Option<String>,
    /// `Action`: the action that failed ([R25](crate::guide::contract#R25)).
    pub action: Option<String>,
    /// `Detail`: a human-readable explanation ([R25](crate::guide::contract#R25)).
    pub detail: Option<String>,
    /// `Extensions`: the reasons, by field and by feature ([R26](crate::guide::contract#R26),
    /// [R27](crate::guide::contract#R27)).
    pub extensions: Extensions,
    omitted: usize,
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
    /// The maximum number of reasons that are kept of an answer, in both maps together
    /// ([S20](crate::guide::contract#S20)).
    pub const MAX_REASONS: usize = Violations::MAX_KEPT;

    /// The maximum length of a reason that is kept of an answer, in bytes of UTF-8
    /// ([S20](crate::guide::contract#S20)). A longer one is cut off between two characters.
    ///
    /// ```
    /// use customer_schema::ErrorBody;
    ///
    /// let answer = format!(r#"{{"Extensions": {{"Request": {{"FullName": "{}"}}}}}}"#, "x".repeat(5_000));
    /// let body = ErrorBody::from_json(answer.as_bytes())?;
    /// assert_eq!(body.extensions.request.get("FullName")[0].len(), ErrorBody::MAX_REASON_BYTES);
    /// # Ok::<(), customer_schema::Violations>(())
    /// ```
    pub const MAX_REASON_BYTES: usize = 1_024;

    /// Makes the body of a 400 that reports `violations` ([S16](crate::guide::contract#S16)).
    ///
    /// `instance` is the caller's unique reference of this occurrence, and `action` the action that failed, such as
    /// [`PutCustomer::ACTION`] ([R25](crate::guide::contract#R25)). `Detail` has the number of violations, omitted
    /// ones included.
    pub fn invalid_request(violations: &Violations, instance: impl Into<String>, action: impl Into<String>) -> Self {
        let mut body = Self::new(ErrorType::InvalidMessage, instance, action, detail::of_violations(violations));
        body.extensions.request = violations.into();
        body.omitted = violations.omitted();
        body
    }

    /// Makes the body for an error that is not a violation, such as a wrong content type or a path segment that cannot
    /// be decoded (400), a missing signature (401) or a failing store (500).
    ///
    /// ```
    /// use customer_schema::{ErrorBody, ErrorType, PutCustomer, Status};
    ///
    /// let detail = "a signature is required";
    /// let body = ErrorBody::new(ErrorType::Unauthorized, "req-7f3b", PutCustomer::ACTION, detail);
    /// assert_eq!(body.status(), Some(Status::Unauthorized));
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
            omitted: 0,
        }
    }

    /// Reads a server's answer leniently ([S20](crate::guide::contract#S20)). The docs of the type have the details.
    ///
    /// Any JSON is an answer. One that is not an object has no properties. A string with a lone surrogate and a number
    /// of any size count as values of another type, while parsers such as `serde_json` fail on them. Time and memory
    /// are linear in the size of the answer.
    ///
    /// # Errors
    ///
    /// `malformed_json` at `Body`, with the position, if the answer is not JSON in UTF-8
    /// ([S5](crate::guide::contract#S5)), such as the HTML page of a proxy. The error contains nothing of the answer.
    ///
    /// ```
    /// use customer_schema::ErrorBody;
    ///
    /// let answer = ErrorBody::from_json(
    ///     br#"{
    ///         "Type": "InvalidMessage",
    ///         "Detail": 1e999,
    ///         "Extensions": {"Request": {
    ///             "FullName.FirstName": "is required",
    ///             "DateOfBirth": ["is no date", "\ud800", {"code": 7}]
    ///         }}
    ///     }"#,
    /// )?;
    /// assert_eq!(answer.detail, None);
    /// assert_eq!(answer.extensions.request.get("FullName.FirstName"), ["is required"]);
    /// assert_eq!(answer.extensions.request.get("DateOfBirth"), ["is no date"]);
    /// assert_eq!(answer.omitted(), 2);
    ///
    /// let error = ErrorBody::from_json(b"<html>").unwrap_err();
    /// assert!(error.iter().map(|violation| violation.reason().code()).eq(["malformed_json"]));
    /// # Ok::<(), customer_schema::Violations>(())
    /// ```
    pub fn from_json(answer: &[u8]) -> Result<Self, Violations> {
        json::from_json(answer)
    }

    /// The number of reasons that are not in the maps: those beyond [`MAX_REASONS`](Self::MAX_REASONS), those that are
    /// not text, and those without a key, because the map is not an object or the key not text. For a body made from
    /// violations, the number of those that were [omitted](Violations::omitted).
    ///
    /// Each element of a list counts, and a value other than null in place of a list counts as one.
    ///
    /// ```
    /// use customer_schema::ErrorBody;
    ///
    /// let reasons = ["\"is wrong\""; 300].join(",");
    /// let answer = format!(r#"{{"Extensions": {{"Request": {{"DateOfBirth": [{reasons}]}}}}}}"#);
    /// let answer = ErrorBody::from_json(answer.as_bytes())?;
    /// assert_eq!(answer.extensions.request.get("DateOfBirth").len(), ErrorBody::MAX_REASONS);
    /// assert_eq!(answer.omitted(), 44);
    /// # Ok::<(), customer_schema::Violations>(())
    /// ```
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The status that the contract has for `Type` ([R23](crate::guide::contract#R23),
    /// [R24](crate::guide::contract#R24)). `None` if it has none, or if there is no `Type`.
    ///
    /// ```
    /// use customer_schema::{ErrorBody, Status};
    ///
    /// let answer = ErrorBody::from_json(br#"{"Type": "Unexpected"}"#)?;
    /// assert_eq!(answer.status(), Some(Status::InternalServerError));
    /// assert_eq!(ErrorBody::default().status(), None);
    /// # Ok::<(), customer_schema::Violations>(())
    /// ```
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        self.error_type.as_ref()?.status()
    }

    /// Writes the body as JSON in UTF-8: the same bytes as those of `serde_json::to_vec`, in about half of the time.
    ///
    /// ```
    /// use customer_schema::{ErrorBody, ErrorType, PutCustomer};
    ///
    /// let body = ErrorBody::new(ErrorType::Unexpected, "req-7f3d", PutCustomer::ACTION, "the store said \"no\"");
    /// assert_eq!(body.to_json(), serde_json::to_vec(&body)?);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        write::to_json(self)
    }
}

impl PutCustomer {
    /// The name of the operation, as the `Action` of an error body ([R25](crate::guide::contract#R25)).
    ///
    /// ```
    /// assert_eq!(customer_schema::PutCustomer::ACTION, "PutCustomer");
    /// ```
    pub const ACTION: &'static str = "PutCustomer";
}

impl ErrorBody {
    /// The properties that are texts, in the order in which they are written.
    fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let texts = [
            (name::TYPE, self.error_type.as_ref().map(ErrorType::as_str)),
            (name::INSTANCE, self.instance.as_deref()),
            (name::ACTION, self.action.as_deref()),
            (name::DETAIL, self.detail.as_deref()),
        ];
        texts.into_iter().filter_map(|(name, text)| Some((name, text?)))
    }
}

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, text) in self.texts() {
            map.serialize_entry(name, text)?;
        }
        if !self.extensions.is_empty() {
            map.serialize_entry(name::EXTENSIONS, &self.extensions)?;
        }
        map.end()
    }
}

/// Compares the properties, but not `omitted`: it is not written, so a body that is read back has another one.
impl PartialEq for ErrorBody {
    fn eq(&self, other: &Self) -> bool {
        let Self { error_type, instance, action, detail, extensions, omitted: _ } = self;
        *error_type == other.error_type
            && *instance == other.instance
            && *action == other.action
            && *detail == other.detail
            && *extensions == other.extensions
    }
}

impl Eq for ErrorBody {}

impl Hash for ErrorBody {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { error_type, instance, action, detail, extensions, omitted: _ } = self;
        (error_type, instance, action, detail, extensions).hash(state);
    }
}
