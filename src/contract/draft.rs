//! A customer of which nothing is known to be valid yet, as plain optional texts.

use alloc::string::String;
use alloc::vec::Vec;

use crate::read::{Object, PropertyIndex, Tape, from_tape};
use crate::report::Location;
use crate::value::redact;
use crate::{Customer, FullName, Identity, JsonType, StreetAddress, Violations};

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
    /// Every violation, as [`Customer::from_json`] reports it, without positions.
    pub fn validate(&self) -> Result<Customer, Violations> {
        let mut tape = Tape::new();
        self.record(&mut tape, PropertyIndex::NONE);
        from_tape(tape, &Location::BODY)
    }

    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        let Self { full_name, date_of_birth, identities, primary_residence } = self;
        let list = |tape: &mut Tape<'a>, property| {
            tape.container(property, JsonType::Array, |tape| {
                for identity in identities {
                    identity.record(tape, PropertyIndex::NONE);
                }
            });
        };
        object::<Customer, 4>(
            tape,
            property,
            [
                Some(Draft::Nested(&|tape, property| full_name.record(tape, property))),
                date_of_birth.as_deref().map(Draft::Text),
                Some(Draft::Nested(&list)),
                Some(Draft::Nested(&|tape, property| primary_residence.record(tape, property))),
            ],
        );
    }
}

impl FullNameDraft {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        let Self { first_name, last_name, middle_name } = self;
        texts::<FullName, 3>(tape, property, [first_name, last_name, middle_name]);
    }
}

impl IdentityDraft {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        let Self { issuing_country, id_number, issued_date, expiry_date, id_type } = self;
        texts::<Identity, 5>(tape, property, [issuing_country, id_number, issued_date, expiry_date, id_type]);
    }
}

impl StreetAddressDraft {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        let Self { street, street2, city, post_code, state, country } = self;
        texts::<StreetAddress, 6>(tape, property, [street, street2, city, post_code, state, country]);
    }
}

/// A property that is present.
enum Draft<'a, 'f> {
    Text(&'a str),
    Nested(&'f dyn Fn(&mut Tape<'a>, PropertyIndex)),
}

/// Records the properties that are present, in the order of the object's table.
fn object<'a, O: Object, const N: usize>(
    tape: &mut Tape<'a>,
    property: PropertyIndex,
    drafts: [Option<Draft<'a, '_>>; N],
) {
    const { assert!(N == O::PROPERTIES.len(), "a draft has the properties of its object") };
    tape.container(property, JsonType::Object, |tape| {
        for (index, draft) in drafts.into_iter().enumerate() {
            match draft {
                Some(Draft::Text(text)) => tape.push_text(PropertyIndex::of(index), text),
                Some(Draft::Nested(record)) => record(tape, PropertyIndex::of(index)),
                None => {}
            }
        }
    });
}

fn texts<'a, O: Object, const N: usize>(tape: &mut Tape<'a>, property: PropertyIndex, texts: [&'a Option<String>; N]) {
    object::<O, N>(tape, property, texts.map(|text| text.as_deref().map(Draft::Text)));
}

redact! { CustomerDraft FullNameDraft IdentityDraft StreetAddressDraft }
