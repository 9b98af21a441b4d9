//! The tables of members that the crate publishes, for documents and forms.

use customer_schema::{Customer, FullName, Identity, JsonType, Property, StreetAddress};

use super::bodies::{assert_valid, body};

/// The contract's table, as it stands there: number, name, JSON type, required, source.
type Row = (u8, &'static str, JsonType, bool, &'static str);

#[track_caller]
fn assert_members(members: &[Property], expected: &[Row]) {
    let row = |member: &Property| {
        assert!(!member.title.is_empty() && !member.description.is_empty(), "{member:?}");
        (
            member.id.trim_start_matches('R').parse().expect("a number"),
            member.name,
            member.rule.json_type(),
            member.required,
            member.source,
        )
    };
    assert_eq!(members.iter().map(row).collect::<Vec<_>>(), expected);
}

#[test]
fn the_tables_are_those_of_the_contract() {
    use JsonType::{Array, Object, String};

    assert_members(
        Customer::PROPERTIES,
        &[
            (4, "FullName", Object, true, "P"),
            (8, "DateOfBirth", String, true, "P, name, required and `format: date`: R"),
            (9, "Identities", Array, true, "P"),
            (15, "PrimaryResidence", Object, true, "P"),
        ],
    );
    assert_members(
        FullName::PROPERTIES,
        &[
            (5, "FirstName", String, true, "P, name and required: R"),
            (6, "LastName", String, true, "P, name and required: R"),
            (7, "MiddleName", String, false, "P, name and optional: R"),
        ],
    );
    assert_members(
        Identity::PROPERTIES,
        &[
            (10, "IssuingCountry", String, true, "P, name and required: R"),
            (11, "IDNumber", String, true, "P, name and required: R"),
            (12, "IssuedDate", String, false, "P, name and optional: R"),
            (13, "ExpiryDate", String, false, "P, name and optional: R"),
            (14, "IDType", String, true, "P, name and required: R"),
        ],
    );
    assert_members(
        StreetAddress::PROPERTIES,
        &[
            (16, "Street", String, true, "P, required: R"),
            (17, "Street2", String, false, "P, optional: R"),
            (18, "City", String, true, "P, required: R"),
            (19, "PostCode", String, true, "P, required: R"),
            (20, "State", String, true, "P, required for every country: R"),
            (22, "Country", String, true, "P, name and required: R"),
        ],
    );
}

/// The examples are shown to those who write a body, so each has to pass.
#[test]
fn the_examples_fit() {
    let parents = [
        ("Body", Customer::PROPERTIES),
        ("FullName", FullName::PROPERTIES),
        ("Identities[0]", Identity::PROPERTIES),
        ("PrimaryResidence", StreetAddress::PROPERTIES),
    ];
    for (parent, member) in parents.iter().flat_map(|(parent, members)| members.iter().map(move |row| (parent, row))) {
        let is_text = member.rule.json_type() == JsonType::String;
        assert_eq!(member.example.is_some(), is_text, "{}", member.name);
        if let Some(example) = member.example {
            let path = if *parent == "Body" { member.name.to_owned() } else { format!("{parent}.{}", member.name) };
            assert_valid(body().with_text(&path, example).to_string());
        }
    }
}
