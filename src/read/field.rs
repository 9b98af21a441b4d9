//! The state of one property while its object is read.

use crate::report::{ErrorGuaranteed, Offset};

/// The state of one property: its first value, the violation in it, and whether it was repeated. `R` is
/// [`Value::Raw`](super::Value::Raw).
pub(crate) struct Field<R> {
    pub(super) value: Option<R>,
    pub(super) violation: Option<ErrorGuaranteed>,
    pub(super) duplicate: Option<ErrorGuaranteed>,
    /// The offset of the first value, [`Offset::NONE`] until it is read.
    pub(super) offset: Offset,
}

impl<R> Default for Field<R> {
    #[inline(always)]
    fn default() -> Self {
        Self { value: None, violation: None, duplicate: None, offset: Offset::NONE }
    }
}

impl<R> Field<R> {
    #[inline(always)]
    pub(crate) fn set(&mut self, value: R) {
        self.value = Some(value);
    }

    /// Inserts a default value, to be read in place: moving a large one costs more than reading it.
    #[inline(always)]
    pub(crate) fn insert_default(&mut self) -> &mut R
    where
        R: Default,
    {
        self.value.insert(R::default())
    }

    #[inline(always)]
    pub(crate) fn reject(&mut self, violation: ErrorGuaranteed) {
        self.violation = Some(violation);
    }

    #[inline(always)]
    pub(crate) const fn offset(&self) -> Offset {
        self.offset
    }

    #[inline(always)]
    pub(crate) const fn violation(&self) -> Option<ErrorGuaranteed> {
        self.violation
    }

    /// The first value, if it is valid.
    #[inline(always)]
    pub(crate) const fn valid(&self) -> Option<&R> {
        if self.violation.is_none() { self.value.as_ref() } else { None }
    }

    /// The value, if it is valid and the only one.
    #[inline(always)]
    pub(crate) const fn valid_unique(&self) -> Option<&R> {
        if self.duplicate.is_none() { self.valid() } else { None }
    }
}
