//! Messages about a value: one row for each, with its text, its code and examples.

/// Generates an enum of messages from its rows.
macro_rules! messages {
    (
        $(#[$doc:meta])*
        $Kinds:ident {
            $(
                $(#[$kind_doc:meta])*
                $Kind:ident $({ $($(#[$field_doc:meta])* $field:ident: $Type:ty,)+ })? =
                    $code:literal [$($example:expr),+ $(,)?]
            )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
        #[non_exhaustive]
        pub enum $Kinds {
            $(
                $(#[$kind_doc])*
                #[doc = concat!("\n\nIts code: `", $code, "`.")]
                $Kind $({ $($(#[$field_doc])* $field: $Type,)+ })?,
            )+
        }

        impl $Kinds {
            /// At least one of each kind, and one of each wording: what a translation has to know. A test that
            /// walks it fails when a kind is added and left untranslated.
            ///
            /// ```
            #[doc = concat!("use customer_schema::", stringify!($Kinds), ";")]
            ///
            #[doc = concat!("let codes: Vec<_> = ", stringify!($Kinds), "::EXAMPLES.iter().map(|one| one.code()).collect();")]
            $(#[doc = concat!("assert!(codes.contains(&\"", $code, "\"));")])+
            /// ```
            pub const EXAMPLES: &'static [Self] = &[$($($example),+),+];

            /// The stable code of this kind: one may be added, none changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$Kind { .. } => $code,)+
                }
            }
        }

        /// As the text of `Display`.
        impl serde::Serialize for $Kinds {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
pub(crate) use messages;
