//! Recording the value of a deserializer on a [`Tape`].

use bumpalo::Bump;
use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess};

use super::tape::{PropertyIndex, Tape};
use super::visit::{NUMBER, Text, Visit, Visitor};
use crate::JsonType;
use crate::{Property, Rule};

/// Records the value of a deserializer by its rule.
///
/// Unknown properties and second occurrences go to `IgnoredAny`. If they were recorded, the sender would decide how
/// much memory is used, and numbers or strings that no Rust type holds would fail.
#[inline]
pub(super) fn record<'de: 'a, 'a, D: Deserializer<'de>>(
    deserializer: D,
    rule: &Rule,
    arena: &'a Bump,
) -> Result<Tape<'a>, D::Error> {
    let mut tape = Tape::new();
    Visitor(Record { tape: &mut tape, arena, property: PropertyIndex::NONE, shape: Shape::of(rule) })
        .deserialize(deserializer)?;
    Ok(tape)
}

/// Records the string of a deserializer. In a format with types, the value may be of another type.
///
/// It calls `deserialize_string`, since `deserialize_str` of `ciborium` reads no string that is longer than its buffer.
pub(super) fn record_string<'de: 'a, 'a, D: Deserializer<'de>>(
    deserializer: D,
    arena: &'a Bump,
) -> Result<Tape<'a>, D::Error> {
    let mut tape = Tape::new();
    let record = Record { tape: &mut tape, arena, property: PropertyIndex::NONE, shape: Shape::Text };
    deserializer.deserialize_string(Visitor(record))?;
    Ok(tape)
}

/// The JSON type of a rule, with its properties. A whole `Rule` is too large to pass along with each value.
#[derive(Clone, Copy)]
enum Shape {
    Text,
    Object(&'static [Property]),
    Array(&'static [Property]),
}

impl Shape {
    #[inline]
    const fn of(rule: &Rule) -> Self {
        match rule {
            Rule::Object(object) => Self::Object(object.properties),
            Rule::Array(element) => Self::Array(element.properties),
            _ => Self::Text,
        }
    }
}

/// Records a value of any type.
struct Record<'t, 'a> {
    tape: &'t mut Tape<'a>,
    /// Holds texts that are not part of the input.
    arena: &'a Bump,
    property: PropertyIndex,
    shape: Shape,
}

impl<'a> Record<'_, 'a> {
    #[inline]
    const fn value(&mut self, property: PropertyIndex, shape: Shape) -> Visitor<Record<'_, 'a>> {
        Visitor(Record { tape: self.tape, arena: self.arena, property, shape })
    }
}

impl<'de: 'a, 'a> Visit<'de> for Record<'_, 'a> {
    type Value = ();

    fn unexpected(self, found: Option<JsonType>) {
        self.tape.push_type(self.property, found);
    }

    #[inline(always)]
    fn text(self, text: Text<'de, '_>) {
        match (self.shape, text) {
            (Shape::Text, Text::Borrowed(text)) => self.tape.push_text(self.property, text),
            (Shape::Text, text) => self.tape.push_text(self.property, self.arena.alloc_str(text.as_str())),
            _ => self.unexpected(Some(JsonType::String)),
        }
    }

    fn seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let start = self.tape.start(self.property, JsonType::Array);
        if let Shape::Array(properties) = self.shape {
            while seq.next_element_seed(self.value(PropertyIndex::NONE, Shape::Object(properties)))?.is_some() {}
        } else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
        }
        self.tape.end(start);
        Ok(())
    }

    fn map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let properties = if let Shape::Object(properties) = self.shape { properties } else { &[] };
        let start = self.tape.start(self.property, JsonType::Object);
        let mut is_number = false;
        let mut count = 0_usize;
        // The properties that were read, one bit each.
        let mut seen = 0_u64;
        let mut expected = 0;
        while let Some(name) = map.next_key_seed(Visitor(FindName { properties, expected, is_first: count == 0 }))? {
            count += 1;
            match name {
                Name::Known(index) => {
                    expected = index + 1;
                    let property = PropertyIndex::of(index);
                    if seen & 1 << index == 0 {
                        seen |= 1 << index;
                        let shape = properties.get(index).map_or(Shape::Text, |property| Shape::of(&property.rule));
                        map.next_value_seed(self.value(property, shape))?;
                    } else {
                        map.next_value::<IgnoredAny>()?;
                        self.tape.push_type(property, None);
                    }
                }
                Name::MaybeNumber => {
                    let is_buffered = map.size_hint().is_some();
                    is_number = map.next_value_seed(Visitor(IsNumber { is_buffered }))?;
                }
                Name::Unknown => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        if is_number && count == 1 {
            self.tape.cancel(start);
            self.unexpected(Some(JsonType::Number));
        } else {
            self.tape.end(start);
        }
        Ok(())
    }
}

/// Whether a value of [`NUMBER`] comes from a `String`: then it has the digits of a number. If serde buffered it for
/// `flatten` or `untagged`, it may come by reference. That of an object of the sender is a `String` only if serde
/// buffered it and it has an escape. Then the object is taken for a number, and reported as such.
struct IsNumber {
    /// Whether serde buffered the object. Only then its size is known.
    is_buffered: bool,
}

impl Visit<'_> for IsNumber {
    type Value = bool;

    fn unexpected(self, _: Option<JsonType>) -> bool {
        false
    }

    fn text(self, text: Text<'_, '_>) -> bool {
        match text {
            Text::Owned(_) => true,
            Text::Transient(_) => self.is_buffered,
            Text::Borrowed(_) => false,
        }
    }
}

/// The name of a property.
enum Name {
    Known(usize),
    /// Maybe [`NUMBER`].
    MaybeNumber,
    Unknown,
}

/// Finds a name in the table, without copying it. A name that is not text is unknown
/// ([S18](crate::guide::contract#S18)).
struct FindName {
    properties: &'static [Property],
    /// The index of the name that most writers write next: they keep the order of the table.
    expected: usize,
    is_first: bool,
}

impl Visit<'_> for FindName {
    type Value = Name;

    fn unexpected(self, _: Option<JsonType>) -> Name {
        Name::Unknown
    }

    #[inline(always)]
    fn text(self, text: Text<'_, '_>) -> Name {
        let name = text.as_str();
        let is_it = |property: &Property| is_same(property.name, name);
        if self.properties.get(self.expected).is_some_and(is_it) {
            return Name::Known(self.expected);
        }
        match self.properties.iter().position(is_it) {
            Some(index) => Name::Known(index),
            None if self.is_first && name == NUMBER && matches!(text, Text::Borrowed(_)) => Name::MaybeNumber,
            None => Name::Unknown,
        }
    }
}

/// Compares names of usual lengths without a call to `memcmp`, which took a fifteenth of the time of reading.
#[inline(always)]
fn is_same(name: &str, other: &str) -> bool {
    let (name, other) = (name.as_bytes(), other.as_bytes());
    match name.len() {
        8..=16 => {
            name.len() == other.len()
                && name.first_chunk::<8>() == other.first_chunk()
                && name.last_chunk::<8>() == other.last_chunk()
        }
        _ => name == other,
    }
}
