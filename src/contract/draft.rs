//! Drafts: values that are not checked yet, as optional texts.

use alloc::string::String;
use alloc::vec::Vec;

use super::customer::{Customer, CustomerDraft};
use crate::read::{PropertyIndex, Tape, from_tape};
use crate::report::{Location, Violations};
use crate::rule::JsonType;

/// The type of a draft's field: an optional text, or the draft of an object or a list.
macro_rules! draft {
    () => { Option<alloc::string::String> };
    ($Nested:ty) => { $Nested };
}
pub(super) use draft;

/// A draft, or a field of one.
pub(super) trait Draft {
    /// Records the value, if it is present.
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex);
}

impl Draft for Option<String> {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        if let Some(text) = self {
            tape.push_text(property, text);
        }
    }
}

impl<D: Draft> Draft for Vec<D> {
    fn record<'a>(&'a self, tape: &mut Tape<'a>, property: PropertyIndex) {
        tape.container(property, JsonType::Array, |tape| {
            for element in self {
                element.record(tape, PropertyIndex::NONE);
            }
        });
    }
}

/// Records an object by its fields, which are in the order of its table.
pub(super) fn record_object<'a>(tape: &mut Tape<'a>, property: PropertyIndex, fields: &[&'a dyn Draft]) {
    tape.container(property, JsonType::Object, |tape| {
        for (index, field) in fields.iter().enumerate() {
            field.record(tape, PropertyIndex::of(index));
        }
    });
}

impl CustomerDraft {
    /// Checks the draft as if it had come as JSON, by the same reader.
    ///
    /// # Errors
    ///
    /// Every violation, as [`Customer::from_json`] reports it, without positions.
    ///
    /// ```
    /// use customer_schema::CustomerDraft;
    ///
    /// let mut draft = CustomerDraft::default();
    /// draft.full_name.first_name = Some("Ada".into());
    /// draft.date_of_birth = Some("10.12.1985".into());
    /// draft.primary_residence.street = Some("1".into());
    /// draft.primary_residence.country = Some("GB".into());
    ///
    /// let report = draft.validate().unwrap_err();
    /// let lines: Vec<String> = report.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines[..3], [
    ///     "FullName.LastName is required",
    ///     "DateOfBirth must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31",
    ///     "PrimaryResidence.Street must have at least 2 characters, has 1",
    /// ]);
    /// assert_eq!(lines.len(), 6);
    /// ```
    pub fn validate(&self) -> Result<Customer, Violations> {
        let mut tape = Tape::new();
        self.record(&mut tape, PropertyIndex::NONE);
        from_tape(tape, &Location::BODY)
    }
}
