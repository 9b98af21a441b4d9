//! The entry points to the reader.

use bumpalo::Bump;
use serde::de::{Deserializer, Error};

use super::json::{Json, Malformed};
use super::record::{record, record_string};
use super::{Field, Reader, Scalar, Source, Tape, Value};
use crate::report::{ErrorGuaranteed, Location, Report};
use crate::{MalformedCause, Reason, Violations};

/// Reads a body in bytes into a field. If it is malformed ([S5](crate::guide::contract#S5)), this is the only violation
/// of the body ([S10](crate::guide::contract#S10)). Returns the body, for the positions, if it has more than one line
/// or is malformed. `arena` holds the contents of strings with escapes; `None` if no value is built.
#[inline]
fn read_body<'a, V: Value>(
    body: &'a [u8],
    arena: Option<&'a Bump>,
    report: &mut Report,
    field: &mut Field<V::Raw<'a>>,
) -> Option<&'a [u8]> {
    let before = report.checkpoint();
    let (text, is_cut) = valid_text(body);
    let mut reader = Reader { source: Json::new(text, is_cut, arena), report, keep: arena.is_some() };
    let outcome = field.read_first::<V, _>(&mut reader, &Location::BODY);
    let Reader { source: mut json, report, .. } = reader;
    let Err(cause) = whole(outcome, &mut json, is_cut) else {
        return json.has_line_feed().then_some(body);
    };
    report.reset(before);
    field.reject(report.add_malformed(body, json.offset().get().unwrap_or_default(), cause));
    Some(body)
}

/// The text of a body, and whether it ends at a byte that is not UTF-8. Once for the whole body, so that no string has
/// to be verified on its own.
#[inline(always)]
fn valid_text(body: &[u8]) -> (&str, bool) {
    match simdutf8::basic::from_utf8(body) {
        Ok(text) => (text, false),
        Err(_) => (valid_part(body), true),
    }
}

/// The outcome of taking the one value of a body, or why the body is malformed.
#[inline(always)]
fn whole<T>(taken: Result<T, Malformed>, json: &mut Json<'_>, is_cut: bool) -> Result<T, MalformedCause> {
    match taken {
        Err(Malformed) => Err(json.cause()),
        Ok(value) if json.is_at_end() && !is_cut => Ok(value),
        Ok(_) if json.is_at_end() => Err(MalformedCause::NotUtf8),
        Ok(_) => Err(MalformedCause::TrailingData),
    }
}

/// Calls `take` to take the one value of JSON in bytes, without the rules of the contract. `take` also gets the whole
/// text. Fails only if the bytes are malformed, with the same report as reading a body.
pub(crate) fn scan<T>(
    bytes: &[u8],
    take: impl for<'a> FnOnce(&mut Json<'a>, &'a str) -> Result<T, Malformed>,
) -> Result<T, Violations> {
    let (text, is_cut) = valid_text(bytes);
    let mut json = Json::new(text, is_cut, None);
    let taken = take(&mut json, text);
    whole(taken, &mut json, is_cut).or_else(|cause| {
        let mut report = Report::default();
        let malformed = report.add_malformed(bytes, json.offset().get().unwrap_or_default(), cause);
        report.finish(Some(bytes), Err(malformed))
    })
}

/// The part in front of the first byte that is not UTF-8.
#[cold]
fn valid_part(body: &[u8]) -> &str {
    body.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

/// Reads and builds a body. `head` is the outcome of path and header, whose violations are already in `report`.
#[inline]
pub(crate) fn read_json<V: Value, H, T>(
    body: &[u8],
    mut report: Report,
    head: Result<H, ErrorGuaranteed>,
    build: impl FnOnce(H, V) -> T,
) -> Result<T, Violations> {
    let arena = Bump::new();
    let mut field = Field::default();
    let lines = read_body::<V>(body, Some(&arena), &mut report, &mut field);
    let outcome = field.violation().map_or(Ok(()), Err);
    let head = report.finish(lines, head.and_then(|head| outcome.map(|()| head)))?;
    match field.ready::<V>() {
        Some(ready) => Ok(build(head, V::build(ready))),
        None => Err(unreported()),
    }
}

#[inline]
pub(crate) fn from_json<V: Value>(json: &[u8]) -> Result<V, Violations> {
    read_json(json, Report::default(), Ok(()), |(), value| value)
}

/// Gives the verdict of [`from_json`] without building anything.
pub(crate) fn check_json<V: Value>(json: &[u8]) -> Result<(), Violations> {
    let mut report = Report::default();
    let mut field = Field::default();
    let lines = read_body::<V>(json, None, &mut report, &mut field);
    let outcome = field.violation().map_or(Ok(()), Err);
    report.finish(lines, outcome)
}

/// Reads and builds the value on a tape.
#[inline(never)]
pub(crate) fn from_tape<V: Value>(tape: Tape<'_>, location: &Location<'_>) -> Result<V, Violations> {
    let mut report = Report::default();
    let mut field = Field::default();
    let mut reader = Reader { source: tape, report: &mut report, keep: true };
    let Ok(()) = field.read_first::<V, _>(&mut reader, location);
    let outcome = field.violation().map_or(Ok(()), Err);
    report.finish(None, outcome)?;
    field.ready::<V>().map(V::build).ok_or_else(unreported)
}

/// Fails closed if a value cannot be built although nothing was reported, which would be a bug in the reader.
#[cold]
fn unreported() -> Violations {
    Violations::one(&Location::BODY, Reason::Required)
}

/// Reads the value of a self-describing deserializer. Fails only if the format itself cannot be read.
pub(crate) fn read<'de, V: Value, D: Deserializer<'de>>(
    deserializer: D,
    location: &Location<'_>,
) -> Result<Result<V, Violations>, D::Error> {
    let arena = Bump::new();
    Ok(from_tape(record(deserializer, &V::RULE, &arena)?, location))
}

/// `Deserialize` of an object. The value can be a part of a larger one, so its path is not `Body`.
pub(crate) fn deserialize<'de, V: Value, D: Deserializer<'de>>(deserializer: D) -> Result<V, D::Error> {
    read(deserializer, &Location::VALUE)?.map_err(D::Error::custom)
}

/// `Deserialize` of a single value.
///
/// Some binary formats, such as postcard, have no types, so a binary format is asked for a string. The errors of the
/// format are replaced, since those of CBOR quote the value.
pub(crate) fn deserialize_scalar<'de, T: Scalar, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    if deserializer.is_human_readable() {
        return deserialize(deserializer);
    }
    let arena = Bump::new();
    let tape = record_string(deserializer, &arena).map_err(|_| D::Error::custom("value cannot be read as a string"))?;
    from_tape(tape, &Location::VALUE).map_err(D::Error::custom)
}

/// Makes a value from a text on its own.
#[inline]
pub(crate) fn from_text<T: Scalar>(text: &str) -> Result<T, Reason> {
    T::check(text).and_then(T::ready).map(T::build).ok_or_else(|| T::reason(text))
}

/// Checks a text on its own.
pub(crate) fn check_text<T: Scalar>(text: &str) -> Result<(), Reason> {
    if T::check(text).is_some() { Ok(()) } else { Err(T::reason(text)) }
}

macro_rules! impl_deserialize {
    ($Type:ty) => {
        /// Reads any self-describing format. The text of the error has every violation, but nothing of the input.
        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::read::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use impl_deserialize;
