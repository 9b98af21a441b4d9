//! Objects, each from one table of properties: `properties!` generates what the reader needs, `object!` the type as well.

use core::slice;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::rule::Property;

/// Writes the properties of an object in the order of its table.
///
/// As a map, since some formats write structs as arrays, and no object is read from an array. Its length is left out:
/// a format that needs it first, such as postcard, is not self-describing and could not be read back, so it refuses.
pub(crate) struct Writer<S: Serializer> {
    map: S::SerializeMap,
    properties: slice::Iter<'static, Property>,
}

impl<S: Serializer> Writer<S> {
    pub(crate) fn new(serializer: S, properties: &'static [Property]) -> Result<Self, S::Error> {
        Ok(Self { map: serializer.serialize_map(None)?, properties: properties.iter() })
    }

    /// Writes the next property of the table, or leaves it out where it is absent.
    pub(crate) fn property<T: Serialize + ?Sized>(&mut self, value: Option<&T>) -> Result<(), S::Error> {
        match (self.properties.next(), value) {
            (Some(property), Some(value)) => self.map.serialize_entry(property.name, value),
            _ => Ok(()),
        }
    }

    pub(crate) fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}

/// Implements reading of an object from its table of properties. The rest goes into its `impl Object`, where `Fields`
/// can be named.
macro_rules! properties {
    (
        $Object:ident(rule: $object_number:literal, description: $object_description:literal) {
            $($field:ident: $Type:ty = {
                name: $name:literal,
                rule: $number:literal,
                source: $source:literal,
                title: $title:literal,
                description: $description:literal,
                example: $example:expr $(,)?
            })+
        }
        $($rest:tt)*
    ) => {
        const _: () = {
            use $crate::read::{Field, Object, Reader, Source, Value};
            use $crate::report::{ErrorGuaranteed, Location, Offset, Report};

            /// The index of each property in the table.
            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types, reason = "named after the fields")]
            enum Index { $($field),+ }

            // The tape counts properties in a byte, and remembers those that it has seen in a word.
            const _: () = assert!(<$Object as Object>::PROPERTIES.len() <= u64::BITS as usize);

            pub(crate) struct Fields<'a> {
                $(pub(crate) $field: Field<<$Type as Value>::Raw<'a>>),+
            }

            impl Default for Fields<'_> {
                #[inline(always)]
                fn default() -> Self {
                    Self { $($field: Field::default()),+ }
                }
            }

            /// A view of the fields, once all are valid.
            pub(crate) struct Ready<'f, 'a: 'f> {
                $(pub(crate) $field: <$Type as Value>::Ready<'f, 'a>),+
            }

            impl<'a> Fields<'a> {
                #[inline(always)]
                pub(crate) fn ready(&mut self) -> Option<Ready<'_, 'a>> {
                    Some(Ready { $($field: self.$field.ready::<$Type>()?),+ })
                }

                /// Reports what is missing, in the order of the table.
                #[inline(always)]
                pub(crate) fn complete(
                    &self,
                    location: &Location<'_>,
                    report: &mut Report,
                    end: Offset,
                ) -> Result<(), ErrorGuaranteed> {
                    // Every property is asked before the first `?`, so that none hides another.
                    $(let $field = self.$field.require::<$Type>(&location.property($name), report, end);)+
                    $($field?;)+
                    Ok(())
                }
            }

            impl Object for $Object {
                const PROPERTIES: &'static [$crate::Property] = &[
                    $($crate::Property {
                        name: $name,
                        number: $number,
                        source: $source,
                        required: <$Type as Value>::REQUIRED,
                        rule: <$Type as Value>::RULE,
                        title: $title,
                        description: $description,
                        example: $example,
                    }),+
                ];
                #[cfg(feature = "schema")]
                const NUMBER: u8 = $object_number;
                #[cfg(feature = "schema")]
                const DESCRIPTION: &'static str = $object_description;
                type Fields<'a> = Fields<'a>;

                $($rest)*
            }

            impl Value for $Object {
                const RULE: $crate::Rule = $crate::Rule::Object(<Self as Object>::PROPERTIES);
                type Raw<'a> = Fields<'a>;

                #[inline(never)]
                fn read<'a, S: Source<'a>>(
                    reader: &mut Reader<'_, S>,
                    location: &Location<'_>,
                    field: &mut Field<Fields<'a>>,
                ) -> Result<(), S::Error> {
                    use $crate::JsonType::Object as OBJECT;

                    let fields = field.insert_default();
                    let mut more = reader.source.enter(OBJECT);
                    while more {
                        let mut is_predicted = false;
                        // In the order of the table, as most writers do. An absent property costs a comparison.
                        $(
                            let name = reader.source.offset();
                            if reader.source.take_name(Index::$field as usize, concat!("\"", $name, "\":")) {
                                is_predicted = true;
                                fields.$field.read::<$Type, S>(reader, &location.property($name), name)?;
                                more = reader.source.more(OBJECT)?;
                                if !more {
                                    break;
                                }
                            }
                        )+
                        if !is_predicted {
                            let name = reader.source.offset();
                            let found = reader.source.find_name(<Self as Object>::PROPERTIES)?;
                            match found {
                                $(Some(index) if index == Index::$field as usize => {
                                    let location = &location.property($name);
                                    fields.$field.read_unpredicted::<$Type, S>(reader, location, name)?;
                                })+
                                _ => reader.source.skip()?,
                            }
                            more = reader.source.more(OBJECT)?;
                        }
                    }
                    let end = reader.source.end_offset();
                    <Self as Object>::finish(fields, location, reader.report);
                    if let Err(violation) = fields.complete(location, reader.report, end) {
                        field.reject(violation);
                    }
                    Ok(())
                }

                type Ready<'f, 'a: 'f> = <Self as Object>::Whole<'f, 'a>;

                #[inline(always)]
                fn ready<'f, 'a: 'f>(fields: &'f mut Fields<'a>) -> Option<Self::Ready<'f, 'a>> {
                    <Self as Object>::whole(fields)
                }

                #[inline(always)]
                fn build(ready: Self::Ready<'_, '_>) -> Self {
                    <Self as Object>::assemble(ready)
                }

                type Present = Self;

                fn present(&self) -> Option<&Self> {
                    Some(self)
                }
            }
        };

        impl $Object {
            /// The documented properties, in the order of the contract.
            pub const PROPERTIES: &'static [$crate::Property] = <Self as $crate::read::Object>::PROPERTIES;

            /// Reads a value of this type from JSON in UTF-8.
            ///
            /// # Errors
            ///
            /// Every violation, in the order of S13, each with its position. Where the text is not well-formed,
            /// [`Reason::MalformedJson`](crate::Reason::MalformedJson) alone (S5, S10).
            ///
            /// ```
            #[doc = concat!("use customer_schema::", stringify!($Object), ";")]
            ///
            #[doc = concat!("let report = ", stringify!($Object), "::from_json(b\"{} {}\").unwrap_err();")]
            /// let violation = report.iter().next().unwrap();
            /// assert_eq!((violation.reason().code(), violation.position().unwrap().offset), ("malformed_json", 3));
            /// ```
            pub fn from_json(json: &[u8]) -> Result<Self, $crate::Violations> {
                $crate::read::from_json(json)
            }

            /// Checks JSON by the same rules in the same pass, without building anything: for services that pass the
            /// bytes on. It allocates nothing for valid JSON without escapes.
            ///
            /// # Errors
            ///
            /// Those of [`from_json`](Self::from_json) for the same bytes.
            ///
            /// ```
            #[doc = concat!("use customer_schema::", stringify!($Object), ";")]
            ///
            #[doc = concat!("let json = b\"{}\";")]
            #[doc = concat!("assert_eq!(", stringify!($Object), "::check_json(json), ", stringify!($Object), "::from_json(json).map(drop));")]
            /// ```
            pub fn check_json(json: &[u8]) -> Result<(), $crate::Violations> {
                $crate::read::check_json::<Self>(json)
            }
        }
    };
}

/// Generates an object: the type, its table of properties, reader and writer.
macro_rules! object {
    (
        $(#[$doc:meta])*
        $Object:ident(rule: $object_number:literal, description: $object_description:literal) {
            $($field:ident: $Type:ty = {
                name: $name:literal,
                rule: $number:literal,
                source: $source:literal,
                title: $title:literal,
                description: $description:literal,
                example: $example:expr $(,)?
            })+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Object {
            $(
                #[doc = concat!("`", $name, "` (R", $number, "): ", $description)]
                pub $field: $Type,
            )+
        }

        $crate::contract::object::properties! {
            $Object(rule: $object_number, description: $object_description) {
                $($field: $Type = {
                    name: $name,
                    rule: $number,
                    source: $source,
                    title: $title,
                    description: $description,
                    example: $example,
                })+
            }

            type Whole<'f, 'a: 'f> = Ready<'f, 'a>;

            #[inline(always)]
            fn whole<'f, 'a: 'f>(fields: &'f mut Self::Fields<'a>) -> Option<Ready<'f, 'a>> {
                fields.ready()
            }

            #[inline(always)]
            fn assemble(ready: Ready<'_, '_>) -> Self {
                Self { $($field: Value::build(ready.$field)),+ }
            }
        }

        impl serde::Serialize for $Object {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::read::Value;

                let mut writer = $crate::contract::object::Writer::new(serializer, Self::PROPERTIES)?;
                $(writer.property(self.$field.present())?;)+
                writer.end()
            }
        }

        $crate::read::impl_deserialize!($Object);
    };
}
pub(crate) use {object, properties};
