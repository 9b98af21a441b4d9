//! A recorded value, from serde or a draft, as a source of tokens.

use alloc::vec::Vec;
use core::convert::Infallible;

use super::{Content, Source};
use crate::report::Offset;
use crate::{JsonType, Property};

/// A value as tokens. Nothing in it is malformed, and it has no offsets.
///
/// It records only what the rules need. It has no unknown properties, only the fact that a property is repeated, and
/// only the type of a value of a wrong type. Names are indexes of properties, so a value takes one token, and an object
/// or array that is not empty takes a second one for its end.
pub(crate) struct Tape<'a> {
    tokens: Vec<Token>,
    texts: Vec<&'a str>,
    at: usize,
}

/// A token, in 8 bytes.
#[derive(Clone, Copy)]
struct Token {
    kind: TokenKind,
    /// The index of the property whose value it is. Elements of arrays have none.
    property: u8,
    /// The index of a text; 1 for an object or array that is not empty, otherwise 0.
    payload: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    Value(JsonType),
    /// A value of a type that JSON does not have.
    Other,
    /// The end of an object or array that is not empty.
    End,
}

const _: () = assert!(size_of::<Token>() == 8);

impl Token {
    const END: Self = Self { kind: TokenKind::End, property: u8::MAX, payload: 0 };
}

/// The index of the property whose value is recorded.
#[derive(Clone, Copy)]
pub(crate) struct PropertyIndex(u8);

impl PropertyIndex {
    /// An element of an array, or the value as a whole.
    pub(crate) const NONE: Self = Self(u8::MAX);

    /// The macro asserts that no table has as many properties as a `u8` can count.
    pub(crate) const fn of(index: usize) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "tables are shorter")]
        Self(index as u8)
    }
}

impl<'a> Tape<'a> {
    /// Most customers need fewer tokens.
    const USUAL: usize = 32;

    pub(crate) fn new() -> Self {
        Self { tokens: Vec::with_capacity(Self::USUAL), texts: Vec::with_capacity(Self::USUAL), at: 0 }
    }

    #[inline]
    fn push(&mut self, property: PropertyIndex, kind: TokenKind, payload: usize) {
        // A value after four billion texts is refused.
        let token = match u32::try_from(payload) {
            Ok(payload) => Token { kind, property: property.0, payload },
            Err(_) => Token { kind: TokenKind::Other, property: property.0, payload: 0 },
        };
        self.tokens.push(token);
    }

    #[inline]
    pub(crate) fn push_text(&mut self, property: PropertyIndex, text: &'a str) {
        self.push(property, TokenKind::Value(JsonType::String), self.texts.len());
        self.texts.push(text);
    }

    /// Records the type of a value alone. `None` is a type that JSON does not have.
    pub(crate) fn push_type(&mut self, property: PropertyIndex, json_type: Option<JsonType>) {
        self.push(property, json_type.map_or(TokenKind::Other, TokenKind::Value), 0);
    }

    /// Starts an object or array, to be ended by [`end`](Self::end) with what is returned here.
    pub(super) fn start(&mut self, property: PropertyIndex, container: JsonType) -> usize {
        self.push(property, TokenKind::Value(container), 0);
        self.tokens.len()
    }

    pub(super) fn end(&mut self, start: usize) {
        if self.tokens.len() == start {
            return;
        }
        self.tokens.push(Token::END);
        if let Some(token) = self.tokens.get_mut(start - 1) {
            token.payload = 1;
        }
    }

    /// Records an object or array. `fill` records its values.
    pub(crate) fn container(&mut self, property: PropertyIndex, container: JsonType, fill: impl FnOnce(&mut Self)) {
        let start = self.start(property, container);
        fill(self);
        self.end(start);
    }

    /// Drops an object that was started, with its values.
    pub(super) fn cancel(&mut self, start: usize) {
        self.tokens.truncate(start - 1);
    }

    #[inline]
    fn peek(&self) -> Token {
        self.tokens.get(self.at).copied().unwrap_or(Token::END)
    }
}

impl<'a> Source<'a> for Tape<'a> {
    type Error = Infallible;

    #[inline]
    fn is(&mut self, json_type: JsonType) -> bool {
        self.peek().kind == TokenKind::Value(json_type)
    }

    fn json_type(&mut self) -> Option<JsonType> {
        if let TokenKind::Value(json_type) = self.peek().kind { Some(json_type) } else { None }
    }

    #[inline]
    fn offset(&self) -> Offset {
        Offset::UNKNOWN
    }

    #[inline]
    fn enter(&mut self, _: JsonType) -> bool {
        let is_empty = self.peek().payload == 0;
        self.at += 1;
        !is_empty
    }

    #[inline]
    fn more(&mut self, _: JsonType) -> Result<bool, Infallible> {
        let is_end = self.peek().kind == TokenKind::End;
        self.at += usize::from(is_end);
        Ok(!is_end)
    }

    #[inline]
    fn end_offset(&self) -> Offset {
        Offset::UNKNOWN
    }

    #[inline]
    fn take_name(&mut self, index: usize, _: &'static str) -> bool {
        usize::from(self.peek().property) == index
    }

    #[inline]
    fn find_name(&mut self, _: &'static [Property]) -> Result<Option<usize>, Infallible> {
        Ok(Some(usize::from(self.peek().property)))
    }

    #[inline]
    fn text(&mut self) -> Result<Content<'a>, Infallible> {
        let index = self.peek().payload as usize;
        self.at += 1;
        Ok(Content::plain(self.texts.get(index).copied().unwrap_or_default()))
    }

    /// A value that is skipped is of a wrong type or repeated, and has no tokens in it.
    fn skip(&mut self, _: bool) -> Result<(), Infallible> {
        self.at += 1;
        Ok(())
    }
}
