//! S13: the order of a report, and its bound.

use crate::Case;
use crate::bodies::valid;

pub(crate) fn cases() -> Vec<Case> {
    let residence = "/PrimaryResidence";
    let us = || valid().put("/PrimaryResidence/Country", "\"US\"");
    let named = [
        ("a fault in every member", every_fault()),
        ("a fault in every member, the other way round", {
            ["/PrimaryResidence", "/Identities/0", "/FullName", ""]
                .iter()
                .fold(every_fault(), |body, object| body.reversed(object))
        }),
        ("missing members behind wrong ones", {
            valid()
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
            valid()
                .and(residence, "\"Street\"", "0")
                .and(residence, "\"City\"", "0")
                .without("/PrimaryResidence/PostCode")
        }),
        ("a second value of a wrong one", valid().put("/DateOfBirth", "0").and("", "\"DateOfBirth\"", "0")),
        ("a second value before the end of the body", valid().and("", "\"FullName\"", "{}").without("/DateOfBirth")),
        ("a second state that is not looked at, and a first of none", us().and(residence, "\"State\"", "\"CA\"")),
    ];
    let mut cases: Vec<_> = named.into_iter().map(|(name, body)| Case::body(name, body.write())).collect();
    for count in [256, 257] {
        let elements = vec!["0"; count].join(",");
        let body = valid().put("/Identities", format!("[{elements}]"));
        cases.push(Case::body(format!("{count} faults"), body.write()));
        cases.push(Case::body(
            format!("{count} faults, then two more"),
            body.without("/PrimaryResidence/City").and("", "\"DateOfBirth\"", "0").write(),
        ));
    }
    let identities = format!("[{}", vec!["0"; 300].join(","));
    cases.push(Case::body("300 faults, then a break", valid().put("/Identities", identities).write()));
    cases
}

fn every_fault() -> crate::bodies::Json {
    crate::bodies::places().into_iter().fold(valid(), |body, (pointer, member)| match member.rule {
        customer_schema::Rule::Object(_) | customer_schema::Rule::Array(_) => body,
        _ => body.put(&pointer, "null"),
    })
}
