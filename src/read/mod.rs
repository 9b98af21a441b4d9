//! One reader over a source of tokens.
//!
//! - `source` is the input: `json` (bytes) or `tape` (a recorded value). `record` records a value from serde, with the
//!   visitor in `visit`. A draft records itself.
//! - `value` reads a value into the `field` of its property. `scalar` implements that for strings, `object` for lists,
//!   and the macro of `contract/object.rs` for objects.
//! - `content` is the content of a string, whose escapes may not be resolved yet. `escape` splits a string into plain
//!   parts and escapes, and `string_end` finds the end of a plain part.
//! - `entry` has the entry points, `checked` the one that never fails because of an invalid value.
//! - `unknown` finds unknown properties. It has the same scanner and tables, and no rules of values.
//!
//! To follow `FullName.FirstName` from bytes to field, read in this order: `entry::from_json`, `Customer::read` (in the
//! macro of `contract/object.rs`), `Field::read`, `FullName::read`, `Field::read` again, `Value::read` of every `Scalar`,
//! `Json::text`, `FirstName::check`, `Field::set`. Then `Customer::ready` and `build`, down to `FirstName::build`.

mod checked;
mod content;
mod entry;
mod escape;
mod field;
mod json;
mod object;
mod reader;
mod record;
mod scalar;
mod source;
mod string_end;
mod tape;
mod unknown;
mod value;
mod visit;

pub use checked::Checked;
pub(crate) use content::{Content, Escaped};
pub(crate) use entry::{
    check_json, check_text, deserialize, deserialize_scalar, from_json, from_tape, from_text, impl_deserialize,
    read_json, scan,
};
pub(crate) use field::Field;
pub(crate) use json::{Json, Malformed};
pub(crate) use object::Object;
pub(crate) use reader::Reader;
pub(crate) use scalar::{Scalar, Valid};
pub(crate) use source::Source;
pub(crate) use tape::{PropertyIndex, Tape};
pub(crate) use unknown::unknown_properties;
pub(crate) use value::Value;
pub(crate) use visit::{NUMBER, Text, Visit, Visitor};
