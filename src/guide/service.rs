//! A service that receives customers over HTTP.
//!
//! A service passes three parts of a request to [`PutCustomer::parse`](crate::PutCustomer::parse), and
//! gets a valid request or the report for the answer.
//!
//! | Part | Pass | Note |
//! |---|---|---|
//! | path | the last segment, percent-decoded | if it cannot be decoded, answer 400 |
//! | header `Api-Signature` | `None` only if it is absent | not text, or twice: `Some("")` |
//! | body | the bytes as received | check the content type and the size before |
//!
//! `Some("")` is a malformed signature, so it is reported as one.
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
//! A 400 answers every violation, and also a path that cannot be decoded, another content type, and a
//! body that is too large, too slow or cut off.
//!
//! A service that requires a signature checks it before everything else, and its 401 says nothing about
//! the body ([S17](crate::guide::contract#S17)). In a service that does not require one, a malformed
//! signature is one more violation of the 400.
//!
//! [`ErrorType::status`](crate::ErrorType::status) maps the types to the statuses of the table.
//! [`ErrorBody`](crate::ErrorBody) is the body of a 400, 401 and 500.
//!
//! # Without a framework
//!
//! ```
//! use customer_schema::{
//!     ApiSignature, Customer, CustomerId, ErrorBody, ErrorType, PutCustomer, Status,
//! };
//!
//! struct Request<'r> {
//!     /// The last segment, if it could be decoded.
//!     path: Option<&'r str>,
//!     signature: Option<&'r str>,
//!     /// In lower case and without parameters. JSON is UTF-8, so `charset` has no effect.
//!     content_type: &'r str,
//!     body: &'r [u8],
//! }
//!
//! fn put(
//!     request: &Request,
//!     requires_signature: bool,
//!     instance: &str,
//!     store: impl FnOnce(CustomerId, Customer) -> Result<Status, ()>,
//! ) -> Result<Status, ErrorBody> {
//!     let error = |kind, detail: &str| ErrorBody::new(kind, instance, "PutCustomer", detail);
//!     let has_shape = |text: &str| text.parse::<ApiSignature>().is_ok();
//!     if requires_signature && !request.signature.is_some_and(has_shape) {
//!         return Err(error(ErrorType::Unauthorized, "a signature is required"));
//!     }
//!     let Some(path) = request.path else {
//!         let detail = "the path is not the percent-encoding of UTF-8";
//!         return Err(error(ErrorType::InvalidMessage, detail));
//!     };
//!     if request.content_type != "application/json" {
//!         let detail = "the content type must be application/json";
//!         return Err(error(ErrorType::InvalidMessage, detail));
//!     }
//!     let valid = PutCustomer::parse(path, request.signature, request.body)
//!         .map_err(|report| ErrorBody::invalid_request(&report, instance, "PutCustomer"))?;
//!     store(valid.customer_id, valid.customer)
//!         .map_err(|()| error(ErrorType::Unexpected, "the customer could not be stored"))
//! }
//!
//! let request = Request {
//!     path: Some("c-1815"),
//!     signature: None,
//!     content_type: "application/json",
//!     body: b"{}",
//! };
//! let answer = put(&request, false, "req-1", |_, _| Ok(Status::Created)).unwrap_err();
//! let status = answer.error_type.as_ref().and_then(|kind| kind.status());
//! assert_eq!(status, Some(Status::BadRequest));
//! assert_eq!(answer.extensions.request.len(), 4);
//!
//! let answer = put(&request, true, "req-2", |_, _| Ok(Status::Created)).unwrap_err();
//! let status = answer.error_type.as_ref().and_then(|kind| kind.status());
//! assert_eq!(status, Some(Status::Unauthorized));
//! assert!(answer.extensions.is_empty());
//! ```
//!
//! # In an extractor
//!
//! In axum the checks belong in an extractor, so that a handler receives valid requests only. This code is
//! a copy of the service in the folder `examples/server` of the repository, and a test there keeps the two
//! equal. `service.config` has whether a signature is required, and the limits on size and time within
//! which the body is read. An `Answer` is a status with an error body.
//!
//! ```rust,ignore
//! /// A valid request, with the reference for its answer.
//! pub struct ValidRequest {
//!     pub instance: String,
//!     pub request: PutCustomer,
//! }
//!
//! impl<S: Store> FromRequest<Arc<Service<S>>> for ValidRequest {
//!     type Rejection = Answer;
//!
//!     async fn from_request(request: Request, service: &Arc<Service<S>>) -> Result<Self, Answer> {
//!         let instance = service.next_instance();
//!         let (head, body) = request.into_parts();
//!         // Before any check: a client that is still sending cannot read an answer.
//!         let body = read_body(body, &service.config).await;
//!         match parse(&head, body, service.config.demands_signature) {
//!             Ok(request) => Ok(Self { instance, request }),
//!             Err(error) => Err(Answer::refused(instance, &error)),
//!         }
//!     }
//! }
//!
//! fn parse(head: &Parts, body: Result<Vec<u8>, PutError>, demands_signature: bool) -> Result<PutCustomer, PutError> {
//!     let signature = signature(&head.headers);
//!     let has_shape = |text: &str| text.parse::<ApiSignature>().is_ok();
//!     // Before all else: without a signature, the answer says nothing about the body (S17). A service that has the key
//!     // verifies the signature here as well.
//!     if demands_signature && !signature.is_some_and(has_shape) {
//!         return Err(PutError::Unsigned);
//!     }
//!     let customer_id = customer_id(head.uri.path()).ok_or(PutError::Path)?;
//!     if !is_json(&head.headers) {
//!         return Err(PutError::ContentType);
//!     }
//!     PutCustomer::parse(&customer_id, signature, &body?).map_err(PutError::Violations)
//! }
//! ```
//!
//! The handler stores the customer. It has no check in it:
//!
//! ```rust,ignore
//! async fn put_customer<S: Store>(
//!     State(service): State<Arc<Service<S>>>,
//!     ValidRequest { instance, request }: ValidRequest,
//! ) -> Answer {
//!     match service.store.put(request.customer_id, request.customer).await {
//!         Ok(Put::Created) => Answer::done(&instance, Status::Created),
//!         Ok(Put::Updated) => Answer::done(&instance, Status::Updated),
//!         Err(error) => Answer::refused(instance, &PutError::Store(error)),
//!     }
//! }
//! ```
//!
//! Each error has its error body:
//!
//! ```rust,ignore
//! impl PutError {
//!     fn body(&self, instance: String) -> ErrorBody {
//!         let (error_type, detail) = match self {
//!             Self::Violations(violations) => return ErrorBody::invalid_request(violations, instance, ACTION),
//!             Self::Unsigned => (ErrorType::Unauthorized, "a signature is required, in the shape of a JWT".into()),
//!             Self::Path => (ErrorType::InvalidMessage, "the path is not the percent-encoding of UTF-8".into()),
//!             Self::ContentType => (ErrorType::InvalidMessage, "the content type must be application/json".into()),
//!             Self::TooLarge { limit } => (ErrorType::InvalidMessage, format!("the body has more than {limit} bytes")),
//!             Self::Timeout => (ErrorType::InvalidMessage, "the body took too long to arrive".into()),
//!             Self::Incomplete => (ErrorType::InvalidMessage, "the body did not arrive as a whole".into()),
//!             Self::Store(_) => (ErrorType::Unexpected, "the customer could not be stored".into()),
//!         };
//!         ErrorBody::new(error_type, instance, ACTION, detail)
//!     }
//! }
//! ```
//!
//! # With the extractors of axum
//!
//! Take the path as a `String` and the body as `Bytes`. Here `Stored` is a list behind a mutex:
//!
//! ```rust,ignore
//! async fn put_customer(
//!     State(stored): State<Stored>,
//!     Path(id): Path<String>,
//!     body: Bytes,
//! ) -> Result<StatusCode, (StatusCode, Json<ErrorBody>)> {
//!     let request = PutCustomer::parse(&id, None, &body).map_err(|violations| {
//!         let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
//!         (StatusCode::BAD_REQUEST, Json(answer))
//!     })?;
//!     stored.lock().unwrap().push(request);
//!     Ok(StatusCode::NO_CONTENT)
//! }
//! ```
//!
//! Do not take a `Json<Customer>`. It compiles, but axum answers its errors itself, and the text quotes
//! names of properties that were sent, also of unknown ones: `SSN-078-05-1120` if the body is
//! `{"SSN-078-05-1120": tru}`. `Json<Checked<Customer>>` has the same flaw: [`Checked`](crate::Checked)
//! holds the report of a body that is JSON, but `Json` itself answers one that is not.
//!
//! `Path<CustomerId>` quotes nothing, but its errors are answered apart from those of the body.
//!
//! # The reference of an answer
//!
//! `Instance` has to be unique. Use a counter, or the identifier that your tracing has for the request.
//! Log it together with the status, so that support finds the request to which a client refers.
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
//! The step that writes has to decide between `Created` and `Updated`. If it is decided before, two
//! concurrent requests can both answer 201.
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
//! Read some way past the limit on size before you answer. If the connection is closed while a client
//! still sends, the client does not see the answer.
