//! Types of values and names that JSON does not have, as other formats hand them over (S18).

use ::serde::de::value::{BorrowedStrDeserializer, Error, MapAccessDeserializer, MapDeserializer};
use ::serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use ::serde::{Deserialize, forward_to_deserialize_any};
use customer_schema::{CalendarDate, Checked, CountryCode, FirstName, FullName, Reason};

use super::kinds::NUMBER;

#[derive(Clone, Copy, Debug)]
enum OtherType {
    Nothing,
    Unit,
    Bytes,
    ByteBuf,
    Char,
    NotANumber,
    Huge,
    Tiny,
    Optional(&'static str),
    Newtype(&'static str),
    Variant,
    /// A map whose names are no texts.
    Numbered,
    /// A number, as `serde_json` hands it over where `arbitrary_precision` is on.
    Number,
    /// The same from the buffer of serde, for example behind `flatten`.
    BufferedNumber,
    /// An object that begins like one.
    LikeANumber,
}

impl<'de> Deserializer<'de> for OtherType {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Nothing => visitor.visit_none(),
            Self::Unit => visitor.visit_unit(),
            Self::Bytes => visitor.visit_borrowed_bytes(b"Ada"),
            Self::ByteBuf => visitor.visit_byte_buf(b"Ada".to_vec()),
            Self::Char => visitor.visit_char('A'),
            Self::NotANumber => visitor.visit_f32(f32::NAN),
            Self::Huge => visitor.visit_u128(u128::MAX),
            Self::Tiny => visitor.visit_i128(i128::MIN),
            Self::Optional(text) => visitor.visit_some(BorrowedStrDeserializer::new(text)),
            Self::Newtype(text) => visitor.visit_newtype_struct(BorrowedStrDeserializer::new(text)),
            Self::Variant => {
                let variant = MapDeserializer::new([("Passport", "Ada")].into_iter());
                visitor.visit_enum(MapAccessDeserializer::new(variant))
            }
            Self::Numbered => visitor.visit_map(MapDeserializer::new([(0, "Ada"), (1, "Lovelace")].into_iter())),
            Self::Number | Self::LikeANumber => {
                let names = [NUMBER, "x"].map(BorrowedStrDeserializer::new);
                let properties = names.map(|name| (name, "5".to_owned())).into_iter();
                let len = if let Self::Number = self { 1 } else { 2 };
                visitor.visit_map(MapDeserializer::new(properties.take(len)))
            }
            Self::BufferedNumber => {
                let property = (BorrowedStrDeserializer::new(NUMBER), "5");
                visitor.visit_map(MapDeserializer::new([property].into_iter()))
            }
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

fn violation<T: DeserializeOwned>(value: OtherType) -> Option<String> {
    T::deserialize(value).err().map(|error| error.to_string())
}

#[test]
fn each_is_read_as_what_it_holds_or_is_a_wrong_type() {
    let null = ["value must be a string, is null", "value must be an object, is null"];
    let (a_string, a_number) = ("value must be an object, is a string", "value must be an object, is a number");
    let number = Some("value must be a string, is a number");
    let other = [
        "value must be a string, is of a type that JSON does not have",
        "value must be an object, is of a type that JSON does not have",
    ];
    let lacking = "FirstName is required; LastName is required";
    for (value, as_text, as_object) in [
        (OtherType::Nothing, Some(null[0]), null[1]),
        (OtherType::Unit, Some(null[0]), null[1]),
        (OtherType::Bytes, Some(other[0]), other[1]),
        (OtherType::ByteBuf, Some(other[0]), other[1]),
        (OtherType::Char, None, a_string),
        (OtherType::NotANumber, number, a_number),
        (OtherType::Huge, number, a_number),
        (OtherType::Tiny, number, a_number),
        (OtherType::Optional("Ada"), None, a_string),
        (OtherType::Optional(""), Some("value must have at least 1 character, has 0"), a_string),
        (OtherType::Newtype("Ada"), None, a_string),
        (OtherType::Newtype(""), Some("value must have at least 1 character, has 0"), a_string),
        (OtherType::Variant, Some(other[0]), other[1]),
        (OtherType::Numbered, Some("value must be a string, is an object"), lacking),
        (OtherType::Number, number, a_number),
        (OtherType::BufferedNumber, number, a_number),
        (OtherType::LikeANumber, Some("value must be a string, is an object"), lacking),
    ] {
        assert_eq!(violation::<FirstName>(value).as_deref(), as_text, "{value:?}");
        assert_eq!(violation::<FullName>(value).as_deref(), Some(as_object), "{value:?}");
    }
}

/// The value that a binary format has where it is asked for a string.
#[derive(Clone, Copy, Debug)]
enum Binary {
    Text(&'static str),
    /// The format has types of its own, such as `MessagePack`.
    Typed(OtherType),
    /// An error of the format that quotes the value, as in CBOR.
    Quoted,
}

impl<'de> Deserializer<'de> for Binary {
    type Error = Error;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("only the reader knows the type"))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::Typed(value) => value.deserialize_any(visitor),
            Self::Quoted => Err(Error::custom("invalid type: integer `19151210`, expected a string")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A binary format is asked for a string, and none of its errors passes through (S14).
#[test]
fn a_single_value_of_a_binary_format_is_a_string() {
    fn read<T: DeserializeOwned>(value: Binary) -> Result<T, String> {
        T::deserialize(value).map_err(|error| error.to_string())
    }
    fn error(text: &str) -> Result<(), String> {
        Err(text.to_owned())
    }
    assert_eq!(read(Binary::Text("Ada")), Ok("Ada".parse::<FirstName>().unwrap()));
    assert_eq!(read(Binary::Text("1985-12-10")), Ok("1985-12-10".parse::<CalendarDate>().unwrap()));
    assert_eq!(read(Binary::Text("GB")), Ok("GB".parse::<CountryCode>().unwrap()));

    let first_name = |value| read::<FirstName>(value).map(drop);
    assert_eq!(first_name(Binary::Text("")), error("value must have at least 1 character, has 0"));
    assert_eq!(first_name(Binary::Typed(OtherType::Huge)), error("value must be a string, is a number"));
    let other = "value must be a string, is of a type that JSON does not have";
    assert_eq!(first_name(Binary::Typed(OtherType::Variant)), error(other));
    assert_eq!(first_name(Binary::Quoted), error("value cannot be read as a string"));

    // Objects ask for the type, and so does what never fails for one.
    let refused = error("only the reader knows the type");
    assert_eq!(read::<FullName>(Binary::Text("Ada")).map(drop), refused);
    assert_eq!(read::<Checked<FirstName>>(Binary::Text("Ada")).map(drop), refused);
}

/// The reason, not only its text.
#[test]
fn the_type_that_is_there_is_in_the_reason() {
    use customer_schema::JsonType::{Null, Number, Object, String};

    for (value, found) in [
        (OtherType::Nothing, Some(Null)),
        (OtherType::Unit, Some(Null)),
        (OtherType::Bytes, None),
        (OtherType::ByteBuf, None),
        (OtherType::NotANumber, Some(Number)),
        (OtherType::Huge, Some(Number)),
        (OtherType::Tiny, Some(Number)),
        (OtherType::Variant, None),
        (OtherType::Numbered, Some(Object)),
        (OtherType::Number, Some(Number)),
        (OtherType::BufferedNumber, Some(Number)),
        (OtherType::LikeANumber, Some(Object)),
    ] {
        let report = <Checked<FirstName>>::deserialize(value).unwrap().into_result().unwrap_err();
        let found: Vec<_> = [Reason::WrongType { expected: String, found, is_optional: false }].into();
        assert_eq!(report.iter().map(|violation| *violation.reason()).collect::<Vec<_>>(), found, "{value:?}");
        assert!(report.iter().all(|violation| violation.position().is_none()));
    }
}
