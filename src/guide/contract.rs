//! The contract: every rule, from `R1` on, and every decision, from `S1` on.
//!
//! A rule is a requirement of the operation. A decision answers a question that the documents of the
//! operation leave open. Docs and schemas cite both by number.
//!
//! # Sources
//!
//! The contract was taken from the page "Put Customer" of the API's reference, in November 2026. The
//! wording here is our own. The last column of the table is the source of each rule:
//!
//! - **P**: the page itself, as text.
//! - **R**: the published OpenAPI document of the same operation. The text of the page lacks some names of
//!   properties and some marks of required properties. They were restored from this document.
//! - **D**: a decision of this crate.
//!
//! # Rules
//!
//! Lengths count characters: Unicode scalar values, as `minLength` and `maxLength` of JSON Schema do.
//!
#![doc = include_str!("rules.md")]
//!
#![doc = include_str!("decisions.md")]
//!
//! # A valid body
//!
//! ```
//! use customer_schema::Customer;
//!
//! let body = br#"{
//!     "FullName": { "FirstName": "Ada", "LastName": "Lovelace", "MiddleName": "King" },
//!     "DateOfBirth": "1985-12-10",
//!     "Identities": [{
//!         "IssuingCountry": "GB",
//!         "IDNumber": "533401372",
//!         "IssuedDate": "2021-03-01",
//!         "ExpiryDate": "2031-03-01",
//!         "IDType": "Passport"
//!     }],
//!     "PrimaryResidence": {
//!         "Street": "12 St James's Square",
//!         "City": "London",
//!         "PostCode": "SW1Y 4LB",
//!         "State": "England",
//!         "Country": "GB"
//!     }
//! }"#;
//! let customer = Customer::from_json(body)?;
//! assert_eq!(customer.identities.len(), 1);
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! # An error body
//!
//! ```
//! use customer_schema::{ErrorBody, ErrorType};
//!
//! let body: ErrorBody = serde_json::from_str(r#"{
//!     "Type": "InvalidMessage",
//!     "Instance": "req-7f3a",
//!     "Action": "PutCustomer",
//!     "Detail": "the request has 2 faults",
//!     "Extensions": {
//!         "Request": {
//!             "FullName.LastName": ["is required"],
//!             "PrimaryResidence.State": ["must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY"]
//!         }
//!     }
//! }"#)?;
//! assert_eq!(body.error_type, Some(ErrorType::InvalidMessage));
//! assert_eq!(body.extensions.request.get("FullName.LastName"), ["is required"]);
//! # Ok::<(), serde_json::Error>(())
//! ```
