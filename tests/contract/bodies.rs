//! A valid body as a tree that can be changed at any location, and the entry points that read it.

use std::fmt;
use std::sync::LazyLock;

use customer_schema::{Customer, MalformedCause, Position, PutCustomer, Reason, Violation, Violations};

use crate::oracle::table::{self, Row, Rule};

/// JSON as it is written: properties in their order, doubled ones and all. Names and leaves are kept
/// as raw text, so that an escape or a number without a type can be the value of any property.
#[derive(Clone)]
pub(crate) enum Json {
    Leaf(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// A location that the contract documents.
#[derive(Clone, Copy)]
pub(crate) struct Location {
    /// In the valid body: `Identities[0].IDNumber`.
    pub(crate) path: &'static str,
    pub(crate) json_type: &'static str,
    pub(crate) required: bool,
    pub(crate) rule: Rule,
}

/// Every location that the contract documents, in the order of the contract.
pub(crate) static LOCATIONS: LazyLock<Vec<Location>> = LazyLock::new(|| {
    let location = |path: String, required, rule: Rule| Location {
        path: path.leak(),
        json_type: rule.json_type(),
        required,
        rule,
    };
    let mut locations = vec![location("Body".to_owned(), true, Rule::Object)];
    for row in table::PROPERTIES {
        locations.push(location(row.path_in_body(), row.required, row.rule));
        if let Rule::Array = row.rule {
            locations.push(location(format!("{}[0]", row.path_in_body()), true, Rule::Object));
        }
    }
    locations
});

/// The paths of all locations of one JSON type.
pub(crate) fn locations(json_type: &str) -> impl Iterator<Item = &'static str> {
    LOCATIONS.iter().filter(move |location| location.json_type == json_type).map(|location| location.path)
}

/// The paths of all documented properties, and whether they are required.
pub(crate) fn properties() -> impl Iterator<Item = (&'static str, bool)> {
    let is_property = |location: &&Location| location.path != "Body" && !location.path.ends_with(']');
    LOCATIONS.iter().filter(is_property).map(|location| (location.path, location.required))
}

/// The paths of the texts that are neither dates nor codes.
pub(crate) fn texts() -> impl Iterator<Item = &'static str> {
    LOCATIONS.iter().filter(|location| matches!(location.rule, Rule::Text { .. })).map(|location| location.path)
}

/// The paths of the dates.
pub(crate) fn dates() -> impl Iterator<Item = &'static str> {
    LOCATIONS.iter().filter(|location| matches!(location.rule, Rule::Date)).map(|location| location.path)
}

/// A valid body that has every property.
pub(crate) fn body() -> Json {
    example("")
}

/// A valid element of `Identities` that has every property.
pub(crate) fn identity() -> Json {
    example("Identities[]")
}

fn example(object: &str) -> Json {
    let value = |row: &Row| match row.rule {
        Rule::Object => example(row.path),
        Rule::Array => Json::Array(vec![example(&table::elements(row.path))]),
        _ => Json::Leaf(row.json()),
    };
    Json::Object(table::properties_of(object).map(|row| (row.name().to_owned(), value(row))).collect())
}

/// `required` for each required property of the object at a path, in the order of the contract.
pub(crate) fn missing(object: &str) -> Vec<(&'static str, &'static str)> {
    let own = properties().filter(|(property, required)| *required && split(property).0 == object);
    own.map(|(property, _)| (property, "required")).collect()
}

/// The path of the object around a property, and the property's name.
pub(crate) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("Body", path))
}

/// A text as it may stand in a JSON string, with nothing but escapes in it.
pub(crate) fn escaped(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |escapes, unit| escapes + &format!("\\u{unit:04x}"))
}

impl Json {
    pub(crate) fn raw(json: &str) -> Self {
        Self::Leaf(json.to_owned())
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Leaf(serde_json::to_string(text).unwrap())
    }

    /// The value at a path, which has to be there.
    #[track_caller]
    pub(crate) fn at(&mut self, path: &str) -> &mut Self {
        if path == "Body" {
            return self;
        }
        path.split(['.', '[']).fold(self, |json, step| match json {
            Self::Object(properties) => &mut properties.iter_mut().find(|(name, _)| name == step).expect(path).1,
            Self::Array(list) => &mut list[step.trim_end_matches(']').parse::<usize>().expect(path)],
            Self::Leaf(leaf) => panic!("{path} leads into {leaf}"),
        })
    }

    /// The properties of the object at a path.
    #[track_caller]
    pub(crate) fn properties(&mut self, path: &str) -> &mut Vec<(String, Self)> {
        match self.at(path) {
            Self::Object(properties) => properties,
            _ => panic!("{path} is no object"),
        }
    }

    /// This with `json` as the value at a path.
    #[track_caller]
    pub(crate) fn with(mut self, path: &str, json: &str) -> Self {
        *self.at(path) = Self::raw(json);
        self
    }

    /// This with a text as the value at a path.
    #[track_caller]
    pub(crate) fn with_text(mut self, path: &str, text: &str) -> Self {
        *self.at(path) = Self::text(text);
        self
    }

    /// This without the property at a path.
    #[track_caller]
    pub(crate) fn without(mut self, path: &str) -> Self {
        self.at(path);
        let (parent, name) = split(path);
        self.properties(parent).retain(|property| property.0 != name);
        self
    }

    /// This with one more property at the end of the object at a path.
    #[track_caller]
    pub(crate) fn and(mut self, path: &str, name: &str, json: &str) -> Self {
        self.properties(path).push((name.to_owned(), Self::raw(json)));
        self
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leaf(json) => f.write_str(json),
            Self::Array(list) => {
                f.write_str("[")?;
                for (i, json) in list.iter().enumerate() {
                    write!(f, "{}{json}", if i == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Self::Object(properties) => {
                f.write_str("{")?;
                for (i, (name, json)) in properties.iter().enumerate() {
                    write!(f, "{}\"{name}\":{json}", if i == 0 { "" } else { "," })?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Reads a body through every entry point for bytes, which have to agree.
#[track_caller]
pub(crate) fn read(body: impl AsRef<[u8]>) -> Result<Customer, Violations> {
    let body = body.as_ref();
    let read = Customer::from_json(body);
    let expected = read.as_ref().err();
    let checked = Customer::check_json(body);
    assert_eq!(checked.as_ref().err(), expected, "check_json and from_json: {}", String::from_utf8_lossy(body));
    assert_eq!(checked.err().as_ref().map(positions), expected.map(positions));
    // The search for unknown properties has the same idea of a well-formed body, and no other rule.
    let malformed = expected.filter(|report| violations(report) == [("Body".to_owned(), "malformed_json")]);
    let unknown = Customer::unknown_properties(body);
    assert_eq!(unknown.as_ref().err(), malformed, "unknown_properties: {}", String::from_utf8_lossy(body));
    assert_eq!(unknown.err().as_ref().map(positions), malformed.map(positions));
    let request = PutCustomer::parse("c-1815", None, body).map(|request| request.customer);
    assert_eq!(request.as_ref().err().map(positions), expected.map(positions));
    assert_eq!(request, read, "PutCustomer::parse and from_json: {}", String::from_utf8_lossy(body));
    read
}

/// The position of each violation, which equality of reports does not compare.
pub(crate) fn positions(report: &Violations) -> Vec<Option<Position>> {
    report.iter().map(Violation::position).collect()
}

/// The path and the code of each violation.
pub(crate) fn violations(report: &Violations) -> Vec<(String, &'static str)> {
    report.iter().map(|violation| (violation.path().to_string(), violation.reason().code())).collect()
}

/// The body gives exactly these violations, in this order.
#[track_caller]
pub(crate) fn assert_report(body: impl AsRef<[u8]>, expected: &[(&str, &str)]) -> Violations {
    let body = body.as_ref();
    let shown = String::from_utf8_lossy(body);
    let report = read(body).expect_err(&format!("{expected:?}: {shown}"));
    let expected: Vec<_> = expected.iter().map(|(path, code)| ((*path).to_owned(), *code)).collect();
    assert_eq!(violations(&report), expected, "{shown}");
    assert_eq!(report.omitted(), 0, "{shown}");
    report
}

/// The body is valid, and what is written of it reads as the same value.
#[track_caller]
pub(crate) fn assert_valid(body: impl AsRef<[u8]>) -> Customer {
    let body = body.as_ref();
    let customer = match read(body) {
        Ok(customer) => customer,
        Err(report) => panic!("{report}: {}", String::from_utf8_lossy(body)),
    };
    let written = serde_json::to_string(&customer).unwrap();
    assert_eq!(read(&written), Ok(customer.clone()), "{written}");
    customer
}

/// The body is not well-formed: its one violation, at this line and column.
#[track_caller]
pub(crate) fn assert_malformed(body: impl AsRef<[u8]>) -> (usize, usize) {
    let (_, line, column) = malformed(body);
    (line, column)
}

/// The body is not well-formed: the cause, line and column of its one violation.
#[track_caller]
pub(crate) fn malformed(body: impl AsRef<[u8]>) -> (MalformedCause, usize, usize) {
    let report = assert_report(body, &[("Body", "malformed_json")]);
    match report.iter().next().map(|violation| *violation.reason()) {
        Some(Reason::MalformedJson { cause, line, column }) => (cause, line, column),
        reason => panic!("{reason:?}"),
    }
}

/// The body is valid or has one violation, since the rest of it is skipped (S5).
#[track_caller]
pub(crate) fn assert_skipped(body: impl AsRef<[u8]>, violation: Option<(&str, &str)>) {
    match violation {
        Some(violation) => _ = assert_report(body, &[violation]),
        None => _ = assert_valid(body),
    }
}
