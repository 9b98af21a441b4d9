//! Objects, each from one table of properties.

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

/// Generates an object from its table: the table itself, the reader and the draft. `$kind` is `plain` or `custom`.
///
/// The doc comment of a property is its description, and the first line of the object's own is that of the object. A row
/// has the property's field, type and name, then its rule, where the rule comes from, its title, and an example where
/// it is a string. A property that is an object or a list names its draft.
macro_rules! object {
    (
        #[doc = $description:literal]
        $(#[doc = $docs:literal])*
        $kind:ident $Object:ident, $Draft:ident ($id:ident) {
            $(
                $(#[doc = $words:literal])+
                $field:ident: $Type:ty $(, draft $Nested:ty)? =
                    $name:literal ($property_id:ident, $source:literal, $title:literal $(, $example:literal)?),
            )+
        }
        $($parts:tt)*
    ) => {
        $crate::contract::object::$kind! {
            @type #[doc = $description] $(#[doc = $docs])* $Object, $Draft {
                $($(#[doc = $words])+ #[doc = concat!("\n\n`", $name, "` (", stringify!($property_id), ").")] $field: $Type,)+
            }
        }

        #[doc = concat!("A [`", stringify!($Object), "`] as plain optional texts.")]
        ///
        /// `None` is a property that is left out; an empty text is an empty text. Objects and lists are always present, if
        /// only empty.
        ///
        /// ```
        #[doc = concat!("use customer_schema::", stringify!($Draft), ";")]
        ///
        #[doc = concat!("let draft = ", stringify!($Draft), "::default();")]
        #[doc = concat!("assert_eq!(format!(\"{draft:?}\"), \"", stringify!($Draft), "\");")]
        /// ```
        #[derive(Clone, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Draft {
            $(
                #[doc = concat!("`", $name, "` (", stringify!($property_id), ").")]
                pub $field: $crate::contract::draft::draft!($($Nested)?),
            )+
        }

        $crate::value::redact!($Draft);

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
                        id: stringify!($property_id),
                        source: $source,
                        required: <$Type as Value>::REQUIRED,
                        rule: <$Type as Value>::RULE,
                        title: $title,
                        description: concat!($($words),+).trim_ascii_start(),
                        example: [$(Some($example),)? None][0],
                    }),+
                ];
                #[cfg(feature = "schema")]
                const ID: &'static str = stringify!($id);
                #[cfg(feature = "schema")]
                const DESCRIPTION: &'static str = $description.trim_ascii_start();
                type Fields<'a> = Fields<'a>;

                $crate::contract::object::$kind! { @parts $($field)+ ; $($parts)* }
            }

            impl Value for $Object {
                const RULE: $crate::Rule = $crate::Rule::Object(<Self as Object>::PROPERTIES);
                type Raw<'a> = Fields<'a>;

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
            /// bytes on. It allocates nothing for valid JSON, unless a string has escapes or an unknown value is nested
            /// deeper than 64 levels.
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

        impl $crate::contract::draft::ToDraft for $Object {
            type Draft = $Draft;

            fn to_draft(&self) -> $Draft {
                $Draft::from(self)
            }
        }

        impl $crate::contract::draft::Draft for $Draft {
            fn record<'a>(&'a self, tape: &mut $crate::read::Tape<'a>, property: $crate::read::PropertyIndex) {
                let Self { $($field),+ } = self;
                let fields = [$($field as &dyn $crate::contract::draft::Draft),+];
                $crate::contract::draft::record_object(tape, property, &fields);
            }
        }
    };
}

/// An object whose fields are its properties.
macro_rules! plain {
    (@type $(#[$doc:meta])* $Object:ident, $Draft:ident { $($(#[$field_doc:meta])+ $field:ident: $Type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Object {
            $($(#[$field_doc])+ pub $field: $Type,)+
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

        /// Copies a valid value to edit it.
        impl From<&$Object> for $Draft {
            fn from(object: &$Object) -> Self {
                use $crate::contract::draft::ToDraft;

                Self { $($field: object.$field.to_draft()),+ }
            }
        }
    };
    (@parts $($field:ident)+ ;) => {
        type Whole<'f, 'a: 'f> = Ready<'f, 'a>;

        #[inline(always)]
        fn whole<'f, 'a: 'f>(fields: &'f mut Self::Fields<'a>) -> Option<Ready<'f, 'a>> {
            fields.ready()
        }

        #[inline(always)]
        fn assemble(ready: Ready<'_, '_>) -> Self {
            Self { $($field: Value::build(ready.$field)),+ }
        }
    };
}

/// An object that has another type for some of its properties together: its type and parts are written by hand.
macro_rules! custom {
    (@type $($table:tt)*) => {};
    (@parts $($field:ident)+ ; $($parts:tt)*) => {
        $($parts)*
    };
}
pub(crate) use {custom, object, plain};
