//! A `Value` of which the first of equal names counts, and which names were given twice.

use std::collections::BTreeSet;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

pub(crate) struct Document {
    pub(crate) value: Value,
    /// JSON Pointers of the properties that were given more than once.
    pub(crate) twice: BTreeSet<String>,
}

impl Document {
    /// `None` where a `Value` cannot hold it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut twice = BTreeSet::new();
        let node = Node { pointer: String::new(), twice: &mut twice };
        let value = node.deserialize(&mut serde_json::Deserializer::from_str(text)).ok()?;
        Some(Self { value, twice })
    }
}

struct Node<'t> {
    pointer: String,
    twice: &'t mut BTreeSet<String>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let pointer = format!("{}/{}", self.pointer, list.len());
            match seq.next_element_seed(Node { pointer, twice: self.twice })? {
                Some(value) => list.push(value),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let pointer = format!("{}/{}", self.pointer, name.replace('~', "~0").replace('/', "~1"));
            if object.contains_key(&name) {
                self.twice.insert(pointer);
                map.next_value::<IgnoredAny>()?;
            } else {
                object.insert(name, map.next_value_seed(Node { pointer, twice: self.twice })?);
            }
        }
        Ok(Value::Object(object))
    }
}
