//! `deser` with `deser-validate`: a format of its own and checks while a value is read, collected by a `Validation`.

use deser::Deserialize;
use deser_validate::{Check, Len, Report, Validation, validator};

use crate::finding::Finding;
use crate::limits;
use crate::rules::{is_country, is_date, is_id_type, is_state_of};

/// As many as this crate keeps. Without a limit, 100,000 errors take two minutes: the line of each is found by a search from
/// the beginning of the body.
const MAX_ERRORS: usize = 256;

pub(crate) fn read(body: &[u8]) -> Result<Customer, Report> {
    let mut validation = Validation::new();
    validation.set_max_errors(MAX_ERRORS);
    let read = deser_json::Deserializer::from_slice(body).deserialize_with(|driver| validation.setup(driver));
    validation.finish(read).into_result()
}

pub(crate) fn findings(report: &Report) -> Vec<Finding> {
    report
        .iter()
        .map(|issue| Finding {
            path: issue.path().map(str::to_owned),
            code: issue
                .violation()
                .map(|violation| violation.code().to_owned())
                .or_else(|| Some(format!("{:?}", issue.kind()))),
            position: issue.line().zip(issue.column()),
            message: issue.message().to_owned(),
        })
        .collect()
}

validator!(Date(text: &str) => is_date(text), "must be a date");
validator!(Country(text: &str) => is_country(text), "must be a country code");
validator!(IdType(text: &str) => is_id_type(text), "must be a kind of document");
validator!(
    StateOfCountry(residence: &Residence) => is_state_of(&residence.country, &residence.state),
    "must have a state of its country"
);

#[derive(Deserialize)]
#[deser(rename_all = "PascalCase")]
pub(crate) struct Customer {
    full_name: FullName,
    #[deser(as = Check<Date>)]
    date_of_birth: String,
    identities: Vec<Identity>,
    primary_residence: Residence,
}

#[derive(Deserialize)]
#[deser(rename_all = "PascalCase")]
#[expect(clippy::struct_field_names, reason = "named as on the wire")]
struct FullName {
    #[deser(as = Check<Len<{ limits::FirstName::MIN }, { limits::FirstName::MAX }>>)]
    first_name: String,
    #[deser(as = Check<Len<{ limits::LastName::MIN }, { limits::LastName::MAX }>>)]
    last_name: String,
    #[deser(as = Option<Check<Len<{ limits::MiddleName::MIN }, { limits::MiddleName::MAX }>>>)]
    middle_name: Option<String>,
}

#[derive(Deserialize)]
#[deser(rename_all = "PascalCase")]
struct Identity {
    #[deser(as = Check<Country>)]
    issuing_country: String,
    #[deser(rename = "IDNumber", as = Check<Len<{ limits::IdNumber::MIN }, { limits::IdNumber::MAX }>>)]
    id_number: String,
    #[deser(as = Option<Check<Date>>)]
    issued_date: Option<String>,
    #[deser(as = Option<Check<Date>>)]
    expiry_date: Option<String>,
    #[deser(rename = "IDType", as = Check<IdType>)]
    id_type: String,
}

#[derive(Deserialize)]
#[deser(rename_all = "PascalCase", deserialize_as = Check<StateOfCountry, _>)]
struct Residence {
    #[deser(as = Check<Len<{ limits::Street::MIN }, { limits::Street::MAX }>>)]
    street: String,
    street2: Option<String>,
    #[deser(as = Check<Len<{ limits::City::MIN }, { limits::City::MAX }>>)]
    city: String,
    #[deser(as = Check<Len<{ limits::PostCode::MIN }, { limits::PostCode::MAX }>>)]
    post_code: String,
    #[deser(as = Check<Len<{ limits::State::MIN }, { limits::State::MAX }>>)]
    state: String,
    #[deser(as = Check<Country>)]
    country: String,
}
