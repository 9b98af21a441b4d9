//! Sources of tokens.

use super::Content;
use crate::report::Offset;
use crate::{JsonType, Property};

/// A source of tokens: JSON text, or a [`Tape`](super::Tape) of a value from serde or a draft.
///
/// The reader asks for the token that it expects, so the usual path has no dispatch. `'a` is the lifetime of
/// texts: they are part of the input, or in an arena.
pub(crate) trait Source<'a> {
    /// The error that ends the reading: the text stops being JSON. A tape is never malformed, so its error is
    /// uninhabited.
    type Error;

    /// Whether the next value is of this type.
    fn is(&mut self, json_type: JsonType) -> bool;

    /// The type of the next value, `None` if JSON does not have it. If the text is malformed, skipping the value
    /// fails.
    fn json_type(&mut self) -> Option<JsonType>;

    /// The offset of the next token, after [`is`](Self::is), [`enter`](Self::enter) or [`more`](Self::more).
    fn offset(&self) -> Offset;

    /// Takes the start of an array or object. `false` if it is empty; then its end is taken as well.
    fn enter(&mut self, container: JsonType) -> bool;

    /// Whether another value follows in an array or object. If not, takes its end.
    fn more(&mut self, container: JsonType) -> Result<bool, Self::Error>;

    /// The offset of the end that was just taken.
    fn end_offset(&self) -> Offset;

    /// Takes the name of a property if it comes next: `quoted` is `"Name":` with quotes and colon, `index` its index
    /// in the table of the object.
    fn take_name(&mut self, index: usize, quoted: &'static str) -> bool;

    /// Takes any name. `None` if it is not in the table.
    fn find_name(&mut self, properties: &'static [Property]) -> Result<Option<usize>, Self::Error>;

    /// Takes a string of `len` bytes if it comes next and `check` accepts it. `check` accepts no text that has to be
    /// escaped in JSON.
    #[inline(always)]
    fn text_of_len<R>(&mut self, _len: usize, _check: impl FnOnce(&'a str) -> Option<R>) -> Option<R> {
        None
    }

    /// Takes a string.
    fn text(&mut self) -> Result<Content<'a>, Self::Error>;

    /// Takes a value of any type. If it is a string, `is_strict` decides whether a lone surrogate makes it malformed
    /// ([S5](crate::guide::contract#S5)).
    fn skip(&mut self, is_strict: bool) -> Result<(), Self::Error>;
}
