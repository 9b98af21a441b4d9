//! Properties in any order give the same verdict.

use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::prelude::*;

use crate::document::changed;
use crate::{config, sorted_report};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn properties_in_any_order_give_the_same_verdict(doc in changed(6), seed: u64) {
        let report = sorted_report(doc.write().as_bytes());
        let mut shuffled = doc.clone();
        shuffled.sort_by_key(&|name| {
            let mut hasher = DefaultHasher::new();
            (seed, name).hash(&mut hasher);
            hasher.finish()
        });
        prop_assert_eq!(sorted_report(shuffled.write().as_bytes()), report);
    }
}
