//! The generated parts of the README, the same table of rules for the docs, and the names in the dictionary of the
//! fuzzers. `.ci/regenerate` writes them.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

// Its macros have to come before their uses.
#[macro_use]
#[path = "table/mod.rs"]
mod table;
mod generated;

use customer_schema::{
    Customer, CustomerId, ErrorBody, ErrorType, IdType, JsonType, Property, PutCustomer, Rule, Status,
};
use generated::{assert_generated, read};

const BEGIN: &str = "<!-- rules: generated, see .ci/regenerate -->\n";
const END: &str = "<!-- end of rules -->\n";
const ANSWER_BEGIN: &str = "```json\n";
const ANSWER_END: &str = "\n```";

#[test]
fn the_readme_is_generated() {
    let path = "README.md";
    let readme = read(path);
    let table = between(&readme, BEGIN, END);
    let readme_with_table = readme.replace(&[BEGIN, table, END].concat(), &[BEGIN, &rules(), END].concat());
    let printed = between(&readme, ANSWER_BEGIN, ANSWER_END);
    let answer = [ANSWER_BEGIN, &answer(&readme), ANSWER_END].concat();
    assert_generated(path, &readme_with_table.replace(&[ANSWER_BEGIN, printed, ANSWER_END].concat(), &answer));
}

#[test]
fn the_table_of_the_docs_is_generated() {
    let anchored = rules().lines().map(anchored).collect::<String>();
    assert_generated("src/guide/rules.md", &anchored);
}

/// A line of the table in which the number of a rule can be linked to.
fn anchored(line: &str) -> String {
    match line.strip_prefix("| R").and_then(|rest| rest.split_once(' ')) {
        Some((number, rest)) => format!("| <a id=\"R{number}\"></a>R{number} {rest}\n"),
        None => format!("{line}\n"),
    }
}

#[test]
fn the_dictionary_of_the_fuzzers_is_generated() {
    const BEGIN: &str = "# Names of properties: generated, see .ci/regenerate\n";
    const END: &str = "# Everything else.\n";

    let path = "fuzz/contract.dict";
    let dictionary = read(path);
    let names: Vec<_> = table::PROPERTIES.iter().map(|row| format!("\"\\\"{}\\\":\"\n", row.name())).collect();
    let current = [BEGIN, between(&dictionary, BEGIN, END), END].concat();
    assert_generated(path, &dictionary.replace(&current, &[BEGIN, &names.concat(), END].concat()));
}

/// The answer to the body of the README's first example.
fn answer(readme: &str) -> String {
    let body = between(readme, "let body = br#\"", "\"#;");
    let violations = PutCustomer::parse("c-1815", None, body.as_bytes()).expect_err("the example is broken");
    let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
    serde_json::to_string_pretty(&answer).expect("it can be written")
}

fn between<'t>(text: &'t str, begin: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(begin).expect("the README has the beginning");
    rest.split_once(end).expect("the README has the end").0
}

fn rules() -> String {
    let [id, signature] = table::HEAD else { panic!("{:?}", table::HEAD) };
    let mut rows = vec![
        row(id.number, "path", PutCustomer::CUSTOMER_ID, "-", "yes", &CustomerId::RULE.to_string(), id.source),
        row(
            signature.number,
            "header",
            PutCustomer::API_SIGNATURE,
            "-",
            "no",
            &Rule::Signature.to_string(),
            signature.source,
        ),
        row(table::BODY, "body", "(root)", "object", "yes", "`application/json`, one JSON object", "P"),
    ];
    properties("body", Customer::PROPERTIES, &mut rows);
    rows.extend(conditions());
    let statuses = Status::ALL.iter().map(|status| match status {
        Status::Created | Status::Updated => format!("{} {}", status.code(), format!("{status:?}").to_lowercase()),
        _ => status.code().to_string(),
    });
    let statuses: Vec<String> = statuses.collect();
    rows.push(row("R23", "response", "status", "-", "-", &statuses.join(", "), "P"));
    let types: Vec<String> = ErrorType::ALL.iter().map(|kind| format!("`{kind}`")).collect();
    rows.push(row("R24", "error body", "Type", "string", "-", &types.join(", "), "P"));
    let texts = "reference of this occurrence; action that failed; details";
    rows.push(row("R25", "error body", "Instance`, `Action`, `Detail", "string", "-", texts, "P"));
    let request = "field path -> list of reasons: what is invalid";
    rows.push(row("R26", "error body", "Extensions.Request", "object", "-", request, "P, list of reasons: D"));
    let features = "feature flag -> list of reasons: what is disabled";
    rows.push(row("R27", "error body", "Extensions.Features", "object", "-", features, "P"));
    rows.sort_by_key(|(number, _)| number[1..].parse::<u8>().expect("a number"));

    let head = "| # | Where | Property | JSON | Required | Rule | Source |\n|---|---|---|---|---|---|---|\n";
    rows.into_iter().fold(head.to_owned(), |table, (_, row)| table + &row)
}

/// A row for each number among the conditions: which country prescribes which codes, and how many.
fn conditions() -> Vec<(String, String)> {
    macro_rules! codes {
        ($(
            $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Type:ident,
                such as $example:literal, not $counterexample:literal;
        )+) => {
            [$((stringify!($number), $then, {
                use customer_schema::$Type as Type;
                format!("in `{}` {} ({})", $is, Type::RULE, Type::ALL.len())
            })),+]
        };
    }
    let codes = conditions!(codes!);
    let mut numbers: Vec<_> = codes.iter().map(|(number, then, _)| (*number, *then)).collect();
    numbers.dedup();
    let row = |(number, then)| {
        let texts: Vec<_> =
            codes.iter().filter(|other| (other.0, other.1) == (number, then)).map(|other| &*other.2).collect();
        let restricted = table::row(then);
        row(number, &format!("`{}`", restricted.parent()), restricted.name(), "string", "-", &texts.join(", "), "P")
    };
    numbers.into_iter().map(row).collect()
}

fn properties(place: &str, properties: &[Property], rows: &mut Vec<(String, String)>) {
    for property in properties {
        let required = if property.required { "yes" } else { "no" };
        let json = property.rule.json_type();
        let text = match property.rule {
            Rule::Code(rule) if rule == IdType::RULE => {
                IdType::ALL.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")
            }
            rule => rule.to_string(),
        };
        rows.push(row(property.id, place, property.name, json.as_str(), required, &text, property.source));
        if let Rule::Object(inner) | Rule::Array(inner) = property.rule {
            let place = if json == JsonType::Array {
                format!("each of `{}`", property.name)
            } else {
                format!("`{}`", property.name)
            };
            self::properties(&place, inner.properties, rows);
        }
    }
}

fn row(
    number: &str,
    place: &str,
    property: &str,
    json: &str,
    required: &str,
    rule: &str,
    source: &str,
) -> (String, String) {
    let row = format!("| {number} | {place} | `{property}` | {json} | {required} | {rule} | {source} |\n");
    (number.to_owned(), row)
}
