//! A serde visitor that accepts every type of value.
//!
//! The visitors of serde refuse an unexpected type with a message that quotes the value, and reading ends. This one
//! accepts every type.

use alloc::string::String;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, IgnoredAny, MapAccess, SeqAccess};

use crate::JsonType;

/// If any crate of a program turns on `serde_json/arbitrary_precision`, a number comes as a map with this one name,
/// borrowed, and its digits as a `String` or, if serde has buffered it, a reference to one.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// A string from a deserializer.
pub(crate) enum Text<'de, 't> {
    /// Part of the input.
    Borrowed(&'de str),
    /// Only valid during the call.
    Transient(&'t str),
    Owned(String),
}

impl Text<'_, '_> {
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            #[allow(clippy::match_same_arms, reason = "one pattern would need one lifetime for both")]
            Self::Transient(text) => text,
            Self::Owned(text) => text,
        }
    }

    pub(crate) fn into_string(self) -> String {
        match self {
            Self::Owned(text) => text,
            other => other.as_str().into(),
        }
    }
}

/// Handles a value of any type. By default a value is skipped and is `unexpected`.
pub(crate) trait Visit<'de>: Sized {
    type Value;

    /// `found` is `None` for a type that JSON does not have.
    fn unexpected(self, found: Option<JsonType>) -> Self::Value;

    fn text(self, _text: Text<'de, '_>) -> Self::Value {
        self.unexpected(Some(JsonType::String))
    }

    fn seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self.unexpected(Some(JsonType::Array)))
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(self.unexpected(Some(JsonType::Object)))
    }
}

/// Passes any value of a deserializer to a [`Visit`].
pub(crate) struct Visitor<T>(pub(crate) T);

impl<'de, T: Visit<'de>> DeserializeSeed<'de> for Visitor<T> {
    type Value = T::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! unexpected {
    ($($visit:ident($Type:ty) => $found:expr;)+) => {
        $(fn $visit<E>(self, _: $Type) -> Result<T::Value, E> {
            Ok(self.0.unexpected($found))
        })+
    };
}

impl<'de, T: Visit<'de>> serde::de::Visitor<'de> for Visitor<T> {
    type Value = T::Value;

    // serde uses it for refusals only, and no type is refused.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    unexpected! {
        visit_bool(bool) => Some(JsonType::Boolean);
        visit_i64(i64) => Some(JsonType::Number);
        visit_i128(i128) => Some(JsonType::Number);
        visit_u64(u64) => Some(JsonType::Number);
        visit_u128(u128) => Some(JsonType::Number);
        visit_f64(f64) => Some(JsonType::Number);
        visit_bytes(&[u8]) => None;
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<T::Value, E> {
        Ok(self.0.text(Text::Transient(text)))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<T::Value, E> {
        Ok(self.0.text(Text::Borrowed(text)))
    }

    #[inline]
    fn visit_string<E>(self, text: String) -> Result<T::Value, E> {
        Ok(self.0.text(Text::Owned(text)))
    }

    fn visit_unit<E>(self) -> Result<T::Value, E> {
        Ok(self.0.unexpected(Some(JsonType::Null)))
    }

    fn visit_none<E>(self) -> Result<T::Value, E> {
        Ok(self.0.unexpected(Some(JsonType::Null)))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T::Value, A::Error> {
        self.0.seq(seq)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T::Value, A::Error> {
        self.0.map(map)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<T::Value, A::Error> {
        serde::de::Visitor::visit_enum(IgnoredAny, data)?;
        Ok(self.0.unexpected(None))
    }
}
