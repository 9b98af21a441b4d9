//! The extractor that gives a valid request to the handler, or an answer to the client.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use customer_schema::{ApiSignature, PutCustomer};
use http_body_util::BodyExt;
use percent_encoding::percent_decode_str;
use tokio::time::timeout;

use crate::answer::{Answer, PutError};
use crate::store::Store;
use crate::{Config, Service};

/// A valid request, with the reference for its answer.
pub struct ValidRequest {
    pub instance: String,
    pub request: PutCustomer,
}

impl<S: Store> FromRequest<Arc<Service<S>>> for ValidRequest {
    type Rejection = Answer;

    async fn from_request(request: Request, service: &Arc<Service<S>>) -> Result<Self, Answer> {
        let instance = service.next_instance();
        let (head, body) = request.into_parts();
        // Before any check: a client that is still sending cannot read an answer.
        let body = read_body(body, &service.config).await;
        match parse(&head, body, service.config.demands_signature) {
            Ok(request) => Ok(Self { instance, request }),
            Err(error) => Err(Answer::refused(instance, &error)),
        }
    }
}

fn parse(head: &Parts, body: Result<Vec<u8>, PutError>, demands_signature: bool) -> Result<PutCustomer, PutError> {
    let signature = signature(&head.headers);
    let has_shape = |text: &str| text.parse::<ApiSignature>().is_ok();
    // Before all else: without a signature, the answer says nothing about the body (S17). A service that has the key
    // verifies the signature here as well.
    if demands_signature && !signature.is_some_and(has_shape) {
        return Err(PutError::Unsigned);
    }
    let customer_id = customer_id(head.uri.path()).ok_or(PutError::Path)?;
    if !is_json(&head.headers) {
        return Err(PutError::ContentType);
    }
    PutCustomer::parse(&customer_id, signature, &body?).map_err(PutError::Violations)
}

/// Decodes the last segment of the path; `None` where it is not the percent-encoding of UTF-8.
fn customer_id(path: &str) -> Option<Cow<'_, str>> {
    let (_, segment) = path.rsplit_once('/')?;
    // The decoder takes a lone `%` as itself, so that two paths would mean the same customer.
    let is_encoded = |rest: &str| rest.as_bytes().get(..2).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
    let mut escapes = segment.split('%').skip(1);
    escapes.all(is_encoded).then(|| percent_decode_str(segment).decode_utf8().ok())?
}

/// The value of the signature header, if there is one. A repeated header or one that is not text is malformed, not absent.
fn signature(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(PutCustomer::API_SIGNATURE).iter();
    let value = values.next()?;
    let is_only = values.next().is_none();
    Some(value.to_str().ok().filter(|_| is_only).unwrap_or_default())
}

/// Whether the content type is JSON. Parameters are ignored: JSON is always UTF-8.
fn is_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(CONTENT_TYPE).iter().map(HeaderValue::to_str);
    let (Some(Ok(value)), None) = (values.next(), values.next()) else { return false };
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

/// Reads the body within the limits of time and size.
async fn read_body(body: Body, config: &Config) -> Result<Vec<u8>, PutError> {
    timeout(config.body_time, read_limited(body, config.body_limit)).await.unwrap_or(Err(PutError::Timeout))
}

/// Reads the body. Bytes over the limit are read and dropped, up to a multiple of it: a client that is still sending when
/// the connection is closed cannot read the answer.
async fn read_limited(mut body: Body, limit: usize) -> Result<Vec<u8>, PutError> {
    const DRAIN_FACTOR: usize = 16;

    let mut bytes = Vec::new();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| PutError::Incomplete)?.into_data() else { continue };
        size += data.len();
        if size <= limit {
            bytes.extend_from_slice(&data);
        } else if size > DRAIN_FACTOR * limit {
            break;
        }
    }
    if size <= limit { Ok(bytes) } else { Err(PutError::TooLarge { limit }) }
}
