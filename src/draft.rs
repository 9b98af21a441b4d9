//! A customer of which nothing is known to be valid yet, as plain optional texts.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::read::{Build, Members, Place, Sink, read};
use crate::redact::redact;
use crate::{Customer, FullName, Identity, JsonType, Reason, StreetAddress, Violations};

/// A customer as plain optional texts: what a form or a database row holds before it is checked.
///
/// The fields bear the names of [`Customer`]'s. `None` is a property that is left out; an empty
/// text is an empty text. `FullName`, `Identities` and `PrimaryResidence` are always there, if only empty.
///
/// ```
/// use customer_schema::CustomerDraft;
///
/// let mut draft = CustomerDraft::default();
/// draft.full_name.first_name = Some("Ada".into());
/// draft.date_of_birth = Some("10.12.1985".into());
/// draft.primary_residence.country = Some("GB".into());
///
/// let report = draft.validate().unwrap_err();
/// let lines: Vec<String> = report.iter().map(ToString::to_string).collect();
/// assert_eq!(lines[..2], [
///     "FullName.LastName is required",
///     "DateOfBirth must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31",
/// ]);
/// assert_eq!(lines.len(), 6);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CustomerDraft {
    /// `FullName` (R4).
    pub full_name: FullNameDraft,
    /// `DateOfBirth` (R8).
    pub date_of_birth: Option<String>,
    /// `Identities` (R9).
    pub identities: Vec<IdentityDraft>,
    /// `PrimaryResidence` (R15).
    pub primary_residence: StreetAddressDraft,
}

/// A [`FullName`] as plain optional texts; part of a [`CustomerDraft`].
///
/// ```
/// use customer_schema::FullNameDraft;
///
/// let mut name = FullNameDraft::default();
/// name.first_name = Some("Ada".into());
/// assert_eq!(format!("{name:?}"), "FullNameDraft");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FullNameDraft {
    /// `FirstName` (R5).
    pub first_name: Option<String>,
    /// `LastName` (R6).
    pub last_name: Option<String>,
    /// `MiddleName` (R7).
    pub middle_name: Option<String>,
}

/// An [`Identity`] as plain optional texts; part of a [`CustomerDraft`].
///
/// ```
/// use customer_schema::{CustomerDraft, IdentityDraft};
///
/// let mut passport = IdentityDraft::default();
/// passport.id_type = Some("passport".into());
/// let mut draft = CustomerDraft::default();
/// draft.identities.push(passport);
/// assert!(draft.validate().unwrap_err().to_string().contains("Identities[0].IDType must be one of"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct IdentityDraft {
    /// `IssuingCountry` (R10).
    pub issuing_country: Option<String>,
    /// `IDNumber` (R11).
    pub id_number: Option<String>,
    /// `IssuedDate` (R12).
    pub issued_date: Option<String>,
    /// `ExpiryDate` (R13).
    pub expiry_date: Option<String>,
    /// `IDType` (R14).
    pub id_type: Option<String>,
}

/// A [`StreetAddress`] as plain optional texts; part of a [`CustomerDraft`].
///
/// ```
/// use customer_schema::CustomerDraft;
///
/// let mut draft = CustomerDraft::default();
/// draft.primary_residence.street = Some("1".into());
/// let report = draft.validate().unwrap_err().to_string();
/// assert!(report.contains("PrimaryResidence.Street must have at least 2 characters, has 1"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StreetAddressDraft {
    /// `Street` (R16).
    pub street: Option<String>,
    /// `Street2` (R17).
    pub street2: Option<String>,
    /// `City` (R18).
    pub city: Option<String>,
    /// `PostCode` (R19).
    pub post_code: Option<String>,
    /// `State` (R20, R21).
    pub state: Option<String>,
    /// `Country` (R22).
    pub country: Option<String>,
}

impl CustomerDraft {
    /// Checks the draft as if it had come as JSON, by the same reader.
    ///
    /// # Errors
    ///
    /// All that is wrong with it, as [`Customer::from_json`] reports it.
    pub fn validate(&self) -> Result<Customer, Violations> {
        let mut sink = Sink::default();
        let read = read::<Customer, Build, _>(self.node(), &Place::BODY, &mut sink);
        // Nodes cannot be malformed. If they could, nothing would be let through.
        let read = read.unwrap_or_else(|_: Error| {
            Err(sink.report(&Place::BODY, Reason::WrongType { expected: JsonType::Object }))
        });
        sink.close(read)
    }

    fn node(&self) -> Node<'_> {
        let Self { full_name, date_of_birth, identities, primary_residence } = self;
        Node::object::<Customer, _>([
            Some(full_name.node()),
            date_of_birth.as_deref().map(Node::Text),
            Some(Node::Array(identities.iter().map(IdentityDraft::node).collect())),
            Some(primary_residence.node()),
        ])
    }
}

impl FullNameDraft {
    fn node(&self) -> Node<'_> {
        let Self { first_name, last_name, middle_name } = self;
        Node::texts::<FullName, _>([first_name, last_name, middle_name])
    }
}

impl IdentityDraft {
    fn node(&self) -> Node<'_> {
        let Self { issuing_country, id_number, issued_date, expiry_date, id_type } = self;
        Node::texts::<Identity, _>([issuing_country, id_number, issued_date, expiry_date, id_type])
    }
}

impl StreetAddressDraft {
    fn node(&self) -> Node<'_> {
        let Self { street, street2, city, post_code, state, country } = self;
        Node::texts::<StreetAddress, _>([street, street2, city, post_code, state, country])
    }
}

/// A part of the body that the draft stands for.
enum Node<'d> {
    Text(&'d str),
    Array(Vec<Node<'d>>),
    Object(Vec<(&'static str, Node<'d>)>),
}

impl<'d> Node<'d> {
    /// The members that are there, under the names of the object's table, in its order.
    fn object<O: Members, const N: usize>(members: [Option<Node<'d>>; N]) -> Self {
        const { assert!(N == O::MEMBERS.len(), "a draft has the members of its object") };
        let named = O::MEMBERS.iter().zip(members);
        Self::Object(named.filter_map(|(member, node)| Some((member.name, node?))).collect())
    }

    fn texts<O: Members, const N: usize>(members: [&'d Option<String>; N]) -> Self {
        Self::object::<O, N>(members.map(|text| text.as_deref().map(Node::Text)))
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::Array(nodes) => visitor.visit_seq(SeqDeserializer::new(nodes.into_iter())),
            Self::Object(members) => visitor.visit_map(MapDeserializer::new(members.into_iter())),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for Node<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

redact! { CustomerDraft FullNameDraft IdentityDraft StreetAddressDraft }
