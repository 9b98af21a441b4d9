//! The containers that are open while a value is skipped.

use alloc::vec::Vec;

use crate::JsonType;

/// The open containers, one bit each.
pub(super) struct Nesting {
    depth: usize,
    /// Whether each of the innermost containers is an object, the innermost one in the lowest bit.
    is_object: u64,
    /// The same of those around them.
    outer: Vec<u64>,
    /// The greatest depth that is possible: the number of bytes in which containers can open.
    most: usize,
}

impl Nesting {
    #[inline]
    pub(super) const fn new(most: usize) -> Self {
        Self { depth: 0, is_object: 0, outer: Vec::new(), most }
    }

    #[inline]
    pub(super) fn push(&mut self, container: JsonType) {
        if self.is_at_word() {
            self.push_word();
        }
        self.is_object = self.is_object << 1 | u64::from(container == JsonType::Object);
        self.depth += 1;
    }

    #[cold]
    fn push_word(&mut self) {
        // While a vector doubles, it takes up to three times as much as it needs. At a quarter of the most, this one
        // takes the most instead.
        let most = self.most / u64::BITS as usize;
        let len = self.outer.len();
        if len == self.outer.capacity() && len >= most / 4 {
            self.outer.reserve_exact(most.saturating_sub(len));
        }
        self.outer.push(self.is_object);
    }

    /// The innermost container.
    #[inline]
    pub(super) const fn last(&self) -> Option<JsonType> {
        match (self.depth, self.is_object & 1) {
            (0, _) => None,
            (_, 0) => Some(JsonType::Array),
            (_, _) => Some(JsonType::Object),
        }
    }

    #[inline]
    pub(super) fn pop(&mut self) {
        self.is_object >>= 1;
        self.depth -= 1;
        if self.is_at_word() {
            self.is_object = self.outer.pop().unwrap_or_default();
        }
    }

    /// Whether all bits of `is_object` count, so that the next container needs another word.
    #[inline]
    const fn is_at_word(&self) -> bool {
        self.depth > 0 && self.depth & (u64::BITS as usize - 1) == 0
    }
}
