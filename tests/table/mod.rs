//! The contract as one table of literals. All that the tests know of the contract comes from here.
//!
//! It takes nothing from the crate. `tests/contract/tables.rs` compares it with the crate's own tables in both
//! directions, so that what is missing or different on one side is named. To follow a change of the contract:
//!
//! - a property: one row of `properties!`
//! - a code: one entry of its list in `lists.rs`
//! - a country that prescribes the codes of its states: one row of `conditions!`, and its list in `lists.rs`
//!
//! The rows are macros that call another macro, so that a test can use the types of a row as well.

#![allow(dead_code, unused_imports, unused_macros, reason = "each crate that shares this module uses a part of it")]

#[macro_use]
mod lists;

pub(crate) use lists::*;

/// Calls a macro with a row for each property of the body, in the order of the contract:
///
/// `number "path": Type = presence rule "source" { "example", field },`
///
/// `Type` is the type in the crate, for an array that of its elements. The rules are those of [`Rule`]. The source is P
/// for the operation's page and R for its published reference. Objects and arrays have neither an example nor a field.
/// The example is what the base body has there. The field is the one of a draft.
macro_rules! properties {
    ($then:ident! $($argument:tt)*) => {
        $then! {
            $($argument)*
            R4 "FullName": FullName = required object "P",
            R5 "FullName.FirstName": FirstName = required text(1, 50) "P, name and required: R"
                { "Ada", full_name.first_name },
            R6 "FullName.LastName": LastName = required text(1, 50) "P, name and required: R"
                { "Lovelace", full_name.last_name },
            R7 "FullName.MiddleName": MiddleName = optional text(1, 50) "P, name and optional: R"
                { "King", full_name.middle_name },
            R8 "DateOfBirth": CalendarDate = required date "P, name, required and `format: date`: R"
                { "1985-12-10", date_of_birth },
            R9 "Identities": Identity = required array "P",
            R10 "Identities[].IssuingCountry": CountryCode = required code(COUNTRIES) "P, name and required: R"
                { "GB", identities[].issuing_country },
            R11 "Identities[].IDNumber": IdNumber = required text(1, 36) "P, name and required: R"
                { "533401372", identities[].id_number },
            R12 "Identities[].IssuedDate": CalendarDate = optional date "P, name and optional: R"
                { "2021-03-01", identities[].issued_date },
            R13 "Identities[].ExpiryDate": CalendarDate = optional date "P, name and optional: R"
                { "2031-03-01", identities[].expiry_date },
            R14 "Identities[].IDType": IdType = required code(ID_TYPES) "P, name and required: R"
                { "Passport", identities[].id_type },
            R15 "PrimaryResidence": StreetAddress = required object "P",
            R16 "PrimaryResidence.Street": Street = required text(2, 200) "P, required: R"
                { "12 St James's Square", primary_residence.street },
            R17 "PrimaryResidence.Street2": Street2 = optional text(0) "P, optional: R"
                { "Flat 3", primary_residence.street2 },
            R18 "PrimaryResidence.City": City = required text(1, 100) "P, required: R"
                { "London", primary_residence.city },
            R19 "PrimaryResidence.PostCode": PostCode = required text(1, 20) "P, required: R"
                { "SW1Y 4LB", primary_residence.post_code },
            R20 "PrimaryResidence.State": State = required text(1, 100) "P, required for every country: R"
                { "England", primary_residence.state },
            R22 "PrimaryResidence.Country": CountryCode = required code(COUNTRIES) "P, name and required: R"
                { "GB", primary_residence.country },
        }
    };
}

/// Calls a macro with the rows of path and header, in the form of `properties!`. The field is that of the request.
macro_rules! head {
    ($then:ident! $($argument:tt)*) => {
        $then! {
            $($argument)*
            R1 "CustomerID": CustomerId = required text(1, 36) "P"
                { "c-1815", customer_id },
            R2 "Api-Signature": ApiSignature = optional signature "P, optional: R"
                { "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl", api_signature },
        }
    };
}

/// Calls a macro with a row for each rule across properties:
///
/// `number "path" is "code" => "path" in LIST: Type, such as "example", not "counterexample";`
///
/// `Type` is the type in the crate that has the codes of the list. The example is the one in the English reason. The
/// counterexample is a code of another row.
macro_rules! conditions {
    ($then:ident! $($argument:tt)*) => {
        $then! {
            $($argument)*
            R21 "PrimaryResidence.Country" is "US" => "PrimaryResidence.State" in US_STATES: UsState, such as "NY", not "ON";
            R21 "PrimaryResidence.Country" is "CA" => "PrimaryResidence.State" in CA_PROVINCES: CaProvince, such as "ON", not "NY";
        }
    };
}

/// Calls a macro with the type of each row of the three tables: `rule Type "path" "example",`
macro_rules! types {
    ($then:ident! $($argument:tt)*) => {
        head! { types_of_head! [$then! $($argument)*] }
    };
}

macro_rules! types_of_head {
    ([$($then:tt)+] $(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        properties! { types_of_properties! [$($then)+] [$($rule $Type $path concat!($($example)?),)+] }
    };
}

macro_rules! types_of_properties {
    ([$($then:tt)+] [$($types:tt)+] $(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        conditions! { types_of_conditions! [$($then)+] [$($types)+ $($rule $Type $path concat!($($example)?),)+] }
    };
}

macro_rules! types_of_conditions {
    ([$then:ident! $($argument:tt)*] [$($types:tt)+] $(
        $number:ident $when:literal is $is:literal => $path:literal in $LIST:ident: $Type:ident, such as $example:literal,
            not $counterexample:literal;
    )+) => {
        $then! { $($argument)* $($types)+ $(code $Type $path $example,)+ }
    };
}

/// The rule of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    Object,
    /// An array of objects, possibly empty.
    Array,
    /// A string with so many characters; `None` for no maximum.
    Text {
        min: usize,
        max: Option<usize>,
    },
    /// A string of ten characters, a day of the calendar.
    Date,
    /// A string from a list.
    Code(&'static List),
    /// `true` or `false`. No property has this rule yet. It lets one be added as a row.
    Boolean,
    /// A string that has the shape of a signed JWT.
    Signature,
}

/// Writes a [`Rule`] as the rows do. A text without a second number has no maximum.
macro_rules! rule {
    (object) => {
        Rule::Object
    };
    (array) => {
        Rule::Array
    };
    (text $min:literal) => {
        Rule::Text { min: $min, max: None }
    };
    (text $min:literal, $max:literal) => {
        Rule::Text { min: $min, max: Some($max) }
    };
    (date) => {
        Rule::Date
    };
    (code $LIST:ident) => {
        Rule::Code(&$LIST)
    };
    (boolean) => {
        Rule::Boolean
    };
    (signature) => {
        Rule::Signature
    };
}

impl Rule {
    /// The JSON type, as JSON Schema names it.
    pub(crate) const fn json_type(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Array => "array",
            Self::Text { .. } | Self::Date | Self::Code(_) | Self::Signature => "string",
            Self::Boolean => "boolean",
        }
    }

    /// The least and the greatest number of characters, where the rule counts them.
    pub(crate) const fn lengths(self) -> Option<(usize, Option<usize>)> {
        match self {
            Self::Text { min, max } => Some((min, max)),
            Self::Date => Some((10, Some(10))),
            Self::Object | Self::Array | Self::Code(_) | Self::Boolean | Self::Signature => None,
        }
    }

    /// The code of the reason for a text that has the right length and still breaks the rule.
    pub(crate) const fn unknown(self) -> Option<&'static str> {
        match self {
            Self::Date => Some("not_a_date"),
            Self::Code(list) => Some(list.unknown),
            Self::Signature => Some("malformed_signature"),
            Self::Object | Self::Array | Self::Text { .. } | Self::Boolean => None,
        }
    }
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    /// `R5`.
    pub(crate) number: &'static str,
    /// The path in a report, without indexes: `Identities[].IDNumber`.
    pub(crate) path: &'static str,
    pub(crate) required: bool,
    pub(crate) rule: Rule,
    /// A value that fits; empty for objects and arrays.
    pub(crate) example: &'static str,
    /// Where the rule comes from.
    pub(crate) source: &'static str,
}

impl Row {
    /// The name of the property.
    pub(crate) fn name(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// The path of the object that has the property; empty for the body.
    pub(crate) fn parent(&self) -> &'static str {
        self.path.rsplit_once('.').map_or("", |(parent, _)| parent)
    }

    /// The path in the base body, in which each array has one element: `Identities[0].IDNumber`.
    pub(crate) fn path_in_body(&self) -> String {
        self.path.replace("[]", "[0]")
    }

    /// The JSON Pointer in the base body.
    pub(crate) fn pointer_in_body(&self) -> String {
        format!("/{}", self.path.replace("[]", ".0").replace('.', "/"))
    }

    /// The value in the base body as JSON, with the properties chosen.
    fn json_of(&self, is_chosen: &dyn Fn(&Row) -> bool) -> String {
        match self.rule {
            Rule::Object => object(self.path, is_chosen),
            Rule::Array => format!("[{}]", object(&elements(self.path), is_chosen)),
            Rule::Boolean => self.example.to_owned(),
            // The examples need no escapes.
            Rule::Text { .. } | Rule::Date | Rule::Code(_) | Rule::Signature => format!("\"{}\"", self.example),
        }
    }

    /// The value in the base body as JSON.
    pub(crate) fn json(&self) -> String {
        self.json_of(&|_| true)
    }

    /// The list of codes.
    pub(crate) fn list(&self) -> &'static List {
        match self.rule {
            Rule::Code(list) => list,
            rule => panic!("tests/table: {} is no code: {rule:?}", self.path),
        }
    }

    /// The conditions that restrict the property.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &'static Condition> {
        CONDITIONS.iter().filter(|condition| condition.then == self.path)
    }
}

/// A rule across properties of one object: where one is a code, another has to be out of a list.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) number: &'static str,
    /// The path of the property that decides.
    pub(crate) when: &'static str,
    pub(crate) is: &'static str,
    /// The path of the property that is restricted.
    pub(crate) then: &'static str,
    pub(crate) list: &'static List,
    /// A code of the list, the one that the English reason names.
    pub(crate) example: &'static str,
    /// A code of another condition.
    pub(crate) counterexample: &'static str,
}

macro_rules! presence {
    (required) => {
        true
    };
    (optional) => {
        false
    };
}

macro_rules! rows {
    ($(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        &[$(Row {
            number: stringify!($number),
            path: $path,
            required: presence!($presence),
            rule: rule!($rule $($($argument)*)?),
            example: concat!($($example)?),
            source: $source,
        }),+]
    };
}

macro_rules! condition_rows {
    ($(
        $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Type:ident, such as $example:literal,
            not $counterexample:literal;
    )+) => {
        &[$(Condition {
            number: stringify!($number),
            when: $when,
            is: $is,
            then: $then,
            list: &$LIST,
            example: $example,
            counterexample: $counterexample,
        }),+]
    };
}

pub(crate) const HEAD: &[Row] = head!(rows!);
pub(crate) const PROPERTIES: &[Row] = properties!(rows!);
pub(crate) const CONDITIONS: &[Condition] = conditions!(condition_rows!);

/// The number of the body's own rule.
pub(crate) const BODY: &str = "R3";

/// The row of a path, in head or body.
pub(crate) fn row(path: &str) -> &'static Row {
    let mut rows = HEAD.iter().chain(PROPERTIES);
    rows.find(|row| row.path == path).unwrap_or_else(|| panic!("tests/table: {path} has no row"))
}

/// The least and the greatest number of characters of the text at a path that has both.
pub(crate) fn limits(path: &str) -> (usize, usize) {
    match row(path).rule {
        Rule::Text { min, max: Some(max) } => (min, max),
        rule => panic!("tests/table: {path} is no text with a maximum: {rule:?}"),
    }
}

/// The rows of one object, by its path: empty for the body, `Identities[]` for an element.
pub(crate) fn properties_of(object: &str) -> impl Iterator<Item = &'static Row> {
    PROPERTIES.iter().filter(move |row| row.parent() == object)
}

/// The path of the elements of an array.
pub(crate) fn elements(array: &str) -> String {
    format!("{array}[]")
}

/// The base body as JSON: every property with its example, each array with one element.
pub(crate) fn body() -> String {
    object("", &|_| true)
}

/// The base body without the optional properties.
pub(crate) fn least_body() -> String {
    object("", &|row| row.required)
}

/// An object of the base body as JSON, with the properties chosen.
pub(crate) fn object(path: &str, is_chosen: &dyn Fn(&Row) -> bool) -> String {
    let properties = properties_of(path).filter(|row| is_chosen(row));
    let properties: Vec<_> = properties.map(|row| format!("{:?}:{}", row.name(), row.json_of(is_chosen))).collect();
    format!("{{{}}}", properties.join(","))
}
