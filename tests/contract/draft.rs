//! A draft gives the report of the JSON that it stands for.

use customer_schema::{Customer, CustomerDraft, FullNameDraft, IdentityDraft, StreetAddressDraft, Violations};

use super::bodies::{Json, assert_valid, body, identity, places};

/// What may stand in a field: nothing, what is right in some places, and what breaks each rule.
fn values() -> Vec<Option<String>> {
    let texts = ["", "x", "GB", "US", "CA", "ON", "Passport", "2024-02-29", "2023-02-29", "é\u{0}😀\"\\", "null"];
    let long = "😀".repeat(201);
    texts.into_iter().chain([long.as_str()]).map(|text| Some(text.to_owned())).chain([None]).collect()
}

/// The draft's field for a property.
fn field<'d>(draft: &'d mut CustomerDraft, path: &str) -> &'d mut Option<String> {
    let CustomerDraft { full_name, date_of_birth, identities, primary_residence, .. } = draft;
    let FullNameDraft { first_name, last_name, middle_name, .. } = full_name;
    let StreetAddressDraft { street, street2, city, post_code, state, country, .. } = primary_residence;
    let IdentityDraft { issuing_country, id_number, issued_date, expiry_date, id_type, .. } = &mut identities[0];
    match path {
        "FullName.FirstName" => first_name,
        "FullName.LastName" => last_name,
        "FullName.MiddleName" => middle_name,
        "DateOfBirth" => date_of_birth,
        "Identities[0].IssuingCountry" => issuing_country,
        "Identities[0].IDNumber" => id_number,
        "Identities[0].IssuedDate" => issued_date,
        "Identities[0].ExpiryDate" => expiry_date,
        "Identities[0].IDType" => id_type,
        "PrimaryResidence.Street" => street,
        "PrimaryResidence.Street2" => street2,
        "PrimaryResidence.City" => city,
        "PrimaryResidence.PostCode" => post_code,
        "PrimaryResidence.State" => state,
        "PrimaryResidence.Country" => country,
        _ => panic!("{path} is no text"),
    }
}

/// The draft of the valid body.
fn draft() -> CustomerDraft {
    let mut draft = CustomerDraft::default();
    draft.identities.push(IdentityDraft::default());
    for path in places("string") {
        *field(&mut draft, path) = serde_json::from_str(&body().at(path).to_string()).unwrap();
    }
    draft
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
    for (path, value) in places("string").flat_map(|path| values().into_iter().map(move |value| (path, value))) {
        for country in ["GB", "US"] {
            let mut draft = draft();
            let mut json = body().with_text("PrimaryResidence.Country", country);
            *field(&mut draft, "PrimaryResidence.Country") = Some(country.to_owned());
            *field(&mut draft, path) = value.clone();
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
        for path in places("string") {
            *field(&mut draft, path) = value.clone();
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
    assert_eq!((report.len(), report.omitted()), (256, 644));

    draft.identities = vec![self::draft().identities.remove(0); 3];
    draft.identities[1].id_type = None;
    *json.at("Identities") = Json::Array(vec![identity(); 3]);
    let json = json.without("Identities[1].IDType");
    let report = assert_same(&draft, &json).unwrap_err();
    assert_eq!(report.to_string(), "Identities[1].IDType is required");
}
