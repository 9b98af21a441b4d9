//! Every peer has the rules of `tests/table`. `compare` asserts the same before it measures.

use customer_schema_benches::{contenders, contract};

#[test]
fn every_contender_has_the_rules_of_the_contract() {
    contract::verify(contenders::ALL);
}
