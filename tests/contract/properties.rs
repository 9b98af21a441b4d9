//! The properties of objects: missing, repeated, unknown, in any order.

use std::collections::BTreeSet;

use super::bodies::{
    Json, assert_report, assert_valid, body, escaped, locations, missing, properties, read, split, violations,
};

#[test]
fn each_property_missing() {
    for (path, required) in properties() {
        let body = body().without(path).to_string();
        if required {
            assert_report(body, &[(path, "required")]);
        } else {
            let written = serde_json::to_string(&assert_valid(&body)).unwrap();
            assert_eq!(written, body, "an absent optional property is left out");
        }
    }
}

/// In the order of the table, where the object ends: behind the violations inside it (S13).
#[test]
fn all_properties_missing() {
    for path in locations("object") {
        let missing = missing(path);
        assert!(missing.len() >= 2, "{path}");
        assert_report(body().with(path, "{}").to_string(), &missing);
    }
    let nested = r#"{"PrimaryResidence":{"City":""},"Identities":[{},{"IDType":"x"}],"FullName":{"LastName":""}}"#;
    assert_report(
        nested,
        &[
            ("PrimaryResidence.City", "too_short"),
            ("PrimaryResidence.Street", "required"),
            ("PrimaryResidence.PostCode", "required"),
            ("PrimaryResidence.State", "required"),
            ("PrimaryResidence.Country", "required"),
            ("Identities[0].IssuingCountry", "required"),
            ("Identities[0].IDNumber", "required"),
            ("Identities[0].IDType", "required"),
            ("Identities[1].IDType", "unknown_id_type"),
            ("Identities[1].IssuingCountry", "required"),
            ("Identities[1].IDNumber", "required"),
            ("FullName.LastName", "too_short"),
            ("FullName.FirstName", "required"),
            ("DateOfBirth", "required"),
        ],
    );
}

/// `null` does not mean absent, neither for optional properties nor for others (S2).
#[test]
fn each_property_null() {
    for (path, _) in properties() {
        assert_report(body().with(path, "null").to_string(), &[(path, "wrong_type")]);
    }
}

/// The first value is checked, the second is reported where it is, and all later ones are skipped (S4).
#[test]
fn each_property_doubled() {
    for (path, _) in properties() {
        let (parent, name) = split(path);
        let value = body().at(path).to_string();
        let escaped = escaped(&name[..1]) + &name[1..];

        let duplicate = (path, "duplicate");
        let wrong_then = [(path, "wrong_type"), duplicate];
        for second in [&*value, "null", "{}", "[]", "\"\"", "[{\"FirstName\":null},1]"] {
            for name in [name, &escaped] {
                let doubled = body().and(parent, name, second);
                assert_report(doubled.to_string(), &[duplicate]);
                assert_report(doubled.and(parent, name, second).and(parent, name, &value).to_string(), &[duplicate]);
                let wrong = body().with(path, "null").and(parent, name, second);
                assert_report(wrong.to_string(), &wrong_then);
                assert_report(wrong.and(parent, name, "\"x\"").to_string(), &wrong_then);
            }
        }
    }
}

#[test]
fn a_duplicate_is_reported_where_the_second_one_stands() {
    let text = r#"{"FullName":{"FirstName":"","FirstName":"","MiddleName":"","FirstName":""},"DateOfBirth":"x","FullName":5,
        "Identities":[{"IDNumber":"","IDType":"x","IDNumber":null}],"FullName":[],"DateOfBirth":"x"}"#;
    assert_report(
        text,
        &[
            ("FullName.FirstName", "too_short"),
            ("FullName.FirstName", "duplicate"),
            ("FullName.MiddleName", "too_short"),
            ("FullName.LastName", "required"),
            ("DateOfBirth", "too_short"),
            ("FullName", "duplicate"),
            ("Identities[0].IDNumber", "too_short"),
            ("Identities[0].IDType", "unknown_id_type"),
            ("Identities[0].IDNumber", "duplicate"),
            ("Identities[0].IssuingCountry", "required"),
            ("DateOfBirth", "duplicate"),
            ("PrimaryResidence", "required"),
        ],
    );
}

#[test]
fn unknown_properties_are_ignored_everywhere() {
    let expected = assert_valid(body().to_string());
    let documented: Vec<_> = properties().map(|(path, _)| split(path).1).collect();
    for path in locations("object") {
        let own: Vec<_> = properties().filter(|(property, _)| split(property).0 == path).collect();
        // The names of the other objects are as unknown here as any.
        let elsewhere = documented.iter().filter(|name| !own.iter().any(|(property, _)| split(property).1 == **name));
        let odd = ["", " ", "a.b", "[0]", "value", "Body", "\\u0000", "\\\"", "\u{1f600}", "FullName ", "Province"];
        for name in elsewhere.copied().chain(odd) {
            for value in ["null", "5", "\"x\"", "[]", "{\"FirstName\":\"\"}", "[[{}]]"] {
                let twice = body().and(path, name, value).and(path, name, value);
                assert_eq!(assert_valid(twice.to_string()), expected, "{twice}");
            }
        }
        // So are its own in another case.
        for (property, required) in own {
            let name = split(property).1;
            for other in [name.to_lowercase(), name.to_uppercase(), format!("{name}\\u0000"), format!(" {name}")] {
                let mut renamed = body();
                renamed.properties(path).iter_mut().find(|(known, _)| known == name).unwrap().0 = other;
                if required {
                    assert_report(renamed.to_string(), &[(property, "required")]);
                } else {
                    assert_valid(renamed.to_string());
                }
            }
        }
    }
}

/// Names are compared after unescaping (S4).
#[test]
fn names_may_be_escaped() {
    let expected = assert_valid(body().to_string());
    for (path, _) in properties() {
        let (parent, name) = split(path);
        let mut body = body();
        body.properties(parent).iter_mut().find(|(known, _)| known == name).unwrap().0 = escaped(name);
        assert_eq!(assert_valid(body.to_string()), expected, "{body}");
    }
}

/// Calls `each` with every order of `list`.
fn permute<T: Clone>(list: &mut Vec<T>, from: usize, each: &mut impl FnMut(&[T])) {
    if from + 1 >= list.len() {
        return each(list);
    }
    for i in from..list.len() {
        list.swap(from, i);
        permute(list, from + 1, each);
        list.swap(from, i);
    }
}

/// Every order of every object's properties gives the same value, or the same violations in another order.
#[test]
fn properties_come_in_any_order() {
    let expected = assert_valid(body().to_string());
    let invalid = body()
        .with("FullName.FirstName", "\"\"")
        .with("FullName.MiddleName", "5")
        .with("DateOfBirth", "\"2023-02-29\"")
        .with("Identities[0].IDNumber", "null")
        .with("Identities[0].IDType", "\"\"")
        .with("PrimaryResidence.Street", "\"x\"")
        .with("PrimaryResidence.State", "\"ON\"")
        .with("PrimaryResidence.Country", "\"US\"")
        .without("PrimaryResidence.City");
    let sorted = |body: &Json| violations(&read(body.to_string()).unwrap_err()).into_iter().collect::<BTreeSet<_>>();
    let all_violations = sorted(&invalid);
    assert_eq!(all_violations.len(), 8, "{all_violations:?}");
    for path in locations("object") {
        let mut orders = 0_usize;
        let mut properties = body().properties(path).clone();
        permute(&mut properties, 0, &mut |order| {
            let mut valid = body();
            *valid.properties(path) = order.to_vec();
            assert_eq!(assert_valid(valid.to_string()), expected, "{valid}");
            orders += 1;
        });
        let mut wrong = invalid.clone().properties(path).clone();
        permute(&mut wrong, 0, &mut |order| {
            let mut invalid = invalid.clone();
            *invalid.properties(path) = order.to_vec();
            assert_eq!(sorted(&invalid), all_violations, "{invalid}");
        });
        assert_eq!(orders, (1..=properties.len()).product::<usize>(), "{path}");
    }
}
