//! Objects, each stamped from one table of members: `members!` makes what the reader needs,
//! `object!` the type as well.

use core::slice;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Rule;

/// A documented property of an object: a row of the table that checker and documents are made from.
///
/// Each object type lists its own as `MEMBERS`, in the order of the contract.
///
/// ```
/// use customer_schema::StreetAddress;
///
/// let optional: Vec<_> = StreetAddress::MEMBERS.iter().filter(|m| !m.required).map(|m| m.name).collect();
/// assert_eq!(optional, ["Street2"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// The property's name in JSON.
    pub name: &'static str,
    /// The number of its rule: 5 for R5.
    pub number: u8,
    /// Where the rule comes from: P the operation's page, R its published reference, D a decision.
    pub source: &'static str,
    /// Whether it has to be there.
    pub required: bool,
    /// What its value has to be.
    pub rule: Rule,
    /// What to call it in a form.
    pub title: &'static str,
    /// What to tell the person who fills it in.
    pub description: &'static str,
    /// A value that fits, where the value is a string.
    pub example: Option<&'static str>,
}

/// Writes the members of an object in the order of its table, under the names that stand there.
///
/// As a map, not as a struct: some formats write structs as arrays, and no object is read from one.
pub(crate) struct Writer<S: Serializer> {
    map: S::SerializeMap,
    members: slice::Iter<'static, Member>,
}

impl<S: Serializer> Writer<S> {
    pub(crate) fn new(serializer: S, members: &'static [Member], count: usize) -> Result<Self, S::Error> {
        Ok(Self { map: serializer.serialize_map(Some(count))?, members: members.iter() })
    }

    /// Writes the next member of the table, or leaves it out where it is absent.
    pub(crate) fn member<T: Serialize + ?Sized>(&mut self, value: Option<&T>) -> Result<(), S::Error> {
        match (self.members.next(), value) {
            (Some(member), Some(value)) => self.map.serialize_entry(member.name, value),
            _ => Ok(()),
        }
    }

    pub(crate) fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}

/// Stamps an object's table of members, and what reading makes of it.
macro_rules! members {
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
    ) => {
        const _: () = {
            use $crate::read::{Build, Members, Mode, Object, Place, Presence, Read, Reader, Sink, Slot, Value};

            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types, reason = "a key bears the name of its field")]
            pub(crate) enum Key { $($field),+ }

            impl Key {
                pub(crate) const fn name(self) -> &'static str {
                    match self {
                        $(Self::$field => $name,)+
                    }
                }
            }

            pub(crate) struct Slots<'a, M: Mode> {
                $(pub(crate) $field: Slot<<<$Type as Presence>::Value as Value>::Kept<'a, M>>),+
            }

            impl<M: Mode> Default for Slots<'_, M> {
                fn default() -> Self {
                    Self { $($field: Slot::default()),+ }
                }
            }

            pub(crate) struct Parts<'a> {
                $(pub(crate) $field: <$Type as Presence>::Parts<'a>),+
            }

            impl Members for $Object {
                const MEMBERS: &'static [$crate::Member] = &[
                    $($crate::Member {
                        name: Key::$field.name(),
                        number: $number,
                        source: $source,
                        required: <$Type as Presence>::REQUIRED,
                        rule: <<$Type as Presence>::Value as Value>::RULE,
                        title: $title,
                        description: $description,
                        example: $example,
                    }),+
                ];
                type Key = Key;
                type Slots<'a, M: Mode> = Slots<'a, M>;
                type Parts<'a> = Parts<'a>;

                #[inline]
                fn key(name: &str) -> Option<Key> {
                    match name {
                        $($name => Some(Key::$field),)+
                        _ => None,
                    }
                }

                #[inline]
                fn fill<'a, 'de: 'a, M: Mode, A: serde::de::MapAccess<'de>>(
                    slots: &mut Self::Slots<'a, M>,
                    key: Key,
                    map: &mut A,
                    place: &Place<'_>,
                    sink: &mut Sink,
                    texts: &'a bumpalo::Bump,
                ) -> Result<(), A::Error> {
                    let place = &place.member(key.name());
                    match key {
                        $(Key::$field => slots.$field.fill::<<$Type as Presence>::Value, M, A>(map, place, sink, texts),)+
                    }
                }

                #[inline]
                fn complete<M: Mode>(slots: &mut Slots<'_, M>, place: &Place<'_>, sink: &mut Sink) -> Read<()> {
                    // Every member is asked before the first `?`, so that none hides another.
                    $(
                        let $field =
                            <$Type as Presence>::complete(&mut slots.$field, &place.member(Key::$field.name()), sink);
                    )+
                    $($field?;)+
                    Ok(())
                }

                #[cfg(feature = "schema")]
                fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let schemas = [$(generator.subschema_for::<<$Type as Presence>::Value>()),+];
                    $crate::schema::object($object_number, $object_description, Self::MEMBERS.iter().zip(schemas))
                }
            }

            impl Value for $Object {
                const RULE: $crate::Rule = $crate::Rule::Object(<Self as Members>::MEMBERS);
                type Kept<'a, M: Mode> = Slots<'a, M>;
                type Parts<'a> = <Self as Object>::Whole<'a>;

                fn map<'a, 'de: 'a, M: Mode, A: serde::de::MapAccess<'de>>(
                    reader: Reader<'_, 'a, Self, M>,
                    map: A,
                ) -> Result<(), A::Error> {
                    $crate::read::object(reader, map)
                }

                #[inline]
                fn parts<'a>(
                    slots: &mut Self::Kept<'a, Build>,
                    place: &Place<'_>,
                    sink: &mut Sink,
                ) -> Read<<Self as Object>::Whole<'a>> {
                    let parts = Parts {
                        $($field: <$Type as Presence>::parts(&mut slots.$field, &place.member($name), sink)?),+
                    };
                    Self::whole(parts, place, sink)
                }

                #[inline]
                fn build(whole: <Self as Object>::Whole<'_>) -> Self {
                    Self::assemble(whole)
                }
            }
        };

        impl $Object {
            /// The documented properties, in the order of the contract.
            pub const MEMBERS: &'static [$crate::Member] = <Self as $crate::read::Members>::MEMBERS;
        }
    };
}

/// Stamps an object: the type, its table of members, reader and writer.
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

        $crate::object::members! {
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
        }

        impl $crate::read::Object for $Object {
            type Whole<'a> = <Self as $crate::read::Members>::Parts<'a>;

            #[inline]
            fn whole<'a>(
                parts: Self::Whole<'a>,
                _: &$crate::read::Place<'_>,
                _: &mut $crate::read::Sink,
            ) -> $crate::read::Read<Self::Whole<'a>> {
                Ok(parts)
            }

            #[inline]
            fn assemble(parts: Self::Whole<'_>) -> Self {
                Self { $($field: <$Type as $crate::read::Presence>::build(parts.$field)),+ }
            }
        }

        impl serde::Serialize for $Object {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::read::Presence;

                let count = 0 $(+ usize::from(self.$field.present().is_some()))+;
                let mut writer = $crate::object::Writer::new(serializer, Self::MEMBERS, count)?;
                $(writer.member(self.$field.present())?;)+
                writer.end()
            }
        }

        $crate::read::impl_deserialize!($Object);

        #[cfg(feature = "schema")]
        $crate::schema::impl_json_schema!(
            $Object,
            stringify!($Object),
            in_place: false,
            <$Object as $crate::read::Members>::schema
        );
    };
}
pub(crate) use {members, object};
