//! A service that receives customers over HTTP.
//!
//! With the feature `http`, `PutCustomer::from_http` reads an `http::Request`, the request type of axum, hyper, tower
//! and others. It decodes and checks path and headers as well ([S19](crate::guide::contract#S19)). The result is a
//! valid request, or a `Refusal` with the status and the error body to answer with.
//!
//! # Status codes
//!
//! | Status | When | `Type` |
//! |---|---|---|
//! | 201 | the customer was created | no body |
//! | 204 | the customer was updated | no body |
//! | 400 | the request is invalid | `InvalidMessage` |
//! | 401 | a signature is required, but is missing, repeated, malformed or does not verify | `Unauthorized` |
//! | 500 | the store failed | `Unexpected` |
//!
//! A service that requires a signature checks it before everything else, and its 401 says nothing about
//! the body ([S17](crate::guide::contract#S17)). In a service that does not require one, a malformed
//! signature is one more violation of the 400.
//!
//! HTTP requires the header `WWW-Authenticate` in a 401. The contract names no scheme for it, so the programs on this
//! page leave it out.
//!
//! [`ErrorType::status`](crate::ErrorType::status) maps these types to these statuses. An
//! [`ErrorBody`](crate::ErrorBody) is the body of each 400, 401 and 500.
//!
//! A service has other errors, too. The contract has no status for them, but an error body can be used for all of them:
//!
//! | Status | When | `Type` |
//! |---|---|---|
//! | 404 | the path is unknown | `ResourceNotFound` |
//! | 405 | the path does not support the method | `InvalidMessage` |
//! | 408 | the body took too long to arrive | `InvalidMessage` |
//! | 413 | the body is larger than the limit | `InvalidMessage` |
//! | 503 | the service has too many requests, or is about to stop | `Unexpected` |
//!
//! `ErrorBody::into_http` makes an answer with the status of the contract, and `ErrorBody::into_http_with` one with any
//! other status.
//!
//! # In axum
//!
//! A whole service, which stores customers in memory:
//!
// A test of the example server compiles and runs this program. The library does not depend on axum.
#![cfg_attr(not(doctest), doc = concat!("```rust\n", include_str!("axum.rs"), "```"))]
//!
//! ```toml
//! [dependencies]
//! axum = "0.8"
//! customer-schema = { path = "../customer-schema", features = ["http"] }
//! tokio = { version = "1", features = ["macros", "net", "rt-multi-thread"] }
//! ```
//!
//! With `Signature::Required`, a request without a well-formed signature is answered with 401. **The signature is
//! checked for its shape only.** The service has to [verify it](#verifying-signatures) with the key.
//! `Signature::Optional` is for services that require no signature.
//!
//! axum itself answers a body of more than 2 MB, with 413 and a plain text. The folder `examples/server` of the
//! repository has a service that answers every error with an error body. It checks the headers before it reads the
//! body, stores customers in a database, and shuts down gracefully.
//!
//! Do not use the extractor `Json<Customer>`. It compiles, but axum then answers its errors itself, and the text quotes
//! names of properties that were sent, also of unknown ones: `SSN-078-05-1120` if the body is
//! `{"SSN-078-05-1120": tru}`. `Json<Checked<Customer>>` has the same flaw: [`Checked`](crate::Checked)
//! holds the report of a body that is JSON, but a body that is not JSON is answered by axum.
//!
//! The extractor `Path<CustomerId>` quotes nothing, but its errors are answered without those of the body. It also
//! accepts `%zz`, as these three characters.
//!
//! # With other types
//!
//! [`PutCustomer::parse_with`](crate::PutCustomer::parse_with) needs no feature. The caller first makes the checks of
//! [S19](crate::guide::contract#S19), then passes the parts of the request:
//!
//! | Part | Pass | Note |
//! |---|---|---|
//! | path | the last segment, percent-decoded | if it cannot be decoded, answer 400 |
//! | header `Api-Signature` | a [`SignatureHeader`](crate::SignatureHeader) | a header with an empty value is not absent |
//! | body | the bytes as received | check the other headers and the size first |
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
//! # Verifying signatures
//!
//! A client signs the bytes of the body. The contract does not say how a JWT refers to them, so client and service agree
//! on a claim, such as their digest. The example server compares `request_body_sha256`, in hexadecimal digits:
//!
//! 1. Check the shape with `check_head`, and verify the JWT before the body is read. Take the algorithms from the kind of
//!    the key, never from the header of the JWT. Otherwise a client can use the public key as a secret of HMAC.
//! 2. Compare the digest of the body before it is parsed.
//! 3. Answer 401 in both cases, also if path, headers or body are invalid ([S17](crate::guide::contract#S17)).
//!
//! Path and method are not signed. Without a claim that expires, such as `exp`, a request can be sent again, also with
//! another `CustomerID`.
//!
//! # The reference in an answer
//!
//! `Instance` is the reference of one occurrence ([R25](crate::guide::contract#R25)), so it has to be unique. Use a
//! counter, or the identifier that your tracing has for the request. Log it together with the status, so that support
//! finds the request that a client asks about.
//!
//! # Logs
//!
//! [`Violations`](crate::Violations), [`Reason`](crate::Reason) and paths contain nothing that was sent
//! ([S14](crate::guide::contract#S14)). `Debug` of a customer shows no personal data
//! ([S15](crate::guide::contract#S15)). All of these can be logged. The `CustomerID` and the body cannot.
//!
//! A report has up to [`Violations::MAX_KEPT`](crate::Violations::MAX_KEPT) violations, so log their
//! number and the first few. `println!` and `eprintln!` panic if their output is closed, which must not stop the
//! service.
//!
//! # Storing customers
//!
//! Store the checked value, not the bytes of the body, which may have unknown properties and any amount of white
//! space. `Serialize` writes equal customers as equal bytes. `Deserialize` checks the values that it reads, so a
//! record that was changed by hand to an invalid one is refused. If the signature is needed later, store the bytes
//! of the body as well, since the signature was made over them.
//!
//! Use columns of bytes, such as `BLOB` and `BYTEA`. U+0000 is a valid character in a `CustomerID` and in names, but
//! the types `text` and `jsonb` of Postgres refuse it.
//!
//! Decide between [`Created`](crate::Status::Created) and [`Updated`](crate::Status::Updated) in the step that writes,
//! for example with an upsert that returns which of the two it did. If you decide before that step, two concurrent
//! requests can both be answered with 201.
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
//! texts. The example `messages` has all texts in German. Its test fails if a reason has no translation.
//!
//! # Limits to set
//!
//! The library takes linear time, and its use of the stack does not grow with the body. The service has to
//! limit the rest:
//!
//! - the size of a body: 256 KiB hold more than a thousand documents
//! - the time that a body may take to arrive
//! - the number of connections
//!
//! After a 413, read and drop more of the body before you close the connection. If it is closed while the
//! client is still sending, the client does not see the answer.
