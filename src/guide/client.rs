//! Sending customers over HTTP.
//!
//! # From a row or a form to the bytes
//!
//! [`CustomerDraft`](crate::CustomerDraft) takes what a form or a database row has: texts that may be missing. A column
//! that is null is `None`, and so is left out; an empty text stays an empty text, which most rules refuse. So turn an
//! optional field that was left empty into `None`.
//!
//! `validate` checks the draft by the rules of the server, before anything is sent:
//!
//! ```
//! use customer_schema::{CustomerDraft, IdentityDraft};
//!
//! /// A field of a form that was left empty is no answer.
//! fn filled(field: &str) -> Option<String> {
//!     Some(field.to_owned()).filter(|text| !text.is_empty())
//! }
//!
//! let mut draft = CustomerDraft::default();
//! draft.full_name.first_name = filled("Ada");
//! draft.full_name.last_name = filled("Lovelace");
//! draft.full_name.middle_name = filled("");
//! draft.date_of_birth = filled("1985-12-10");
//! let mut passport = IdentityDraft::default();
//! passport.issuing_country = filled("GB");
//! passport.id_number = filled("533401372");
//! passport.id_type = filled("Passport");
//! draft.identities.push(passport);
//! draft.primary_residence.street = filled("12 St James's Square");
//! draft.primary_residence.city = filled("London");
//! draft.primary_residence.post_code = filled("SW1Y 4LB");
//! draft.primary_residence.state = filled("England");
//! draft.primary_residence.country = filled("UK");
//!
//! // Every fault at once, each at its field.
//! let violations = draft.validate().unwrap_err();
//! assert_eq!(
//!     violations.to_string(),
//!     "PrimaryResidence.Country must be an officially assigned ISO 3166-1 alpha-2 code in upper case, such as US",
//! );
//!
//! draft.primary_residence.country = filled("GB");
//! let customer = draft.validate()?;
//!
//! // These bytes are signed, and these bytes are sent.
//! let body: Vec<u8> = serde_json::to_vec(&customer).unwrap();
//! # fn sign(body: &[u8]) -> String { "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl".into() }
//! let signature = sign(&body);
//!
//! // What the server will check of it, before it looks at the key.
//! assert!(signature.parse::<customer_schema::ApiSignature>().is_ok());
//! # assert!(body.starts_with(br#"{"FullName":{"FirstName":"Ada","LastName":"Lovelace"},"DateOfBirth":"1985-12-10""#));
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! A signature is made over bytes, so serialise once, sign what came out, and hand the same bytes to the HTTP client as
//! the body, with `Content-Type: application/json` and the header `Api-Signature`. A client that is given the customer
//! and serialises it again sends the same bytes as well, as long as it writes them with `serde_json::to_vec`; one that
//! indents sends others. The key and the JWT are a matter of a library made for that.
//!
//! The `CustomerID` is a segment of the path: check it with [`CustomerId`](crate::CustomerId), then percent-encode it.
//!
//! # Reading the answer
//!
//! 201 and 204 have no body. Every other answer is read as an [`ErrorBody`](crate::ErrorBody), leniently: what is missing,
//! unknown or of another type does no harm. What is no JSON at all, such as the page of a proxy, is an error of the parser:
//! take it for no answer.
//!
//! In a 400, `Extensions.Request` has the reasons of each field, as texts. Its keys name the fields, and servers write
//! them in more ways than one: as paths, as JSON Pointers, behind `Body`, with indexes between dots.
//! [`FieldPath::from_key`](crate::FieldPath::from_key) understands all of them, and what it does not know belongs to the
//! form as a whole:
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use customer_schema::{ErrorBody, FieldPath};
//!
//! let answer = br#"{
//!     "Type": "InvalidMessage",
//!     "Instance": "req-7f3a",
//!     "Extensions": { "Request": {
//!         "FullName.LastName": ["is required"],
//!         "/Identities/0/IDNumber": ["must be a string, is a number"],
//!         "Body.PrimaryResidence.State": ["must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY"],
//!         "Identities.1.ExpiryDate": ["must be later than IssuedDate"],
//!         "Quota": ["is used up"]
//!     } }
//! }"#;
//! let answer: ErrorBody = serde_json::from_slice(answer)?;
//!
//! let mut at_fields: BTreeMap<String, Vec<&str>> = BTreeMap::new();
//! let mut at_the_top: Vec<&str> = Vec::new();
//! for (key, reasons) in answer.extensions.request.iter() {
//!     let list = match FieldPath::from_key(key) {
//!         Some(path) => at_fields.entry(path.to_string()).or_default(),
//!         None => &mut at_the_top,
//!     };
//!     list.extend(reasons.iter().map(String::as_str));
//! }
//!
//! assert_eq!(at_fields["FullName.LastName"], ["is required"]);
//! assert_eq!(at_fields["Identities[0].IDNumber"], ["must be a string, is a number"]);
//! assert_eq!(at_fields["Identities[1].ExpiryDate"], ["must be later than IssuedDate"]);
//! assert!(at_fields.contains_key("PrimaryResidence.State"));
//! assert_eq!(at_the_top, ["is used up"]);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! The reasons are texts of the server, in its language; there may be some that no rule of this crate has. Show them as
//! text, never as HTML. `FieldPath::json_pointer` gives the place in the form that most form libraries use.
//!
//! # What to do with which status
//!
//! - 400: the same request will fail again. Show the reasons.
//! - 401: the signature is missing, malformed or does not verify. Nothing was said of the body.
//! - 500, or no answer: `PUT` is idempotent, so send the same bytes again. A 204 where a 201 was expected then says that
//!   the first one had arrived.
//! - Quote `Instance` when you ask the operator of the server for help.
