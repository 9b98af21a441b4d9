//! The shape of a signed JWT (S9).

use serde::de::IgnoredAny;
use serde_json::Value;

use super::Document;

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// `None` where it cannot tell: see `Verdict::CannotTell`.
pub(crate) fn is_signature(text: &str) -> Option<bool> {
    let segments: Vec<&str> = text.split('.').collect();
    let [header, payload, signature] = segments[..] else { return Some(false) };
    let (Some(header), Some(payload), Some(signature)) = (decode(header), decode(payload), decode(signature)) else {
        return Some(false);
    };
    let (Some(header), Some(payload)) = (well_formed(header), well_formed(payload)) else { return Some(false) };
    if signature.is_empty() {
        return Some(false);
    }
    let header = Document::read(&header)?;
    let payload = Document::read(&payload)?;
    let algorithm = header.value.get("alg").and_then(Value::as_str).unwrap_or("");
    let signs = !algorithm.is_empty() && !algorithm.eq_ignore_ascii_case("none");
    Some(signs && header.value.is_object() && payload.value.is_object() && !header.twice.contains("/alg"))
}

fn well_formed(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(bytes).ok()?;
    serde_json::from_str::<IgnoredAny>(&text).is_ok().then_some(text)
}

/// Six bits a character, in groups of eight; what is left over has to be less than a character, and
/// zero.
pub(crate) fn decode(segment: &str) -> Option<Vec<u8>> {
    let mut bits = Vec::new();
    for character in segment.chars() {
        let six = ALPHABET.chars().position(|other| other == character)?;
        bits.extend((0..6).rev().map(|bit| six >> bit & 1));
    }
    let (bytes, rest) = bits.split_at(bits.len() / 8 * 8);
    if rest.len() >= 6 || rest.contains(&1) {
        return None;
    }
    let byte = |bits: &[usize]| bits.iter().fold(0, |byte, bit| byte << 1 | u8::try_from(*bit).unwrap_or(0));
    Some(bytes.chunks(8).map(byte).collect())
}
