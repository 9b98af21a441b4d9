//! From JSON to typed values in one pass, with every violation reported on the way.
//!
//! - `json` is the door for bytes.
//! - `any` answers every kind of value that a deserializer can hand over, so that reading goes on
//!   whatever a value is.
//! - `value` says what a type makes of it, and `mode` what is left behind of that.
//! - `object` gathers the members of an object, each in its `slot`.
//! - `sink` keeps what was found wrong, and `place` knows where.

mod any;
mod json;
mod mode;
mod object;
mod place;
mod sink;
mod slot;
mod value;

pub(crate) use any::{Answer, Any, Text};
pub(crate) use json::body;
pub(crate) use mode::{Build, Check, Checked, Mode};
pub(crate) use object::{Members, Object, object};
pub(crate) use place::Place;
pub(crate) use sink::{Read, Sink};
pub(crate) use slot::{Presence, Slot};
pub(crate) use value::{Reader, Scalar, Value, deserialize, from_text, impl_deserialize, read};
