//! The limits of the texts of `tests/table`, for the attributes of the peers.

/// Calls a macro with each text that has a least and a greatest length: `Type least greatest`. As tokens, since some
/// attributes take literals only.
macro_rules! for_each_text {
    ($then:ident) => {
        properties! { texts! $then }
    };
}

macro_rules! texts {
    ($then:ident $(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        $(text! { $then $Type $rule $($($argument)*)? })+
    };
}

macro_rules! text {
    ($then:ident $Text:ident text $min:tt, $max:tt) => {
        $then! { $Text $min $max }
    };
    ($($other:tt)*) => {};
}

macro_rules! constants {
    ($Text:ident $min:tt $max:tt) => {
        pub(crate) struct $Text;

        #[allow(dead_code, reason = "not every peer reads a new property")]
        impl $Text {
            pub(crate) const MIN: usize = $min;
            pub(crate) const MAX: usize = $max;
            /// The same for a peer that takes this type only.
            pub(crate) const MIN_U64: u64 = $min;
            pub(crate) const MAX_U64: u64 = $max;
        }
    };
}

for_each_text!(constants);
