//! Strings with escapes.

use super::string_end::string_end;
use super::{Json, Malformed};

impl<'a> Json<'a> {
    /// A string with escapes, whose opening quote has been taken. `end` is the end of its plain part.
    #[cold]
    #[inline(never)]
    pub(super) fn text_with_escapes(&mut self, mut end: usize) -> Result<&'a str, Malformed> {
        // In the arena from the start: the text is returned from there.
        let mut text = bumpalo::collections::String::with_capacity_in(64, self.arena);
        loop {
            text.push_str(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
            // Writers that keep to ASCII escape one character after the other.
            while self.byte() == b'\\' {
                let c = match self.character_escape() {
                    Some(c) => c,
                    None => self.escape()?,
                };
                text.push(c);
            }
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    // Many short strings would keep several times the memory of the body.
                    text.shrink_to_fit();
                    return Ok(text.into_bump_str());
                }
                0..0x20 => return Err(Malformed),
                _ => end = string_end(self.text.as_bytes(), self.at),
            }
        }
    }

    /// Takes a `\u` escape that is a character on its own, the most frequent one.
    #[inline(always)]
    fn character_escape(&mut self) -> Option<char> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let [b'\\', b'u', digits @ ..] = rest.first_chunk::<6>()? else { return None };
        let c = char::from_u32(code_unit(*digits)?)?;
        self.at += 6;
        Some(c)
    }

    /// Takes an escape and returns its character.
    #[inline(always)]
    fn escape(&mut self) -> Result<char, Malformed> {
        let start = self.at;
        self.at += 1;
        let c = match self.byte() {
            c @ (b'"' | b'\\' | b'/') => char::from(c),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                let unit = self.four_digits()?;
                return match char::from_u32(unit) {
                    Some(c) => Ok(c),
                    None => self.surrogate_pair(start, unit),
                };
            }
            _ => return Err(Malformed),
        };
        self.at += 1;
        Ok(c)
    }

    /// The character of two escapes. The first one, `unit`, is a surrogate, starts at `start` and has been taken. If
    /// the text ends but could still be continued to a pair, it ends too early.
    #[cold]
    fn surrogate_pair(&mut self, start: usize, unit: u32) -> Result<char, Malformed> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_pair = |byte: usize| rest.get(byte).is_none_or(|byte_at| is_of_low_surrogate(byte, *byte_at));
        if unit < 0xDC00 && (0..6).all(is_pair) && (rest.len() >= 6 || !self.is_cut) {
            self.at = (self.at + 2).min(self.text.len());
            let low = self.four_digits()?;
            return char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00)).ok_or(Malformed);
        }
        self.at = start;
        self.is_lone_surrogate = true;
        Err(Malformed)
    }

    /// Takes the digits of a `\u` escape.
    #[inline(always)]
    pub(super) fn four_digits(&mut self) -> Result<u32, Malformed> {
        let digits = self.text.as_bytes().get(self.at..).and_then(<[u8]>::first_chunk);
        match digits.and_then(|digits| code_unit(*digits)) {
            Some(unit) => {
                self.at += 4;
                Ok(unit)
            }
            None => self.first_non_digit(),
        }
    }

    /// Finds the byte that is not a hexadecimal digit, or the end of the text.
    #[cold]
    fn first_non_digit(&mut self) -> Result<u32, Malformed> {
        while self.byte().is_ascii_hexdigit() {
            self.at += 1;
        }
        Err(Malformed)
    }
}

/// Whether a byte can be at an index in the escape of a low surrogate, `\uDC00` to `\uDFFF`.
const fn is_of_low_surrogate(index: usize, byte: u8) -> bool {
    match index {
        0 => byte == b'\\',
        1 => byte == b'u',
        2 => matches!(byte, b'D' | b'd'),
        3 => matches!(byte, b'C'..=b'F' | b'c'..=b'f'),
        _ => byte.is_ascii_hexdigit(),
    }
}

/// The value of four hexadecimal digits.
#[inline(always)]
fn code_unit(digits: [u8; 4]) -> Option<u32> {
    let [a, b, c, d] = digits.map(|digit| u32::from(HEX.get(usize::from(digit)).copied().unwrap_or(NO_DIGIT)));
    // All in one test: no digit sets a bit above its own four.
    if a | b | c | d <= 0xF { Some((a << 12) + (b << 8) + (c << 4) + d) } else { None }
}

const NO_DIGIT: u8 = u8::MAX;

/// The value of each hexadecimal digit.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const HEX: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        values[b"0123456789ABCDEF"[value as usize] as usize] = value;
        value += 1;
    }
    values
};
