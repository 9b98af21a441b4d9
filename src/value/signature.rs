//! The shape of a signed JWT.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use compact_str::CompactString;

use super::{as_text, from_text, redact};
use crate::read::{Content, Escaped, Json, Scalar, Source, Valid};
use crate::{JsonType, Reason, Rule};

/// The value of the header `Api-Signature`: a text with the shape of a digitally signed JWT in JWS
/// compact form ([R2](crate::guide::contract#R2), [S9](crate::guide::contract#S9)).
///
/// **It proves nothing.** Neither the signature nor the claims are verified, since the library has no key. A caller
/// that relies on the signature has to verify it with a library for JWT, over the exact text of
/// [`as_str`](Self::as_str).
///
/// The shape is this:
///
/// - It has three non-empty segments of canonical base64url without padding.
/// - Header and payload are JSON objects in UTF-8.
/// - The header has exactly one `alg`, a non-empty string that is not `none` in any mixture of upper and lower
///   case.
///
/// All other properties of header and payload are ignored.
///
/// It is a credential: `Debug` hides it, and there is no `Display`.
///
/// # Errors
///
/// [`Reason::MalformedSignature`] for every other text, also for an empty one and one that begins with `Bearer `.
///
/// ```
/// use customer_schema::{ApiSignature, Reason};
///
/// // {"alg":"ES256"} . {} . some bytes
/// let signature: ApiSignature = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl".parse()?;
/// assert_eq!(format!("{signature:?}"), "ApiSignature");
/// assert_eq!(signature.as_str().split('.').count(), 3);
/// assert_eq!(signature.into_string(), "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl");
///
/// // {"alg":"none"} . {} . some bytes
/// let unsigned = "eyJhbGciOiJub25lIn0.e30.c2lnbmF0dXJl".parse::<ApiSignature>();
/// assert_eq!(unsigned, Err(Reason::MalformedSignature));
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiSignature(CompactString);

impl ApiSignature {
    /// The one property of the header that is checked.
    pub(crate) const ALGORITHM: &'static str = "alg";

    /// The text as it was sent: the exact text that was signed, and the signature.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Converts to the text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into_string()
    }
}

impl Scalar for ApiSignature {
    const RULE: Rule = Rule::Signature;
    type Raw<'a> = Valid<Content<'a>, Self>;
    type Ready<'a> = Valid<&'a str, Self>;

    fn check(text: &str) -> Option<Self::Raw<'_>> {
        check(text)?;
        Some(Valid::new(Content::plain(text)))
    }

    fn reason(_: &str) -> Reason {
        Reason::MalformedSignature
    }

    // May allocate: no property is a signature, so no JSON body reaches it.
    fn check_escaped(content: Escaped<'_>) -> Result<Self::Raw<'_>, Reason> {
        check(&content.resolve()).ok_or(Reason::MalformedSignature)?;
        Ok(Valid::new(content.to_content()))
    }

    fn ready(raw: Self::Raw<'_>) -> Option<Self::Ready<'_>> {
        raw.as_plain()
    }

    fn build(text: Self::Ready<'_>) -> Self {
        Self(text.to_compact())
    }

    fn to_text(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
}

/// `Some` if the text has the shape.
fn check(text: &str) -> Option<()> {
    let (header, rest) = text.split_once('.')?;
    let (payload, signature) = rest.split_once('.')?;
    check_header(&decode_text(header)?)?;
    check_payload(&decode_text(payload)?)?;
    (!decode(signature)?.is_empty()).then_some(())
}

/// Refuses padding, other alphabets and non-zero trailing bits.
fn decode(segment: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(segment).ok()
}

fn decode_text(segment: &str) -> Option<String> {
    String::from_utf8(decode(segment)?).ok()
}

/// `Some` for an object with one `alg` that is not `none`.
fn check_header(text: &str) -> Option<()> {
    let mut json = Json::new(text, false, None);
    if !json.is(JsonType::Object) {
        return None;
    }
    let mut signs = None;
    let mut more = json.enter(JsonType::Object);
    while more {
        if json.name_is(ApiSignature::ALGORITHM).ok()? {
            if signs.is_some() || !json.is(JsonType::String) {
                return None;
            }
            let is_unsigned = |algorithm: &str| algorithm.is_empty() || algorithm.eq_ignore_ascii_case("none");
            signs = Some(json.text().ok()?.with_short(is_unsigned) != Some(true));
        } else {
            json.skip(false).ok()?;
        }
        more = json.more(JsonType::Object).ok()?;
    }
    (json.is_at_end() && signs?).then_some(())
}

/// `Some` for an object.
fn check_payload(text: &str) -> Option<()> {
    let mut json = Json::new(text, false, None);
    let is_object = json.is(JsonType::Object);
    json.skip(false).ok()?;
    (is_object && json.is_at_end()).then_some(())
}

redact!(ApiSignature);
from_text!(stores ApiSignature);
as_text!(ApiSignature);
