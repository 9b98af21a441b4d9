//! The search for unknown properties, which changes no verdict (S3).

use customer_schema::{Customer, UnknownProperties, Violations};

use super::bodies::{Json, assert_valid, body, escaped, identity, locations, properties, read, split};

/// The unknown properties of a body: the parent of each, its line and column, and what is at its offset.
#[track_caller]
fn found(body: &str) -> Vec<(String, usize, usize, String)> {
    let unknown = Customer::unknown_properties(body.as_bytes()).expect(body);
    assert_eq!(unknown.omitted(), 0);
    let each = unknown.iter().map(|property| {
        let position = property.position();
        let name = body[position.offset..].chars().take(4).collect();
        (property.parent().to_string(), position.line, position.column, name)
    });
    each.collect()
}

#[track_caller]
fn assert_parents(body: &str, expected: &[&str]) {
    let found: Vec<_> = found(body).into_iter().map(|(parent, ..)| parent).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn in_every_object() {
    for path in locations("object") {
        for (name, json) in [("Middlename", "\"King\""), ("x", "null"), ("", "{\"y\": [{}]}"), ("\\u0041", "1e999")] {
            let mut front = body();
            front.properties(path).insert(0, (name.to_owned(), Json::raw(json)));
            for body in [front, body().and(path, name, json)] {
                let text = body.to_string();
                assert_valid(&text);
                let [(parent, line, column, at)] = &*found(&text) else { panic!("{text}") };
                assert_eq!((parent.as_str(), *line), (path, 1), "{text}");
                assert!(text[column - 1..].starts_with(&format!("\"{name}\":{json}")), "{text}: {at}");
            }
        }
    }
}

#[test]
fn names_are_compared_as_the_reader_does() {
    for (path, _) in properties() {
        let (parent, name) = split(path);
        // Escapes are resolved, so this is the same name.
        let same = escaped(name);
        assert_parents(&body().and(parent, &same, "null").to_string(), &[]);
        for other in [name.to_lowercase(), name.to_uppercase(), format!("{name} "), format!("{name}s")] {
            if other != name {
                assert_parents(&body().and(parent, &other, "null").to_string(), &[parent]);
            }
        }
        // A name of another object is unknown.
        for object in locations("object").filter(|object| !properties().any(|(path, _)| split(path) == (*object, name)))
        {
            assert_parents(&body().and(object, name, "null").to_string(), &[object]);
        }
    }
}

/// The values of unknown properties, later values of a property and values of a wrong type are skipped.
#[test]
fn skipped_values() {
    let unknown = r#"{"x": {"y": 1}}"#;
    for (path, _) in properties() {
        let (parent, name) = split(path);
        assert_parents(&body().and(parent, name, unknown).to_string(), &[]);
        assert_parents(&body().and(parent, name, &format!("[{unknown}]")).to_string(), &[]);
    }
    for path in locations("string") {
        assert_parents(&body().with(path, unknown).to_string(), &[]);
    }
    for path in locations("object").filter(|path| *path != "Body") {
        assert_parents(&body().with(path, &format!("[{unknown}]")).to_string(), &[]);
    }
    assert_parents(&body().with("Identities", unknown).to_string(), &[]);
    for path in locations("object") {
        assert_parents(&body().and(path, "x", unknown).to_string(), &[path]);
    }
    for root in ["[]", "null", "5", "\"\\ud800\"", &format!("[{unknown}]"), "{}"] {
        assert_parents(root, &[]);
    }
}

/// Whatever else is wrong with a body is left to the reader, and an invalid object is searched as well.
#[test]
fn of_an_invalid_body() {
    let text = concat!(
        "{\r\n",
        "  \"é€😀\": [[1e999]], \"FullName\": {\"a\": 1, \"FirstName\": 5, \"b\": 1},\n",
        "\t\"Identities\": [{\"c\": {}}, 7, {\"IDType\": \"x\",\n\"d\" : \"\\ud800\"}, null],\n",
        "\"PrimaryResidence\": {}, \"FullName\": {\"e\": 1}, \"f\": 0}",
    );
    assert!(read(text).unwrap_err().len() > 10);
    let expected = [
        ("Body", 2, 3, "\"é€😀"),
        ("FullName", 2, 40, "\"a\":"),
        ("FullName", 2, 64, "\"b\":"),
        ("Identities[0]", 3, 18, "\"c\":"),
        ("Identities[2]", 4, 1, "\"d\" "),
        ("Body", 5, 47, "\"f\":"),
    ];
    assert_eq!(found(text), expected.map(|(parent, line, column, at)| (parent.into(), line, column, at.into())));
}

/// A lone surrogate in a name is malformed, as it is to the reader (S5). `read` compares the two in every other test.
#[test]
fn of_a_malformed_body() {
    for path in locations("object") {
        read(body().and(path, "x\\ud800", "1").to_string()).unwrap_err();
        let report = Customer::unknown_properties(body().and(path, "x\\ud800", "1").to_string().as_bytes());
        assert_eq!(report.unwrap_err().iter().next().unwrap().reason().code(), "malformed_json");
    }
}

#[test]
fn at_most_256_are_kept() {
    for count in [0, 1, 255, 256, 257, 1_000_000] {
        let names = "\"x\":0,".repeat(count);
        let text = format!("{{{names}\"DateOfBirth\":0}}");
        let unknown = Customer::unknown_properties(text.as_bytes()).unwrap();
        let kept = count.min(Violations::MAX_KEPT);
        assert_eq!((unknown.len(), unknown.omitted(), unknown.total()), (kept, count - kept, count));
        assert_eq!(unknown.is_empty(), count == 0);
        // The first ones.
        let offsets = unknown.iter().map(|property| property.position().offset);
        assert!(offsets.eq((0..kept).map(|index| 1 + 6 * index)), "{count}");
    }
    // Over several objects.
    let document = identity().and("Body", "x", "0");
    let text =
        body().with("Identities", &format!("[{}]", vec![document.to_string(); 300].join(","))).and("Body", "y", "0");
    let unknown = Customer::unknown_properties(text.to_string().as_bytes()).unwrap();
    assert_eq!((unknown.len(), unknown.omitted()), (256, 45));
    assert_eq!(unknown.iter().last().unwrap().parent().to_string(), "Identities[255]");
}

#[test]
fn texts_and_iterators() {
    let unknown = Customer::unknown_properties(b"{\"secret\":0,\n\"FullName\":{\"secret\":0}}").unwrap();
    let one = "Body has an unknown property at line 1, column 2";
    let two = "FullName has an unknown property at line 2, column 13";
    assert_eq!(unknown.to_string(), format!("{one}; {two}"));
    assert_eq!(unknown.iter().map(ToString::to_string).collect::<Vec<_>>(), [one, two]);
    assert!((&unknown).into_iter().eq(unknown.iter()) && unknown.clone().into_iter().eq(unknown.iter().copied()));
    assert!(!format!("{unknown:?}").contains("secret"));

    let none = Customer::unknown_properties(b"{}").unwrap();
    assert_eq!((none.to_string().as_str(), &none), ("", &UnknownProperties::default()));
    let many = Customer::unknown_properties(format!("{{{}\"x\":0}}", "\"x\":0,".repeat(257)).as_bytes()).unwrap();
    assert!(many.to_string().ends_with("; and 2 more"), "{many}");
}
