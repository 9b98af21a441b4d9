//! Positions in a body in bytes ([S12](crate::guide::contract#S12)).

use core::num::NonZeroUsize;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A position in a body that was read from bytes ([S12](crate::guide::contract#S12)).
///
/// It is the position of the first byte of the invalid value. For `duplicate` it is that of the second name, for
/// `required` the closing brace of the object, and for `malformed_json` the byte at which the text stops being JSON.
/// For an [`UnknownProperty`](crate::UnknownProperty) it is that of the name.
///
/// ```
/// use customer_schema::FullName;
///
/// let json = b"{\n  \"FirstName\": \"\",\n  \"LastName\": \"King\"\n}";
/// let report = FullName::from_json(json).unwrap_err();
/// let position = report.iter().next().and_then(|violation| violation.position()).unwrap();
/// assert_eq!((position.offset, position.line, position.column), (17, 2, 16));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Position {
    /// The offset in bytes, from 0.
    pub offset: usize,
    /// The line, from 1. A line ends with a line feed.
    pub line: usize,
    /// The column in bytes, from 1.
    pub column: usize,
}

/// Writes a map of `offset`, `line` and `column`.
impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("offset", &self.offset)?;
        map.serialize_entry("line", &self.line)?;
        map.serialize_entry("column", &self.column)?;
        map.end()
    }
}

/// The offset in bytes of something that was read. One word.
#[derive(Clone, Copy)]
pub(crate) struct Offset(Option<NonZeroUsize>);

impl Offset {
    /// Nothing was read.
    pub(crate) const NONE: Self = Self(None);
    /// The source has no offsets. As an offset it is greater than the length of any slice.
    pub(crate) const UNKNOWN: Self = Self::new(!1);

    #[inline]
    pub(crate) const fn new(offset: usize) -> Self {
        // No slice is long enough for the offset `usize::MAX`.
        Self(NonZeroUsize::new(!offset))
    }

    #[inline(always)]
    pub(crate) const fn is_some(self) -> bool {
        self.0.is_some()
    }

    #[inline]
    pub(crate) const fn get(self) -> Option<usize> {
        match self.0 {
            Some(offset) if offset.get() > 1 => Some(!offset.get()),
            _ => None,
        }
    }

    /// The position in a body of one line.
    #[inline]
    pub(crate) fn position_in_line(self) -> Option<Position> {
        self.get().map(|offset| Position { offset, line: 1, column: offset + 1 })
    }
}

/// Finds lines and columns of offsets, in linear time while offsets grow. For an offset in an earlier line, it starts
/// again. Only a violation of [R21](crate::guide::contract#R21) has such an offset, and a body has at most one.
pub(crate) struct Lines<'b> {
    body: &'b [u8],
    line: usize,
    /// The offset at which the line starts.
    start: usize,
    /// Lines are counted up to this offset.
    at: usize,
}

impl<'b> Lines<'b> {
    pub(crate) const fn new(body: &'b [u8]) -> Self {
        Self { body, line: 1, start: 0, at: 0 }
    }

    pub(crate) fn position(&mut self, offset: usize) -> Position {
        if offset < self.start {
            *self = Self::new(self.body);
        }
        let between = self.body.get(self.at..offset).unwrap_or_default();
        let line_feeds = count_line_feeds(between);
        if line_feeds > 0 {
            self.line += line_feeds;
            self.start = self.at + between.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        }
        self.at = self.at.max(offset);
        Position { offset, line: self.line, column: offset - self.start + 1 }
    }
}

/// In blocks whose count fits into a byte: the compiler turns the loop over one into vector instructions.
fn count_line_feeds(bytes: &[u8]) -> usize {
    let of_block = |block: &[u8]| usize::from(block.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>());
    bytes.chunks(u8::MAX.into()).map(of_block).sum()
}
