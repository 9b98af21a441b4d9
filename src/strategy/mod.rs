//! Strategies for property tests of services and clients (feature `proptest`).
//!
//! A service has its own code around the checks: routing, limits, storage, answers. The strategies test that code
//! against the contract, from outside:
//!
//! - [`body`] and [`request`] generate valid bodies and requests, with all that the contract allows: properties in any
//!   order, white space, escapes, unknown properties, many scripts, short and long lists. Values at the limits occur
//!   more often than by chance.
//! - [`broken`] generates requests with exactly one violation in the body, together with the report to expect. It
//!   covers each rule at each location. [`broken_where`] chooses from [`ViolationKind::all`].
//! - `any::<T>()` generates values of every checked type: the texts, codes and dates, [`Customer`], [`PutCustomer`] and
//!   their parts.
//!
//! A failing request is shrunk to a short one that has only the parts that the failure needs. The strategies are made
//! from the rules. Only `any::<T>()` uses the reader, to build the value from generated JSON.
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
//!     let reasons = answer["Extensions"]["Request"].as_object().unwrap();
//!     let paths: Vec<_> = reasons.keys().collect();
//!     let expected: Vec<_> = broken.violations.iter().map(|(path, _)| path).collect();
//!     prop_assert_eq!(paths, expected);
//! });
//! ```
//!
//! # In a fuzz target
//!
//! Random bytes are hardly ever a well-formed body. With [`from_bytes`], the bytes of a fuzzer choose a value of a
//! strategy, so the fuzzer also tests the code behind the parser:
//!
//! ```
//! # use customer_schema::Customer;
//! # use customer_schema::Violations;
//! # fn handle(body: &[u8]) -> Result<Customer, Violations> { Customer::from_json(body) }
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
mod impls;
mod json;
mod malformed;
mod request;
mod signature;
mod text;
mod unknown;
mod violation_kind;

use alloc::string::String;

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use customer::customer;
use json::Formatting;

pub use broken::{Broken, broken, broken_where};
pub use request::{Request, request};
pub use violation_kind::ViolationKind;

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
    Formatting::with(customer(&[])).prop_map(|(customer, formatting)| customer.write(&formatting)).boxed()
}

/// Returns the value of a strategy that the bytes of a fuzzer choose. After the last byte, every choice is the simplest
/// one. About a thousand bytes are enough for a body. `None` if the strategy rejects the choices, which no strategy of
/// this module does.
///
/// Use it with strategies of this module only. Others may never end: some draw until a value suits them, and after the
/// last byte every draw is the same.
///
/// ```
/// use customer_schema::strategy;
///
/// let simplest = strategy::from_bytes(&strategy::body(), b"");
/// assert_eq!(simplest.as_deref(), Some(concat!(
///     r#"{"FullName":{"FirstName":"a","LastName":"a"},"DateOfBirth":"2000-01-01","#,
///     r#""Identities":[],"PrimaryResidence":{"Street":"aa","City":"a","PostCode":"a","#,
///     r#""State":"a","Country":"AD"}}"#,
/// )));
/// ```
pub fn from_bytes<S: Strategy>(strategy: &S, bytes: &[u8]) -> Option<S::Value> {
    let rng = TestRng::from_seed(RngAlgorithm::PassThrough, bytes);
    let tree = strategy.new_tree(&mut TestRunner::new_with_rng(Config::default(), rng));
    tree.ok().map(|tree| tree.current())
}
