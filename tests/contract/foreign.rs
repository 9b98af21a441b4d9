//! Kinds of values and names that JSON has not, as other formats hand them over.

use ::serde::de::value::{BorrowedStrDeserializer, Error, MapAccessDeserializer, MapDeserializer};
use ::serde::de::{DeserializeOwned, Deserializer, Visitor};
use ::serde::forward_to_deserialize_any;
use customer_schema::{FirstName, FullName};

#[derive(Clone, Copy, Debug)]
enum Foreign {
    Nothing,
    Optional(&'static str),
    Newtype(&'static str),
    Variant,
    /// A map whose names are no texts.
    Numbered,
    /// A number, as `serde_json` hands it over where `arbitrary_precision` is on.
    Number,
}

impl<'de> Deserializer<'de> for Foreign {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Nothing => visitor.visit_none(),
            Self::Optional(text) => visitor.visit_some(BorrowedStrDeserializer::new(text)),
            Self::Newtype(text) => visitor.visit_newtype_struct(BorrowedStrDeserializer::new(text)),
            Self::Variant => {
                let variant = MapDeserializer::new([("Passport", "Ada")].into_iter());
                visitor.visit_enum(MapAccessDeserializer::new(variant))
            }
            Self::Numbered => visitor.visit_map(MapDeserializer::new([(0, "Ada"), (1, "Lovelace")].into_iter())),
            Self::Number => {
                let name = BorrowedStrDeserializer::new("$serde_json::private::Number");
                visitor.visit_map(MapDeserializer::new([(name, "5".to_owned())].into_iter()))
            }
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

fn fault<T: DeserializeOwned>(value: Foreign) -> Option<String> {
    T::deserialize(value).err().map(|error| error.to_string())
}

#[test]
fn each_is_read_as_what_it_holds_or_is_a_wrong_type() {
    let null = ["value must be a string, is null", "value must be an object, is null"];
    let (a_string, a_number) = ("value must be an object, is a string", "value must be an object, is a number");
    let other = "is of a type that JSON does not have";
    let variant = [format!("value must be a string, {other}"), format!("value must be an object, {other}")];
    let lacking = "FirstName is required; LastName is required";
    for (value, as_text, as_object) in [
        (Foreign::Nothing, Some(null[0]), null[1]),
        (Foreign::Optional("Ada"), None, a_string),
        (Foreign::Optional(""), Some("value must have at least 1 character, has 0"), a_string),
        (Foreign::Newtype("Ada"), None, a_string),
        (Foreign::Newtype(""), Some("value must have at least 1 character, has 0"), a_string),
        (Foreign::Variant, Some(&*variant[0]), &*variant[1]),
        (Foreign::Numbered, Some("value must be a string, is an object"), lacking),
        (Foreign::Number, Some("value must be a string, is a number"), a_number),
    ] {
        assert_eq!(fault::<FirstName>(value).as_deref(), as_text, "{value:?}");
        assert_eq!(fault::<FullName>(value).as_deref(), Some(as_object), "{value:?}");
    }
}
