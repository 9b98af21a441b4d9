//! Taking customers over HTTP.
//!
//! A service hands over three things, and gets a valid request or the whole answer:
//!
//! | Part | What [`PutCustomer::parse`] takes | Watch for |
//! |---|---|---|
//! | path | the last segment, percent-decoded | a segment that cannot be decoded is a 400 of its own |
//! | header `Api-Signature` | `None` only where there is none | not text, or given twice: `Some("")`, which is malformed |
//! | body | the bytes as they came | its content type and a bound on its size are yours to check |
//!
//! [`PutCustomer::parse`]: crate::PutCustomer::parse
//!
//! # Which status
//!
//! | Status | When | `Type` |
//! |---|---|---|
//! | 201, 204 | the customer was created, was updated | no body |
//! | 400 | any violation; a path that cannot be decoded; another content type; a body that is too large, too slow or cut off | `InvalidMessage` |
//! | 401 | a signature is demanded, and is missing or malformed or does not verify | `Unauthorized` |
//! | 500 | the store failed | `Unexpected` |
//!
//! A service that demands a signature looks at it before all else, and a 401 says nothing about the body (S17). Where none
//! is demanded, a malformed one is one more violation of the 400. [`ErrorType::status`](crate::ErrorType::status) has the
//! pairs of the table, and [`ErrorBody`](crate::ErrorBody) is the body of the last three rows.
//!
//! # Without a framework
//!
//! ```
//! use customer_schema::{ApiSignature, Customer, CustomerId, ErrorBody, ErrorType, PutCustomer, Status};
//!
//! /// What was sent. `path` is the last segment, if it could be decoded.
//! struct Request<'r> {
//!     path: Option<&'r str>,
//!     signature: Option<&'r str>,
//!     /// In lower case, without parameters such as `charset`: JSON is UTF-8 whatever they say.
//!     content_type: &'r str,
//!     body: &'r [u8],
//! }
//!
//! fn put(
//!     request: &Request,
//!     demands_signature: bool,
//!     instance: &str,
//!     keep: impl FnOnce(CustomerId, Customer) -> Result<Status, ()>,
//! ) -> Result<Status, ErrorBody> {
//!     let error = |kind, detail: &str| ErrorBody::new(kind, instance, "PutCustomer", detail);
//!     if demands_signature && !request.signature.is_some_and(|text| text.parse::<ApiSignature>().is_ok()) {
//!         return Err(error(ErrorType::Unauthorized, "a signature is required"));
//!     }
//!     let Some(path) = request.path else {
//!         return Err(error(ErrorType::InvalidMessage, "the path is not the percent-encoding of UTF-8"));
//!     };
//!     if request.content_type != "application/json" {
//!         return Err(error(ErrorType::InvalidMessage, "the content type must be application/json"));
//!     }
//!     let valid = PutCustomer::parse(path, request.signature, request.body)
//!         .map_err(|violations| ErrorBody::invalid_request(&violations, instance, "PutCustomer"))?;
//!     keep(valid.customer_id, valid.customer)
//!         .map_err(|()| error(ErrorType::Unexpected, "the customer could not be kept"))
//! }
//!
//! let request = Request { path: Some("c-1815"), signature: None, content_type: "application/json", body: b"{}" };
//! let answer = put(&request, false, "req-1", |_, _| Ok(Status::Created)).unwrap_err();
//! assert_eq!(answer.error_type.as_ref().and_then(|kind| kind.status()), Some(Status::BadRequest));
//! assert_eq!(answer.extensions.request.len(), 4);
//!
//! let answer = put(&request, true, "req-2", |_, _| Ok(Status::Created)).unwrap_err();
//! assert_eq!(answer.error_type.as_ref().and_then(|kind| kind.status()), Some(Status::Unauthorized));
//! assert!(answer.extensions.is_empty());
//! ```
//!
//! # In an extractor
//!
//! In axum the checks are an extractor, so that a handler gets what is valid and nothing else. This is the heart of the
//! service in the folder `examples/server` of the repository, to the letter: a test there sees to it. `service.config`
//! says whether a signature is demanded and how large and slow a body may be, `arrive` reads it within those bounds, and
//! an `Answer` is a status with an error body.
//!
//! ```rust,ignore
//! /// A request that keeps the contract, with the reference that its answer bears.
//! pub struct Accepted {
//!     pub instance: String,
//!     pub request: PutCustomer,
//! }
//!
//! impl<S: Store> FromRequest<Arc<Service<S>>> for Accepted {
//!     type Rejection = Answer;
//!
//!     async fn from_request(request: Request, service: &Arc<Service<S>>) -> Result<Self, Answer> {
//!         let instance = service.next_instance();
//!         let (head, body) = request.into_parts();
//!         // First of all, so that a client who is still sending gets to read the answer.
//!         let body = arrive(body, &service.config).await;
//!         match parse(&head, body, service.config.demands_signature) {
//!             Ok(request) => Ok(Self { instance, request }),
//!             Err(fault) => Err(Answer::refused(instance, &fault)),
//!         }
//!     }
//! }
//!
//! fn parse(head: &Parts, body: Result<Vec<u8>, Fault>, demands_signature: bool) -> Result<PutCustomer, Fault> {
//!     let signature = signature(&head.headers);
//!     let has_shape = |text: &str| text.parse::<ApiSignature>().is_ok();
//!     // Before all else, so that nothing is said of the body (S17). The signature itself is verified here as well,
//!     // by whoever has the key.
//!     if demands_signature && !signature.is_some_and(has_shape) {
//!         return Err(Fault::Unsigned);
//!     }
//!     let customer_id = customer_id(head.uri.path()).ok_or(Fault::Path)?;
//!     if !is_json(&head.headers) {
//!         return Err(Fault::ContentType);
//!     }
//!     PutCustomer::parse(&customer_id, signature, &body?).map_err(Fault::Violations)
//! }
//! ```
//!
//! The handler keeps the customer, and has no check in it:
//!
//! ```rust,ignore
//! async fn put_customer<S: Store>(
//!     State(service): State<Arc<Service<S>>>,
//!     Accepted { instance, request }: Accepted,
//! ) -> Answer {
//!     match service.store.put(request.customer_id, request.customer).await {
//!         Ok(Put::Created) => Answer::done(&instance, Status::Created),
//!         Ok(Put::Updated) => Answer::done(&instance, Status::Updated),
//!         Err(failure) => Answer::refused(instance, &Fault::Store(failure)),
//!     }
//! }
//! ```
//!
//! And this is the error body of each fault:
//!
//! ```rust,ignore
//! impl Fault {
//!     fn body(&self, instance: String) -> ErrorBody {
//!         let (error_type, detail) = match self {
//!             Self::Violations(violations) => return ErrorBody::invalid_request(violations, instance, ACTION),
//!             Self::Unsigned => (ErrorType::Unauthorized, "a signature is required, in the shape of a JWT".into()),
//!             Self::Path => (ErrorType::InvalidMessage, "the path is not the percent-encoding of UTF-8".into()),
//!             Self::ContentType => (ErrorType::InvalidMessage, "the content type must be application/json".into()),
//!             Self::TooLarge { limit } => (ErrorType::InvalidMessage, format!("the body has more than {limit} bytes")),
//!             Self::Slow => (ErrorType::InvalidMessage, "the body took too long to arrive".into()),
//!             Self::CutOff => (ErrorType::InvalidMessage, "the body did not arrive as a whole".into()),
//!             Self::Store(_) => (ErrorType::Unexpected, "the customer could not be kept".into()),
//!         };
//!         ErrorBody::new(error_type, instance, ACTION, detail)
//!     }
//! }
//! ```
//!
//! # With axum's own extractors
//!
//! Every type has `Deserialize` with the same checks, so `Json` and `Path` take them as they are. Here `Kept` is a list
//! behind a mutex:
//!
//! ```rust,ignore
//! async fn put_customer(
//!     State(kept): State<Kept>,
//!     Path(id): Path<CustomerId>,
//!     Json(customer): Json<Customer>,
//! ) -> StatusCode {
//!     // Both are valid here.
//!     kept.lock().unwrap().push((id, customer));
//!     StatusCode::NO_CONTENT
//! }
//! ```
//!
//! It is the shortest way, and good for an interface of your own. It does not answer as the contract does: an invalid
//! body is a 422 with all its faults in one line of text, another content type a 415, and path and body are reported one
//! at a time. None of these texts holds anything of the input.
//!
//! # The reference of an answer
//!
//! `Instance` is unique: take a number of your own, or the identifier that your tracing has for the request. Log it with
//! the status, so that whoever quotes it can be helped.
//!
//! # Logs
//!
//! [`Violations`](crate::Violations), [`Reason`](crate::Reason) and the paths hold nothing of what was sent (S14), and
//! `Debug` of a customer shows no personal data (S15). Both can be logged. The `CustomerID` and the body cannot. A report
//! has up to [`Violations::MAX_KEPT`](crate::Violations::MAX_KEPT) violations, so log their number and the first few.
//!
//! # Keeping customers
//!
//! Keep what was checked, not the bytes: they may have unknown properties, and white space of any amount. `Serialize`
//! writes equal customers as equal bytes, and `Deserialize` checks what comes back, so a record that was changed by hand
//! does not come in. Where the signature matters later, keep the bytes as well: it was made over them.
//!
//! `Created` or `Updated` has to come from the step that writes. Of two requests that first ask and then write, both
//! would say 201.
//!
//! # A second look
//!
//! The contract takes a passport that has expired, and a first name with a space behind it. Ask for
//! [`Customer::advisories`](crate::Customer::advisories) where a person would stop at that:
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
//! // From a clock of your own, in the time zone of the office.
//! let today = CalendarDate::new(2025, 1, 31).unwrap();
//! let codes: Vec<_> = customer.advisories(today).iter().map(|advisory| advisory.kind().code()).collect();
//! assert_eq!(codes, ["document_expired"]);
//! # Ok::<(), customer_schema::Violations>(())
//! ```
//!
//! # Other languages
//!
//! [`Violations::render`](crate::Violations::render) makes the map of `Extensions.Request` with texts of your own. The
//! example `messages` has them all in German, with a test that fails when a reason is added and left untranslated.
//!
//! # Bounds that are yours
//!
//! The work is linear in the body and the stack does not grow with it, but somebody has to hold the bytes. Set a bound on
//! the size of a body (256 KiB holds more than a thousand documents), on the time that it may take to arrive, and on the
//! number of connections. Read some way on past the bound before you answer: a client whose connection is closed while it
//! sends does not see the answer.
