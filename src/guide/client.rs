//! Sending customers over HTTP.
//!
//! # From a row or a form to the bytes
//!
//! [`CustomerDraft`](crate::CustomerDraft) holds the fields of a form or a database row as optional strings.
//! `None`, such as for a column that is null, is an absent property. An empty string is not absent, and most
//! rules refuse it, so turn an optional field that was left empty into `None`.
//!
//! `validate` checks the draft by the same rules as the server, before anything is sent:
//!
//! ```
//! use customer_schema::{CustomerDraft, IdentityDraft};
//!
//! /// A field of a form that was left empty is absent.
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
//! // Every violation at once, each with its path.
//! let violations = draft.validate().unwrap_err();
//! let found: Vec<_> =
//!     violations.iter().map(|one| format!("{}: {}", one.path(), one.reason().code())).collect();
//! assert_eq!(found, ["PrimaryResidence.Country: unknown_country"]);
//!
//! draft.primary_residence.country = filled("GB");
//! let customer = draft.validate()?;
//!
//! // The same bytes are signed and sent.
//! let body: Vec<u8> = serde_json::to_vec(&customer).unwrap();
//! # fn sign(body: &[u8]) -> String { "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl".into() }
//! let signature = sign(&body);
//!
//! // The server checks this shape before it verifies the signature.
//! assert!(signature.parse::<customer_schema::ApiSignature>().is_ok());
//! # assert!(body.starts_with(br#"{"FullName":{"FirstName":"Ada","LastName":"Lovelace"},"#));
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! A signature is made over bytes. Serialise once, sign the result, and give the same bytes to the HTTP client as
//! the body, with `Content-Type: application/json` and the header `Api-Signature`. Do not let the HTTP client
//! serialise the customer again: it may write other bytes, for example with indentation. To make the signature, use
//! a library for JWT.
//!
//! # The `CustomerID` in the path
//!
//! Check it with [`CustomerId`](crate::CustomerId) ([R1](crate::guide::contract#R1)), then percent-encode it as one
//! segment of the path.
//!
//! The identifiers `.` and `..` are valid by [R1](crate::guide::contract#R1), but cannot be sent: URL parsers remove
//! dot segments, also percent-encoded ones (`%2E`), so the request would go to another path. Do not issue them.
//!
//! ```
//! use customer_schema::CustomerId;
//!
//! /// Whether the identifier can be a path segment of a URL.
//! fn can_be_sent(customer_id: &CustomerId) -> bool {
//!     !matches!(customer_id.as_str(), "." | "..")
//! }
//!
//! assert!(can_be_sent(&"c-1815".parse()?));
//! assert!(!can_be_sent(&"..".parse()?));
//! # Ok::<(), customer_schema::Reason>(())
//! ```
//!
//! # Countries without states
//!
//! `State` is required for every country ([R20](crate::guide::contract#R20)). In the USA and Canada it is a code from a
//! list ([R21](crate::guide::contract#R21)). In every other country, any text of 1 to 100 characters is valid.
//!
//! The contract does not say what to write for a country that has no states. The operator of the API decides. If the
//! operator has no rule, write the county, region or district. If there is none either, as in Monaco and Singapore,
//! write the city again.
//!
//! # Countries without postal codes
//!
//! `PostCode` is required for every country, too ([R19](crate::guide::contract#R19)), but some countries and
//! territories have no postal codes, such as the United Arab Emirates. Any text of 1 to 20 characters is valid, and the
//! operator decides which one to write. An empty string and `null` are invalid, and `PostCode` cannot be left out.
//! Agree on one text for all such addresses. It should not be a postal code of another country, as `00000` is.
//!
//! # One name only
//!
//! `FirstName` and `LastName` are both required ([R5](crate::guide::contract#R5), [R6](crate::guide::contract#R6)), but
//! some people have one name only. Any text of 1 to 50 characters is valid, and the operator decides: for example, the
//! name in both properties, or the name as `LastName` and an agreed text as `FirstName`.
//!
//! Texts are not changed on the way ([S1](crate::guide::contract#S1)). The server stores exactly these texts, so write
//! them the same way every time.
//!
//! ```
//! use customer_schema::{FullName, Region, StreetAddress};
//!
//! // This operator asks for the one name twice, and for "-" as the postal code.
//! let name = FullName::new("Suharto".parse()?, "Suharto".parse()?);
//! let region = Region::new("AE".parse()?, "Dubai")?;
//! let street = "1 Sheikh Zayed Road".parse()?;
//! let address = StreetAddress::new(street, "Dubai".parse()?, "-".parse()?, region);
//! assert_eq!(name.first_name.as_str(), name.last_name.as_str());
//! assert_eq!((address.post_code.as_str(), address.region.state()), ("-", "Dubai"));
//! # Ok::<(), customer_schema::Reason>(())
//! ```
//!
//! # Reading the answer
//!
//! 201 and 204 have no body. Read every other answer with [`ErrorBody::from_json`](crate::ErrorBody::from_json). It is
//! lenient ([S20](crate::guide::contract#S20)): a property that is missing, unknown or of another type is not an error.
//! Bytes that are not JSON, such as the HTML page of a proxy, are an error. Treat them like a missing answer.
//!
//! Limit the size of an answer before you read it. An [`ErrorBody`](crate::ErrorBody) keeps at most 256 reasons of at
//! most 1,024 bytes each and counts the others ([`omitted`](crate::ErrorBody::omitted)). The bytes of the answer, and
//! texts such as `Detail`, are as long as the server makes them. A report of this crate takes less than 64 KiB in an
//! answer.
//!
//! ```
//! use std::error::Error;
//! use std::io::Read;
//!
//! use customer_schema::{ErrorBody, Status};
//!
//! /// The maximum size of an answer in bytes.
//! const MAX_ANSWER: u64 = 1 << 20;
//!
//! /// Reads the answer to a request that failed. A longer one is cut off, so it is not JSON.
//! fn read_answer(stream: impl Read) -> Result<ErrorBody, Box<dyn Error>> {
//!     let mut answer = Vec::new();
//!     stream.take(MAX_ANSWER).read_to_end(&mut answer)?;
//!     Ok(ErrorBody::from_json(&answer)?)
//! }
//!
//! let bytes = br#"{"Type": "Unauthorized", "Instance": "req-7f3a", "Detail": 7}"#;
//! let answer = read_answer(bytes.as_slice())?;
//! assert_eq!(answer.status(), Some(Status::Unauthorized));
//! assert_eq!(answer.detail, None);
//!
//! // As an error, it is one short line for a log, without `Detail` and the reasons.
//! let error: Box<dyn Error> = answer.into();
//! assert_eq!(error.to_string(), "Unauthorized, instance req-7f3a");
//!
//! assert!(read_answer(std::io::repeat(b' ')).is_err());
//! # Ok::<(), Box<dyn Error>>(())
//! ```
//!
//! # From a 400 to the fields
//!
//! In a 400, `Extensions.Request` has the reasons for each field, as texts. Its keys name the fields, and servers write
//! them in different forms: as paths or JSON Pointers, with a leading `Body`, `$` or `#`, with dotted indexes, with
//! names in brackets. [`FieldPath::from_key`](crate::FieldPath::from_key) understands all of these. Show the reasons of
//! any other key above the form:
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use customer_schema::{ErrorBody, FieldPath};
//!
//! let answer = ErrorBody::from_json(br#"{
//!     "Type": "InvalidMessage",
//!     "Instance": "req-7f3a",
//!     "Extensions": { "Request": {
//!         "FullName.LastName": "is required",
//!         "/Identities/0/IDNumber": ["must be a string, is a number"],
//!         "$['PrimaryResidence']['State']": ["is no state of the USA"],
//!         "Identities.1.ExpiryDate": ["must be later than IssuedDate"],
//!         "Quota": ["is used up"]
//!     } }
//! }"#)?;
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
//! assert_eq!(at_fields["PrimaryResidence.State"], ["is no state of the USA"]);
//! assert_eq!(at_the_top, ["is used up"]);
//! assert_eq!(answer.omitted(), 0);
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! The reasons are texts of the server, in its language. Some may be about rules that this crate does not have. Show
//! them as text, never as HTML. `FieldPath::json_pointer` gives the path in the form that JSON
//! Forms and validators of JSON Schema use.
//!
//! # Actions by status
//!
//! - 400: the same request will fail again. Show the reasons.
//! - 401: the signature is missing, repeated, malformed or does not verify. The answer says nothing about the body
//!   ([S17](crate::guide::contract#S17)).
//! - 500, or no answer: `PUT` is idempotent, so send the same bytes again. If a new customer then gets a 204 instead of
//!   a 201, the first request had already stored it.
//!
//! In a question to the operator of the API, quote `Instance`.
