//! Reading a request. All that its head decides is answered before the body is read.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header::{
    EXPECT, HeaderMap, IF_MATCH, IF_NONE_MATCH, IF_UNMODIFIED_SINCE, TRANSFER_ENCODING,
};
use axum::http::request::Parts;
use customer_schema::{Head, PutCustomer, Refusal, Signature};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout;

use crate::answer::PutError;
use crate::verify::SignedBody;
use crate::{Config, SignaturePolicy};

/// A request whose body is not read yet.
pub struct Reader<'a> {
    parts: Parts,
    body: Body,
    config: &'a Config,
}

impl<'a> Reader<'a> {
    pub fn new(request: Request, config: &'a Config) -> Self {
        let (parts, body) = request.into_parts();
        Self { parts, body, config }
    }

    /// Reads the request within the limits of size and time.
    pub async fn read(mut self) -> Result<PutCustomer, PutError> {
        let (head, signed) = match self.check_head() {
            Ok(checked) => checked,
            Err(error) => return Err(self.discard(error)),
        };
        let reading = read_body(&mut self.body, self.config.body_limit);
        let body = match timeout(self.config.body_time, reading).await {
            Ok(Ok(body)) => body,
            Ok(Err(error)) => return Err(self.discard(error)),
            // A client that has not sent its body in this time is not waited for any longer.
            Err(_) => return Err(PutError::Timeout),
        };
        if let Some(signed) = signed {
            signed.check(&body)?;
        }
        Ok(head.read(&body)?)
    }

    fn check_head(&self) -> Result<(Head, Option<SignedBody>), PutError> {
        let signature = match self.config.signature {
            SignaturePolicy::Optional => Signature::Optional,
            SignaturePolicy::Shape | SignaturePolicy::Verified(_) => Signature::Required,
        };
        let head = PutCustomer::check_head(&self.parts, signature);
        if matches!(head, Err(Refusal::Unauthorized)) {
            return Err(Refusal::Unauthorized.into());
        }
        // Before the other errors of the head: without a valid signature an answer says nothing about them (S17).
        let signed = self.verify()?;
        let head = head?;
        if !is_plain(&self.parts.headers) {
            return Err(PutError::TransferEncoding);
        }
        // The preconditions that RFC 9110 defines for a `PUT`. The others have no meaning there.
        let preconditions = [IF_MATCH, IF_NONE_MATCH, IF_UNMODIFIED_SINCE];
        if preconditions.iter().any(|name| self.parts.headers.contains_key(name)) {
            return Err(PutError::Precondition);
        }
        let limit = self.config.body_limit;
        if self.body.size_hint().lower() > limit as u64 {
            return Err(PutError::TooLarge { limit });
        }
        Ok((head, signed))
    }

    /// Verifies the signature, if there is a key.
    fn verify(&self) -> Result<Option<SignedBody>, PutError> {
        let SignaturePolicy::Verified(verifier) = &self.config.signature else {
            return Ok(None);
        };
        let signature = self.parts.headers.get(PutCustomer::API_SIGNATURE);
        let signature = signature.ok_or(Refusal::Unauthorized)?;
        Ok(Some(verifier.verify(signature.as_bytes())?))
    }

    /// Gives up the body. The answer does not wait for it.
    ///
    /// A client that is still sending when the connection is closed cannot read the answer. So the body is read and
    /// dropped in the background, within a multiple of its limit. With `Expect: 100-continue` the client waits and sends
    /// nothing, so the connection is closed at once.
    pub fn discard(self, error: PutError) -> PutError {
        if !self.parts.headers.contains_key(EXPECT) {
            tokio::spawn(drain(self.body, self.config.body_limit, self.config.body_time));
        }
        error
    }
}

/// Whether the body has no transfer coding but `chunked`, which is the only one that is decoded.
fn is_plain(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    codings.all(|coding| coding.as_bytes().eq_ignore_ascii_case(b"chunked"))
}

async fn read_body(body: &mut Body, limit: usize) -> Result<Bytes, PutError> {
    match Limited::new(body, limit).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(PutError::TooLarge { limit }),
        Err(_) => Err(PutError::Incomplete),
    }
}

async fn drain(mut body: Body, limit: usize, time: Duration) {
    const DRAIN_FACTOR: usize = 16;

    let read = async {
        let mut size = 0;
        while let Some(Ok(frame)) = body.frame().await {
            size += frame.data_ref().map_or(0, |data| data.len());
            if size > DRAIN_FACTOR * limit {
                break;
            }
        }
    };
    let _ = timeout(time, read).await;
}
