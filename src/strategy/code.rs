//! Codes of closed lists, and texts that are not in a list.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, one_of};
use crate::CodeRule;

impl CodeRule {
    /// Codes of the list.
    pub(super) fn valid(self) -> BoxedStrategy<String> {
        one_of(self.codes()).prop_map(|(code, _)| code.into()).boxed()
    }

    /// Texts that are not in the list. Most are similar to a code, the others are from `texts`.
    pub(super) fn not_in_list(self, texts: BoxedStrategy<String>) -> BoxedStrategy<String> {
        let codes: Vec<_> = self.codes().into_iter().map(|(code, _)| code).collect();
        (choice(9), one_of(codes.clone()), one_of(codes.clone()), letters(), texts)
            .prop_map(move |(kind, code, other, letters, text)| {
                let candidate = match kind {
                    1 => code.to_lowercase(),
                    2 => format!("{code} "),
                    3 => format!(" {code}"),
                    4 => format!("{other}-{code}"),
                    5 => format!("{code}\0"),
                    6 => code.chars().skip(1).collect(),
                    7 => letters,
                    _ => text,
                };
                // Two letters may be a code, and so may any text.
                if codes.contains(&&*candidate) { format!("{candidate}{code}") } else { candidate }
            })
            .boxed()
    }
}

/// Two upper-case letters, among them codes that are in use but not in the list.
fn letters() -> impl Strategy<Value = String> {
    let letter = || choice(26).prop_map(|i| ('A'..='Z').cycle().nth(i).unwrap_or('A'));
    (letter(), letter()).prop_map(|(first, second)| [first, second].into_iter().collect())
}
