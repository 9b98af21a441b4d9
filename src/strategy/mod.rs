//! Strategies for property tests of whatever speaks this contract (feature `proptest`).
//!
//! A service that takes this request has code of its own around the checks: routing, limits, storage,
//! answers. The strategies here test that code against the contract, from outside:
//!
//! - [`body`] and [`request`] make what has to be accepted, with all the freedom that the contract
//!   leaves: properties in any order, white space, escapes, unknown properties, many scripts, lists short
//!   and long, and limits more often than chance would have them.
//! - [`broken`] makes requests with exactly one fault in the body, together with the report that they
//!   must give, for each rule at each place; [`broken_where`] lets you choose among [`Fault::all`].
//! - `any::<T>()` makes every type that checks itself: the texts, codes and dates, [`Customer`],
//!   [`PutCustomer`] and what they are made of.
//!
//! They shrink to a short body without anything that has nothing to do with the failure. They are made
//! from the rules themselves, and never ask the checker whether they are right.
//!
//! # Testing a handler
//!
//! ```
//! # use customer_schema::{ErrorBody, PutCustomer};
//! # struct Answer { status: u16, body: Vec<u8> }
//! # fn put(id: &str, signature: Option<&str>, body: &[u8]) -> Answer {
//! #     match PutCustomer::parse(id, signature, body) {
//! #         Ok(_) => Answer { status: 201, body: Vec::new() },
//! #         Err(violations) => {
//! #             let body = ErrorBody::invalid_request(&violations, "1", "PutCustomer");
//! #             Answer { status: 400, body: serde_json::to_vec(&body).unwrap() }
//! #         }
//! #     }
//! # }
//! use customer_schema::strategy;
//! use proptest::prelude::*;
//!
//! // fn put(customer_id: &str, api_signature: Option<&str>, body: &[u8]) -> Answer
//!
//! proptest!(|(request in strategy::request())| {
//!     let answer = put(&request.customer_id, request.api_signature.as_deref(), &request.body);
//!     prop_assert_eq!(answer.status, 201);
//! });
//!
//! proptest!(|(broken in strategy::broken())| {
//!     let answer = put("c-1815", None, &broken.request.body);
//!     prop_assert_eq!(answer.status, 400);
//!
//!     let answer: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
//!     let faults = answer["Extensions"]["Request"].as_object().unwrap();
//!     let paths: Vec<_> = faults.keys().collect();
//!     let expected: Vec<_> = broken.violations.iter().map(|(path, _)| path).collect();
//!     prop_assert_eq!(paths, expected);
//! });
//! ```
//!
//! # In a fuzz target
//!
//! A fuzzer finds a body well-formed by luck. [`from_bytes`] lets its bytes choose among those that
//! are, so that it spends its time behind the parser:
//!
//! ```
//! # use customer_schema::Customer;
//! # fn handle(body: &[u8]) -> Result<Customer, customer_schema::Violations> { Customer::from_json(body) }
//! use customer_schema::strategy;
//!
//! // libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
//! # let bytes: &[u8] = b"bytes of a fuzzer";
//! let broken = strategy::from_bytes(&strategy::broken(), bytes);
//! if let Some(broken) = broken {
//!     assert!(handle(&broken.request.body).is_err(), "{broken:?}");
//! }
//! // });
//! ```
//!
//! [`Customer`]: crate::Customer
//! [`PutCustomer`]: crate::PutCustomer

mod broken;
mod choice;
mod code;
mod condition;
mod customer;
mod date;
mod fault;
mod impls;
mod json;
mod malformed;
mod request;
mod signature;
mod text;
mod unknown;

use alloc::string::String;

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use customer::customer;
use json::Spelling;

pub use broken::{Broken, broken, broken_where};
pub use fault::Fault;
pub use request::{Request, request};

/// Valid bodies.
///
/// ```
/// use customer_schema::{Customer, strategy};
/// use proptest::prelude::*;
///
/// proptest!(|(body in strategy::body())| {
///     prop_assert!(Customer::from_json(body.as_bytes()).is_ok());
/// });
/// ```
pub fn body() -> BoxedStrategy<String> {
    Spelling::with(customer(&[])).prop_map(|(customer, spelling)| customer.write(&spelling)).boxed()
}

/// The value of a strategy of this module that a fuzzer's bytes choose. Where they end, the simplest
/// choices are made; about a thousand are enough for a body.
///
/// Strategies from elsewhere may never come to an end here: some draw again and again until they are
/// content, and where no bytes are left every draw is the same.
///
/// ```
/// use customer_schema::strategy;
///
/// let simplest = strategy::from_bytes(&strategy::body(), b"");
/// assert_eq!(simplest.as_deref(), Some(concat!(
///     r#"{"FullName":{"FirstName":"a","LastName":"a"},"DateOfBirth":"2000-01-01","Identities":[],"#,
///     r#""PrimaryResidence":{"Street":"aa","City":"a","PostCode":"a","State":"a","Country":"AD"}}"#,
/// )));
/// ```
pub fn from_bytes<S: Strategy>(strategy: &S, bytes: &[u8]) -> Option<S::Value> {
    let rng = TestRng::from_seed(RngAlgorithm::PassThrough, bytes);
    let tree = strategy.new_tree(&mut TestRunner::new_with_rng(Config::default(), rng));
    tree.ok().map(|tree| tree.current())
}
