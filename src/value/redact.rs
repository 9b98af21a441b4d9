//! Personal data does not show in `Debug` ([S15](crate::guide::contract#S15)).

/// Implements a `Debug` that shows the name of the type alone.
macro_rules! redact {
    ($Type:ident) => {
        impl core::fmt::Debug for $Type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(stringify!($Type))
            }
        }
    };
}
pub(crate) use redact;
