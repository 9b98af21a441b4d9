//! A visitor that answers every kind of value.
//!
//! serde's ready-made visitors refuse a kind they do not want with a message that quotes the value,
//! and that refusal ends the reading. Here every kind has an answer, so that neither happens.

use alloc::string::String;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A string, as a deserializer hands it over.
pub(crate) enum Text<'de, 't> {
    /// Part of the input.
    Borrowed(&'de str),
    /// For a moment only, such as one with escapes.
    Passing(&'t str),
    Owned(String),
}

impl Text<'_, '_> {
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            #[allow(clippy::match_same_arms, reason = "as one pattern both would have to live equally long")]
            Self::Passing(text) => text,
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

/// What is made of a value, whatever kind it turns out to be.
///
/// Every kind that is not overridden is read to its end and answered by `other`.
pub(crate) trait Answer<'de>: Sized {
    type Value;

    fn other(self) -> Self::Value;

    fn text(self, _text: Text<'de, '_>) -> Self::Value {
        self.other()
    }

    fn seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(seq)?;
        Ok(self.other())
    }

    fn map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_map(map)?;
        Ok(self.other())
    }
}

/// Asks a deserializer for whatever it has and hands it to the answer.
pub(crate) struct Any<T>(pub(crate) T);

impl<'de, T: Answer<'de>> DeserializeSeed<'de> for Any<T> {
    type Value = T::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! scalars_are_other {
    ($($visit:ident($Scalar:ty))*) => {
        $(fn $visit<E>(self, _: $Scalar) -> Result<T::Value, E> {
            Ok(self.0.other())
        })*
    };
}

impl<'de, T: Answer<'de>> Visitor<'de> for Any<T> {
    type Value = T::Value;

    // Only serde's ready-made refusals show this, and none of them is left in place.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    scalars_are_other! {
        visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128)
        visit_f64(f64) visit_bytes(&[u8])
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<T::Value, E> {
        Ok(self.0.text(Text::Passing(text)))
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
        Ok(self.0.other())
    }

    fn visit_none<E>(self) -> Result<T::Value, E> {
        Ok(self.0.other())
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
        IgnoredAny.visit_enum(data)?;
        Ok(self.0.other())
    }
}
