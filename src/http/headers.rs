//! The headers that decide whether a body is read ([S19](crate::guide::contract#S19)).

use ::http::header::{CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, HeaderMap};

use super::Refusal;
use crate::{PutCustomer, SignatureHeader};

/// The signature, unchecked.
pub(super) fn signature(headers: &HeaderMap) -> SignatureHeader<'_> {
    let mut values = headers.get_all(PutCustomer::API_SIGNATURE).iter();
    match (values.next(), values.next()) {
        (None, _) => SignatureHeader::Absent,
        (Some(value), None) => SignatureHeader::One(value.as_bytes()),
        (Some(_), Some(_)) => SignatureHeader::Repeated,
    }
}

/// Checks all headers but the signature, in the order of the contract.
pub(super) fn check(headers: &HeaderMap) -> Result<(), Refusal> {
    if !is_json(headers) {
        return Err(Refusal::ContentType);
    }
    if !is_unencoded(headers) {
        return Err(Refusal::ContentEncoding);
    }
    if headers.contains_key(CONTENT_RANGE) {
        return Err(Refusal::ContentRange);
    }
    Ok(())
}

/// Whether there is one content type, `application/json`. Parameters are ignored, `charset` as well: JSON is always
/// UTF-8.
fn is_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    let (Some(value), None) = (values.next(), values.next()) else { return false };
    let media_type = value.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
    media_type.trim_ascii().eq_ignore_ascii_case(b"application/json")
}

/// Whether every coding of every header is `identity`.
fn is_unencoded(headers: &HeaderMap) -> bool {
    let values = headers.get_all(CONTENT_ENCODING).iter();
    let mut codings = values.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    codings.all(|coding| coding.trim_ascii().eq_ignore_ascii_case(b"identity"))
}
