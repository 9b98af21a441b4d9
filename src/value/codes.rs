//! Closed lists of codes that are written here: one row a code, from which everything follows.

/// Generates an enum from its list of codes with their English names.
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $Code:ident: $what:literal, $unknown:expr;
        $($(#[$row_doc:meta])* $Variant:ident = $code:literal $name:literal)+
    ) => {
        $(#[$doc])*
        // Exhaustive: a new code is a breaking change (README, "Stability").
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Code {
            $(
                #[doc = concat!("`", $code, "`: ", $name, ".")]
                $Variant,
            )+
        }

        impl $Code {
            /// The rule of the list: its description, its codes, and the reason for every other text.
            pub const RULE: $crate::CodeRule = $crate::CodeRule::new($what, $unknown, || {
                Self::ALL.iter().map(|code| (code.as_str(), code.name())).collect()
            });

            /// The whole list, in the order of the variants.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The code, as it stands in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $code,)+
                }
            }

            /// The English name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }
        }

        impl $crate::read::Scalar for $Code {
            const RULE: $crate::Rule = $crate::Rule::Code($Code::RULE);
            type Raw<'a> = Self;

            #[inline]
            fn check(text: &str) -> Option<Self> {
                // Constants of bytes, since the compiler compares strings one after the other.
                #[allow(non_upper_case_globals, reason = "named after the variants")]
                mod codes {
                    $(pub(super) const $Variant: &[u8] = $code.as_bytes();)+
                }

                match text.as_bytes() {
                    $(codes::$Variant => Some(Self::$Variant),)+
                    _ => None,
                }
            }

            #[inline]
            fn reason(_: &str) -> $crate::Reason {
                Self::RULE.unknown
            }

            fn build(code: Self) -> Self {
                code
            }

            fn to_text(&self) -> alloc::string::String {
                self.as_str().into()
            }
        }

        impl core::fmt::Display for $Code {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        super::from_text!($Code);
        super::as_text!($Code);
    };
}
pub(super) use codes;
