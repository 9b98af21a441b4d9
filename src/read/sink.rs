//! What was found wrong, and the proof that it was written down.

use alloc::vec::Vec;

use super::Place;
use crate::Reason;
use crate::violation::{Violation, Violations};

/// The proof that a violation was reported: only [`Sink::report`] makes one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported(());

/// A value that was read, or the proof that something was wrong with it. Nothing can be refused
/// without a reason, since an `Err` cannot be had in another way.
pub(crate) type Read<T> = Result<T, Reported>;

/// Collects violations, at most [`Violations::MAX_KEPT`] of them, and counts the rest.
#[derive(Default)]
pub(crate) struct Sink {
    kept: Vec<Violation>,
    omitted: usize,
}

/// A state of the sink to which it can go back.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    kept: usize,
    omitted: usize,
}

impl Sink {
    /// Room for what most faulty requests have, so that a report grows in few steps.
    const USUAL: usize = 16;

    #[cold]
    pub(crate) fn report(&mut self, place: &Place<'_>, reason: Reason) -> Reported {
        if self.kept.len() == Violations::MAX_KEPT {
            self.omitted += 1;
            return Reported(());
        }
        if self.kept.is_empty() {
            self.kept.reserve(Self::USUAL);
        }
        // The path is traced where it lies: to copy it takes longer than to find it.
        let violation = self.kept.push_mut(Violation::TEMPLATE);
        violation.reason = reason;
        place.trace(&mut violation.path);
        Reported(())
    }

    #[inline]
    pub(crate) fn check<T>(&mut self, place: &Place<'_>, checked: Result<T, Reason>) -> Read<T> {
        checked.map_err(|reason| self.report(place, reason))
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark { kept: self.kept.len(), omitted: self.omitted }
    }

    /// Forgets what was reported since the mark.
    pub(crate) fn rewind(&mut self, mark: Mark) {
        self.kept.truncate(mark.kept);
        self.omitted = mark.omitted;
    }

    /// Fails closed: a value comes out only where there is one *and* nothing was reported.
    pub(crate) fn close<T>(self, read: Read<T>) -> Result<T, Violations> {
        match read {
            Ok(value) if self.kept.is_empty() => Ok(value),
            _ => Err(Violations::new(self.kept, self.omitted)),
        }
    }
}
