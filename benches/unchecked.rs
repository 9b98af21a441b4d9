//! The body as a plain struct, read without any check: the baseline.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read into")]
pub(crate) struct Customer {
    full_name: FullName,
    date_of_birth: String,
    identities: Vec<Identity>,
    primary_residence: Residence,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, clippy::struct_field_names, reason = "only read into; named as on the wire")]
struct FullName {
    first_name: String,
    last_name: String,
    middle_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read into")]
struct Identity {
    issuing_country: String,
    #[serde(rename = "IDNumber")]
    id_number: String,
    issued_date: Option<String>,
    expiry_date: Option<String>,
    #[serde(rename = "IDType")]
    id_type: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read into")]
struct Residence {
    street: String,
    street2: Option<String>,
    city: String,
    post_code: String,
    state: String,
    country: String,
}
