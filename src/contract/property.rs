//! A value as a property of an object: serialising it, copying it to a draft, and searching its texts.

use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::read::Scalar;
use crate::report::Location;
use crate::{Property, Rule};

pub(super) trait PropertyValue {
    /// The type of a property that is present.
    type Present: Serialize + ?Sized;
    /// The type of the draft's field.
    type Draft;

    /// `None` if the property is left out.
    fn present(&self) -> Option<&Self::Present>;

    fn to_draft(&self) -> Self::Draft;

    /// Calls `visit` with each text in the value and its location, in the order of the contract. Dates and codes are
    /// not texts. A state is one, even where it is a code.
    fn visit_texts(&self, location: &Location<'_>, visit: &mut dyn FnMut(&Location<'_>, &str));
}

impl<T: Scalar + Serialize> PropertyValue for T {
    type Present = T;
    type Draft = Option<String>;

    fn present(&self) -> Option<&T> {
        Some(self)
    }

    fn to_draft(&self) -> Option<String> {
        Some(self.to_text().into_owned())
    }

    fn visit_texts(&self, location: &Location<'_>, visit: &mut dyn FnMut(&Location<'_>, &str)) {
        if let Rule::Text(_) = T::RULE {
            visit(location, &self.to_text());
        }
    }
}

impl<T: Scalar + Serialize> PropertyValue for Option<T> {
    type Present = T;
    type Draft = Option<String>;

    fn present(&self) -> Option<&T> {
        self.as_ref()
    }

    fn to_draft(&self) -> Option<String> {
        self.as_ref().and_then(PropertyValue::to_draft)
    }

    fn visit_texts(&self, location: &Location<'_>, visit: &mut dyn FnMut(&Location<'_>, &str)) {
        if let Some(value) = self {
            value.visit_texts(location, visit);
        }
    }
}

impl<T: PropertyValue + Serialize> PropertyValue for Vec<T> {
    type Present = Self;
    type Draft = Vec<T::Draft>;

    fn present(&self) -> Option<&Self> {
        Some(self)
    }

    fn to_draft(&self) -> Self::Draft {
        self.iter().map(T::to_draft).collect()
    }

    fn visit_texts(&self, location: &Location<'_>, visit: &mut dyn FnMut(&Location<'_>, &str)) {
        for (index, element) in self.iter().enumerate() {
            element.visit_texts(&location.element(index), visit);
        }
    }
}

/// A text that is checked with another property, such as a state.
impl PropertyValue for str {
    type Present = Self;
    type Draft = Option<String>;

    fn present(&self) -> Option<&Self> {
        Some(self)
    }

    fn to_draft(&self) -> Option<String> {
        Some(self.into())
    }

    fn visit_texts(&self, location: &Location<'_>, visit: &mut dyn FnMut(&Location<'_>, &str)) {
        visit(location, self);
    }
}

/// Writes the properties of an object in the order of its table.
///
/// It writes a map, since some formats write structs as arrays, and no object is read from an array. The length of the
/// map is not given: a format that needs it first, such as postcard, is not self-describing and could not read the
/// object back, so writing fails.
pub(super) struct Writer<S: Serializer> {
    map: S::SerializeMap,
    properties: slice::Iter<'static, Property>,
}

impl<S: Serializer> Writer<S> {
    pub(super) fn new(serializer: S, properties: &'static [Property]) -> Result<Self, S::Error> {
        Ok(Self { map: serializer.serialize_map(None)?, properties: properties.iter() })
    }

    /// Writes the next property of the table, if it is present.
    pub(super) fn property<T: Serialize + ?Sized>(&mut self, value: Option<&T>) -> Result<(), S::Error> {
        match (self.properties.next(), value) {
            (Some(property), Some(value)) => self.map.serialize_entry(property.name, value),
            _ => Ok(()),
        }
    }

    pub(super) fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}

/// Implements `Serialize`, the conversion to a draft and the visit of texts for an object. `$property` is the property
/// of a field, in the same order.
macro_rules! impl_properties {
    ($Object:ident, $Draft:ident { $($field:ident = $name:literal),+ } |$object:ident| $($property:expr),+) => {
        impl serde::Serialize for $Object {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::contract::property::PropertyValue;

                let mut writer = $crate::contract::property::Writer::new(serializer, Self::PROPERTIES)?;
                let $object = self;
                $(writer.property($property.present())?;)+
                writer.end()
            }
        }

        $crate::read::impl_deserialize!($Object);

        impl $crate::contract::property::PropertyValue for $Object {
            type Present = Self;
            type Draft = $Draft;

            fn present(&self) -> Option<&Self> {
                Some(self)
            }

            fn to_draft(&self) -> $Draft {
                let $object = self;
                $Draft { $($field: $property.to_draft()),+ }
            }

            fn visit_texts(
                &self,
                location: &$crate::report::Location<'_>,
                visit: &mut dyn FnMut(&$crate::report::Location<'_>, &str),
            ) {
                let $object = self;
                $($property.visit_texts(&location.property($name), visit);)+
            }
        }

        /// Copies a valid value, to edit it.
        impl From<&$Object> for $Draft {
            fn from(object: &$Object) -> Self {
                $crate::contract::property::PropertyValue::to_draft(object)
            }
        }
    };
}
pub(super) use impl_properties;
