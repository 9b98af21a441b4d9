//! The types of errors.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::Status;
use super::excerpt::Excerpt;

/// The type of an error: `Type` of the error body ([R24](crate::guide::contract#R24)).
///
/// `Display` writes the text of [`as_str`](Self::as_str). For an unknown type, which may be any text of a server, it
/// writes the first 64 characters, then `..` if there are more, and escapes backslashes and all that is not printable
/// ASCII, so that the result can be logged.
///
/// ```
/// use customer_schema::{ErrorType, Status};
///
/// assert_eq!(ErrorType::from("InvalidMessage"), ErrorType::InvalidMessage);
/// assert_eq!(ErrorType::InvalidMessage.status(), Some(Status::BadRequest));
///
/// // A type that a later version of the API adds is kept.
/// let later = ErrorType::from("TooManyRequests");
/// assert!(matches!(later, ErrorType::Unknown(_)));
/// assert_eq!(later.as_str(), "TooManyRequests");
///
/// let multiline = ErrorType::from("Unexpected\nINFO paid");
/// assert_eq!(multiline.to_string(), r"Unexpected\nINFO paid");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorType {
    /// The request is invalid.
    InvalidMessage,
    /// The server failed.
    Unexpected,
    /// A resource that the request refers to does not exist.
    ResourceNotFound,
    /// The sender is not authenticated.
    Unauthorized,
    /// The sender is not allowed to do this.
    Forbidden,
    /// The balance does not suffice.
    InsufficientBalance,
    /// A type that is not documented.
    Unknown(UnknownType),
}

/// The text of a `Type` that is not documented. Only [`ErrorType::from`] makes one, so it is never a documented type.
///
/// ```
/// use customer_schema::ErrorType;
///
/// let ErrorType::Unknown(error_type) = ErrorType::from("Teapot") else { unreachable!() };
/// assert_eq!(error_type.as_str(), "Teapot");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownType(String);

impl UnknownType {
    /// The text, as the server sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ErrorType {
    /// Every documented type.
    ///
    /// ```
    /// use customer_schema::ErrorType;
    ///
    /// assert_eq!(ErrorType::ALL.len(), 6);
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::InvalidMessage,
        Self::Unexpected,
        Self::ResourceNotFound,
        Self::Unauthorized,
        Self::Forbidden,
        Self::InsufficientBalance,
    ];

    /// The type as in JSON. An unknown type is the unescaped text of a server: to log it, use `Display`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidMessage => "InvalidMessage",
            Self::Unexpected => "Unexpected",
            Self::ResourceNotFound => "ResourceNotFound",
            Self::Unauthorized => "Unauthorized",
            Self::Forbidden => "Forbidden",
            Self::InsufficientBalance => "InsufficientBalance",
            Self::Unknown(error_type) => error_type.as_str(),
        }
    }

    /// The status of an answer with this type, `None` if the contract has no status for it
    /// ([R23](crate::guide::contract#R23), [R24](crate::guide::contract#R24)).
    #[must_use]
    pub const fn status(&self) -> Option<Status> {
        match self {
            Self::InvalidMessage => Some(Status::BadRequest),
            Self::Unauthorized => Some(Status::Unauthorized),
            Self::Unexpected => Some(Status::InternalServerError),
            Self::ResourceNotFound | Self::Forbidden | Self::InsufficientBalance | Self::Unknown(_) => None,
        }
    }
}

impl From<&str> for ErrorType {
    fn from(text: &str) -> Self {
        let documented = Self::ALL.iter().find(|error_type| error_type.as_str() == text);
        documented.cloned().unwrap_or_else(|| Self::Unknown(UnknownType(text.into())))
    }
}

/// Shows the start of the text in printable ASCII.
impl fmt::Debug for UnknownType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownType").field(&Excerpt(self.as_str())).finish()
    }
}

impl fmt::Display for ErrorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(error_type) => f.pad(&format!("{}", Excerpt(error_type.as_str()))),
            documented => f.pad(documented.as_str()),
        }
    }
}
