//! The search for unknown properties against a walk over the document, with the names of `tests/table`.

use customer_schema::{Customer, UnknownProperty};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::document::{Doc, changed};
use crate::oracle::table::{self, Row, Rule};
use crate::{config, report};

/// Names that an object of the contract may be given: its own, those of other objects, and unknown ones.
const NAMES: [&str; 7] = ["FirstName", "Middlename", "IDNumber", "identities", "Country", "\0é😀", ""];

/// The parent of each unknown property, with the offset of its name.
type Found = Vec<(String, usize)>;

/// Writes a document over several lines, and finds the unknown properties of its objects.
#[derive(Default)]
struct Walk {
    json: String,
    found: Found,
}

impl Walk {
    /// `at` has the path in a report and that in the table, such as `Identities[0]` and `Identities[]`, and the rule. It is
    /// `None` in a value that is not searched.
    fn value(&mut self, doc: &Doc, at: Option<(&str, String, Rule)>) {
        match doc {
            Doc::Scalar(scalar) => self.json += &scalar.to_string(),
            Doc::Array(elements) => self.list(['[', ']'], elements, |walk, index, element| {
                let at = at.as_ref().filter(|(.., rule)| matches!(rule, Rule::Array));
                let at = at.map(|(path, row, _)| (format!("{path}[{index}]"), table::elements(row)));
                walk.value(element, at.as_ref().map(|(path, row)| (path.as_str(), row.clone(), Rule::Object)));
            }),
            Doc::Object(properties) => {
                let at = at.filter(|(.., rule)| matches!(rule, Rule::Object));
                self.list(['{', '}'], properties, |walk, index, (name, value)| {
                    let is_first = properties[..index].iter().all(|(other, _)| other != name);
                    let known = |row: &String| table::properties_of(row).find(|row| row.name() == name);
                    let row = at.as_ref().and_then(|(_, row, _)| known(row));
                    if let (Some((path, ..)), None) = (&at, row) {
                        walk.found.push(((*path).to_owned(), walk.json.len()));
                    }
                    walk.json += &Value::from(name.as_str()).to_string();
                    walk.json += ": ";
                    let property = |row: &Row| {
                        let (path, ..) = at.as_ref().expect("it has the row");
                        let path = if *path == "Body" { name.clone() } else { format!("{path}.{name}") };
                        (path, row.path.to_owned(), row.rule)
                    };
                    let at = row.filter(|_| is_first).map(property);
                    walk.value(value, at.as_ref().map(|(path, row, rule)| (path.as_str(), row.clone(), *rule)));
                });
            }
        }
    }

    fn list<T>(&mut self, [open, close]: [char; 2], list: &[T], write: impl Fn(&mut Self, usize, &T)) {
        self.json.push(open);
        for (index, element) in list.iter().enumerate() {
            self.json += if index == 0 { "\n" } else { ",\n  " };
            write(self, index, element);
        }
        self.json.push(close);
    }
}

/// The document without its unknown properties.
fn known(doc: Doc, row: &str, rule: Rule) -> Doc {
    match (doc, rule) {
        (Doc::Array(elements), Rule::Array) => {
            let row = table::elements(row);
            Doc::Array(elements.into_iter().map(|element| known(element, &row, Rule::Object)).collect())
        }
        (Doc::Object(properties), Rule::Object) => {
            let find = |name: &str| table::properties_of(row).find(|row| row.name() == name);
            let properties = properties.into_iter().filter_map(|(name, value)| {
                let row = find(&name)?;
                Some((name, known(value, row.path, row.rule)))
            });
            Doc::Object(properties.collect())
        }
        (doc, _) => doc,
    }
}

/// The number of objects in a document.
fn objects(doc: &Doc) -> usize {
    match doc {
        Doc::Scalar(_) => 0,
        Doc::Array(elements) => elements.iter().map(objects).sum(),
        Doc::Object(properties) => 1 + properties.iter().map(|(_, value)| objects(value)).sum::<usize>(),
    }
}

/// Puts a property into the n-th object.
fn insert(doc: &mut Doc, n: &mut usize, at: Index, name: &str) {
    match doc {
        Doc::Scalar(_) => {}
        Doc::Array(elements) => elements.iter_mut().for_each(|element| insert(element, n, at, name)),
        Doc::Object(properties) if *n == 0 => {
            *n = usize::MAX;
            properties.insert(at.index(properties.len() + 1), (name.to_owned(), Doc::Object(Vec::new())));
        }
        Doc::Object(properties) => {
            *n -= 1;
            for (_, value) in properties {
                insert(value, n, at, name);
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn they_are_those_of_a_walk_and_change_no_verdict(
        mut doc in changed(5),
        more in prop::collection::vec((any::<Index>(), any::<Index>(), prop::sample::select(&NAMES[..])), 0..6),
    ) {
        for (object, at, name) in more {
            let objects = objects(&doc);
            if objects > 0 {
                insert(&mut doc, &mut object.index(objects), at, name);
            }
        }
        let mut walk = Walk::default();
        walk.value(&doc, Some(("Body", String::new(), Rule::Object)));
        let Walk { json, found: expected } = walk;

        let unknown = Customer::unknown_properties(json.as_bytes()).expect("well-formed");
        let found: Found = unknown.iter().map(|one| (one.parent().to_string(), one.position().offset)).collect();
        prop_assert_eq!(found, expected, "{}", json);
        for position in unknown.iter().map(UnknownProperty::position) {
            let before = &json[..position.offset];
            let line = before.rsplit('\n').next().expect("a line");
            prop_assert_eq!((position.line, position.column), (before.split('\n').count(), line.len() + 1));
        }
        // Without them the verdict is the same.
        let known = known(doc, "", Rule::Object);
        prop_assert_eq!(report(Customer::from_json(json.as_bytes())), report(Customer::from_json(known.write().as_bytes())));
    }
}
