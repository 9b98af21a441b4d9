//! The door for a body in bytes: well-formedness (S5), then the one pass over it.

use alloc::string::String;

use bumpalo::Bump;
use serde::de::{Deserializer, IgnoredAny};

use super::{Any, Mode, Place, Read, Reader, Sink, Slot, Value};
use crate::Reason;

/// Reads a body. Where it is malformed, that is the one reason for it, whatever was found before
/// the break (S10).
#[inline]
pub(crate) fn body<V: Value, M: Mode>(body: &[u8], sink: &mut Sink) -> Read<M::Of<V>> {
    let before = sink.mark();
    let mut rewritten = String::new();
    let texts = Bump::new();
    let mut slot = Slot::default();
    match well_formed::<V, M>(body, &mut rewritten, &texts, &mut slot, sink) {
        // Built out here: a value that is handed up is copied at every step.
        Ok(()) => M::build::<V>(&mut slot, &Place::BODY, sink),
        Err(Position { line, column }) => {
            sink.rewind(before);
            Err(sink.report(&Place::BODY, Reason::MalformedJson { line, column }))
        }
    }
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
fn well_formed<'a, V: Value, M: Mode>(
    body: &'a [u8],
    rewritten: &'a mut String,
    texts: &'a Bump,
    slot: &mut Slot<V::Kept<'a, M>>,
    sink: &mut Sink,
) -> Result<(), Position> {
    let before = sink.mark();
    let text = simdutf8::compat::from_utf8(body).map_err(|error| position(body, error.valid_up_to()))?;
    if one_pass::<V, M>(text, texts, slot, sink).is_ok() {
        return Ok(());
    }
    // Either the JSON is broken, or it has a number too large for a double where a documented
    // property should stand: well-formed, yet no number type can hold it. No rule looks at what
    // a number is, so the body is read again with every number written as 0.
    serde_json::from_str::<IgnoredAny>(text)?;
    sink.rewind(before);
    *slot = Slot::default();
    *rewritten = without_numbers(text);
    Ok(one_pass::<V, M>(rewritten, texts, slot, sink)?)
}

fn one_pass<'a, V: Value, M: Mode>(
    text: &'a str,
    texts: &'a Bump,
    slot: &mut Slot<V::Kept<'a, M>>,
    sink: &mut Sink,
) -> serde_json::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_any(Any(Reader::<V, M> { place: &Place::BODY, sink, texts, slot }))?;
    deserializer.end()
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
