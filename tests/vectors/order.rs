//! S13: the order of a report, and its limit.

use customer_schema::Rule;

use crate::Case;
use crate::bodies::{Body, complete, minimal, properties};

pub(crate) fn cases() -> Vec<Case> {
    let residence = "/PrimaryResidence";
    let us = || minimal().put("/PrimaryResidence/Country", "\"US\"");
    let named = [
        ("a violation in every property", every_violation()),
        ("missing properties behind wrong ones", {
            minimal()
                .without("/FullName/FirstName")
                .without("/DateOfBirth")
                .put("/FullName/LastName", "0")
                .put("/Identities", "{}")
        }),
        ("a state of none where the residence ends, before what is missing there", {
            us().without("/PrimaryResidence/Street")
                .without("/PrimaryResidence/PostCode")
                .put("/PrimaryResidence/City", "\"\"")
        }),
        ("a second value where it stands", {
            minimal()
                .and(residence, "\"Street\"", "0")
                .and(residence, "\"City\"", "0")
                .without("/PrimaryResidence/PostCode")
        }),
        ("a second value of a wrong one", minimal().put("/DateOfBirth", "0").and("", "\"DateOfBirth\"", "0")),
        ("a second value before the end of the body", minimal().and("", "\"FullName\"", "{}").without("/DateOfBirth")),
        ("a second state, which is skipped, and a first that is no code", us().and(residence, "\"State\"", "\"CA\"")),
    ];
    let mut cases: Vec<_> = named.into_iter().map(|(name, body)| Case::body(name, body)).collect();
    let reversed = every_violation().reversed(&["/PrimaryResidence", "/Identities/0", "/FullName", ""]);
    cases.push(Case::body("a violation in every property, the other way round", reversed));
    for count in [256, 257] {
        let elements = vec!["0"; count].join(",");
        let body = minimal().put("/Identities", format!("[{elements}]"));
        cases.push(Case::body(format!("{count} violations"), body.clone()));
        cases.push(Case::body(
            format!("{count} violations, then two more"),
            body.without("/PrimaryResidence/City").and("", "\"DateOfBirth\"", "0"),
        ));
    }
    let identities = format!("[{}", vec!["0"; 300].join(","));
    cases.push(Case::body("300 violations, then a break", minimal().put("/Identities", identities)));
    cases
}

fn every_violation() -> Body {
    properties().into_iter().fold(complete(), |body, (pointer, property)| match property.rule {
        Rule::Object(_) | Rule::Array(_) => body,
        _ => body.put(&pointer, "null"),
    })
}
