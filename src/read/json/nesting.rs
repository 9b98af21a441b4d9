//! The containers that are open while a value is skipped.

use alloc::vec::Vec;

use crate::JsonType;

/// The open containers, one bit each. A deep value costs an allocation for each further 64 levels at most.
#[derive(Default)]
pub(super) struct Nesting {
    depth: usize,
    /// Whether each of the innermost containers is an object, the innermost one in the lowest bit.
    is_object: u64,
    /// The same of those around them.
    outer: Vec<u64>,
}

impl Nesting {
    #[inline]
    pub(super) fn push(&mut self, container: JsonType) {
        if self.is_at_word() {
            self.outer.push(self.is_object);
        }
        self.is_object = self.is_object << 1 | u64::from(container == JsonType::Object);
        self.depth += 1;
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
