//! Messages about a value: one row for each kind, with its text, its code and examples.

use core::fmt::{self, Write};

/// A piece of a text.
pub(crate) trait Piece {
    fn write(&self, out: &mut impl Write) -> fmt::Result;
}

impl Piece for &str {
    #[inline]
    fn write(&self, out: &mut impl Write) -> fmt::Result {
        out.write_str(self)
    }
}

impl Piece for usize {
    #[inline]
    fn write(&self, out: &mut impl Write) -> fmt::Result {
        // Most numbers in texts have one or two digits, which `write!` formats in four times as many instructions.
        match *self {
            number @ 0..=9 => out.write_char(digit(number)),
            number @ 10..=99 => {
                out.write_char(digit(number / 10))?;
                out.write_char(digit(number))
            }
            number => write!(out, "{number}"),
        }
    }
}

/// The last digit of a number.
#[allow(clippy::cast_possible_truncation, reason = "at most 9")]
const fn digit(number: usize) -> char {
    (b'0' + (number % 10) as u8) as char
}

impl<T: Piece> Piece for &T {
    #[inline]
    fn write(&self, out: &mut impl Write) -> fmt::Result {
        T::write(self, out)
    }
}

/// Generates an enum of messages from its rows. A row ends in the code, the pieces of the text, and examples: an array
/// or an iterator. Each piece is written on its own: a report may have hundreds of texts, and `write!` takes twice the
/// time.
macro_rules! messages {
    (
        $(#[$doc:meta])*
        $Kinds:ident {
            $(
                $(#[$kind_doc:meta])*
                $Kind:ident $({ $($(#[$field_doc:meta])* $field:ident: $Type:ty,)+ })? =
                    $code:literal ($($piece:expr),+ $(,)?), $examples:expr;
            )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Kinds {
            $(
                $(#[$kind_doc])*
                #[doc = concat!("\n\nIts code: `", $code, "`.")]
                $Kind $({ $($(#[$field_doc])* $field: $Type,)+ })?,
            )+
        }

        impl $Kinds {
            /// At least one of each kind, and one of each wording, for tests of translations. Such a test fails if a
            /// new kind is not translated.
            ///
            /// ```
            #[doc = concat!("use customer_schema::", stringify!($Kinds), ";")]
            ///
            #[doc = concat!("let codes: Vec<_> = ", stringify!($Kinds), "::examples().iter().map(|one| one.code()).collect();")]
            $(#[doc = concat!("assert!(codes.contains(&\"", $code, "\"));")])+
            /// ```
            #[must_use]
            pub fn examples() -> alloc::vec::Vec<Self> {
                let mut examples = alloc::vec::Vec::new();
                $(examples.extend($examples);)+
                examples
            }

            /// The stable code of this kind. New codes may be added, but no code changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$Kind { .. } => $code,)+
                }
            }
        }

        impl $crate::report::messages::Piece for $Kinds {
            #[allow(unused_variables, reason = "a text need not have every field")]
            fn write(&self, out: &mut impl core::fmt::Write) -> core::fmt::Result {
                match self {
                    $(Self::$Kind $({ $($field),+ })? => {
                        $($crate::report::messages::Piece::write(&$piece, out)?;)+
                    })+
                }
                Ok(())
            }
        }

        impl core::fmt::Display for $Kinds {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::report::messages::Piece::write(self, f)
            }
        }

        /// Writes the text of `Display` as a string.
        impl serde::Serialize for $Kinds {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
pub(crate) use messages;
