//! Texts with the shape of a signed JWT, and texts with almost this shape ([S9](crate::guide::contract#S9)).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, one_of, up_to};
use super::json::{Formatting, Json};
use super::unknown::any_value;
use crate::ApiSignature;

pub(super) fn valid() -> BoxedStrategy<String> {
    jwt().prop_map(|Jwt { header, payload, signature }| dotted(&[header, payload, encode(&signature)])).boxed()
}

pub(super) fn malformed() -> BoxedStrategy<String> {
    (choice(16), jwt(), one_of(["none", "None", "NONE"])).prop_map(|(kind, jwt, none)| broken(kind, jwt, none)).boxed()
}

/// The first two segments of a signed JWT, and the bytes of the third.
#[derive(Clone, Debug)]
struct Jwt {
    header: String,
    payload: String,
    signature: Vec<u8>,
}

fn jwt() -> impl Strategy<Value = Jwt> {
    let algorithm = one_of(["ES256", "RS256", "HS512", "EdDSA", "x", "nonesuch", "non\u{e9}"]);
    let unknown = |at_most| up_to(at_most, (choice(3), any_value()));
    let signature = (choice(66), choice(256), up_to(7, choice(256)));
    Formatting::with((algorithm, unknown(2), choice(3), unknown(2), signature)).prop_map(
        |((algorithm, others, index, claims, (more, first, pattern)), formatting)| {
            let mut header = named(others);
            let index = index.min(header.len());
            header.insert(index, (ApiSignature::ALGORITHM.into(), Json::Text(algorithm.into())));
            Jwt {
                header: encode(Json::Object(header).write(&formatting)),
                payload: encode(Json::Object(named(claims)).write(&formatting)),
                signature: iter::once(first)
                    .chain(pattern)
                    .cycle()
                    .take(more + 1)
                    .filter_map(|n| u8::try_from(n).ok())
                    .collect(),
            }
        },
    )
}

fn named(values: Vec<(usize, Json)>) -> Vec<(String, Json)> {
    let name = |choice| if choice == 0 { "typ".into() } else { ApiSignature::ALGORITHM.repeat(choice).to_uppercase() };
    values.into_iter().map(|(choice, value)| (name(choice), value)).collect()
}

fn broken(kind: usize, jwt: Jwt, none: &str) -> String {
    let Jwt { header, payload, signature } = jwt;
    let name = ApiSignature::ALGORITHM;
    let signed = |header: String| dotted(&[encode(header), payload.clone(), encode(&signature)]);
    let whole = dotted(&[header.clone(), payload.clone(), encode(&signature)]);
    match kind {
        1 => format!("Bearer {whole}"),
        2 => dotted(&[header, payload]),
        3 => dotted(&[header, payload, String::new()]),
        4 => format!("{whole}.{whole}"),
        5 => format!("{whole} "),
        // One byte in two characters. The last four bits of the second are not zero.
        6 => dotted(&[header, payload, "AB".into()]),
        7 => dotted(&[header, payload, format!("{}==", encode("A"))]),
        8 => dotted(&[header, payload, "+/+/".into()]),
        9 => dotted(&[header, encode("[]"), encode(&signature)]),
        10 => dotted(&[header, encode(b"{\"\xff\":0}"), encode(&signature)]),
        11 => signed(format!("{{\"{name}\":\"{none}\"}}")),
        12 => signed(format!("{{\"{name}\":\"\"}}")),
        13 => signed(format!("{{\"{name}\":[\"ES256\"]}}")),
        14 => signed(format!("{{\"{name}\":\"ES256\",\"\\u0061{}\":\"ES256\"}}", name.get(1..).unwrap_or_default())),
        15 => signed("{}".into()),
        _ => String::new(),
    }
}

fn encode(segment: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(segment)
}

fn dotted<const N: usize>(segments: &[String; N]) -> String {
    segments.join(".")
}
