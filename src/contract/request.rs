//! The whole request: path, header and body in one call.

use crate::read;
use crate::report::{Location, Report};
use crate::{ApiSignature, Customer, CustomerId, Violations};

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
    /// The header `Api-Signature`, if the request has one ([R2](crate::guide::contract#R2)). It is checked for shape
    /// alone.
    pub api_signature: Option<ApiSignature>,
    /// The body ([R3](crate::guide::contract#R3)).
    pub customer: Customer,
}

impl PutCustomer {
    /// The name of the path parameter, and of its place in a report.
    pub const CUSTOMER_ID: &'static str = "CustomerID";

    /// The name of the signature's header, and of its place in a report.
    pub const API_SIGNATURE: &'static str = "Api-Signature";

    /// Reads a request.
    ///
    /// What to hand over:
    ///
    /// - `customer_id`: the path segment *after* percent-decoding. A segment that cannot be decoded
    ///   to UTF-8 has no text to hand over; answer it with [`ErrorBody::new`](crate::ErrorBody::new).
    /// - `api_signature`: `None` only where the request has no such header. A header whose value is
    ///   not text, or that stands twice, is `Some("")`, which is malformed, never `None`.
    /// - `body`: the bytes, as they came. Its content type is the caller's to check, and so is a
    ///   limit on its size; the work here is linear in it.
    ///
    /// A service that *demands* a signature answers a missing or malformed one with 401 before it
    /// calls this, and says nothing about the body ([S17](crate::guide::contract#S17)).
    ///
    /// # Errors
    ///
    /// All that is wrong, in path, header and body together, in this order ([S10](crate::guide::contract#S10),
    /// [S13](crate::guide::contract#S13)). Only a body that is not well-formed hides what else is wrong with the body.
    ///
    /// ```
    /// use customer_schema::PutCustomer;
    ///
    /// let report = PutCustomer::parse("", Some(""), b"{").unwrap_err();
    /// let codes: Vec<_> = report.iter().map(|violation| violation.reason().code()).collect();
    /// assert_eq!(codes, ["too_short", "malformed_signature", "malformed_json"]);
    ///
    /// let paths: Vec<_> = report.iter().map(|violation| violation.path().to_string()).collect();
    /// assert_eq!(paths, [PutCustomer::CUSTOMER_ID, PutCustomer::API_SIGNATURE, "Body"]);
    /// ```
    pub fn parse(customer_id: &str, api_signature: Option<&str>, body: &[u8]) -> Result<Self, Violations> {
        let mut report = Report::default();
        let customer_id = report.check(&Location::REQUEST.property(Self::CUSTOMER_ID), customer_id.parse());
        let api_signature = api_signature.map(str::parse).transpose();
        let api_signature = report.check(&Location::REQUEST.property(Self::API_SIGNATURE), api_signature);
        // Both were read before the first `?`, so that none hides the other.
        let head = customer_id.and_then(|customer_id| Ok((customer_id, api_signature?)));
        read::read_json(body, report, head, |(customer_id, api_signature), customer: Customer| Self {
            customer_id,
            api_signature,
            customer,
        })
    }
}
