//! The limits of the texts of `tests/table` as constants, for the attributes of the peers.

macro_rules! limits {
    ($(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        $(limit! { $Type $rule $($($argument)*)? })+
    };
}

macro_rules! limit {
    ($Text:ident text $min:literal, $max:literal) => {
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
    ($($other:tt)*) => {};
}

properties!(limits!);
