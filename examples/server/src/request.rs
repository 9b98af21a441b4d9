//! What a request says: the extractor that gives a valid one to the handler, or the answer to the client.

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

use crate::answer::{Answer, Fault};
use crate::store::Store;
use crate::{Config, Service};

/// A request that keeps the contract, with the reference that its answer bears.
pub struct Accepted {
    pub instance: String,
    pub request: PutCustomer,
}

impl<S: Store> FromRequest<Arc<Service<S>>> for Accepted {
    type Rejection = Answer;

    async fn from_request(request: Request, service: &Arc<Service<S>>) -> Result<Self, Answer> {
        let instance = service.next_instance();
        let (head, body) = request.into_parts();
        // First of all, so that a client who is still sending gets to read the answer.
        let body = arrive(body, &service.config).await;
        match parse(&head, body, service.config.demands_signature) {
            Ok(request) => Ok(Self { instance, request }),
            Err(fault) => Err(Answer::refused(instance, &fault)),
        }
    }
}

fn parse(head: &Parts, body: Result<Vec<u8>, Fault>, demands_signature: bool) -> Result<PutCustomer, Fault> {
    let signature = signature(&head.headers);
    let has_shape = |text: &str| text.parse::<ApiSignature>().is_ok();
    // Before all else, so that nothing is said of the body (S17). The signature itself is verified here as well,
    // by whoever has the key.
    if demands_signature && !signature.is_some_and(has_shape) {
        return Err(Fault::Unsigned);
    }
    let customer_id = customer_id(head.uri.path()).ok_or(Fault::Path)?;
    if !is_json(&head.headers) {
        return Err(Fault::ContentType);
    }
    PutCustomer::parse(&customer_id, signature, &body?).map_err(Fault::Violations)
}

/// The last segment of the path, decoded; `None` where it is not the percent-encoding of UTF-8.
fn customer_id(path: &str) -> Option<Cow<'_, str>> {
    let (_, segment) = path.rsplit_once('/')?;
    // The decoder lets a lone `%` stand for itself, and two paths would mean the same customer.
    let is_encoded = |rest: &str| rest.as_bytes().get(..2).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
    let mut escapes = segment.split('%').skip(1);
    escapes.all(is_encoded).then(|| percent_decode_str(segment).decode_utf8().ok())?
}

/// The header, if there is one. One that is no text, or that stands twice, is malformed, not absent.
fn signature(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(PutCustomer::API_SIGNATURE).iter();
    let value = values.next()?;
    let is_only = values.next().is_none();
    Some(value.to_str().ok().filter(|_| is_only).unwrap_or_default())
}

/// Whether the body is said to be JSON. Parameters do not matter: JSON is UTF-8 whatever they say.
fn is_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(CONTENT_TYPE).iter().map(HeaderValue::to_str);
    let (Some(Ok(value)), None) = (values.next(), values.next()) else { return false };
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

/// The body, once it has arrived.
async fn arrive(body: Body, config: &Config) -> Result<Vec<u8>, Fault> {
    timeout(config.body_time, read(body, config.body_limit)).await.unwrap_or(Err(Fault::Slow))
}

/// Reads the body. What is over the limit is let in and dropped, up to a bound: a connection that is closed on a
/// client who is sending takes the answer with it.
async fn read(mut body: Body, limit: usize) -> Result<Vec<u8>, Fault> {
    const PATIENCE: usize = 16;

    let mut bytes = Vec::new();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Fault::CutOff)?.into_data() else { continue };
        size += data.len();
        if size <= limit {
            bytes.extend_from_slice(&data);
        } else if size > PATIENCE * limit {
            break;
        }
    }
    if size <= limit { Ok(bytes) } else { Err(Fault::TooLarge { limit }) }
}
