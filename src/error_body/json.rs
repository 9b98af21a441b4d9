//! An answer in bytes, as a deserializer over the scanner of the crate.
//!
//! Parsers such as `serde_json` fail on a lone surrogate and on a number beyond a double's range. For the scanner, both
//! only have to follow the grammar ([S20](crate::guide::contract#S20)).

use core::{error, fmt};

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::ErrorBody;
use crate::read::{Content, Json, Malformed, Source, scan};
use crate::{JsonType, Violations};

pub(super) fn from_json(answer: &[u8]) -> Result<ErrorBody, Violations> {
    scan(answer, |json, text| ErrorBody::deserialize(Value { json, text }).map_err(|NotJson| Malformed))
}

/// The text stops being JSON, at the offset of the scanner.
#[derive(Debug)]
struct NotJson;

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be JSON")
    }
}

impl error::Error for NotJson {}

/// No visitor of an answer refuses a value.
impl de::Error for NotJson {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// The next value.
struct Value<'s, 'de> {
    json: &'s mut Json<'de>,
    /// The whole text.
    text: &'de str,
}

impl<'de> Value<'_, 'de> {
    const fn reborrow(&mut self) -> Value<'_, 'de> {
        Value { json: self.json, text: self.text }
    }

    /// Takes a value and returns its text.
    fn take(&mut self) -> Result<&'de str, NotJson> {
        _ = self.json.json_type();
        let start = self.json.offset().get().unwrap_or_default();
        self.json.skip(false).map_err(|_| NotJson)?;
        let end = self.json.offset().get().unwrap_or_default();
        Ok(self.text.get(start..end).unwrap_or_default())
    }

    /// Takes a name and its colon, and returns the text of the name.
    fn take_name(&mut self) -> Result<&'de str, NotJson> {
        if !self.json.is(JsonType::String) {
            return Err(NotJson);
        }
        let name = self.take()?;
        self.json.expect(b':').map_err(|_| NotJson)?;
        Ok(name)
    }
}

impl<'de> Deserializer<'de> for Value<'_, 'de> {
    type Error = NotJson;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotJson> {
        match self.json.json_type() {
            Some(JsonType::String) => Str(self.take()?).deserialize_any(visitor),
            Some(JsonType::Object) => {
                visitor.visit_map(Container { value: self, json_type: JsonType::Object, is_entered: false })
            }
            Some(JsonType::Array) => {
                visitor.visit_seq(Container { value: self, json_type: JsonType::Array, is_entered: false })
            }
            Some(JsonType::Null) => {
                self.take()?;
                visitor.visit_unit()
            }
            // A number may fit no type of Rust.
            Some(JsonType::Number | JsonType::Boolean) | None => visitor.visit_bytes(self.take()?.as_bytes()),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotJson> {
        self.take()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

/// The text of a string, quotes included. It follows the grammar.
struct Str<'de>(&'de str);

impl<'de> Deserializer<'de> for Str<'de> {
    type Error = NotJson;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        match Json::new(self.0, false, None).text().map(Content::as_plain) {
            Ok(Ok(text)) => visitor.visit_borrowed_str(text),
            Ok(Err(content)) => visitor.visit_str(&content.resolve()),
            // A lone surrogate, which no string of Rust can hold.
            Err(_) => visitor.visit_bytes(self.0.as_bytes()),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The elements of an array or the properties of an object.
struct Container<'s, 'de> {
    value: Value<'s, 'de>,
    json_type: JsonType,
    is_entered: bool,
}

impl Container<'_, '_> {
    /// Whether another element or property follows. If not, its end is taken.
    fn has_next(&mut self) -> Result<bool, NotJson> {
        if self.is_entered {
            return self.value.json.more(self.json_type).map_err(|_| NotJson);
        }
        self.is_entered = true;
        Ok(self.value.json.enter(self.json_type))
    }
}

impl<'de> SeqAccess<'de> for Container<'_, 'de> {
    type Error = NotJson;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotJson> {
        if self.has_next()? { seed.deserialize(self.value.reborrow()).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Container<'_, 'de> {
    type Error = NotJson;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotJson> {
        if self.has_next()? { seed.deserialize(Str(self.value.take_name()?)).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotJson> {
        seed.deserialize(self.value.reborrow())
    }
}
