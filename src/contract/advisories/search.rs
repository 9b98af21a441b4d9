//! The search for advisories in a customer.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Advisories, Advisory, AdvisoryKind, MAX_AGE, characters};
use crate::contract::property::PropertyValue;
use crate::report::{Location, Step};
use crate::{CalendarDate, Customer, FieldPath, IdType, Identity, Rule, Violations};

pub(super) fn search(customer: &Customer, today: CalendarDate) -> Advisories {
    let mut in_texts = Advisories::default();
    customer.visit_texts(&Location::BODY, &mut |location, text| {
        for kind in characters::kinds(text) {
            in_texts.push(Advisory { path: location.to_path(), kind });
        }
    });
    let mut search = Search { today, documents: BTreeMap::new(), found: Advisories::default() };
    search.customer(customer);
    merge(in_texts, search.found)
}

/// Merges two lists, each in the order of the contract, and keeps the first advisories of the result.
fn merge(first: Advisories, second: Advisories) -> Advisories {
    let total = first.total() + second.total();
    let mut kept = [first.kept, second.kept].concat();
    kept.sort_by_cached_key(|advisory| order(advisory.path()));
    kept.truncate(Violations::MAX_KEPT);
    let omitted = total - kept.len();
    Advisories { kept, omitted }
}

/// The indexes of the steps of a path, which order paths as in the contract.
fn order(path: &FieldPath) -> Vec<usize> {
    let mut rule = Rule::Object(&Customer::RULE);
    let index = |step| match (step, rule) {
        (Step::Name(name), Rule::Object(object)) => {
            let index = object.properties.iter().position(|property| property.name == name).unwrap_or_default();
            rule = object.properties.get(index).map_or(rule, |property| property.rule);
            index
        }
        (Step::Index(index), Rule::Array(element)) => {
            rule = Rule::Object(element);
            index
        }
        _ => 0,
    };
    path.steps().map(index).collect()
}

/// Searches dates and documents.
struct Search<'c> {
    today: CalendarDate,
    /// The index of the first of each document.
    documents: BTreeMap<(&'static str, IdType, &'c str), usize>,
    found: Advisories,
}

impl<'c> Search<'c> {
    fn add_if(&mut self, condition: bool, location: &Location<'_>, kind: AdvisoryKind) {
        if condition {
            self.found.push(Advisory { path: location.to_path(), kind });
        }
    }

    fn customer(&mut self, customer: &'c Customer) {
        let birth = customer.date_of_birth;
        let location = &Location::BODY.property(Customer::NAMES.date_of_birth);
        self.add_if(birth > self.today, location, AdvisoryKind::BirthInFuture);
        self.add_if(is_long_ago(birth, self.today), location, AdvisoryKind::BirthLongAgo);
        self.add_if(is_placeholder(birth), location, AdvisoryKind::PlaceholderDate);
        let identities = Location::BODY.property(Customer::NAMES.identities);
        for (index, identity) in customer.identities.iter().enumerate() {
            self.identity(identity, index, birth, &identities.element(index));
        }
    }

    fn identity(&mut self, identity: &'c Identity, index: usize, birth: CalendarDate, location: &Location<'_>) {
        let document = (identity.issuing_country.as_str(), identity.id_type, identity.id_number.as_str());
        let first = *self.documents.entry(document).or_insert(index);
        self.add_if(first != index, location, AdvisoryKind::RepeatedDocument { first });
        let expiry = identity.expiry_date;
        if let Some(issued) = identity.issued_date {
            let location = &location.property(Identity::NAMES.issued_date);
            let is_after_expiry = expiry.is_some_and(|expiry| issued > expiry);
            self.add_if(is_after_expiry, location, AdvisoryKind::IssuedAfterExpiry);
            self.add_if(issued < birth, location, AdvisoryKind::IssuedBeforeBirth);
        }
        let is_expired = expiry.is_some_and(|expiry| expiry < self.today);
        self.add_if(is_expired, &location.property(Identity::NAMES.expiry_date), AdvisoryKind::DocumentExpired);
    }
}

/// Whether today is after the birthday of the maximum age.
fn is_long_ago(birth: CalendarDate, today: CalendarDate) -> bool {
    (today.year(), today.month(), today.day()) > (birth.year() + MAX_AGE, birth.month(), birth.day())
}

/// Whether it is day 0 or 1 of the calendar of spreadsheets.
fn is_placeholder(date: CalendarDate) -> bool {
    [(1899, 12, 30), (1900, 1, 1)].contains(&(date.year(), date.month(), date.day()))
}
