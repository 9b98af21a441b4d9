//! The documented statuses.

use core::{error, fmt};

/// A documented status of the operation ([R23](crate::guide::contract#R23)).
///
/// `Display` writes the code and its reason phrase of RFC 9110.
///
/// ```
/// use customer_schema::Status;
///
/// assert!(Status::ALL.iter().map(|status| status.code()).eq([201, 204, 400, 401, 500]));
///
/// let status = Status::try_from(400)?;
/// assert_eq!(status, Status::BadRequest);
/// assert_eq!(status.to_string(), "400 Bad Request");
/// assert_eq!(u16::from(status), 400);
/// assert!(Status::try_from(418).is_err());
/// # Ok::<(), customer_schema::UnknownStatus>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// 201: the customer was created.
    Created,
    /// 204: the customer existed and was updated.
    Updated,
    /// 400: the request is invalid.
    BadRequest,
    /// 401: a signature is required, but is missing, repeated, malformed or does not verify
    /// ([S17](crate::guide::contract#S17)).
    Unauthorized,
    /// 500: the server failed.
    InternalServerError,
}

impl Status {
    /// Every documented status, in the order of their codes.
    pub const ALL: &'static [Self] =
        &[Self::Created, Self::Updated, Self::BadRequest, Self::Unauthorized, Self::InternalServerError];

    /// The HTTP status code.
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

    /// The HTTP reason phrase.
    const fn reason_phrase(self) -> &'static str {
        match self {
            Self::Created => "Created",
            Self::Updated => "No Content",
            Self::BadRequest => "Bad Request",
            Self::Unauthorized => "Unauthorized",
            Self::InternalServerError => "Internal Server Error",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.reason_phrase())
    }
}

impl From<Status> for u16 {
    fn from(status: Status) -> Self {
        status.code()
    }
}

impl TryFrom<u16> for Status {
    type Error = UnknownStatus;

    fn try_from(code: u16) -> Result<Self, UnknownStatus> {
        Self::ALL.iter().find(|status| status.code() == code).copied().ok_or(UnknownStatus)
    }
}

/// The error of a status code that the operation does not document ([R23](crate::guide::contract#R23)).
///
/// ```
/// use customer_schema::Status;
///
/// let error = Status::try_from(200).unwrap_err();
/// assert_eq!(error.to_string(), "must be a documented status: 201, 204, 400, 401 or 500");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnknownStatus;

impl fmt::Display for UnknownStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be a documented status: ")?;
        for (i, status) in Status::ALL.iter().enumerate() {
            let separator = match i {
                0 => "",
                _ if i + 1 == Status::ALL.len() => " or ",
                _ => ", ",
            };
            write!(f, "{separator}{}", status.code())?;
        }
        Ok(())
    }
}

impl error::Error for UnknownStatus {}
