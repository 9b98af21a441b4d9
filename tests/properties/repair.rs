//! Whoever mends one reported fault after the other ends with a valid body.

use customer_schema::{Customer, Violation};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::document::changed;
use crate::oracle::Document;
use crate::{config, report};

fn valid() -> Value {
    json!({
        "FullName": {"FirstName": "Ada", "LastName": "Lovelace", "MiddleName": "King"},
        "DateOfBirth": "1985-12-10",
        "Identities": [{
            "IssuingCountry": "GB", "IDNumber": "533401372", "IssuedDate": "2021-03-01", "ExpiryDate": "2031-03-01",
            "IDType": "Passport",
        }],
        "PrimaryResidence": {
            "Street": "12 St James's Square", "Street2": "Flat 3", "City": "London", "PostCode": "SW1Y 4LB",
            "State": "England", "Country": "GB",
        },
    })
}

/// Puts a valid value where one is reported, and nothing else.
fn mend(body: &mut Value, violation: &Violation) {
    let pointer = violation.path().json_pointer().expect("a place in the body");
    let index = pointer.split('/').find(|step| step.parse::<usize>().is_ok()).unwrap_or("0").to_owned();
    let mut mended = valid().pointer(&pointer.replace(&index, "0")).expect("a documented place").clone();
    if pointer == "/PrimaryResidence/State" {
        match body["PrimaryResidence"]["Country"].as_str() {
            Some("US") => mended = json!("NY"),
            Some("CA") => mended = json!("QC"),
            _ => {}
        }
    }
    if let Some(value) = body.pointer_mut(&pointer) {
        *value = mended;
    } else {
        let (parent, name) = pointer.rsplit_once('/').expect("the root is there");
        body.pointer_mut(parent).expect("what is required is within something")[name] = mended;
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn mending_one_fault_after_the_other_ends_in_a_valid_body(doc in changed(10)) {
        let mut body = Document::read(&doc.write()).expect("written from a document").value;
        let mut steps = 0;
        while let Err(faults) = Customer::from_json(body.to_string().as_bytes()) {
            let first = faults.iter().next().expect("a report has a violation");
            mend(&mut body, first);
            let left = report(Customer::from_json(body.to_string().as_bytes()));
            prop_assert!(left.iter().all(|(path, _)| *path != first.path().to_string()), "{first} comes back");
            // A mended country may show a state that is none of its own: one more, at most.
            prop_assert!(left.len() <= faults.len(), "{} bring {:?}", faults, left);
            steps += 1;
            prop_assert!(steps < 100, "{body} never gets valid");
        }
    }
}
