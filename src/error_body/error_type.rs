//! The documented kinds of error.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::Status;
use super::excerpt::Excerpt;

/// The kind of an error: `Type` of the error body ([R24](crate::guide::contract#R24)).
///
/// `Display` writes the text of [`as_str`](Self::as_str). Of an unknown type it writes the first 64 characters, and escapes
/// all that is not printable ASCII: a server may send anything there, and the text may go to a log.
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
/// let hostile = ErrorType::from("Unexpected\nINFO paid");
/// assert_eq!(hostile.to_string(), r"Unexpected\nINFO paid");
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

/// The text of a `Type` that is not documented. [`ErrorType::from`] makes it, so a documented type is never an unknown one.
///
/// ```
/// use customer_schema::ErrorType;
///
/// let ErrorType::Unknown(kind) = ErrorType::from("Teapot") else { unreachable!() };
/// assert_eq!(kind.as_str(), "Teapot");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

    /// The type as it is written in JSON. An unknown one is the text of a server, unescaped: to log it, use `Display`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidMessage => "InvalidMessage",
            Self::Unexpected => "Unexpected",
            Self::ResourceNotFound => "ResourceNotFound",
            Self::Unauthorized => "Unauthorized",
            Self::Forbidden => "Forbidden",
            Self::InsufficientBalance => "InsufficientBalance",
            Self::Unknown(kind) => kind.as_str(),
        }
    }

    /// The status of an answer with this type. `None` where the contract pairs the type with no status
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
        let documented = Self::ALL.iter().find(|kind| kind.as_str() == text);
        documented.cloned().unwrap_or_else(|| Self::Unknown(UnknownType(text.into())))
    }
}

impl fmt::Display for ErrorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(kind) => f.pad(&format!("{}", Excerpt(kind.as_str()))),
            documented => f.pad(documented.as_str()),
        }
    }
}
