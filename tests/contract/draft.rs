//! A draft gives the same report as the corresponding JSON.

use customer_schema::{Customer, CustomerDraft, IdentityDraft, Violations};

use super::bodies::{Json, assert_valid, body, identity, locations, missing};
use crate::draft_fields::draft_fields;
use crate::oracle::table;

/// Values of a field: none, texts that are valid in some fields, and texts that violate each rule.
fn values() -> Vec<Option<String>> {
    let texts = ["", "x", "GB", "US", "CA", "ON", "Passport", "2024-02-29", "2023-02-29", "é\u{0}😀\"\\", "null"];
    let long = "😀".repeat(201);
    texts.into_iter().chain([long.as_str()]).map(|text| Some(text.to_owned())).chain([None]).collect()
}

/// Sets the draft's field for a property to a value in JSON.
fn set(draft: &mut CustomerDraft, path: &str, json: Option<&str>) {
    let set = draft_fields().iter().find(|(row, _)| table::row(row).path_in_body() == path);
    set.unwrap_or_else(|| panic!("{path} has no field")).1(draft, 0, json);
}

/// The draft of the base body.
fn draft() -> CustomerDraft {
    let mut draft = CustomerDraft::default();
    draft.identities.push(IdentityDraft::default());
    for (path, set) in draft_fields() {
        set(&mut draft, 0, Some(&table::row(path).json()));
    }
    draft
}

/// A text as the value of a field.
fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

#[track_caller]
fn assert_same(draft: &CustomerDraft, json: &Json) -> Result<Customer, Violations> {
    let read = Customer::from_json(json.to_string().as_bytes());
    assert_eq!(draft.validate(), read, "{json}");
    read
}

#[test]
fn a_valid_draft_is_the_customer() {
    assert_eq!(draft().validate(), Ok(assert_valid(body().to_string())));
}

#[test]
fn each_field_with_each_value() {
    for (path, value) in locations("string").flat_map(|path| values().into_iter().map(move |value| (path, value))) {
        for country in ["GB"].into_iter().chain(table::CONDITIONS.iter().map(|condition| condition.is)) {
            let mut draft = draft();
            let mut json = body().with_text("PrimaryResidence.Country", country);
            set(&mut draft, "PrimaryResidence.Country", Some(&self::json(country)));
            set(&mut draft, path, value.as_deref().map(self::json).as_deref());
            json = match &value {
                Some(text) => json.with_text(path, text),
                None => json.without(path),
            };
            _ = assert_same(&draft, &json);
        }
    }
}

#[test]
fn all_fields_with_each_value() {
    for value in values() {
        let mut draft = draft();
        let mut json = body();
        for path in locations("string") {
            set(&mut draft, path, value.as_deref().map(self::json).as_deref());
            json = match &value {
                Some(text) => json.with_text(path, text),
                None => json.without(path),
            };
        }
        assert_same(&draft, &json).unwrap_err();
    }
}

#[test]
fn an_empty_draft() {
    let empty = r#"{"FullName":{},"Identities":[],"PrimaryResidence":{}}"#;
    _ = assert_same(&CustomerDraft::default(), &Json::raw(empty));
}

#[test]
fn many_identities() {
    let mut draft = draft();
    let mut json = body();
    draft.identities = vec![IdentityDraft::default(); 300];
    *json.at("Identities") = Json::Array(vec![Json::raw("{}"); 300]);
    let report = assert_same(&draft, &json).unwrap_err();
    let missing = 300 * missing("Identities[0]").len();
    assert_eq!((report.len(), report.omitted()), (256, missing - 256));

    draft.identities = vec![self::draft().identities.remove(0); 3];
    draft.identities[1].id_type = None;
    *json.at("Identities") = Json::Array(vec![identity(); 3]);
    let json = json.without("Identities[1].IDType");
    let report = assert_same(&draft, &json).unwrap_err();
    assert_eq!(report.to_string(), "Identities[1].IDType is required");
}
