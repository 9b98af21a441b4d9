//! Objects, each from one table of properties.

/// Generates an object from its table: the table itself, the reader and the draft. `$kind` is `plain` or `custom`.
///
/// The doc comment of a property is its description. The first line of the doc comment of the object is the description
/// of the object. A row has the field, the type and the name of the property, then its rule, the source of the rule,
/// its title, and an example if it is a string. An object or a list has the name of its draft.
///
/// A condition restricts one property to the codes of a list if another property is a certain code. `region!` generates
/// the type of the two properties from the conditions.
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
        $(conditions $Outcome:ident {
            $(when $When:ident is $is:ident => $Then:ident in $Codes:ident ($condition_id:ident, $Variant:ident);)+
        }
        finish { $($finish:tt)* }
        build { $($build:tt)* }
        properties { |$object:ident| $($property:expr),+ $(,)? })?
    ) => {
        $crate::contract::object::$kind! {
            @type #[doc = $description] $(#[doc = $docs])* $Object {
                $($(#[doc = $words])+ #[doc = concat!("\n\n`", $name, "` ([", stringify!($property_id), "](crate::guide::contract#", stringify!($property_id), ")).")] $field: $Type,)+
            }
        }

        $($crate::contract::region::region! { $Outcome { $($is $Codes $Variant)+ } })?

        $crate::contract::object::$kind! { @properties $Object, $Draft { $($field = $name),+ } $(|$object| $($property),+)? }

        #[doc = concat!("A [`", stringify!($Object), "`] that is not checked yet, as optional strings.")]
        ///
        /// `None` is an absent property, while an empty string is a present one. Objects and lists are always present,
        /// but may be empty. `Debug` shows the name of the type only ([S15](crate::guide::contract#S15)).
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
                #[doc = concat!("`", $name, "` ([", stringify!($property_id), "](crate::guide::contract#", stringify!($property_id), ")).")]
                pub $field: $crate::contract::draft::draft!($($Nested)?),
            )+
        }

        $crate::value::redact!($Draft);

        const _: () = {
            use $crate::read::{Field, Object, Reader, Source, Value};
            use $crate::report::{ErrorGuaranteed, Location, Offset, Report};

            pub(crate) struct Names {
                $(pub(crate) $field: &'static str),+
            }

            impl $Object {
                /// The name of the property of each field.
                pub(crate) const NAMES: Names = Names { $($field: $name),+ };
            }

            /// The index of each property in the table.
            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types, reason = "named after the fields")]
            enum Index { $($field),+ }

            // The tape counts properties in a byte, and `record` has a bit for each in a word.
            const _: () = assert!($Object::PROPERTIES.len() <= u64::BITS as usize);
            // A name with escapes is compared with those that have as many bytes as it has characters.
            const _: () = assert!($($name.is_ascii())&&+);

            pub(crate) struct Fields<'a> {
                $(pub(crate) $field: Field<<$Type as Value>::Raw<'a>>,)+
                // The outcome of the conditions.
                $(pub(crate) condition: Option<$Outcome>,)?
            }

            impl Default for Fields<'_> {
                #[inline(always)]
                fn default() -> Self {
                    Self { $($field: Field::default(),)+ $(condition: None::<$Outcome>,)? }
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

                /// Reports missing properties, in the order of the table.
                #[inline(always)]
                pub(crate) fn require_all(
                    &self,
                    location: &Location<'_>,
                    report: &mut Report,
                    end: Offset,
                ) -> Result<(), ErrorGuaranteed> {
                    // Every property is checked before the first `?`, so that none hides another.
                    $(let $field = self.$field.require::<$Type>(location, $Object::NAMES.$field, report, end);)+
                    $($field?;)+
                    Ok(())
                }
            }

            impl Object for $Object {
                const TABLE: $crate::ObjectRule = $Object::RULE;

                $($($finish)*)?
            }

            impl Value for $Object {
                const RULE: $crate::Rule = $crate::Rule::Object(&$Object::RULE);
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
                            let found = reader.source.find_name($Object::PROPERTIES)?;
                            match found {
                                $(Some(index) if index == Index::$field as usize => {
                                    let location = &location.property($name);
                                    fields.$field.read_unpredicted::<$Type, S>(reader, location, name)?;
                                })+
                                _ => reader.source.skip(false)?,
                            }
                            more = reader.source.more(OBJECT)?;
                        }
                    }
                    let end = reader.source.end_offset();
                    <Self as Object>::finish(fields, location, reader.report);
                    if let Err(violation) = fields.require_all(location, reader.report, end) {
                        field.reject(violation);
                    }
                    Ok(())
                }

                $crate::contract::object::$kind! { @build $($field)+ ; $($($build)*)? }
            }
        };

        impl $Object {
            /// The documented properties, in the order of the contract.
            pub const PROPERTIES: &'static [$crate::Property] = &[
                $($crate::Property {
                    name: $name,
                    id: stringify!($property_id),
                    source: $source,
                    required: <$Type as $crate::read::Value>::REQUIRED,
                    rule: <$Type as $crate::read::Value>::RULE,
                    title: $title,
                    description: concat!($($words),+).trim_ascii_start(),
                    example: [$(Some($example),)? None][0],
                }),+
            ];

            /// The rule of the object: its properties, and the conditions among them.
            ///
            /// ```
            #[doc = concat!("use customer_schema::", stringify!($Object), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($Object), "::RULE.id, \"", stringify!($id), "\");")]
            #[doc = concat!("assert_eq!(", stringify!($Object), "::RULE.properties, ", stringify!($Object), "::PROPERTIES);")]
            /// ```
            pub const RULE: $crate::ObjectRule = $crate::ObjectRule {
                id: stringify!($id),
                description: $description.trim_ascii_start(),
                properties: Self::PROPERTIES,
                conditions: &[$($($crate::Condition {
                    id: stringify!($condition_id),
                    when: stringify!($When),
                    is: stringify!($is),
                    then: stringify!($Then),
                    codes: $Codes::RULE,
                }),+)?],
            };

            /// Reads a value of this type from JSON in UTF-8. Time and memory are linear in its size, which the caller
            /// limits.
            ///
            /// # Errors
            ///
            /// Every violation, in the order of [S13](crate::guide::contract#S13), each with its position. The first
            /// [`Violations::MAX_KEPT`](crate::Violations::MAX_KEPT) are kept. If the text is not well-formed,
            /// [`Reason::MalformedJson`](crate::Reason::MalformedJson) alone ([S5](crate::guide::contract#S5),
            /// [S10](crate::guide::contract#S10)).
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

            /// Checks JSON by the same rules without building a value, for services that pass the bytes on. It
            /// allocates nothing for a valid value, unless an unknown property is nested deeper than 64 levels.
            ///
            /// # Errors
            ///
            /// The report of [`from_json`](Self::from_json) for the same bytes.
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
    (@type $(#[$doc:meta])* $Object:ident { $($(#[$field_doc:meta])+ $field:ident: $Type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $Object {
            $($(#[$field_doc])+ pub $field: $Type,)+
        }
    };
    (@build $($field:ident)+ ;) => {
        type Ready<'f, 'a: 'f> = Ready<'f, 'a>;

        #[inline(always)]
        fn ready<'f, 'a: 'f>(fields: &'f mut Fields<'a>) -> Option<Ready<'f, 'a>> {
            fields.ready()
        }

        #[inline(always)]
        fn build(ready: Ready<'_, '_>) -> Self {
            Self { $($field: Value::build(ready.$field)),+ }
        }
    };
    (@properties $Object:ident, $Draft:ident { $($field:ident = $name:literal),+ }) => {
        $crate::contract::property::impl_properties! {
            $Object, $Draft { $($field = $name),+ } |object| $(object.$field),+
        }
    };
}

/// An object with one field for several properties. Its type, its construction and the access to its properties are
/// written by hand.
macro_rules! custom {
    (@type $($table:tt)*) => {};
    (@build $($field:ident)+ ; $($build:tt)*) => {
        $($build)*
    };
    (@properties $($table:tt)*) => {
        $crate::contract::property::impl_properties! { $($table)* }
    };
}

pub(super) use {custom, object, plain};
