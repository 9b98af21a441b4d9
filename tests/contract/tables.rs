//! `tests/table` and the tables that the crate publishes, compared in both directions. Each difference is one line.

use customer_schema::{
    ApiSignature, CountryCode, Customer, CustomerId, JsonType, ObjectRule, PutCustomer, Region, Rule, StreetAddress,
};

use super::bodies::{assert_valid, body};
use crate::oracle::table::{self, List, Row};
use crate::published;

/// The columns of a row, each with its name.
type Columns = [(&'static str, String); 6];
/// The code and the name of each code of a list; no name where the contract has none.
type Codes = Vec<(&'static str, &'static str)>;
/// The noun phrase of a list, and its codes.
type Published = (&'static str, Codes);

fn columns(row: &Row) -> Columns {
    let rule = match row.rule {
        table::Rule::Text { min, max } => lengths(min, max),
        table::Rule::Date => format!("date, {}", lengths(10, Some(10))),
        table::Rule::Code(list) => format!("code, otherwise {}", list.unknown),
        rule => rule.json_type().to_owned(),
    };
    [
        ("number", row.number.to_owned()),
        ("JSON type", row.rule.json_type().to_owned()),
        ("presence", presence(row.required)),
        ("rule", rule),
        ("example", row.example.to_owned()),
        ("source", row.source.to_owned()),
    ]
}

fn published_columns(property: &customer_schema::Property) -> Columns {
    let rule = match property.rule {
        Rule::Text(rule) => lengths(rule.min, rule.max),
        Rule::Date(rule) => format!("date, {}", lengths(rule.min, rule.max)),
        Rule::Code(rule) => format!("code, otherwise {}", rule.unknown().code()),
        rule => rule.json_type().to_string(),
    };
    [
        ("number", property.id.to_owned()),
        ("JSON type", property.rule.json_type().to_string()),
        ("presence", presence(property.required)),
        ("rule", rule),
        ("example", property.example.unwrap_or_default().to_owned()),
        ("source", property.source.to_owned()),
    ]
}

fn lengths(min: usize, max: Option<usize>) -> String {
    format!("{min} to {} characters", max.map_or("any number of".to_owned(), |max| max.to_string()))
}

fn presence(required: bool) -> String {
    if required { "required" } else { "optional" }.to_owned()
}

/// The entries without a counterpart, and a different order. `table` is the name of a table, `what` that of its
/// entries.
fn compare_names(table: &str, what: &str, here: &[&str], there: &[&str]) -> Vec<String> {
    let mut differences = Vec::new();
    for path in there.iter().filter(|path| !here.contains(path)) {
        let shown = path.rsplit_once('.').map_or((*path).to_owned(), |(_, name)| format!("{name} ({path})"));
        differences.push(format!("{table}: {shown} is in the crate but has no {what}"));
    }
    for path in here.iter().filter(|path| !there.contains(path)) {
        differences.push(format!("{table}: {path} has a {what} but is not in the crate"));
    }
    for path in here.iter().enumerate().filter(|(i, path)| here[..*i].contains(path)).map(|(_, path)| path) {
        differences.push(format!("{table}: {path} has a second {what}"));
    }
    if differences.is_empty()
        && let Some((here, there)) = here.iter().zip(there).find(|(here, there)| here != there)
    {
        differences.push(format!("{table}: {here} stands where the crate has {there}"));
    }
    differences
}

fn compare_rows(table: &[(String, Columns)], published: &[(String, Columns)]) -> Vec<String> {
    fn paths(rows: &[(String, Columns)]) -> Vec<&str> {
        rows.iter().map(|(path, _)| path.as_str()).collect()
    }
    let mut differences = compare_names("tests/table", "row", &paths(table), &paths(published));
    for (path, columns) in table {
        let Some((_, published)) = published.iter().find(|(other, _)| other == path) else { continue };
        for ((column, here), (_, there)) in columns.iter().zip(published).filter(|(here, there)| here != there) {
            differences.push(format!("tests/table: {path}: the {column} is {here:?} here and {there:?} in the crate"));
        }
    }
    differences
}

fn compare_list(list: &List, (noun, codes): &Published) -> Vec<String> {
    let mut differences = compare_codes(list, codes);
    if list.noun != *noun {
        differences
            .push(format!("tests/table: {}: a code is {:?} here and {noun:?} in the crate", list.name, list.noun));
    }
    differences
}

fn compare_codes(list: &List, published: &[(&str, &str)]) -> Vec<String> {
    let here: Vec<&str> = list.codes().collect();
    let there: Vec<&str> = published.iter().map(|(code, _)| *code).collect();
    let mut differences = compare_names(&format!("tests/table: {}", list.name), "row", &here, &there);
    for (code, name) in list.codes {
        let other = published.iter().find(|(other, _)| other == code).map(|(_, name)| *name);
        if let Some(other) = other.filter(|other| other != name) {
            differences.push(format!(
                "tests/table: {}: {code}: the name is {name:?} here and {other:?} in the crate",
                list.name
            ));
        }
    }
    differences
}

fn rows() -> Vec<(String, Columns)> {
    table::PROPERTIES.iter().map(|row| (row.path.to_owned(), columns(row))).collect()
}

fn published_rows() -> Vec<(String, Columns)> {
    published::properties().into_iter().map(|(path, property)| (path, published_columns(property))).collect()
}

#[track_caller]
fn assert_none(differences: &[String]) {
    assert!(differences.is_empty(), "\n{}\n", differences.join("\n"));
}

#[test]
fn every_property_has_its_row() {
    assert_none(&compare_rows(&rows(), &published_rows()));
    for (path, property) in published::properties() {
        assert!(!property.title.is_empty() && !property.description.is_empty(), "{path}");
    }
}

/// The rule of the crate for the type in a row.
macro_rules! rule_of_type {
    (object $Type:ident) => {
        Some(Rule::Object(&customer_schema::$Type::RULE))
    };
    (array $Type:ident) => {
        Some(Rule::Array(&customer_schema::$Type::RULE))
    };
    (text $Type:ident) => {
        Some(Rule::Text(customer_schema::$Type::RULE))
    };
    (date $Type:ident) => {
        Some(Rule::Date(customer_schema::$Type::RULE))
    };
    (code $Type:ident) => {
        Some(Rule::Code(customer_schema::$Type::RULE))
    };
    ($rule:ident $Type:ident) => {
        None
    };
}

macro_rules! rules_of_types {
    ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
        [$(($path, stringify!($Type), rule_of_type!($rule $Type))),+]
    };
}

#[test]
fn every_row_has_its_type() {
    let mut differences = Vec::new();
    let published = published::properties();
    for (path, type_name, rule) in types!(rules_of_types!) {
        let property = published.iter().find(|(other, _)| other == path);
        let is_conditional = table::CONDITIONS.iter().any(|condition| condition.then == path);
        if let (Some((_, property)), Some(rule)) = (property, rule)
            && property.rule != rule
            && !is_conditional
        {
            differences
                .push(format!("tests/table: {path}: the type is {type_name} here and has another rule in the crate"));
        }
    }
    assert_none(&differences);
}

#[test]
fn path_and_header_have_their_rows() {
    let [id, signature] = table::HEAD else { panic!("{:?}", table::HEAD) };
    assert_eq!((id.path, signature.path), (PutCustomer::CUSTOMER_ID, PutCustomer::API_SIGNATURE));
    assert_eq!(columns(id)[3].1, lengths(CustomerId::RULE.min, CustomerId::RULE.max));
    assert_eq!(signature.rule.json_type(), Rule::Signature.json_type().as_str());
    assert_eq!((id.required, signature.required), (true, false));
    let request = PutCustomer::parse(id.example, Some(signature.example), body().to_string().as_bytes()).unwrap();
    assert_eq!(request.customer_id.as_str(), id.example);
    assert_eq!(request.api_signature.map(ApiSignature::into_string).as_deref(), Some(signature.example));
}

/// The noun phrase and all codes of a type in the crate.
macro_rules! all_codes {
    (CountryCode) => {
        (CountryCode::RULE.noun, CountryCode::ALL.iter().map(|country| (country.as_str(), "")).collect::<Codes>())
    };
    ($Type:ident) => {{
        use customer_schema::$Type as Type;

        (Type::RULE.noun, Type::ALL.iter().map(|code| (code.as_str(), code.name())).collect::<Codes>())
    }};
}

/// The list of each row with a code, and the codes of its type.
macro_rules! lists_of_properties {
    ($(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        [$(lists_of_properties!(@$rule $Type $path)),+]
    };
    (@code $Type:ident $path:literal) => { Some((table::row($path).list(), all_codes!($Type))) };
    (@$rule:ident $Type:ident $path:literal) => { None };
}

/// The list of each condition, and the codes of its type.
macro_rules! lists_of_conditions {
    ($(
        $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Type:ident, such as $example:literal,
            not $counterexample:literal;
    )+) => {
        [$(all_codes!($Type)),+]
    };
}

#[test]
fn every_code_is_in_its_list() {
    let mut differences = Vec::new();
    for (list, published) in properties!(lists_of_properties!).into_iter().flatten() {
        differences.extend(compare_list(list, &published));
    }
    for (condition, published) in table::CONDITIONS.iter().zip(conditions!(lists_of_conditions!)) {
        differences.extend(compare_list(condition.list, &published));
    }
    differences.sort();
    differences.dedup();
    assert_none(&differences);
}

/// A condition in one line.
fn line(id: &str, when: &str, is: &str, then: &str, example: &str) -> String {
    format!("{id}: when {when} is {is}, {then} such as {example}")
}

/// The conditions of every object that the crate publishes.
fn published_conditions() -> Vec<String> {
    let mut lines = Vec::new();
    let mut collect = |path: &str, rule: &ObjectRule| {
        let path = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        lines.extend(rule.conditions.iter().map(|condition| {
            let [when, then] = [condition.when, condition.then].map(path);
            line(condition.id, &when, condition.is, &then, condition.codes.example)
        }));
    };
    collect("", &Customer::RULE);
    for (path, property) in published::properties() {
        match property.rule {
            Rule::Object(rule) => collect(&path, rule),
            Rule::Array(rule) => collect(&table::elements(&path), rule),
            _ => {}
        }
    }
    lines
}

#[test]
fn every_condition_has_its_row() {
    let here: Vec<_> =
        table::CONDITIONS.iter().map(|row| line(row.number, row.when, row.is, row.then, row.example)).collect();
    let there = published_conditions();
    let mut differences = Vec::new();
    for line in there.iter().filter(|line| !here.contains(line)) {
        differences.push(format!("tests/table: {line} is in the crate but has no condition"));
    }
    for line in here.iter().filter(|line| !there.contains(line)) {
        differences.push(format!("tests/table: {line} is a condition but is not in the crate"));
    }
    assert_none(&differences);
    for condition in table::CONDITIONS {
        let [when, then] = [condition.when, condition.then].map(table::row);
        assert_eq!(when.parent(), then.parent(), "both are properties of one object");
        assert!(condition.list.contains(condition.example) && !condition.list.contains(condition.counterexample));
    }
}

/// No text of any list is this one.
const NO_CODE: &str = "no code at all";

/// The reader uses the published conditions.
#[test]
fn every_country_with_codes_has_its_condition() {
    for &country in CountryCode::ALL {
        let is_listed = StreetAddress::RULE.conditions.iter().any(|condition| condition.is == country.as_str());
        assert_eq!(Region::new(country, NO_CODE).is_err(), is_listed, "{country}");
    }
}

/// The examples are shown to those who write a body, so each has to pass.
#[test]
fn the_examples_fit() {
    for (path, property) in published::properties() {
        let is_object = [JsonType::Object, JsonType::Array].contains(&property.rule.json_type());
        assert_eq!(property.example.is_none(), is_object, "{path}");
        if let Some(example) = property.example.filter(|_| property.rule.json_type() == JsonType::String) {
            assert_valid(body().with_text(&path.replace("[]", "[0]"), example).to_string());
        }
    }
}

/// If a difference were not found, the tests above would prove nothing.
#[test]
fn a_difference_is_one_line_that_names_it() {
    let row = |path: &str| rows().into_iter().find(|(other, _)| other == path).unwrap();
    let (_, city) = row("PrimaryResidence.City");

    let mut added = rows();
    added.insert(4, ("FullName.Unlisted".to_owned(), city.clone()));
    assert_eq!(
        compare_rows(&rows(), &added),
        ["tests/table: Unlisted (FullName.Unlisted) is in the crate but has no row"]
    );
    assert_eq!(compare_rows(&added, &rows()), ["tests/table: FullName.Unlisted has a row but is not in the crate"]);

    let mut swapped = rows();
    swapped.swap(1, 2);
    assert_eq!(
        compare_rows(&rows(), &swapped),
        ["tests/table: FullName.FirstName stands where the crate has FullName.LastName"]
    );

    for (column, (name, here)) in city.iter().enumerate() {
        let mut changed = rows();
        changed.iter_mut().find(|(path, _)| path == "PrimaryResidence.City").unwrap().1[column].1 = "x".to_owned();
        let line = format!("tests/table: PrimaryResidence.City: the {name} is {here:?} here and \"x\" in the crate");
        assert_eq!(compare_rows(&rows(), &changed), [line]);
    }

    let codes: Codes = table::ID_TYPES.codes.to_vec();
    let with = [&codes[..], &[("Unlisted", "")]].concat();
    assert_eq!(
        compare_codes(&table::ID_TYPES, &with),
        ["tests/table: ID_TYPES: Unlisted is in the crate but has no row"]
    );
    assert_eq!(
        compare_codes(&table::ID_TYPES, &codes[1..]),
        [format!("tests/table: ID_TYPES: {} has a row but is not in the crate", codes[0].0)]
    );
    let mut renamed = codes.clone();
    renamed[0].1 = "x";
    let (code, name) = codes[0];
    assert_eq!(
        compare_codes(&table::ID_TYPES, &renamed),
        [format!("tests/table: ID_TYPES: {code}: the name is {name:?} here and \"x\" in the crate")]
    );
}
