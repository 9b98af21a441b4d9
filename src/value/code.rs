//! Reading codes of closed lists.

use alloc::borrow::Cow;

use super::{as_text, from_text};
#[allow(clippy::wildcard_imports, reason = "every list, also one that is added")]
use crate::codes::*;
use crate::read::{Escaped, Scalar};
use crate::{Reason, Rule};

/// The length of every code, if it is the same in all lists of a kind. In ISO 3166-2, the codes of states have one to
/// three characters.
const fn len_of(list: List) -> Option<usize> {
    match list {
        List::Countries => Some(2),
        List::States(_) | List::IdTypes => None,
    }
}

macro_rules! impl_codes {
    ($($Code:ident)+) => {
        $(
            impl Scalar for $Code {
                const RULE: Rule = Rule::Code($Code::RULE);
                const LEN: Option<usize> = len_of($Code::RULE.list);
                type Raw<'a> = Self;
                type Ready<'a> = Self;

                #[inline]
                fn check(text: &str) -> Option<Self> {
                    Self::from_code(text)
                }

                #[inline]
                fn reason(_: &str) -> Reason {
                    Self::RULE.unknown()
                }

                fn check_escaped(content: Escaped<'_>) -> Result<Self, Reason> {
                    content.with_short(Self::from_code).flatten().ok_or_else(|| Self::RULE.unknown())
                }

                #[inline(always)]
                fn ready(code: Self::Raw<'_>) -> Option<Self::Ready<'_>> {
                    Some(code)
                }

                fn build(code: Self) -> Self {
                    code
                }

                fn to_text(&self) -> Cow<'_, str> {
                    self.as_str().into()
                }
            }

            from_text!($Code);
            as_text!($Code);
        )+
    };
}

for_each_code!(impl_codes);
