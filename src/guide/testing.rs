//! Testing a service against the contract (feature `proptest`).
//!
//! The strategies in [`strategy`](crate::strategy) generate requests together with the report to expect.
//! They are made from the rules. Only `any::<T>()` uses the reader, to build the value from generated JSON.
//!
//! ```toml
//! [dev-dependencies]
//! customer-schema = { path = "../customer-schema", features = ["proptest"] }
//! proptest = "1"
//! ```
//!
//! # Three tests
//!
//! The reader is tested in this crate. Test the code around it: routing, decoding, limits, the store, the
//! answers. Three tests find most mistakes:
//!
//! - **Every valid request is accepted.** The strategy uses all that the contract allows: properties in any
//!   order, escapes, unknown properties, a `CustomerID` of 36 emojis. This test finds a second, stricter
//!   check, a key that is limited in bytes, and a store that cuts strings.
//! - **Every violation is answered** at its path, and nothing else is. This test finds a handler that changes
//!   the body before the check, for example by dropping nulls, or that reports the first violation only.
//! - **The stored value is equal to the one sent.** This test finds a store that trims, folds case or
//!   normalises ([S1](crate::guide::contract#S1)).
//!
//! ```
//! # use std::collections::HashMap;
//! # use customer_schema::{Customer, CustomerId, ErrorBody, PutCustomer};
//! # #[derive(Default)]
//! # struct Service { stored: HashMap<CustomerId, Vec<u8>> }
//! # impl Service {
//! #     fn put(&mut self, id: &str, signature: Option<&str>, body: &[u8]) -> (u16, String) {
//! #         match PutCustomer::parse(id, signature, body) {
//! #             Ok(request) => {
//! #                 self.stored.insert(request.customer_id, serde_json::to_vec(&request.customer).unwrap());
//! #                 (201, String::new())
//! #             }
//! #             Err(violations) => {
//! #                 (400, serde_json::to_string(&ErrorBody::invalid_request(&violations, "1", "Put")).unwrap())
//! #             }
//! #         }
//! #     }
//! #     fn get(&self, id: &str) -> Option<Customer> {
//! #         serde_json::from_slice(self.stored.get(id)?).ok()
//! #     }
//! # }
//! use customer_schema::strategy::{self, Broken};
//! use proptest::prelude::*;
//!
//! proptest!(|(request in strategy::request())| {
//!     let mut service = Service::default();
//!     let signature = request.api_signature.as_deref();
//!     let (status, body) = service.put(&request.customer_id, signature, &request.body);
//!     prop_assert_eq!(status, 201, "{}", body);
//!
//!     let sent = Customer::from_json(&request.body).unwrap();
//!     prop_assert!(service.get(&request.customer_id) == Some(sent), "{:?}", request);
//! });
//!
//! proptest!(|(broken in strategy::broken_where(|_| true))| {
//!     let Broken { request, violations, .. } = broken;
//!     let signature = request.api_signature.as_deref();
//!     let (status, body) = Service::default().put(&request.customer_id, signature, &request.body);
//!     prop_assert_eq!(status, 400);
//!     let answer: ErrorBody = serde_json::from_str(&body).unwrap();
//!     let paths: Vec<_> = answer.extensions.request.iter().map(|(path, _)| path).collect();
//!     let expected: Vec<_> = violations.iter().map(|(path, _)| path.as_str()).collect();
//!     prop_assert_eq!(paths, expected);
//! });
//! ```
//!
//! # When a test fails
//!
//! `Debug` of a [`strategy::Request`](crate::strategy::Request) shows all of it, since it is generated and not
//! personal. `Debug` of a customer does not, so draw requests and build the customer within the test. A
//! failing request is shrunk to one that has only the parts that the failure needs.
//!
//! # Certain violations only
//!
//! [`strategy::broken_where`](crate::strategy::broken_where) chooses from
//! [`ViolationKind::all`](crate::strategy::ViolationKind::all), by path or by code:
//!
//! ```
//! use customer_schema::strategy;
//! use proptest::prelude::*;
//!
//! let doubled = strategy::broken_where(|kind| kind.code() == "duplicate");
//! proptest!(|(broken in doubled)| {
//!     prop_assert!(broken.violations.iter().any(|(_, code)| *code == "duplicate"));
//! });
//! ```
//!
//! # Your own types
//!
//! Every checked type implements `Arbitrary`, so you can derive or compose a strategy for a struct that
//! contains one:
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
//! # Typos in requests
//!
//! Unknown properties are ignored ([S3](crate::guide::contract#S3)), so a misspelt optional property is lost
//! without a violation. [`Customer::unknown_properties`](crate::Customer::unknown_properties) finds it, for
//! the tests of a client and for a sandbox. It reports the object and the position, never the name. Do not
//! refuse such requests in production: later versions of the operation have more properties.
//!
//! ```
//! use customer_schema::Customer;
//!
//! # let body = br#"{
//! #     "FullName": {"FirstName": "Ada", "LastName": "Lovelace", "Middlename": "King"},
//! #     "DateOfBirth": "1985-12-10",
//! #     "Identities": [],
//! #     "PrimaryResidence": {
//! #         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
//! #         "State": "England", "Country": "GB"
//! #     }
//! # }"#;
//! // It has `Middlename` where the contract has `MiddleName`.
//! assert!(Customer::check_json(body).is_ok());
//! let unknown = Customer::unknown_properties(body)?;
//! assert_eq!(unknown.to_string(), "FullName has an unknown property at line 2, column 62");
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! # Fuzzing
//!
//! [`strategy::from_bytes`](crate::strategy::from_bytes) turns the bytes of a fuzzer into a request, so the
//! fuzzer also tests the code behind the parser.
//!
//! # Advisories
//!
//! There is no strategy for advisories. Build a customer that raises the [`AdvisoryKind`](crate::AdvisoryKind) that you
//! handle, and pass a date to [`Customer::advisories`](crate::Customer::advisories).
//! [`AdvisoryKind::examples`](crate::AdvisoryKind::examples) has at least one of each kind, to test that you handle
//! all.
