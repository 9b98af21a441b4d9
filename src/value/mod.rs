//! The types of single values, one file for each kind.

mod code;
mod date;
mod redact;
mod signature;
mod text;

pub use date::CalendarDate;
pub(crate) use redact::redact;
pub use signature::ApiSignature;
pub use text::*;

/// Implements the conversions from text for a type that [`Scalar`](crate::read::Scalar) checks. A type that `stores`
/// its text keeps the buffer of a `String`.
macro_rules! from_text {
    (stores $Type:ty) => {
        $crate::value::from_text! { @borrowed $Type }

        /// Checks a `String` and keeps its buffer, with its spare capacity. A short text, of up to 24 bytes on most
        /// platforms, is stored in place, without a buffer.
        ///
        /// # Errors
        ///
        /// The errors of `FromStr`.
        ///
        /// ```
        /// use customer_schema::Street2;
        ///
        /// let text = "Flat 3, behind the courtyard, second staircase".to_owned();
        /// let buffer = text.as_ptr();
        /// let street2 = Street2::try_from(text)?;
        /// assert_eq!(street2.as_str().as_ptr(), buffer);
        /// # Ok::<(), customer_schema::Reason>(())
        /// ```
        impl TryFrom<alloc::string::String> for $Type {
            type Error = $crate::Reason;

            fn try_from(text: alloc::string::String) -> Result<Self, $crate::Reason> {
                $crate::read::check_text::<Self>(&text)?;
                Ok(Self(text.into()))
            }
        }
    };
    ($Type:ty) => {
        $crate::value::from_text! { @borrowed $Type }

        impl TryFrom<alloc::string::String> for $Type {
            type Error = $crate::Reason;

            fn try_from(text: alloc::string::String) -> Result<Self, $crate::Reason> {
                text.parse()
            }
        }
    };
    (@borrowed $Type:ty) => {
        impl core::str::FromStr for $Type {
            type Err = $crate::Reason;

            fn from_str(text: &str) -> Result<Self, $crate::Reason> {
                $crate::read::from_text(text)
            }
        }

        impl TryFrom<&str> for $Type {
            type Error = $crate::Reason;

            fn try_from(text: &str) -> Result<Self, $crate::Reason> {
                text.parse()
            }
        }

        /// Reads a string from any format. The text of the error has the violation, but nothing of the input.
        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::read::deserialize_scalar(deserializer)
            }
        }
    };
}

/// Implements the conversions to text.
macro_rules! as_text {
    ($Type:ty) => {
        impl AsRef<str> for $Type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

use {as_text, from_text};
