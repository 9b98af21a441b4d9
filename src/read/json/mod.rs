//! A scanner of JSON text (RFC 8259), as a source of tokens. It knows JSON and tables of names.
//!
//! No known parser gives positions and skips numbers of any size and lone surrogates in one pass
//! ([S5](crate::guide::contract#S5)). `benches` compares the speed.
//!
//! There is no recursion. It allocates only for strings with escapes that are kept, and for skipped values nested
//! deeper than a word has bits. `at` is the offset of the next byte; after [`Malformed`] it is the offset of the byte
//! at which the text stops being JSON.

mod nesting;
mod skip;
mod string;

use bumpalo::Bump;

use super::{Content, Source};
use crate::report::Offset;
use crate::{JsonType, MalformedCause, Property};

pub(crate) struct Json<'a> {
    text: &'a str,
    at: usize,
    /// Whether bytes that are not UTF-8 follow the text.
    is_cut: bool,
    /// Whether the text is malformed because of a lone surrogate escape, at `at`.
    is_lone_surrogate: bool,
    /// Whether a line feed was passed. JSON allows line feeds only in white space.
    has_line_feed: bool,
    /// Holds the contents of strings with escapes that are kept. Without it, they are returned with their escapes.
    arena: Option<&'a Bump>,
}

/// The text stops being JSON, at [`Json::offset`] and for [`Json::cause`].
#[derive(Clone, Copy, Debug)]
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
            _ => self.has_type(json_type),
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

    // One copy for all objects: most names are predicted.
    #[inline(never)]
    fn find_name(&mut self, properties: &'static [Property]) -> Result<Option<usize>, Malformed> {
        let name = self.name()?;
        Ok(properties.iter().position(|property| name.is(property.name)))
    }

    #[inline(always)]
    fn text_of_len<R>(&mut self, len: usize, check: impl FnOnce(&'a str) -> Option<R>) -> Option<R> {
        let start = self.at + 1;
        let end = start + len;
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let value = check(self.text.get(start..end)?)?;
        self.at = end;
        // The quotation mark.
        self.at += 1;
        Some(value)
    }

    #[inline(always)]
    fn text(&mut self) -> Result<Content<'a>, Malformed> {
        self.content(true)
    }

    #[inline(always)]
    fn skip(&mut self, is_strict: bool) -> Result<(), Malformed> {
        self.skip_value(is_strict)
    }
}

const fn closing(container: JsonType) -> u8 {
    if let JsonType::Array = container { b']' } else { b'}' }
}

impl<'a> Json<'a> {
    /// Scans `text`. `is_cut`: whether bytes that are not UTF-8 follow it in the input.
    #[inline(always)]
    pub(crate) const fn new(text: &'a str, is_cut: bool, arena: Option<&'a Bump>) -> Self {
        Self { text, at: 0, is_cut, is_lone_surrogate: false, has_line_feed: false, arena }
    }

    /// The general path of [`is`](Source::is). No property of the contract needs it.
    fn has_type(&mut self, json_type: JsonType) -> bool {
        self.json_type() == Some(json_type)
    }

    /// Takes any name and its colon.
    #[inline(always)]
    fn name(&mut self) -> Result<Content<'a>, Malformed> {
        if self.peek() != b'"' {
            return Err(Malformed);
        }
        let name = self.content(false)?;
        self.expect(b':')?;
        Ok(name)
    }

    /// Takes any name and its colon. Returns whether it is `expected`. A name with a lone surrogate is not.
    pub(crate) fn name_is(&mut self, expected: &str) -> Result<bool, Malformed> {
        let start = self.at;
        match self.name() {
            Err(Malformed) if self.is_lone_surrogate => {
                self.at = start;
                self.is_lone_surrogate = false;
                self.skip_name()?;
                Ok(false)
            }
            name => Ok(name?.is(expected)),
        }
    }

    /// Whether a line feed was passed.
    #[inline]
    pub(crate) const fn has_line_feed(&self) -> bool {
        self.has_line_feed
    }

    /// Whether nothing but white space follows.
    #[inline(always)]
    pub(crate) fn is_at_end(&mut self) -> bool {
        _ = self.peek();
        self.at == self.text.len()
    }

    /// The cause for which the text is malformed ([S5](crate::guide::contract#S5)).
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
        while let byte @ (b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.has_line_feed |= byte == b'\n';
            self.at += 1;
        }
        self.byte()
    }

    /// Takes a byte behind white space.
    #[inline(always)]
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.peek() != byte {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes `expected` if it comes next, byte for byte.
    #[inline(always)]
    fn take(&mut self, expected: &[u8]) -> bool {
        let end = self.at + expected.len();
        let is_next = self.text.as_bytes().get(self.at..end) == Some(expected);
        if is_next {
            self.at = end;
        }
        is_next
    }
}
