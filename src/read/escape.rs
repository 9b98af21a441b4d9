//! The escapes of JSON strings (RFC 8259, section 7).

use core::fmt::Write;

use super::string_end::string_end;

/// The parts of a string, from an offset within it on.
pub(super) struct Parts<'a> {
    text: &'a str,
    at: usize,
    /// Whether bytes that are not UTF-8 follow the text.
    is_cut: bool,
}

/// A part of the content of a string.
pub(super) enum Part<'a> {
    Plain(&'a str),
    /// The character of an escape.
    Character(char),
}

impl Part<'_> {
    /// Writing to `out` must not fail.
    #[inline(always)]
    pub(super) fn write_to(self, out: &mut impl Write) {
        _ = match self {
            Self::Plain(text) => out.write_str(text),
            Self::Character(c) => out.write_char(c),
        };
    }

    /// The rest of a text that starts with the part.
    #[inline(always)]
    pub(super) fn strip_from(self, text: &str) -> Option<&str> {
        match self {
            Self::Plain(part) => text.strip_prefix(part),
            Self::Character(c) => text.strip_prefix(c),
        }
    }
}

/// The string stops being JSON.
pub(super) struct Invalid {
    /// The offset of the byte at which it does.
    pub(super) at: usize,
    /// Whether that byte starts the escape of a lone surrogate.
    pub(super) is_lone_surrogate: bool,
}

impl<'a> Parts<'a> {
    pub(super) const fn new(text: &'a str, at: usize, is_cut: bool) -> Self {
        Self { text, at, is_cut }
    }

    /// The offset of the next part, behind the closing quote after the last one.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Takes a part. `None` at the closing quote, which is taken.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Result<Option<Part<'a>>, Invalid> {
        match self.byte() {
            b'\\' => match self.character_escape() {
                Some(c) => Ok(Some(Part::Character(c))),
                None => self.escape().map(Part::Character).map(Some),
            },
            b'"' => {
                self.at += 1;
                Ok(None)
            }
            0..0x20 => Err(self.invalid()),
            _ => {
                let start = self.at;
                self.at = string_end(self.text.as_bytes(), start);
                Ok(self.text.get(start..self.at).map(Part::Plain))
            }
        }
    }

    /// The next byte, 0 at the end.
    #[inline(always)]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
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
    fn escape(&mut self) -> Result<char, Invalid> {
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
            _ => return Err(self.invalid()),
        };
        self.at += 1;
        Ok(c)
    }

    /// The character of two escapes. The first one, `unit`, is a surrogate, starts at `start` and has been taken. If
    /// the text ends before they are complete, it ends too early, unless it is cut: then the first one is alone.
    #[cold]
    fn surrogate_pair(&mut self, start: usize, unit: u32) -> Result<char, Invalid> {
        let lone = Invalid { at: start, is_lone_surrogate: true };
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_pair = |byte: usize| rest.get(byte).is_none_or(|byte_at| is_of_low_surrogate(byte, *byte_at));
        if unit < 0xDC00 && (0..6).all(is_pair) && (rest.len() >= 6 || !self.is_cut) {
            self.at = (self.at + 2).min(self.text.len());
            let low = self.four_digits()?;
            return char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00)).ok_or(lone);
        }
        Err(lone)
    }

    /// Takes the digits of a `\u` escape.
    #[inline(always)]
    fn four_digits(&mut self) -> Result<u32, Invalid> {
        let unit = four_digits(self.text, self.at).map_err(|at| Invalid { at, is_lone_surrogate: false })?;
        self.at += 4;
        Ok(unit)
    }

    const fn invalid(&self) -> Invalid {
        Invalid { at: self.at, is_lone_surrogate: false }
    }
}

/// The value of the four hexadecimal digits at `at`. Fails with the offset of the byte that is not one, or of the end.
#[inline(always)]
pub(super) fn four_digits(text: &str, at: usize) -> Result<u32, usize> {
    let digits = text.as_bytes().get(at..).and_then(<[u8]>::first_chunk);
    digits.and_then(|digits| code_unit(*digits)).ok_or_else(|| first_non_digit(text, at))
}

#[cold]
fn first_non_digit(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_hexdigit()).count()
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
