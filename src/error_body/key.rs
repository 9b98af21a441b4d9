//! The keys of a server's `Extensions.Request`, as paths.

use crate::report::{FieldPath, Root, Step};
use crate::{Customer, PutCustomer, Rule};

impl FieldPath {
    /// The path that a key of a server's `Extensions.Request` means; `None` where it means no documented place.
    ///
    /// Servers write the same place in more ways than one. Understood are the form of `Display`, JSON Pointers
    /// (RFC 6901), indexes between dots, names in brackets behind the first, any mixture of them, and any of them
    /// behind `Body`. Names are compared case-sensitively, and an index is written in decimal digits without leading
    /// zeros. `CustomerID` and `Api-Signature` are outside of the body and stand alone.
    ///
    /// The path equals the one of a [`Violation`](crate::Violation) at the same place of a request.
    ///
    /// ```
    /// use customer_schema::FieldPath;
    ///
    /// let keys = [
    ///     "Identities[0].IDNumber", "/Identities/0/IDNumber", "Identities.0.IDNumber", "Identities[0][IDNumber]",
    ///     "Body.Identities[0].IDNumber", "Body/Identities/0/IDNumber", "/Body/Identities/0/IDNumber",
    /// ];
    /// for key in keys {
    ///     let path = FieldPath::from_key(key).map(|path| path.to_string());
    ///     assert_eq!(path.as_deref(), Some("Identities[0].IDNumber"), "{key}");
    /// }
    /// assert!(FieldPath::from_key("").is_some(), "the pointer of the body as a whole");
    /// for key in ["FullName.Title", "fullname", "Identities[first]", "Identities[01]", "[FullName]", "/CustomerID"] {
    ///     assert_eq!(FieldPath::from_key(key), None, "{key}");
    /// }
    /// ```
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let head = [PutCustomer::CUSTOMER_ID, PutCustomer::API_SIGNATURE].into_iter().find(|name| *name == key);
        if let Some(name) = head {
            let mut path = Self::new(Root::Request);
            path.push(Step::Name(name));
            return Some(path);
        }
        let mut rest = match first_step(key) {
            Some((Self::BODY, rest)) => rest,
            _ => key,
        };
        let mut path = Self::new(Root::Body);
        let mut rule = Rule::Object(&Customer::RULE);
        while !rest.is_empty() {
            let (step, behind) = if rest.len() == key.len() { first_step(rest) } else { next_step(rest) }?;
            rule = match rule {
                Rule::Object(object) => {
                    let property = object.properties.iter().find(|property| property.name == step)?;
                    path.push(Step::Name(property.name));
                    property.rule
                }
                Rule::Array(element) => {
                    path.push(Step::Index(index(step)?));
                    Rule::Object(element)
                }
                Rule::Text(_) | Rule::Date(_) | Rule::Code(_) | Rule::Signature => return None,
            };
            rest = behind;
        }
        Some(path)
    }
}

/// The first step of a key, and what stands behind it.
fn first_step(key: &str) -> Option<(&str, &str)> {
    split_name(key.strip_prefix('/').unwrap_or(key))
}

/// A step behind another, from which it is marked off, and what stands behind it.
fn next_step(rest: &str) -> Option<(&str, &str)> {
    match rest.strip_prefix('[') {
        Some(bracketed) => bracketed.split_once(']'),
        None => split_name(rest.strip_prefix(['.', '/'])?),
    }
}

fn split_name(key: &str) -> Option<(&str, &str)> {
    key.split_at_checked(key.find(['.', '/', '[']).unwrap_or(key.len()))
}

/// Only one text means an index, so that only one key of each kind means a place.
fn index(text: &str) -> Option<usize> {
    let is_canonical = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| is_canonical)
}
