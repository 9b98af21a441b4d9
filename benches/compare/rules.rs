//! Rules that the attributes of the peers cannot express, as plain functions for all of them.

use isocountry::CountryCode;

use crate::oracle::table::{self, List};

/// The codes of a list of `tests/table`, without their names.
const fn codes<const N: usize>(list: &List) -> [&'static str; N] {
    let mut codes = [""; N];
    let mut i = 0;
    while i < N {
        codes[i] = list.codes[i].0;
        i += 1;
    }
    codes
}

pub(crate) const ID_TYPES: [&str; table::ID_TYPES.codes.len()] = codes(&table::ID_TYPES);

pub(crate) fn is_country(text: &str) -> bool {
    CountryCode::for_alpha2(text).is_ok()
}

pub(crate) fn is_id_type(text: &str) -> bool {
    ID_TYPES.contains(&text)
}

/// Whether a country has such a state. Most countries prescribe none.
pub(crate) fn is_state_of(country: &str, state: &str) -> bool {
    macro_rules! is_state_of {
        ($(
            $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Type:ident,
                such as $example:literal, not $counterexample:literal;
        )+) => {
            match country {
                $($is => {
                    const CODES: [&str; table::$LIST.codes.len()] = codes(&table::$LIST);
                    CODES.contains(&state)
                })+
                _ => true,
            }
        };
    }
    conditions!(is_state_of!)
}

/// Whether a text is a calendar day, `0001-01-01` to `9999-12-31`.
pub(crate) fn is_date(text: &str) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return false };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    let (year, month, day) = (number(&digits[..4]), number(&digits[4..6]), number(&digits[6..]));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return false,
    };
    year > 0 && (1..=days).contains(&day)
}
