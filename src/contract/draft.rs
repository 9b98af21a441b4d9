//! Drafts: values that are not checked yet, as optional strings.

use alloc::string::String;
use alloc::vec::Vec;

use crate::JsonType;
use crate::read::{PropertyIndex, Tape, Value, from_tape};
use crate::report::{Location, Violations};

/// The type of a field in a draft: an optional string, or the draft of an object or a list.
macro_rules! draft {
    () => { Option<alloc::string::String> };
    ($Nested:ty) => { $Nested };
}
pub(super) use draft;

/// A draft, or a field of one.
pub(super) trait Draft {
    /// Records the value, if it is present.
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex);
}

impl Draft for Option<String> {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        if let Some(text) = self {
            tape.push_text(property, text);
        }
    }
}

impl<D: Draft> Draft for Vec<D> {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        tape.container(property, JsonType::Array, |tape| {
            for element in self {
                element.record(tape, PropertyIndex::NONE);
            }
        });
    }
}

/// Records an object by its fields, which are in the order of its table.
pub(super) fn record_object<'a>(tape: &mut Tape<'a>, property: PropertyIndex, fields: &[&'a dyn Draft]) {
    tape.container(property, JsonType::Object, |tape| {
        for (index, field) in fields.iter().enumerate() {
            field.record(tape, PropertyIndex::of(index));
        }
    });
}

/// Reads a draft like the same value in JSON.
pub(super) fn from_draft<V: Value>(draft: &dyn Draft) -> Result<V, Violations> {
    let mut tape = Tape::new();
    draft.record(&mut tape, PropertyIndex::NONE);
    from_tape(tape, &Location::BODY)
}
