//! The shape of a signed JWT.

use alloc::string::String;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bumpalo::Bump;
use compact_str::CompactString;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess};

use super::{as_text, from_text};
use crate::read::{Answer, Any, Checked, Mode, Scalar, Text};
use crate::redact::redact;
use crate::{Reason, Rule};

/// The value of the header `Api-Signature`: a text with the shape of a digitally signed JWT in JWS
/// compact form (R2, S9).
///
/// **It proves nothing.** The signature is not verified, since there is no key here, and neither are
/// the claims. Whoever relies on the signature has to verify it first, over the exact text that
/// [`as_str`](Self::as_str) gives, with a library made for that.
///
/// The shape: three non-empty segments of canonical base64url without padding; header and payload
/// are JSON objects in UTF-8; the header has one `alg`, a non-empty string other than `none` in any
/// case. All else in header and payload is read as unknown.
///
/// It is a credential: `Debug` hides it, and there is no `Display`.
///
/// # Errors
///
/// [`Reason::MalformedSignature`] for every other text. So the empty text, and one that begins with
/// `Bearer `.
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
    /// The one member of the header that is looked at.
    pub(crate) const ALGORITHM: &'static str = "alg";

    /// The text, as it came: the exact octets that the signature was made over, and the signature.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Gives up the type and keeps the text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into_string()
    }
}

impl Scalar for ApiSignature {
    const RULE: Rule = Rule::Signature;
    type Kept<'a, M: Mode> = M::Text<'a, Self>;

    fn read<'a, M: Mode>(text: Text<'a, '_>, texts: &'a Bump) -> Result<M::Text<'a, Self>, Reason> {
        check(text.as_str()).ok_or(Reason::MalformedSignature)?;
        Ok(M::text(text, texts))
    }

    fn build(checked: Checked<'_, Self>) -> Self {
        Self(checked.to_compact())
    }
}

/// `Some` if the text has the shape.
fn check(text: &str) -> Option<()> {
    let (header, rest) = text.split_once('.')?;
    let (payload, signature) = rest.split_once('.')?;
    let is_signed = algorithm(&object(header)?)?;
    object(payload)?;
    (is_signed && !decode(signature)?.is_empty()).then_some(())
}

/// Refuses padding, foreign characters and non-zero trailing bits.
fn decode(segment: &str) -> Option<alloc::vec::Vec<u8>> {
    URL_SAFE_NO_PAD.decode(segment).ok()
}

/// The text of a segment that is a JSON object.
fn object(segment: &str) -> Option<String> {
    let json = String::from_utf8(decode(segment)?).ok()?;
    // By its first character: where `serde_json/arbitrary_precision` is on, a number would pass for
    // an object.
    let is_object = json.trim_start_matches([' ', '\t', '\n', '\r']).starts_with('{');
    serde_json::from_str::<IgnoredAny>(&json).ok()?;
    is_object.then_some(json)
}

/// Whether the header has one `alg`, and one that signs.
fn algorithm(header: &str) -> Option<bool> {
    Any(Header).deserialize(&mut serde_json::Deserializer::from_str(header)).ok()
}

struct Header;

impl<'de> Answer<'de> for Header {
    type Value = bool;

    fn other(self) -> bool {
        false
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut only = None;
        let mut doubled = false;
        while let Some(is_alg) = map.next_key_seed(Any(Is(|name: &str| name == ApiSignature::ALGORITHM)))? {
            if is_alg && only.is_none() {
                only = Some(map.next_value_seed(Any(Is(signs)))?);
            } else {
                doubled |= is_alg;
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(only == Some(true) && !doubled)
    }
}

fn signs(alg: &str) -> bool {
    !alg.is_empty() && !alg.eq_ignore_ascii_case("none")
}

/// Whether a value is a text that fits.
struct Is<F>(F);

impl<F: FnOnce(&str) -> bool> Answer<'_> for Is<F> {
    type Value = bool;

    fn other(self) -> bool {
        false
    }

    fn text(self, text: Text<'_, '_>) -> bool {
        self.0(text.as_str())
    }
}

redact!(ApiSignature);
from_text!(ApiSignature);
as_text!(ApiSignature);

// Its shape is no matter of a pattern: two of the segments are JSON within base64url.
#[cfg(feature = "schema")]
crate::schema::impl_json_schema!(ApiSignature, "ApiSignature", in_place: true, |_| {
    schemars::json_schema!({ "description": "A digitally signed JWT in JWS compact form.", "type": "string" })
});
