//! R1, and path, header and body together (S10).

use crate::bodies::minimal;
use crate::{Case, Content};

pub(crate) fn cases() -> Vec<Case> {
    let id = |name: &str, customer_id: String| Case {
        customer_id: Some(customer_id),
        ..Case::body(format!("CustomerID {name}"), minimal())
    };
    let mut cases = vec![
        id("of no character", String::new()),
        id("of one character", "1".into()),
        id("of one space", " ".into()),
        id("of 36 characters", "a".repeat(36)),
        id("of 37 characters", "a".repeat(37)),
        id("of 36 characters of two bytes", "é".repeat(36)),
        id("of 36 characters of two UTF-16 units", "😀".repeat(36)),
        id("of 37 characters of two UTF-16 units", "😀".repeat(37)),
        id("with a slash, a null character and a line break", "a/\0\n".into()),
    ];
    let bodies: [(_, Content); 3] =
        [("a valid body", minimal().into()), ("an invalid body", "{}".into()), ("a malformed body", "{".into())];
    for (name, body) in bodies {
        cases.push(Case {
            customer_id: Some(String::new()),
            api_signature: Some(String::new()),
            ..Case::body(format!("no CustomerID, an empty Api-Signature and {name}"), body)
        });
    }
    cases
}
