//! A draft gives the same report as the corresponding JSON.

use customer_schema::strategy::{self, ViolationKind};
use customer_schema::{Customer, CustomerDraft, IdentityDraft};
use proptest::prelude::*;
use serde_json::Value;

use crate::draft_fields::draft_fields;
use crate::oracle::Document;
use crate::oracle::table;
use crate::{config, report};

/// The draft of a body whose objects and arrays are all there, and its texts texts.
fn draft(body: &Value) -> CustomerDraft {
    let mut draft = CustomerDraft::default();
    let documents = body["Identities"].as_array().map_or(0, Vec::len);
    draft.identities = vec![IdentityDraft::default(); documents];
    for (path, set) in draft_fields() {
        let row = table::row(path);
        let indexes = if path.contains("[]") { documents } else { 1 };
        for index in 0..indexes {
            let value = body.pointer(&row.pointer_in_body().replace("/0/", &format!("/{index}/")));
            set(&mut draft, index, value.map(Value::to_string).as_deref());
        }
    }
    draft
}

/// Objects are always there in a draft, and texts are texts, given once.
fn is_in_a_draft(kind: &ViolationKind) -> bool {
    let has_field = draft_fields().iter().any(|(path, _)| *path == kind.location());
    has_field && !["wrong_type", "duplicate", "malformed_json"].contains(&kind.code())
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
    fn invalid_drafts_give_the_report(broken in strategy::broken_where(is_in_a_draft)) {
        let body = str::from_utf8(&broken.request.body).expect("JSON");
        if let Some(document) = Document::read(body) {
            prop_assert_eq!(report(draft(&document.value).validate()), broken.violations);
        }
    }

    /// The draft of a customer validates to the same customer.
    #[test]
    fn the_draft_of_a_customer_is_the_customer(customer: Customer) {
        let draft = CustomerDraft::from(&customer);
        prop_assert_eq!(&draft, &self::draft(&serde_json::to_value(&customer).expect("JSON")));
        prop_assert!(draft.validate() == Ok(customer));
    }
}
