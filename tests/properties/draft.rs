//! A draft is judged as the JSON it stands for.

use customer_schema::strategy::{self, Fault};
use customer_schema::{Customer, CustomerDraft, IdentityDraft};
use proptest::prelude::*;
use serde_json::Value;

use crate::oracle::Document;
use crate::{config, report};

/// The draft of a body whose objects and arrays are all there, and its texts texts.
fn draft(body: &Value) -> CustomerDraft {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let mut draft = CustomerDraft::default();
    let name = &body["FullName"];
    draft.full_name.first_name = text(&name["FirstName"]);
    draft.full_name.last_name = text(&name["LastName"]);
    draft.full_name.middle_name = text(&name["MiddleName"]);
    draft.date_of_birth = text(&body["DateOfBirth"]);
    for document in body["Identities"].as_array().into_iter().flatten() {
        let mut identity = IdentityDraft::default();
        identity.issuing_country = text(&document["IssuingCountry"]);
        identity.id_number = text(&document["IDNumber"]);
        identity.issued_date = text(&document["IssuedDate"]);
        identity.expiry_date = text(&document["ExpiryDate"]);
        identity.id_type = text(&document["IDType"]);
        draft.identities.push(identity);
    }
    let residence = &body["PrimaryResidence"];
    draft.primary_residence.street = text(&residence["Street"]);
    draft.primary_residence.street2 = text(&residence["Street2"]);
    draft.primary_residence.city = text(&residence["City"]);
    draft.primary_residence.post_code = text(&residence["PostCode"]);
    draft.primary_residence.state = text(&residence["State"]);
    draft.primary_residence.country = text(&residence["Country"]);
    draft
}

/// Objects are always there in a draft, and texts are texts, given once.
fn is_in_a_draft(fault: &Fault) -> bool {
    let is_of_a_text = !["FullName", "Identities", "PrimaryResidence"].contains(&&*fault.place());
    fault.is_in_body() && is_of_a_text && !["wrong_type", "duplicate", "malformed_json"].contains(&fault.code())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn valid_drafts_become_the_customer(body in strategy::body()) {
        if let Some(document) = Document::read(&body) {
            prop_assert_eq!(draft(&document.value).validate(), Customer::from_json(body.as_bytes()));
        }
    }

    #[test]
    fn faulty_drafts_give_the_report(broken in strategy::broken_where(is_in_a_draft)) {
        let body = str::from_utf8(&broken.request.body).expect("JSON");
        if let Some(document) = Document::read(body) {
            prop_assert_eq!(report(draft(&document.value).validate()), broken.violations);
        }
    }

    /// What is valid can be edited: its draft is the same customer again.
    #[test]
    fn the_draft_of_a_customer_is_the_customer(customer: Customer) {
        let draft = CustomerDraft::from(&customer);
        prop_assert_eq!(&draft, &self::draft(&serde_json::to_value(&customer).expect("JSON")));
        prop_assert!(draft.validate() == Ok(customer));
    }
}
