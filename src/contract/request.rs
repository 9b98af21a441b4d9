//! The whole request: path, header and body.

use core::fmt;

use crate::read;
use crate::report::{Location, Report};
use crate::{ApiSignature, Customer, CustomerId, Reason, Violations};

/// A valid request `PUT /customers/{CustomerID}`.
///
/// ```
/// use customer_schema::PutCustomer;
///
/// let body = br#"{
///     "FullName": {"FirstName": "Ada", "LastName": "Lovelace"},
///     "DateOfBirth": "1985-12-10",
///     "Identities": [],
///     "PrimaryResidence": {
///         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
///         "State": "England", "Country": "GB"
///     }
/// }"#;
/// let request = PutCustomer::parse("c-1815", None, body)?;
/// assert_eq!(request.customer_id.as_str(), "c-1815");
/// assert!(request.api_signature.is_none());
/// assert_eq!(request.customer.full_name.last_name.as_str(), "Lovelace");
/// # Ok::<(), customer_schema::Violations>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PutCustomer {
    /// The last segment of the path ([R1](crate::guide::contract#R1)).
    pub customer_id: CustomerId,
    /// The header `Api-Signature`, if the request has one ([R2](crate::guide::contract#R2)). It is checked for its
    /// shape only, not verified ([S9](crate::guide::contract#S9)).
    pub api_signature: Option<ApiSignature>,
    /// The body ([R3](crate::guide::contract#R3)).
    pub customer: Customer,
}

impl PutCustomer {
    /// The name of the path parameter, and its path in a report.
    pub const CUSTOMER_ID: &'static str = "CustomerID";

    /// The name of the header with the signature, and its path in a report.
    pub const API_SIGNATURE: &'static str = "Api-Signature";

    /// Reads a request.
    ///
    /// - `customer_id`: the last segment of the path, *after* percent-decoding.
    /// - `api_signature`: the value of the header. `None` only if the request has no such header. For a header that is
    ///   repeated, or whose value is not text, call [`parse_with`](Self::parse_with).
    /// - `body`: the bytes as received. Time and memory are linear in their number, which the caller limits.
    ///
    /// The caller decodes and checks path and headers of HTTP ([S19](crate::guide::contract#S19)). With the feature
    /// `http`, `PutCustomer::from_http` does this as well. A service that *requires* a signature answers a missing or
    /// malformed one with 401 before it calls this, and says nothing about the body
    /// ([S17](crate::guide::contract#S17)).
    ///
    /// # Errors
    ///
    /// Every violation in path, header and body, in this order ([S10](crate::guide::contract#S10),
    /// [S13](crate::guide::contract#S13)). If the body is not well-formed, this is its only violation. The first
    /// [`Violations::MAX_KEPT`] are kept.
    ///
    /// ```
    /// use customer_schema::PutCustomer;
    ///
    /// let report = PutCustomer::parse("", Some("Bearer x"), b"{").unwrap_err();
    /// let codes: Vec<_> = report.iter().map(|violation| violation.reason().code()).collect();
    /// assert_eq!(codes, ["too_short", "malformed_signature", "malformed_json"]);
    ///
    /// let paths: Vec<_> = report.iter().map(|violation| violation.path().to_string()).collect();
    /// assert_eq!(paths, [PutCustomer::CUSTOMER_ID, PutCustomer::API_SIGNATURE, "Body"]);
    /// ```
    pub fn parse(customer_id: &str, api_signature: Option<&str>, body: &[u8]) -> Result<Self, Violations> {
        Self::read(customer_id.parse(), api_signature.map(str::parse).transpose(), body)
    }

    /// Reads a request like [`parse`](Self::parse), but takes the header as HTTP has it: as bytes, and maybe repeated.
    ///
    /// # Errors
    ///
    /// Those of `parse`. The path of a violation of the header is `Api-Signature`:
    ///
    /// | Header | Code |
    /// |---|---|
    /// | [`Repeated`](SignatureHeader::Repeated) | `duplicate` |
    /// | [`One`](SignatureHeader::One), not text or of another shape | `malformed_signature` |
    ///
    /// ```
    /// use customer_schema::{PutCustomer, SignatureHeader};
    ///
    /// let code = |header| {
    ///     let report = PutCustomer::parse_with("c-1815", header, b"{}").unwrap_err();
    ///     let first = report.iter().next().unwrap();
    ///     (first.path().to_string(), first.reason().code())
    /// };
    /// let path = || PutCustomer::API_SIGNATURE.to_owned();
    /// assert_eq!(code(SignatureHeader::Repeated), (path(), "duplicate"));
    /// assert_eq!(code(SignatureHeader::One(b"\xff")), (path(), "malformed_signature"));
    /// assert_eq!(code(SignatureHeader::Absent), ("FullName".to_owned(), "required"));
    /// ```
    pub fn parse_with(customer_id: &str, api_signature: SignatureHeader<'_>, body: &[u8]) -> Result<Self, Violations> {
        Self::read(customer_id.parse(), api_signature.check(), body)
    }

    /// Reads the body, and reports it together with the outcome of path and header.
    pub(crate) fn read(
        customer_id: Result<CustomerId, Reason>,
        api_signature: Result<Option<ApiSignature>, Reason>,
        body: &[u8],
    ) -> Result<Self, Violations> {
        let mut report = Report::default();
        let customer_id = report.check(&Location::REQUEST.property(Self::CUSTOMER_ID), customer_id);
        let api_signature = report.check(&Location::REQUEST.property(Self::API_SIGNATURE), api_signature);
        // Both were reported before the first `?`, so that none hides the other.
        let head = customer_id.and_then(|customer_id| Ok((customer_id, api_signature?)));
        read::read_json(body, report, head, |(customer_id, api_signature), customer: Customer| Self {
            customer_id,
            api_signature,
            customer,
        })
    }
}

/// The header `Api-Signature` of a request, before any check ([R2](crate::guide::contract#R2),
/// [S9](crate::guide::contract#S9)). [`PutCustomer::parse_with`] has an example.
///
/// `Debug` hides the value, which is a credential ([S15](crate::guide::contract#S15)).
///
/// ```
/// use customer_schema::SignatureHeader;
///
/// assert_eq!(format!("{:?}", SignatureHeader::One(b"eyJhbGciOiJFUzI1NiJ9")), "One");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureHeader<'a> {
    /// There is no such header. A header with an empty value is not absent, but malformed.
    Absent,
    /// The header is given once, with this value.
    One(&'a [u8]),
    /// The header is given more than once, with equal or different values.
    Repeated,
}

impl SignatureHeader<'_> {
    /// Checks the shape of the signature, if there is one.
    pub(crate) fn check(self) -> Result<Option<ApiSignature>, Reason> {
        match self {
            Self::Absent => Ok(None),
            Self::One(value) => core::str::from_utf8(value).map_err(|_| Reason::MalformedSignature)?.parse().map(Some),
            Self::Repeated => Err(Reason::Duplicate),
        }
    }
}

impl fmt::Debug for SignatureHeader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::One(_) => "One",
            Self::Repeated => "Repeated",
        })
    }
}
