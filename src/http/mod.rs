//! The request and the answer in the types of the crate `http` ([S19](crate::guide::contract#S19)), for the feature
//! `http`.
//!
//! [`Head`] is the checked head of a request, [`headers`] and [`path`] read its parts, [`Refusal`] is the reason why a
//! request is refused, and [`answer`] writes the error body. `::http` is the crate, `crate::http` is this module.

mod answer;
mod headers;
mod path;
mod refusal;

use ::http::request::Parts;
use ::http::{HeaderMap, Request, Uri};

pub use refusal::Refusal;

use crate::{ApiSignature, CustomerId, PutCustomer, Reason};

/// Whether a service requires the header `Api-Signature` ([S17](crate::guide::contract#S17)).
///
/// ```
/// use customer_schema::{PutCustomer, Refusal, Signature};
/// use http::Request;
///
/// let request = Request::put("/customers/c-1815").header("Content-Type", "application/json");
/// let (parts, ()) = request.body(())?.into_parts();
/// assert!(PutCustomer::check_head(&parts, Signature::Optional).is_ok());
/// assert_eq!(PutCustomer::check_head(&parts, Signature::Required).err(), Some(Refusal::Unauthorized));
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Signature {
    /// A request may have no signature. A malformed one is one more violation of the 400.
    Optional,
    /// A request without a well-formed signature is answered with 401. **The signature itself is not verified.**
    Required,
}

/// The checked head of a request whose body is not read yet. [`PutCustomer::check_head`] makes it.
///
/// It may hold violations of path and signature, which [`read`](Self::read) reports together with those of the body
/// ([S10](crate::guide::contract#S10)).
///
/// ```
/// use customer_schema::{Head, PutCustomer, Refusal, Signature};
/// use http::Request;
///
/// let request = Request::put("/customers/c-1815").header("Content-Type", "application/json");
/// let (parts, ()) = request.body(())?.into_parts();
/// let head: Head = PutCustomer::check_head(&parts, Signature::Optional)?;
/// // Here the service reads the body.
/// assert!(matches!(head.read(b""), Err(Refusal::Violations(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Head {
    customer_id: Result<CustomerId, Reason>,
    api_signature: Result<Option<ApiSignature>, Reason>,
}

impl PutCustomer {
    /// Reads a request `PUT /customers/{CustomerID}`, whose signature is [optional](Signature::Optional). A service
    /// that requires one calls [`check_head`](Self::check_head).
    ///
    /// The last segment of the path is the `CustomerID`. The caller checks the method and the other segments, and
    /// limits the size of the body.
    ///
    /// # Errors
    ///
    /// The [`Refusal`] to answer with ([S19](crate::guide::contract#S19)): the first one of
    /// [`check_head`](Self::check_head), otherwise every violation in path, signature and body.
    ///
    /// ```
    /// use customer_schema::{PutCustomer, Refusal, Status};
    /// use http::Request;
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
    /// let put = |path| Request::put(path).header("Content-Type", "application/json");
    /// let request = PutCustomer::from_http(&put("/customers/c%2F1815").body(body)?)?;
    /// assert_eq!(request.customer_id.as_str(), "c/1815");
    ///
    /// let refusal = PutCustomer::from_http(&put("/customers/%zz").body(body)?).unwrap_err();
    /// assert_eq!(refusal, Refusal::Path);
    ///
    /// let refusal = PutCustomer::from_http(&put("/customers/").body("[]")?).unwrap_err();
    /// assert_eq!(refusal.status(), Status::BadRequest);
    /// let Refusal::Violations(violations) = refusal else { unreachable!() };
    /// assert_eq!(violations.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_http<B: AsRef<[u8]>>(request: &Request<B>) -> Result<Self, Refusal> {
        Head::check(request.uri(), request.headers(), Signature::Optional)?.read(request.body().as_ref())
    }

    /// Checks the head of a request ([S19](crate::guide::contract#S19)). A service that calls this before it reads the
    /// body can refuse the request without reading the body, and without asking for it with `100 Continue`.
    ///
    /// # Errors
    ///
    /// The first [`Refusal`] that applies, in this order:
    ///
    /// 1. `Unauthorized`: a signature is required and is missing, repeated, or malformed.
    /// 2. `Path`: the last segment of the path is not the percent-encoding of UTF-8. A `%` without two hexadecimal
    ///    digits is refused. Characters that are not encoded are accepted as they are.
    /// 3. `ContentType`: the header is missing, repeated, or not `application/json`. Parameters are ignored.
    /// 4. `ContentEncoding`: the header is something other than `identity`.
    /// 5. `ContentRange`: the header is present, so the body would be a part of a customer.
    ///
    /// The contract has no rule on other headers. A service that does not support preconditions, such as `If-Match`,
    /// should refuse them: if it ignores one, it may overwrite a customer that the sender wants to keep.
    ///
    /// ```
    /// use customer_schema::{PutCustomer, Refusal, Signature, Status};
    /// use http::Request;
    ///
    /// let request = Request::put("/customers/c-1815").header("Content-Type", "application/json");
    /// let (parts, body) = request.body(b"{}")?.into_parts();
    ///
    /// let refusal = PutCustomer::check_head(&parts, Signature::Required).unwrap_err();
    /// assert_eq!(refusal, Refusal::Unauthorized);
    /// assert_eq!(refusal.status(), Status::Unauthorized);
    ///
    /// let head = PutCustomer::check_head(&parts, Signature::Optional)?;
    /// assert!(matches!(head.read(body), Err(Refusal::Violations(violations)) if violations.len() == 4));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_head(parts: &Parts, signature: Signature) -> Result<Head, Refusal> {
        Head::check(&parts.uri, &parts.headers, signature)
    }
}

impl Head {
    fn check(uri: &Uri, headers: &HeaderMap, signature: Signature) -> Result<Self, Refusal> {
        let api_signature = headers::signature(headers).check();
        if signature == Signature::Required && !matches!(api_signature, Ok(Some(_))) {
            return Err(Refusal::Unauthorized);
        }
        let customer_id = path::last_segment(uri).ok_or(Refusal::Path)?.parse();
        headers::check(headers)?;
        Ok(Self { customer_id, api_signature })
    }

    /// Reads the body that belongs to this head.
    ///
    /// # Errors
    ///
    /// [`Refusal::Violations`]: every violation in path, signature and body ([S10](crate::guide::contract#S10)).
    ///
    /// ```
    /// use customer_schema::{PutCustomer, Refusal, Signature};
    /// use http::Request;
    ///
    /// let request = Request::put("/customers/").header("Content-Type", "application/json");
    /// let (parts, ()) = request.body(())?.into_parts();
    /// let head = PutCustomer::check_head(&parts, Signature::Optional)?;
    /// let Err(Refusal::Violations(violations)) = head.read(b"{") else { unreachable!() };
    /// let codes: Vec<_> = violations.iter().map(|violation| violation.reason().code()).collect();
    /// assert_eq!(codes, ["too_short", "malformed_json"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(self, body: &[u8]) -> Result<PutCustomer, Refusal> {
        Ok(PutCustomer::read(self.customer_id, self.api_signature, body)?)
    }
}
