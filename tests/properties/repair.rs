//! Repairing one reported violation after the other gives a valid body.

use customer_schema::{Customer, Violation};
use proptest::prelude::*;
use serde_json::Value;

use crate::document::changed;
use crate::oracle::{Document, table};
use crate::{config, report};

fn valid() -> Value {
    serde_json::from_str(&table::body()).expect("JSON")
}

/// Puts a valid value where one is reported, and nothing else.
fn repair(body: &mut Value, violation: &Violation) {
    let pointer = violation.path().json_pointer().expect("a location in the body");
    let index = pointer.split('/').find(|step| step.parse::<usize>().is_ok()).unwrap_or("0").to_owned();
    let mut repaired = valid().pointer(&pointer.replace(&index, "0")).expect("a documented location").clone();
    for condition in table::CONDITIONS {
        let [when, then] = [condition.when, condition.then].map(|path| table::row(path).pointer_in_body());
        if pointer == then && body.pointer(&when).is_some_and(|value| *value == condition.is) {
            repaired = condition.example.into();
        }
    }
    if let Some(value) = body.pointer_mut(&pointer) {
        *value = repaired;
    } else {
        let (parent, name) = pointer.rsplit_once('/').expect("the root is there");
        body.pointer_mut(parent).expect("what is required is within something")[name] = repaired;
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn repairing_one_violation_after_the_other_ends_in_a_valid_body(doc in changed(10)) {
        let mut body = Document::read(&doc.write()).expect("written from a document").value;
        let mut steps = 0;
        while let Err(violations) = Customer::from_json(body.to_string().as_bytes()) {
            let first = violations.iter().next().expect("a report has a violation");
            repair(&mut body, first);
            let left = report(Customer::from_json(body.to_string().as_bytes()));
            prop_assert!(left.iter().all(|(path, _)| *path != first.path().to_string()), "{first} comes back");
            // A repaired country may show a state that is none of its own: one more, at most.
            prop_assert!(left.len() <= violations.len(), "{} bring {:?}", violations, left);
            steps += 1;
            prop_assert!(steps < 100, "{body} never gets valid");
        }
    }
}
