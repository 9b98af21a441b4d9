//! Whole requests.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::optional;
use super::{body, signature};
use crate::CustomerId;

/// A request as it reaches a server, in the parts that [`PutCustomer::parse`] takes.
///
/// ```
/// use customer_schema::strategy;
///
/// let simplest = strategy::from_bytes(&strategy::request(), b"").unwrap();
/// assert_eq!((simplest.customer_id.as_str(), simplest.api_signature), ("a", None));
/// ```
///
/// [`PutCustomer::parse`]: crate::PutCustomer::parse
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Request {
    /// The last segment of the path, after percent-decoding.
    pub customer_id: String,
    /// The header `Api-Signature`, if there is one.
    pub api_signature: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// Valid requests.
///
/// ```
/// use customer_schema::{PutCustomer, strategy};
/// use proptest::prelude::*;
///
/// proptest!(|(request in strategy::request())| {
///     let read = PutCustomer::parse(&request.customer_id, request.api_signature.as_deref(), &request.body);
///     prop_assert!(read.is_ok());
/// });
/// ```
pub fn request() -> BoxedStrategy<Request> {
    with_body(body().prop_map(|body| (body.into_bytes(), ()))).prop_map(|(request, ())| request).boxed()
}

/// Requests with a valid path and header. `T` is known of the body.
pub(super) fn with_body<T: fmt::Debug>(
    body: impl Strategy<Value = (Vec<u8>, T)> + 'static,
) -> impl Strategy<Value = (Request, T)> {
    (body, CustomerId::RULE.valid(), optional(signature::valid()))
        .prop_map(|((body, known), customer_id, api_signature)| (Request { customer_id, api_signature, body }, known))
}

/// As text, if the body is text, since a failing test shows it.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { customer_id, api_signature, body } = self;
        let mut request = f.debug_struct("Request");
        request.field("customer_id", customer_id).field("api_signature", api_signature);
        match core::str::from_utf8(body) {
            Ok(text) => request.field("body", &format_args!("r##\"{text}\"##")),
            Err(_) => request.field("body", &format_args!("b\"{}\"", body.escape_ascii())),
        };
        request.finish()
    }
}
