//! Testing a service against the contract (feature `proptest`).
//!
//! The strategies of [`strategy`](crate::strategy) make requests of which it is known what the answer has to be. They are
//! made from the rules, and never ask the checker.
//!
//! ```toml
//! [dev-dependencies]
//! customer-schema = { version = "0.1", features = ["proptest"] }
//! proptest = "1"
//! ```
//!
//! # What to test
//!
//! The checks themselves are tested here. What is worth a test is the code around them: routing, decoding, bounds, the
//! store, the answers. Three properties find most mistakes there.
//!
//! **Every valid request is accepted**, with all the freedom that the contract leaves: properties in any order, escapes,
//! unknown properties, a `CustomerID` of 36 emojis. It finds a second, stricter reader; a key that is bounded in bytes; a
//! store that cuts texts.
//!
//! **Every fault is answered** at its path, and alone. It finds a handler that repairs the body before the check, such as
//! one that drops nulls, or that reports the first fault and stops.
//!
//! **What is kept is what was sent**: read back, it is equal. It finds a store that trims, folds or normalises (S1).
//!
//! ```
//! # use std::collections::HashMap;
//! # use customer_schema::{Customer, CustomerId, ErrorBody, PutCustomer};
//! # #[derive(Default)]
//! # struct Service { kept: HashMap<CustomerId, Vec<u8>> }
//! # impl Service {
//! #     fn put(&mut self, id: &str, signature: Option<&str>, body: &[u8]) -> (u16, String) {
//! #         match PutCustomer::parse(id, signature, body) {
//! #             Ok(request) => {
//! #                 self.kept.insert(request.customer_id, serde_json::to_vec(&request.customer).unwrap());
//! #                 (201, String::new())
//! #             }
//! #             Err(violations) => {
//! #                 (400, serde_json::to_string(&ErrorBody::invalid_request(&violations, "1", "Put")).unwrap())
//! #             }
//! #         }
//! #     }
//! #     fn get(&self, id: &str) -> Option<Customer> {
//! #         serde_json::from_slice(self.kept.get(&id.parse::<CustomerId>().ok()?)?).ok()
//! #     }
//! # }
//! use customer_schema::strategy::{self, Broken};
//! use proptest::prelude::*;
//!
//! proptest!(|(request in strategy::request())| {
//!     let mut service = Service::default();
//!     let (status, body) = service.put(&request.customer_id, request.api_signature.as_deref(), &request.body);
//!     prop_assert_eq!(status, 201, "{}", body);
//!
//!     let sent = Customer::from_json(&request.body).unwrap();
//!     prop_assert!(service.get(&request.customer_id) == Some(sent), "{:?}", request);
//! });
//!
//! proptest!(|(broken in strategy::broken_where(|_| true))| {
//!     let Broken { request, violations, .. } = broken;
//!     let (status, body) =
//!         Service::default().put(&request.customer_id, request.api_signature.as_deref(), &request.body);
//!     prop_assert_eq!(status, 400);
//!     let answer: ErrorBody = serde_json::from_str(&body).unwrap();
//!     let paths: Vec<_> = answer.extensions.request.iter().map(|(path, _)| path).collect();
//!     prop_assert_eq!(paths, violations.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>());
//! });
//! ```
//!
//! # When a test fails
//!
//! `Debug` of a request shows it in full: it is made up, so there is nothing to hide. `Debug` of a customer does not, so
//! draw requests, and build the customer inside of the test. What fails is shrunk to a body with nothing in it that does
//! not matter.
//!
//! # Some faults, or one
//!
//! [`strategy::broken_where`](crate::strategy::broken_where) chooses among [`Fault::all`](crate::strategy::Fault::all), by
//! place or by code:
//!
//! ```
//! use customer_schema::strategy;
//! use proptest::prelude::*;
//!
//! let doubled = strategy::broken_where(|fault| fault.code() == "duplicate");
//! proptest!(|(broken in doubled)| {
//!     prop_assert!(broken.violations.iter().any(|(_, code)| *code == "duplicate"));
//! });
//! ```
//!
//! # Types of your own
//!
//! Every type that checks itself has `Arbitrary`, so a strategy for a struct with a customer in it can be derived or
//! composed:
//!
//! ```
//! use customer_schema::{Customer, CustomerId};
//! use proptest::prelude::*;
//!
//! #[derive(Clone, Debug)]
//! struct Application { id: CustomerId, customer: Customer }
//!
//! fn application() -> impl Strategy<Value = Application> {
//!     any::<(CustomerId, Customer)>().prop_map(|(id, customer)| Application { id, customer })
//! }
//!
//! proptest!(|(application in application())| {
//!     prop_assert!((1..=36).contains(&application.id.as_str().chars().count()));
//! });
//! ```
//!
//! # Fuzzing
//!
//! [`strategy::from_bytes`](crate::strategy::from_bytes) lets the bytes of a fuzzer choose a request, so that it spends its
//! time behind the parser.
//!
//! # Advisories
//!
//! They have no strategy: build a customer that raises the [`AdvisoryKind`](crate::AdvisoryKind) you handle, and give a day to
//! [`Customer::advisories`](crate::Customer::advisories). [`AdvisoryKind::examples()`](crate::AdvisoryKind::examples()) has one of each,
//! for a test that none is left without an answer.
