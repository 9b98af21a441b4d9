//! The documented kinds of error, and the documented statuses.

use alloc::string::String;
use core::fmt;

/// The kind of an error: `Type` of the error body (R24).
///
/// ```
/// use customer_schema::{ErrorType, Status};
///
/// assert_eq!(ErrorType::from("InvalidMessage"), ErrorType::InvalidMessage);
/// assert_eq!(ErrorType::InvalidMessage.status(), Some(Status::BadRequest));
///
/// // One that a later version of the API may bring is kept.
/// let later = ErrorType::from("TooManyRequests");
/// assert!(matches!(later, ErrorType::Unknown(_)));
/// assert_eq!(later.as_str(), "TooManyRequests");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorType {
    /// The request is invalid.
    InvalidMessage,
    /// The server failed.
    Unexpected,
    /// What the request refers to does not exist.
    ResourceNotFound,
    /// Who sends the request is not known.
    Unauthorized,
    /// Who sends the request may not do this.
    Forbidden,
    /// There is not enough money for it.
    InsufficientBalance,
    /// None of the documented kinds.
    Unknown(UnknownType),
}

/// The text of a `Type` that is none of the documented ones. Made by [`ErrorType::from`], so that a
/// documented kind is never taken for an unknown one.
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
    /// The text, as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ErrorType {
    /// The documented kinds.
    ///
    /// ```
    /// use customer_schema::ErrorType;
    ///
    /// assert_eq!(ErrorType::DOCUMENTED.len(), 6);
    /// ```
    pub const DOCUMENTED: &'static [Self] = &[
        Self::InvalidMessage,
        Self::Unexpected,
        Self::ResourceNotFound,
        Self::Unauthorized,
        Self::Forbidden,
        Self::InsufficientBalance,
    ];

    /// The kind, as it stands in JSON.
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

    /// The status that this operation answers with, where the contract pairs the two.
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
        let documented = Self::DOCUMENTED.iter().find(|kind| kind.as_str() == text);
        documented.cloned().unwrap_or_else(|| Self::Unknown(UnknownType(text.into())))
    }
}

impl fmt::Display for ErrorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The documented statuses of the operation (R23).
///
/// ```
/// use customer_schema::Status;
///
/// assert_eq!(Status::ALL.iter().map(|status| status.code()).collect::<Vec<_>>(), [201, 204, 400, 401, 500]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// 201: the customer was created.
    Created,
    /// 204: the customer was there already, and was updated.
    Updated,
    /// 400: the request is invalid.
    BadRequest,
    /// 401: a signature was demanded, and is missing or wrong (S17).
    Unauthorized,
    /// 500: the server failed.
    InternalServerError,
}

impl Status {
    /// Every documented status.
    pub const ALL: &'static [Self] =
        &[Self::Created, Self::Updated, Self::BadRequest, Self::Unauthorized, Self::InternalServerError];

    /// The status code of HTTP.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Created => 201,
            Self::Updated => 204,
            Self::BadRequest => 400,
            Self::Unauthorized => 401,
            Self::InternalServerError => 500,
        }
    }
}
