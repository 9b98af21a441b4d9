//! Advisories: valid values that a person should check. They change no verdict.

mod characters;
mod search;

use alloc::vec::{self, Vec};
use core::fmt;
use core::ops::Deref;
use core::slice;

use crate::report::messages;
use crate::{CalendarDate, Customer, FieldPath, Violations};

messages! {
    /// The kind of an [`Advisory`].
    ///
    /// It has a stable [`code`](Self::code) for programs and a text for people, which follows the path of the value. It
    /// contains nothing that was sent. It is not an error, since the customer is valid.
    ///
    /// ```
    /// use customer_schema::AdvisoryKind;
    ///
    /// let kind = AdvisoryKind::DocumentExpired;
    /// assert_eq!(kind.code(), "document_expired");
    /// assert_eq!(kind.to_string(), "is in the past");
    /// ```
    AdvisoryKind {
        /// `DateOfBirth` is later than today. A birth today raises no advisory.
        ///
        /// The century was mistyped, or day and month were swapped.
        BirthInFuture = "birth_in_future" ("is in the future"), [Self::BirthInFuture];
        /// `DateOfBirth` is more than 130 years ago: its day and month have passed in the 130th year after it. The
        /// 130th birthday itself raises no advisory. 29 February has passed on 1 March.
        ///
        /// The longest life on record lasted 122 years. The date is a placeholder, such as 1890-01-01, or belongs to a
        /// person who has died.
        BirthLongAgo = "birth_long_ago" ("is more than ", usize::from(MAX_AGE), " years ago"), [Self::BirthLongAgo];
        /// `DateOfBirth` is 1900-01-01 or 1899-12-30, the first days of the calendars of spreadsheets and databases.
        ///
        /// An empty cell or a 0 was exported as a date.
        PlaceholderDate = "placeholder_date" ("is a common placeholder for an unknown date"), [Self::PlaceholderDate];
        /// `ExpiryDate` is earlier than today. A document that expires today is not expired.
        ///
        /// Most authorities accept no expired document as proof of identity.
        DocumentExpired = "document_expired" ("is in the past"), [Self::DocumentExpired];
        /// `IssuedDate` is later than `ExpiryDate`. The same day raises no advisory.
        ///
        /// The two dates were swapped or mistyped.
        IssuedAfterExpiry = "issued_after_expiry" ("is after the date of expiry"), [Self::IssuedAfterExpiry];
        /// `IssuedDate` is earlier than `DateOfBirth`. The same day raises no advisory.
        ///
        /// The document belongs to another person, such as a parent, or one of the two dates is wrong.
        IssuedBeforeBirth = "issued_before_birth" ("is before the date of birth"), [Self::IssuedBeforeBirth];
        /// The document is in the list already: country, kind and number are equal, character by character. Each
        /// repetition is reported, with the index of the first one.
        ///
        /// A customer who is asked for two documents may send one twice.
        RepeatedDocument {
            /// The index in `Identities` of the first one.
            first: usize,
        } = "repeated_document" ("is the same document as the one at index ", first), [Self::RepeatedDocument { first: 0 }];
        /// The text begins or ends with a character of the Unicode property `White_Space` ([`char::is_whitespace`]).
        ///
        /// A search for the text without the white space does not find it, neither in a sanctions list nor in an index.
        SurroundingWhiteSpace = "surrounding_white_space" ("begins or ends with white space"), [Self::SurroundingWhiteSpace];
        /// The text contains a character of the category `Cc` ([`char::is_control`]): U+0000 to U+001F, U+007F to
        /// U+009F. A line break is one, and at an end it is white space as well.
        ///
        /// It breaks exports and prints. A line break starts a new line in a log.
        ControlCharacter = "control_character" ("contains a control character"), [Self::ControlCharacter];
        /// The text contains a character of the Unicode property `Bidi_Control`: U+061C, U+200E, U+200F, U+202A to
        /// U+202E, U+2066 to U+2069.
        ///
        /// It is invisible and changes the order in which the text is shown, so a person and a program read two
        /// different names.
        DirectionMark = "direction_mark" ("contains an invisible direction mark"), [Self::DirectionMark];
        /// The text contains an invisible character: one of the Unicode property `Default_Ignorable_Code_Point`, or
        /// U+2800. A direction mark is reported as such instead. U+200C, U+200D and variation selectors are not
        /// reported, since scripts and emoji need them.
        ///
        /// A text of such characters looks empty, and a name with one is not found by a search for the visible text.
        InvisibleCharacter = "invisible_character" ("contains an invisible character"), [Self::InvisibleCharacter];
    }
}

/// In years. The longest life on record lasted 122.
const MAX_AGE: u16 = 130;

/// A hint that a person should check a valid value: its path and the kind. [`Customer::advisories`] returns them.
///
/// `Display` writes path and text as one sentence, without anything that was sent
/// ([S14](crate::guide::contract#S14)).
///
/// ```
/// use customer_schema::{CalendarDate, Customer};
///
/// let body = r#"{
///     "FullName": {"FirstName": "Ada ", "LastName": "Lovelace"},
///     "DateOfBirth": "1985-12-10",
///     "Identities": [],
///     "PrimaryResidence": {
///         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
///         "State": "England", "Country": "GB"
///     }
/// }"#;
/// let customer = Customer::from_json(body.as_bytes())?;
/// let advisories = customer.advisories(CalendarDate::new(2025, 1, 31).unwrap());
/// assert_eq!(advisories[0].path().to_string(), "FullName.FirstName");
/// assert_eq!(advisories[0].kind().code(), "surrounding_white_space");
/// assert_eq!(advisories[0].to_string(), "FullName.FirstName begins or ends with white space");
/// # Ok::<(), customer_schema::Violations>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Advisory {
    path: FieldPath,
    kind: AdvisoryKind,
}

impl Advisory {
    /// The path of the value.
    #[must_use]
    pub const fn path(&self) -> &FieldPath {
        &self.path
    }

    /// The kind, with its code and its text.
    #[must_use]
    pub const fn kind(&self) -> &AdvisoryKind {
        &self.kind
    }
}

impl fmt::Display for Advisory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path, self.kind)
    }
}

/// The advisories of a customer, maybe none, in the order of the contract.
///
/// The first 256 are kept, as in a report ([`Violations::MAX_KEPT`]). [`omitted`](Self::omitted) counts the others.
///
/// ```
/// use customer_schema::{CalendarDate, Customer, FullName, Region, StreetAddress};
///
/// let region = Region::new("GB".parse()?, "England")?;
/// let customer = Customer::new(
///     FullName::new("Ada".parse()?, "Lovelace".parse()?),
///     "1900-01-01".parse()?,
///     vec![],
///     StreetAddress::new("1 High Street".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region),
/// );
/// let advisories = customer.advisories(CalendarDate::new(2025, 1, 31)?);
/// assert_eq!((advisories.len(), advisories.omitted(), advisories.total()), (1, 0, 1));
/// for advisory in &advisories {
///     assert_eq!(advisory.to_string(), "DateOfBirth is a common placeholder for an unknown date");
/// }
/// # Ok::<(), customer_schema::Reason>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Advisories {
    kept: Vec<Advisory>,
    omitted: usize,
}

impl Advisories {
    /// The number of advisories beyond those that are kept.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The number of all advisories.
    #[must_use]
    pub fn total(&self) -> usize {
        self.kept.len() + self.omitted
    }

    /// Keeps an advisory, or counts it if there are too many.
    fn push(&mut self, advisory: Advisory) {
        if self.kept.len() < Violations::MAX_KEPT { self.kept.push(advisory) } else { self.omitted += 1 }
    }
}

/// The advisories that are kept.
impl Deref for Advisories {
    type Target = [Advisory];

    fn deref(&self) -> &[Advisory] {
        &self.kept
    }
}

impl IntoIterator for Advisories {
    type Item = Advisory;
    type IntoIter = vec::IntoIter<Advisory>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

impl<'a> IntoIterator for &'a Advisories {
    type Item = &'a Advisory;
    type IntoIter = slice::Iter<'a, Advisory>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}

impl Customer {
    /// Finds valid values that a person should check before the customer is accepted.
    ///
    /// Advisories are not part of the contract. The customer is valid, and the caller decides what to do.
    /// [`AdvisoryKind`] lists all kinds. This library has no clock, so the caller passes the date of today in the
    /// relevant time zone. Time is linear in the length of the texts, and n log n in the number of documents.
    ///
    /// ```
    /// use customer_schema::{
    ///     CalendarDate, Customer, FullName, Identity, IdType, Region, StreetAddress,
    /// };
    ///
    /// let mut passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    /// passport.expiry_date = Some("2021-03-01".parse()?);
    /// let region = Region::new("GB".parse()?, "England")?;
    /// let customer = Customer::new(
    ///     FullName::new("Ada".parse()?, "Lovelace".parse()?),
    ///     "1885-12-10".parse()?,
    ///     vec![passport.clone(), passport],
    ///     StreetAddress::new("1 High Street".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region),
    /// );
    ///
    /// let lines = |today| {
    ///     customer.advisories(today).iter().map(ToString::to_string).collect::<Vec<_>>()
    /// };
    /// assert_eq!(lines(CalendarDate::new(2021, 3, 2)?), [
    ///     "DateOfBirth is more than 130 years ago",
    ///     "Identities[0].ExpiryDate is in the past",
    ///     "Identities[1] is the same document as the one at index 0",
    ///     "Identities[1].ExpiryDate is in the past",
    /// ]);
    /// assert_eq!(
    ///     lines(CalendarDate::new(2015, 12, 10)?),
    ///     ["Identities[1] is the same document as the one at index 0"],
    /// );
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    #[must_use]
    pub fn advisories(&self, today: CalendarDate) -> Advisories {
        search::search(self, today)
    }
}
