//! The door for a body in bytes: well-formedness (S5), then the one pass over it.

use alloc::string::String;

use serde::de::IgnoredAny;

use super::{Mode, Place, Read, Sink, Value, read};
use crate::Reason;

/// Reads a body. Where it is malformed, that is the one reason for it, whatever was found before
/// the break (S10).
#[inline]
pub(crate) fn body<V: Value, M: Mode>(body: &[u8], sink: &mut Sink) -> Read<M::Of<V>> {
    let before = sink.mark();
    well_formed::<V, M>(body, sink).unwrap_or_else(|Position { line, column }| {
        sink.rewind(before);
        Err(sink.report(&Place::BODY, Reason::MalformedJson { line, column }))
    })
}

/// Where a body breaks.
struct Position {
    line: usize,
    column: usize,
}

impl From<serde_json::Error> for Position {
    fn from(error: serde_json::Error) -> Self {
        // Nothing else of the error is kept; its column is 0 where a line ends before its first byte.
        Self { line: error.line(), column: error.column().max(1) }
    }
}

/// Verifies UTF-8 once for the whole body, so that no string has to be verified on its own.
#[inline]
fn well_formed<V: Value, M: Mode>(body: &[u8], sink: &mut Sink) -> Result<Read<M::Of<V>>, Position> {
    let before = sink.mark();
    let text = simdutf8::compat::from_utf8(body).map_err(|error| position(body, error.valid_up_to()))?;
    one_pass::<V, M>(text, sink).or_else(|_| {
        sink.rewind(before);
        second_look::<V, M>(text, sink)
    })
}

#[inline]
fn one_pass<V: Value, M: Mode>(text: &str, sink: &mut Sink) -> serde_json::Result<Read<M::Of<V>>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = read::<V, M, _>(&mut deserializer, &Place::BODY, sink)?;
    deserializer.end()?;
    Ok(read)
}

/// Either the JSON is broken, or it has a number too large for a double where a documented property
/// should stand: well-formed, yet no number type can hold it. No rule looks at what a number is, so the
/// body is read again with every number written as 0.
#[cold]
fn second_look<V: Value, M: Mode>(text: &str, sink: &mut Sink) -> Result<Read<M::Of<V>>, Position> {
    serde_json::from_str::<IgnoredAny>(text)?;
    Ok(one_pass::<V, M>(&without_numbers(text), sink)?)
}

fn position(body: &[u8], offset: usize) -> Position {
    let before = body.get(..offset).unwrap_or(body);
    let mut lines = before.split(|byte| *byte == b'\n');
    let column = lines.next_back().map_or(0, <[u8]>::len) + 1;
    let line = lines.count() + 1;
    Position { line, column }
}

/// The same well-formed JSON with each number as `0` and spaces, so that all else keeps its place.
fn without_numbers(text: &str) -> String {
    let mut in_string = false;
    let mut in_number = false;
    let mut escaped = false;
    text.chars()
        .map(|c| {
            if in_string {
                in_string = escaped || c != '"';
                escaped = c == '\\' && !escaped;
                return c;
            }
            in_string = c == '"';
            let goes_on = in_number && matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
            let begins = !in_number && matches!(c, '0'..='9' | '-');
            in_number = goes_on || begins;
            if begins {
                '0'
            } else if goes_on {
                ' '
            } else {
                c
            }
        })
        .collect()
}
