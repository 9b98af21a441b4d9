//! A scanner of JSON text (RFC 8259), as a source of tokens. It knows nothing of customers.
//!
//! It is ours because reading a customer is what this crate exists for, and no parser at hand gives positions, skips
//! numbers of any size and lone surrogates in one pass (S5), or is as fast: `benches` has the comparison.
//!
//! There is no recursion. It allocates only for strings with escapes, and for skipped values nested deeper than
//! [`Nesting`] has bits in a word. `at` is the offset of the next byte; after [`Malformed`] it is the offset of the byte
//! at which the text stops being JSON.

use alloc::string::String;

use bumpalo::Bump;

use super::nesting::Nesting;
use super::source::Source;
use super::string_end::string_end;
use crate::report::Offset;
use crate::{JsonType, MalformedCause, Property};

pub(crate) struct Json<'a> {
    text: &'a str,
    at: usize,
    /// Whether bytes that are not UTF-8 follow the text.
    is_cut: bool,
    /// Whether the text is malformed for a lone surrogate escape, at `at`.
    is_lone_surrogate: bool,
    /// Where strings with escapes are put together before they go to the arena.
    unescaped: String,
    arena: &'a Bump,
}

/// The text stops being JSON, at [`Json::offset`] and for [`Json::cause`].
#[derive(Debug)]
pub(crate) struct Malformed;

impl<'a> Source<'a> for Json<'a> {
    type Error = Malformed;

    #[inline(always)]
    fn is(&mut self, json_type: JsonType) -> bool {
        let byte = self.peek();
        match json_type {
            JsonType::String => byte == b'"',
            JsonType::Object => byte == b'{',
            JsonType::Array => byte == b'[',
            JsonType::Boolean => matches!(byte, b't' | b'f'),
            JsonType::Null => byte == b'n',
            JsonType::Number => matches!(byte, b'-' | b'0'..=b'9'),
        }
    }

    fn json_type(&mut self) -> Option<JsonType> {
        Some(match self.peek() {
            b'"' => JsonType::String,
            b'{' => JsonType::Object,
            b'[' => JsonType::Array,
            b't' | b'f' => JsonType::Boolean,
            b'n' => JsonType::Null,
            _ => JsonType::Number,
        })
    }

    #[inline(always)]
    fn offset(&self) -> Offset {
        Offset::new(self.at)
    }

    #[inline(always)]
    fn enter(&mut self, container: JsonType) -> bool {
        self.at += 1;
        let is_empty = self.peek() == closing(container);
        self.at += usize::from(is_empty);
        !is_empty
    }

    #[inline(always)]
    fn more(&mut self, container: JsonType) -> Result<bool, Malformed> {
        let byte = self.peek();
        if byte == b',' {
            self.at += 1;
            // `offset` is that of the next token.
            _ = self.peek();
            return Ok(true);
        }
        if byte != closing(container) {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(false)
    }

    #[inline(always)]
    fn end_offset(&self) -> Offset {
        Offset::new(self.at - 1)
    }

    #[inline(always)]
    fn take_name(&mut self, _: usize, quoted: &'static str) -> bool {
        self.take(quoted.as_bytes())
    }

    #[inline(always)]
    fn find_name(&mut self, properties: &'static [Property]) -> Result<Option<usize>, Malformed> {
        let name = self.name()?;
        Ok(properties.iter().position(|property| property.name == name))
    }

    #[inline(always)]
    fn text_of_len<R>(&mut self, len: usize, check: impl FnOnce(&'a str) -> Option<R>) -> Option<R> {
        let start = self.at + 1;
        let end = start + len;
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let value = check(self.text.get(start..end)?)?;
        self.at = end + 1;
        Some(value)
    }

    #[inline(always)]
    fn text(&mut self) -> Result<&'a str, Malformed> {
        self.at += 1;
        match self.plain_text() {
            Some(text) => Ok(text),
            None => self.text_with_escapes(),
        }
    }

    fn skip(&mut self) -> Result<(), Malformed> {
        self.skip_value()
    }
}

const fn closing(container: JsonType) -> u8 {
    if let JsonType::Array = container { b']' } else { b'}' }
}

impl<'a> Json<'a> {
    /// Scans `text`. `is_cut` says that the input goes on behind it with bytes that are not UTF-8.
    #[inline(always)]
    pub(crate) const fn new(text: &'a str, is_cut: bool, arena: &'a Bump) -> Self {
        Self { text, at: 0, is_cut, is_lone_surrogate: false, unescaped: String::new(), arena }
    }

    /// Takes any name and its colon.
    pub(crate) fn name(&mut self) -> Result<&'a str, Malformed> {
        if self.peek() != b'"' {
            return Err(Malformed);
        }
        let name = self.text()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// Takes any name and its colon, and says whether it is `expected`. A lone surrogate makes it another name.
    pub(crate) fn name_is(&mut self, expected: &str) -> Result<bool, Malformed> {
        let start = self.at;
        match self.name() {
            Err(Malformed) if self.is_lone_surrogate => {
                self.at = start;
                self.is_lone_surrogate = false;
                self.skip_name()?;
                Ok(false)
            }
            name => Ok(name? == expected),
        }
    }

    /// Takes a name with its colon as an unknown one, whatever its escapes stand for.
    #[inline(always)]
    fn skip_name(&mut self) -> Result<(), Malformed> {
        self.expect(b'"')?;
        self.skip_text()?;
        self.expect(b':')
    }

    /// Whether nothing but white space follows.
    #[inline(always)]
    pub(crate) fn is_at_end(&mut self) -> bool {
        _ = self.peek();
        self.at == self.text.len()
    }

    /// Why the text is malformed where it is (S5). A text that is cut has no end here.
    pub(crate) fn cause(&self) -> MalformedCause {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        if self.is_lone_surrogate {
            MalformedCause::LoneSurrogate
        } else if self.at < self.text.len() {
            let is_bom = self.at == 0 && self.text.starts_with('\u{FEFF}');
            if is_bom { MalformedCause::ByteOrderMark } else { MalformedCause::UnexpectedByte }
        } else if self.is_cut {
            MalformedCause::NotUtf8
        } else if before.iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')) {
            MalformedCause::Empty
        } else {
            MalformedCause::UnexpectedEnd
        }
    }

    /// The next byte that is not white space, without taking it. 0 at the end: no token begins with it.
    #[inline(always)]
    fn peek(&mut self) -> u8 {
        let byte = self.byte();
        if byte > b' ' { byte } else { self.peek_after_white_space() }
    }

    /// The next byte, 0 at the end.
    #[inline(always)]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    #[inline(always)]
    fn peek_after_white_space(&mut self) -> u8 {
        // One space is most frequent.
        if self.byte() == b' ' {
            self.at += 1;
        }
        let byte = self.byte();
        if byte > b' ' { byte } else { self.peek_after_long_white_space() }
    }

    #[inline(never)]
    fn peek_after_long_white_space(&mut self) -> u8 {
        while let b' ' | b'\n' | b'\t' | b'\r' = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.peek() != byte {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes `expected` if it comes next, byte for byte.
    #[inline(always)]
    fn take(&mut self, expected: &[u8]) -> bool {
        let is_next = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(expected));
        if is_next {
            self.at += expected.len();
        }
        is_next
    }

    /// The string whose opening quote has been taken, if it has no escapes.
    #[inline(always)]
    fn plain_text(&mut self) -> Option<&'a str> {
        let end = string_end(self.text.as_bytes(), self.at);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let text = self.text.get(self.at..end)?;
        self.at = end + 1;
        Some(text)
    }

    /// A string with escapes, whose opening quote has been taken.
    #[cold]
    #[inline(never)]
    fn text_with_escapes(&mut self) -> Result<&'a str, Malformed> {
        self.unescaped.clear();
        self.unescaped.reserve(64);
        loop {
            let end = string_end(self.text.as_bytes(), self.at);
            self.unescaped.push_str(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
            // Writers that keep to ASCII escape one character after the other.
            while self.byte() == b'\\' {
                let c = self.escape()?;
                self.unescaped.push(c);
            }
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(self.arena.alloc_str(&self.unescaped));
                }
                0..0x20 => return Err(Malformed),
                _ => {}
            }
        }
    }

    /// The character that an escape stands for.
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

    /// The character of two escapes. The first one, `unit`, is a surrogate, starts at `start` and has been taken. Where the
    /// text ends and could still become a pair, it ends too early.
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
    fn four_digits(&mut self) -> Result<u32, Malformed> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = HEX.get(usize::from(self.byte())).copied().unwrap_or(NO_DIGIT);
            if digit == NO_DIGIT {
                return Err(Malformed);
            }
            unit = unit << 4 | u32::from(digit);
            self.at += 1;
        }
        Ok(unit)
    }

    /// Takes the rest of a string, whatever its escapes stand for.
    #[inline(always)]
    fn skip_text(&mut self) -> Result<(), Malformed> {
        loop {
            self.at = string_end(self.text.as_bytes(), self.at);
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => {
                    self.at += 1;
                    if !matches!(self.byte(), b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' | b'u') {
                        return Err(Malformed);
                    }
                    self.at += 1;
                    if self.text.as_bytes().get(self.at - 1) == Some(&b'u') {
                        self.four_digits()?;
                    }
                }
                _ => return Err(Malformed),
            }
        }
    }

    /// Takes a value of any type, however deep it is.
    fn skip_value(&mut self) -> Result<(), Malformed> {
        let mut nesting = Nesting::default();
        loop {
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    self.skip_text()?;
                }
                b'{' => {
                    if self.enter(JsonType::Object) {
                        nesting.push(JsonType::Object);
                        self.skip_name()?;
                        continue;
                    }
                }
                b'[' => {
                    if self.enter(JsonType::Array) {
                        nesting.push(JsonType::Array);
                        continue;
                    }
                }
                _ => self.skip_scalar()?,
            }
            loop {
                let Some(container) = nesting.last() else { return Ok(()) };
                if self.more(container)? {
                    if let JsonType::Object = container {
                        self.skip_name()?;
                    }
                    break;
                }
                nesting.pop();
            }
        }
    }

    /// Takes a number, `true`, `false` or `null`.
    #[inline(never)]
    fn skip_scalar(&mut self) -> Result<(), Malformed> {
        match self.byte() {
            b't' => self.skip_literal(b"true"),
            b'f' => self.skip_literal(b"false"),
            b'n' => self.skip_literal(b"null"),
            _ => self.skip_number(),
        }
    }

    fn skip_literal(&mut self, literal: &[u8]) -> Result<(), Malformed> {
        for byte in literal {
            if self.byte() != *byte {
                return Err(Malformed);
            }
            self.at += 1;
        }
        Ok(())
    }

    fn skip_number(&mut self) -> Result<(), Malformed> {
        self.at += usize::from(self.byte() == b'-');
        if self.byte() == b'0' {
            self.at += 1;
        } else {
            self.skip_digits()?;
        }
        if self.byte() == b'.' {
            self.at += 1;
            self.skip_digits()?;
        }
        if let b'e' | b'E' = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), b'+' | b'-'));
            self.skip_digits()?;
        }
        Ok(())
    }

    /// Takes digits, at least one.
    fn skip_digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Malformed) }
    }
}

/// Whether a byte can stand at an index of the escape of a low surrogate, `\\uDC00` to `\\uDFFF`.
const fn is_of_low_surrogate(index: usize, byte: u8) -> bool {
    match index {
        0 => byte == b'\\',
        1 => byte == b'u',
        2 => matches!(byte, b'D' | b'd'),
        3 => matches!(byte, b'C'..=b'F' | b'c'..=b'f'),
        _ => byte.is_ascii_hexdigit(),
    }
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
