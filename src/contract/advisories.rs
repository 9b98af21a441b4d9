//! What deserves a second look, though the contract allows it: apart from every verdict.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

use crate::read::Object;
use crate::report::Location;
use crate::report::messages;
use crate::{CalendarDate, Customer, FieldPath, FullName, IdType, Identity, StreetAddress};

messages! {
    /// What deserves a second look about a value that is valid.
    ///
    /// Like a [`Reason`](crate::Reason) it has a stable [`code`](Self::code) for programs and a text for people,
    /// which reads on from the name of the field, and it holds nothing that the customer sent.
    ///
    /// ```
    /// use customer_schema::Concern;
    ///
    /// let concern = Concern::DocumentExpired;
    /// assert_eq!(concern.code(), "document_expired");
    /// assert_eq!(concern.to_string(), "is in the past");
    /// ```
    Concern {
        /// `DateOfBirth` is later than today. Born today is no concern.
        ///
        /// Nobody who opens an account is yet to be born: the century was mistyped, or day and month were swapped.
        #[error("is in the future")]
        BirthInFuture = "birth_in_future" [Self::BirthInFuture]
        /// `DateOfBirth` is more than 130 years ago: its day and month have passed in the 130th year after it. On
        /// the 130th birthday itself it is no concern; 29 February has passed once it is 1 March.
        ///
        /// Nobody has lived that long: it is a stand-in for an unknown date, such as 1890-01-01, or the identity of
        /// somebody dead.
        #[error("is more than {} years ago", LONGEST_LIFE)]
        BirthLongAgo = "birth_long_ago" [Self::BirthLongAgo]
        /// `ExpiryDate` is earlier than today. A document that expires today is still good.
        ///
        /// An expired document proves no identity in most places, and the customer has to be asked for another.
        #[error("is in the past")]
        DocumentExpired = "document_expired" [Self::DocumentExpired]
        /// `IssuedDate` is later than `ExpiryDate`. The same day is no concern.
        ///
        /// The two were swapped or mistyped, so neither can be relied on when the document has to be renewed.
        #[error("is after the date of expiry")]
        IssuedAfterExpiry = "issued_after_expiry" [Self::IssuedAfterExpiry]
        /// `IssuedDate` is earlier than `DateOfBirth`. The same day is no concern.
        ///
        /// The document is somebody else's, such as a parent's, or one of the two dates is wrong.
        #[error("is before the date of birth")]
        IssuedBeforeBirth = "issued_before_birth" [Self::IssuedBeforeBirth]
        /// The document stands in the list before: country, kind and number are the same, character by character.
        /// Each repetition is reported, and names the first.
        ///
        /// Where two documents are asked for, one that is sent twice counts for two.
        #[error("is the same document as the one at index {first}")]
        RepeatedDocument {
            /// The index in `Identities` of the first one.
            first: usize,
        } = "repeated_document" [Self::RepeatedDocument { first: 0 }]
        /// The text begins or ends with a character of the Unicode property `White_Space` ([`char::is_whitespace`]).
        ///
        /// A name with a space behind it is not found on a sanctions list, nor in one's own index.
        #[error("begins or ends with white space")]
        SurroundingWhiteSpace = "surrounding_white_space" [Self::SurroundingWhiteSpace]
        /// The text contains a character of the category `Cc` ([`char::is_control`]): U+0000 to U+001F, U+007F to
        /// U+009F. A line break is one, and at an end it is white space as well.
        ///
        /// It breaks exports and prints, and where a log or a letter is made of the text it forges a line.
        #[error("contains a control character")]
        ControlCharacter = "control_character" [Self::ControlCharacter]
        /// The text contains a character of the Unicode property `Bidi_Control`: U+061C, U+200E, U+200F, U+202A to
        /// U+202E, U+2066 to U+2069.
        ///
        /// Nobody sees it, yet the text is shown in another order than it is compared in: a clerk and a program read
        /// two different names.
        #[error("contains an invisible direction mark")]
        DirectionMark = "direction_mark" [Self::DirectionMark]
    }
}

/// In years: the longest life on record lasted 122.
const LONGEST_LIFE: u16 = 130;

/// One thing that deserves a second look: where, and what. [`Customer::advisories`] gives them.
///
/// `Display` puts both in one sentence, without anything that the customer sent.
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
/// assert_eq!(advisories[0].concern().code(), "surrounding_white_space");
/// assert_eq!(advisories[0].to_string(), "FullName.FirstName begins or ends with white space");
/// # Ok::<(), customer_schema::Violations>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Advisory {
    path: FieldPath,
    concern: Concern,
}

impl Advisory {
    /// Where the value stands.
    #[must_use]
    pub const fn path(&self) -> &FieldPath {
        &self.path
    }

    /// What deserves a second look.
    #[must_use]
    pub const fn concern(&self) -> &Concern {
        &self.concern
    }
}

impl fmt::Display for Advisory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path, self.concern)
    }
}

impl Customer {
    /// What deserves a second look before the customer is taken on, in the order of the contract: the list of
    /// [`Concern`]s says what it can be, and there is nothing else.
    ///
    /// It is no part of the contract. The customer is valid whatever comes out, a value may raise several concerns,
    /// and what follows from them is the caller's to decide: to ask again, to have a person look, or nothing. There is
    /// no clock in this library, so the caller says which day is `today`, in the time zone that matters there. It
    /// looks at each text once, and takes n log n time in the number of documents.
    ///
    /// ```
    /// use customer_schema::{CalendarDate, Customer, FullName, Identity, IdType, Region, StreetAddress};
    ///
    /// let mut passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    /// passport.expiry_date = Some("2021-03-01".parse()?);
    /// let region = Region::new("GB".parse()?, "England")?;
    /// let customer = Customer::new(
    ///     FullName::new("Ada".parse()?, "Lovelace".parse()?),
    ///     "1885-12-10".parse()?,
    ///     vec![passport.clone(), passport],
    ///     StreetAddress::new("12 St James's Square".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region),
    /// );
    ///
    /// let lines = |today| customer.advisories(today).iter().map(ToString::to_string).collect::<Vec<_>>();
    /// assert_eq!(lines(CalendarDate::new(2021, 3, 2)?), [
    ///     "DateOfBirth is more than 130 years ago",
    ///     "Identities[0].ExpiryDate is in the past",
    ///     "Identities[1] is the same document as the one at index 0",
    ///     "Identities[1].ExpiryDate is in the past",
    /// ]);
    /// assert_eq!(lines(CalendarDate::new(2015, 12, 10)?), ["Identities[1] is the same document as the one at index 0"]);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    #[must_use]
    pub fn advisories(&self, today: CalendarDate) -> Vec<Advisory> {
        let mut look = Look { today, birth: self.date_of_birth, documents: BTreeMap::new(), found: Vec::new() };
        look.at_customer(self, &Location::BODY);
        look.found
    }
}

/// One look at a customer. It takes every object apart property by property, so that none that is added is forgotten.
struct Look<'c> {
    today: CalendarDate,
    birth: CalendarDate,
    /// Which documents were seen so far, and where first.
    documents: BTreeMap<(&'static str, IdType, &'c str), usize>,
    found: Vec<Advisory>,
}

impl<'c> Look<'c> {
    fn note_if(&mut self, is_so: bool, place: &Location<'_>, concern: Concern) {
        if is_so {
            self.found.push(Advisory { path: place.to_path(), concern });
        }
    }

    fn at_customer(&mut self, customer: &'c Customer, place: &Location<'_>) {
        let Customer { full_name, date_of_birth, identities, primary_residence } = customer;
        let [name_place, birth_place, list_place, residence_place] = places::<Customer, _>(place);
        self.at_name(full_name, &name_place);
        self.note_if(*date_of_birth > self.today, &birth_place, Concern::BirthInFuture);
        self.note_if(is_long_ago(*date_of_birth, self.today), &birth_place, Concern::BirthLongAgo);
        for (index, identity) in identities.iter().enumerate() {
            self.at_identity(identity, index, &list_place.element(index));
        }
        self.at_residence(primary_residence, &residence_place);
    }

    fn at_name(&mut self, name: &FullName, place: &Location<'_>) {
        let FullName { first_name, last_name, middle_name } = name;
        let middle_name = middle_name.as_ref().map(AsRef::as_ref);
        self.at_texts::<FullName, _>([Some(first_name.as_str()), Some(last_name.as_str()), middle_name], place);
    }

    fn at_identity(&mut self, identity: &'c Identity, index: usize, place: &Location<'_>) {
        let Identity { issuing_country, id_number, issued_date, expiry_date, id_type } = identity;
        let [_, _, issued_place, expiry_place, _] = places::<Identity, _>(place);
        let document = (issuing_country.as_str(), *id_type, id_number.as_str());
        let first = *self.documents.entry(document).or_insert(index);
        self.note_if(first != index, place, Concern::RepeatedDocument { first });
        self.at_texts::<Identity, _>([None, Some(id_number.as_str()), None, None, None], place);
        if let Some(issued) = *issued_date {
            let is_after_expiry = expiry_date.is_some_and(|expiry| issued > expiry);
            self.note_if(is_after_expiry, &issued_place, Concern::IssuedAfterExpiry);
            self.note_if(issued < self.birth, &issued_place, Concern::IssuedBeforeBirth);
        }
        let is_expired = expiry_date.is_some_and(|expiry| expiry < self.today);
        self.note_if(is_expired, &expiry_place, Concern::DocumentExpired);
    }

    fn at_residence(&mut self, address: &StreetAddress, place: &Location<'_>) {
        let StreetAddress { street, street2, city, post_code, region } = address;
        let street2 = street2.as_ref().map(AsRef::as_ref);
        let [city, post_code, state] = [city.as_str(), post_code.as_str(), region.state()].map(Some);
        let texts = [Some(street.as_str()), street2, city, post_code, state, None];
        self.at_texts::<StreetAddress, _>(texts, place);
    }

    /// Looks at the texts among an object's properties, in the order of its table.
    fn at_texts<O: Object, const N: usize>(&mut self, texts: [Option<&str>; N], place: &Location<'_>) {
        for (text, place) in texts.into_iter().zip(places::<O, N>(place)) {
            let text = text.unwrap_or_default();
            let is_surrounded = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
            self.note_if(is_surrounded, &place, Concern::SurroundingWhiteSpace);
            self.note_if(text.contains(char::is_control), &place, Concern::ControlCharacter);
            self.note_if(text.contains(is_direction_mark), &place, Concern::DirectionMark);
        }
    }
}

/// The places of an object's properties, under the names of its table, in its order.
fn places<'p, O: Object, const N: usize>(place: &'p Location<'_>) -> [Location<'p>; N] {
    const { assert!(N == O::PROPERTIES.len(), "there is a place for each property") };
    core::array::from_fn(|i| place.property(O::PROPERTIES.get(i).map_or("", |property| property.name)))
}

/// Whether day and month of the birth have passed in the last year of the longest life.
fn is_long_ago(birth: CalendarDate, today: CalendarDate) -> bool {
    (today.year(), today.month(), today.day()) > (birth.year() + LONGEST_LIFE, birth.month(), birth.day())
}

/// The Unicode property `Bidi_Control`.
const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
