//! A service that receives customers over HTTP.
//!
//! With the feature `http`, `PutCustomer::from_http` reads an `http::Request`, the type of axum, hyper, tower and others. The
//! result is a valid request or a `Refusal`, which has the status and the error body to answer with. Path and headers are
//! decoded and checked there ([S19](crate::guide::contract#S19)).
//!
//! # Status codes
//!
//! | Status | When | `Type` |
//! |---|---|---|
//! | 201, 204 | the customer was created, was updated | no body |
//! | 400 | the request is invalid | `InvalidMessage` |
//! | 401 | a signature is required, and is missing or malformed or does not verify | `Unauthorized` |
//! | 500 | the store failed | `Unexpected` |
//!
//! A service that requires a signature checks it before everything else, and its 401 says nothing about
//! the body ([S17](crate::guide::contract#S17)). In a service that does not require one, a malformed
//! signature is one more violation of the 400.
//!
//! [`ErrorType::status`](crate::ErrorType::status) maps the types to the statuses of the table.
//! [`ErrorBody`](crate::ErrorBody) is the body of a 400, 401 and 500.
//!
//! A service has other errors, too. The contract has no status for them, but an error body fits all of them:
//!
//! | Status | When | `Type` |
//! |---|---|---|
//! | 404 | there is nothing at the path | `ResourceNotFound` |
//! | 405 | the path does not have the method | `InvalidMessage` |
//! | 408 | the body took too long to arrive | `InvalidMessage` |
//! | 413 | the body is over the limit on size | `InvalidMessage` |
//! | 503 | the service has too many requests, or is about to stop | `Unexpected` |
//!
//! `ErrorBody::into_http_with` makes an answer with such a status, and `ErrorBody::into_http` one with the status of the
//! contract.
//!
//! # In axum
//!
//! A whole service, which keeps its customers in memory:
//!
// A test of the server compiles this program and runs it. The library has no axum to compile it with.
#![cfg_attr(not(doctest), doc = concat!("```rust\n", include_str!("axum.rs"), "```"))]
//!
//! ```toml
//! [dependencies]
//! axum = "0.8"
//! customer-schema = { path = "../customer-schema", features = ["http"] }
//! tokio = { version = "1", features = ["macros", "net", "rt-multi-thread"] }
//! ```
//!
//! `Signature::Required` answers 401 where there is no signature. **A signature is checked for its shape only.** A
//! service that has the key verifies it as well. `Signature::Optional` is for all others.
//!
//! axum answers a body of more than 2 MB itself, with 413 and a text of its own. The folder `examples/server` of the
//! repository has a service that answers every error with an error body. It refuses by the headers before it reads the body,
//! stores customers in a file, and ends in order.
//!
//! Do not take a `Json<Customer>`. It compiles, but axum answers its errors itself, and the text quotes
//! names of properties that were sent, also of unknown ones: `SSN-078-05-1120` if the body is
//! `{"SSN-078-05-1120": tru}`. `Json<Checked<Customer>>` has the same flaw: [`Checked`](crate::Checked)
//! holds the report of a body that is JSON, but `Json` itself answers one that is not.
//!
//! `Path<CustomerId>` quotes nothing, but its errors are answered apart from those of the body. It also takes `%zz` as
//! those three characters.
//!
//! # With other types
//!
//! [`PutCustomer::parse_with`](crate::PutCustomer::parse_with) needs no feature. The caller does what
//! [S19](crate::guide::contract#S19) says:
//!
//! | Part | Pass | Note |
//! |---|---|---|
//! | path | the last segment, percent-decoded | answer 400 if it cannot be decoded |
//! | header `Api-Signature` | a [`SignatureHeader`](crate::SignatureHeader) | an empty value is not absent |
//! | body | the bytes as received | check the other headers and the size before |
//!
//! ```
//! use customer_schema::{ErrorBody, PutCustomer, SignatureHeader, Status};
//!
//! fn answer(values: &[&[u8]], body: &[u8]) -> Result<PutCustomer, ErrorBody> {
//!     let header = match *values {
//!         [] => SignatureHeader::Absent,
//!         [value] => SignatureHeader::One(value),
//!         _ => SignatureHeader::Repeated,
//!     };
//!     PutCustomer::parse_with("c-1815", header, body).map_err(|violations| {
//!         ErrorBody::invalid_request(&violations, "req-7f3a", PutCustomer::ACTION)
//!     })
//! }
//!
//! let answer = answer(&[b"eyJhbGciOi", b"eyJhbGciOi"], b"{}").unwrap_err();
//! assert_eq!(answer.status(), Some(Status::BadRequest));
//! assert_eq!(answer.extensions.request.len(), 5);
//! let reasons = answer.extensions.request.get(PutCustomer::API_SIGNATURE);
//! assert_eq!(reasons, ["must be given only once"]);
//! ```
//!
//! # The reference of an answer
//!
//! `Instance` has to be unique. Use a counter, or the identifier that your tracing has for the request.
//! Log it together with the status, so that support finds the request to which a client refers.
//! A log that cannot be written must not stop the service: `eprintln!` and `println!` panic then.
//!
//! # Logs
//!
//! [`Violations`](crate::Violations), [`Reason`](crate::Reason) and paths contain nothing that was sent
//! ([S14](crate::guide::contract#S14)). `Debug` of a customer shows no personal data
//! ([S15](crate::guide::contract#S15)). All of these can be logged. The `CustomerID` and the body cannot.
//!
//! A report has up to [`Violations::MAX_KEPT`](crate::Violations::MAX_KEPT) violations, so log their
//! number and the first few.
//!
//! # Storing customers
//!
//! Store the checked value, not the bytes: they may have unknown properties and any amount of white
//! space. `Serialize` writes equal customers as equal bytes. `Deserialize` checks what it reads, so a
//! record that was changed by hand to something invalid is refused. If the signature matters later, store
//! the bytes as well, since it was made over them.
//!
//! Use columns of bytes, such as `BLOB` and `BYTEA`. U+0000 is a valid character in a `CustomerID` and in names, and
//! the types `text` and `jsonb` of Postgres refuse it.
//!
//! The step that writes has to decide between `Created` and `Updated`, for example an upsert that returns which of the two it
//! did. If it is decided before, two concurrent requests can both answer 201.
//!
//! # Advisories
//!
//! The contract accepts an expired passport, and a first name that ends with a space.
//! [`Customer::advisories`](crate::Customer::advisories) lists such findings for a person to check:
//!
//! ```
//! # let body = br#"{
//! #     "FullName": {"FirstName": "Ada", "LastName": "Lovelace"}, "DateOfBirth": "1985-12-10",
//! #     "Identities": [{"IssuingCountry": "GB", "IDNumber": "1", "ExpiryDate": "2021-03-01", "IDType": "Passport"}],
//! #     "PrimaryResidence": {"Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
//! #                          "State": "England", "Country": "GB"}
//! # }"#;
//! use customer_schema::{CalendarDate, Customer};
//!
//! let customer = Customer::from_json(body)?;
//! // From your own clock, in the time zone of your office.
//! let today = CalendarDate::new(2025, 1, 31).unwrap();
//! let advisories = customer.advisories(today);
//! let codes: Vec<_> = advisories.iter().map(|advisory| advisory.kind().code()).collect();
//! assert_eq!(codes, ["document_expired"]);
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! # Other languages
//!
//! [`Violations::render`](crate::Violations::render) makes the map of `Extensions.Request` with your own
//! texts. The example `messages` has all of them in German. A test there fails if a reason is added and
//! not translated.
//!
//! # Limits to set
//!
//! The library takes linear time, and its stack does not grow with the body. The service has to limit the
//! rest:
//!
//! - the size of a body: 256 KiB hold more than a thousand documents
//! - the time that a body may take to arrive
//! - the number of connections
//!
//! Read some way past the limit on size before you close the connection. If it is closed while a client
//! still sends, the client does not see the answer.
