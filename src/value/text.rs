//! Texts with limits, generated from the table `texts!`.

use alloc::borrow::Cow;
use alloc::string::String;
use core::borrow::Borrow;

use compact_str::CompactString;

use super::{as_text, from_text, redact};
use crate::read::{Content, Escaped, Scalar, Valid};
use crate::rule::count;
use crate::{Reason, Rule, TextRule};

impl TextRule {
    /// Checks the length of `text`, but not its form. Characters are not counted if the size in bytes shows that the
    /// text is valid.
    ///
    /// # Errors
    ///
    /// [`Reason::TooShort`] or [`Reason::TooLong`], with the limit and the length.
    ///
    /// ```
    /// use customer_schema::{City, Reason};
    ///
    /// assert_eq!(City::RULE.check("London"), Ok(()));
    /// let reason = City::RULE.check("").unwrap_err();
    /// assert_eq!(reason.to_string(), "must have at least 1 character, has 0");
    /// ```
    #[inline]
    pub fn check(self, text: &str) -> Result<(), Reason> {
        if self.holds(text) { Ok(()) } else { self.check_count(count(text)) }
    }

    /// Checks the number of characters of a text.
    pub(super) fn check_count(self, actual: usize) -> Result<(), Reason> {
        if self.allows(actual) { Ok(()) } else { Err(self.reason(actual)) }
    }

    /// The reason for a text with another number of characters.
    const fn reason(self, actual: usize) -> Reason {
        match self.max {
            Some(max) if actual > max => Reason::TooLong { max, actual, form: self.form },
            _ => Reason::TooShort { min: self.min, actual, form: self.form },
        }
    }
}

/// Generates the type of a text from its row.
macro_rules! text {
    (@errors) => { "None: every text is valid." };
    (@errors $max:literal) => { "[`Reason::TooShort`] or [`Reason::TooLong`] for a text of another length." };
    (
        $(#[$doc:meta])*
        $Text:ident { rule: $number:literal, min: $min:literal, $(max: $max:literal,)? example: $example:literal }
    ) => {
        $(#[$doc])*
        ///
        $(#[doc = concat!("It has at least ", $min, " and at most ", $max, " characters ([R", $number, "](crate::guide::contract#R", $number, ")).")])?
        /// Lengths count Unicode scalar values. Nothing is trimmed, case-folded or normalised: the text is stored as it
        /// was sent ([S1](crate::guide::contract#S1)).
        ///
        /// It is personal data: `Debug` hides it, and there is no `Display`. To read it, call
        /// [`as_str`](Self::as_str).
        ///
        /// # Errors
        ///
        #[doc = text!(@errors $($max)?)]
        ///
        /// ```
        #[doc = concat!("use customer_schema::", stringify!($Text), ";")]
        ///
        #[doc = concat!("let text: ", stringify!($Text), " = \"", $example, "\".parse()?;")]
        #[doc = concat!("assert_eq!(text.as_str(), \"", $example, "\");")]
        #[doc = concat!("assert_eq!(format!(\"{text:?}\"), \"", stringify!($Text), "\");")]
        #[doc = concat!("assert_eq!(", stringify!($Text), "::RULE.check(&text.into_string()), Ok(()));")]
        /// # Ok::<(), customer_schema::Reason>(())
        /// ```
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Text(CompactString);

        impl $Text {
            #[doc = concat!("The number of characters that the text may have ([R", $number, "](crate::guide::contract#R", $number, ")).")]
            pub const RULE: TextRule = TextRule::at_least($min)$(.at_most($max))?;

            /// The text as it was sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Converts to the text.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0.into_string()
            }
        }

        impl Scalar for $Text {
            const RULE: Rule = Rule::Text($Text::RULE);
            type Raw<'a> = Valid<Content<'a>, Self>;
            type Ready<'a> = Valid<&'a str, Self>;

            #[inline]
            fn check(text: &str) -> Option<Self::Raw<'_>> {
                Self::RULE.holds(text).then(|| Valid::new(Content::plain(text)))
            }

            #[inline]
            fn reason(text: &str) -> Reason {
                Self::RULE.reason(count(text))
            }

            fn check_escaped(content: Escaped<'_>) -> Result<Self::Raw<'_>, Reason> {
                Self::RULE.check_count(content.count())?;
                Ok(Valid::new(content.to_content()))
            }

            #[inline(always)]
            fn ready(raw: Self::Raw<'_>) -> Option<Self::Ready<'_>> {
                raw.as_plain()
            }

            #[inline]
            fn build(text: Self::Ready<'_>) -> Self {
                Self(text.to_compact())
            }

            fn to_text(&self) -> Cow<'_, str> {
                self.as_str().into()
            }
        }

        redact!($Text);
        from_text!(stores $Text);
        as_text!($Text);
    };
}

/// Generates the types of all texts, and `for_each_text!`, which passes their names to another macro. `$d` is the token
/// `$`, which a macro cannot write into a macro of its own.
macro_rules! texts {
    (($d:tt) $($(#[$doc:meta])* $Text:ident { $($row:tt)* })+) => {
        $(text! { $(#[$doc])* $Text { $($row)* } })+

        #[allow(unused_macros, reason = "only features use it")]
        macro_rules! for_each_text {
            ($d then:ident) => {
                $d then! { $($Text)+ }
            };
        }
        #[allow(unused_imports, reason = "only features use it")]
        pub(crate) use for_each_text;
    };
}

texts! {
    ($)

    /// The caller's own reference of a customer: the last segment of the request's path, after
    /// percent-decoding.
    CustomerId { rule: 1, min: 1, max: 36, example: "c-1815" }

    /// A first name.
    FirstName { rule: 5, min: 1, max: 50, example: "Ada" }

    /// A last name (family name).
    LastName { rule: 6, min: 1, max: 50, example: "Lovelace" }

    /// A middle name.
    MiddleName { rule: 7, min: 1, max: 50, example: "King" }

    /// The number of an identity document.
    IdNumber { rule: 11, min: 1, max: 36, example: "533401372" }

    /// The street of an address, with the house number if there is one.
    Street { rule: 16, min: 2, max: 200, example: "12 St James's Square" }

    /// A second line of the street: any text, also an empty one ([R17](crate::guide::contract#R17)).
    Street2 { rule: 17, min: 0, example: "Flat 3" }

    /// A city or town.
    City { rule: 18, min: 1, max: 100, example: "London" }

    /// A postal code of any country.
    PostCode { rule: 19, min: 1, max: 20, example: "SW1Y 4LB" }

    /// A state, province or county by name, in a country without a list of codes for them. [`Region`](crate::Region)
    /// has the countries with such a list.
    State { rule: 20, min: 1, max: 100, example: "England" }
}

/// Lets a map with this key be searched for a `str`, without an allocation. Equality, order and hash are those of the
/// text.
///
/// Only this text type implements it, since the others are not keys: to read names, numbers and addresses, call
/// `as_str`.
///
/// ```
/// use std::collections::HashMap;
///
/// use customer_schema::CustomerId;
///
/// let mut balances: HashMap<CustomerId, u64> = HashMap::new();
/// balances.insert("c-1815".parse()?, 42);
/// assert_eq!(balances.get("c-1815"), Some(&42));
/// assert_eq!(balances.get("C-1815"), None);
/// # Ok::<(), customer_schema::Reason>(())
/// ```
impl Borrow<str> for CustomerId {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}
