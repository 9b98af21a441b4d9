//! The report: every violation with its path, reason and position.
//!
//! [`Report`] collects violations while a value is read. [`Violations`] is the finished report.

mod by_path;
mod location;
pub(crate) mod messages;
mod path;
mod position;
mod reason;
mod unknown;
mod violation;
mod violations;

use alloc::vec::Vec;

pub(crate) use location::Location;
pub(crate) use messages::{Piece, messages};
pub use path::FieldPath;
pub(crate) use path::{Root, Step};
pub use position::Position;
pub(crate) use position::{Lines, Offset};
pub use reason::{MalformedCause, Reason};
pub use unknown::{UnknownProperties, UnknownProperty};
pub use violation::Violation;
pub use violations::Violations;

/// The proof that a violation was reported. Only a [`Report`] makes one, so no value is refused without a reason.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ErrorGuaranteed(());

/// Collects violations, at most [`Violations::MAX_KEPT`] of them, and counts the rest.
#[derive(Default)]
pub(crate) struct Report {
    violations: Vec<Violation>,
    omitted: usize,
}

/// A state of the report to which it can be reset.
#[derive(Clone, Copy)]
pub(crate) struct Checkpoint {
    len: usize,
    omitted: usize,
}

impl Report {
    /// The first capacity, which is enough for most invalid requests. The second one is that of a full report.
    const USUAL: usize = 16;

    /// Reports a violation. Inlined, so that one that is only counted costs no call.
    #[inline(always)]
    pub(crate) fn add(&mut self, location: &Location<'_>, offset: Offset, reason: Reason) -> ErrorGuaranteed {
        if let Some(counted) = self.count_if_full() {
            return counted;
        }
        if let Some(violation) = self.keep(location, offset) {
            // In place: a copy waits for the stores of the original.
            violation.reason = reason;
        }
        ErrorGuaranteed(())
    }

    /// Counts a violation if no more are kept.
    #[inline(always)]
    pub(crate) fn count_if_full(&mut self) -> Option<ErrorGuaranteed> {
        if self.violations.len() == Violations::MAX_KEPT {
            self.omitted += 1;
            return Some(ErrorGuaranteed(()));
        }
        None
    }

    /// Adds a violation whose reason the caller sets.
    #[cold]
    #[inline(never)]
    fn keep(&mut self, location: &Location<'_>, offset: Offset) -> Option<&mut Violation> {
        if self.violations.len() == self.violations.capacity() {
            return self.grow_and_keep(location, offset);
        }
        self.violations.push(Violation::EMPTY);
        let violation = self.violations.last_mut()?;
        violation.set_location(location, offset);
        Some(violation)
    }

    /// A function of its own, so that `keep` calls nothing and needs no stack frame.
    #[cold]
    #[inline(never)]
    fn grow_and_keep(&mut self, location: &Location<'_>, offset: Offset) -> Option<&mut Violation> {
        if self.violations.is_empty() {
            self.violations = Vec::with_capacity(Self::USUAL);
        } else {
            self.violations.reserve_exact(Violations::MAX_KEPT - self.violations.len());
        }
        self.keep(location, offset)
    }

    /// Reports a body that is malformed at an offset ([S5](crate::guide::contract#S5)).
    #[cold]
    pub(crate) fn add_malformed(&mut self, body: &[u8], offset: usize, cause: MalformedCause) -> ErrorGuaranteed {
        let Position { line, column, .. } = Lines::new(body).position(offset);
        self.add(&Location::BODY, Offset::new(offset), Reason::MalformedJson { cause, line, column })
    }

    /// Reports the reason of a value that was checked outside of a body.
    #[inline]
    pub(crate) fn check<T>(
        &mut self,
        location: &Location<'_>,
        checked: Result<T, Reason>,
    ) -> Result<T, ErrorGuaranteed> {
        checked.map_err(|reason| self.add(location, Offset::UNKNOWN, reason))
    }

    pub(crate) fn checkpoint(&self) -> Checkpoint {
        Checkpoint { len: self.violations.len(), omitted: self.omitted }
    }

    /// Drops what was reported since the checkpoint.
    pub(crate) fn reset(&mut self, to: Checkpoint) {
        self.violations.truncate(to.len);
        self.omitted = to.omitted;
    }

    /// Fails closed: the value is returned only if there is one *and* nothing was reported. `lines` is the body. It
    /// may be `None` if the body has one line.
    #[inline]
    pub(crate) fn finish<T>(self, lines: Option<&[u8]>, outcome: Result<T, ErrorGuaranteed>) -> Result<T, Violations> {
        match outcome {
            Ok(value) if self.violations.is_empty() => Ok(value),
            _ => Err(self.into_violations(lines)),
        }
    }

    /// Corrects the positions, which are those of a body of one line.
    #[cold]
    #[inline(never)]
    fn into_violations(mut self, lines: Option<&[u8]>) -> Violations {
        if let Some(body) = lines {
            let mut lines = Lines::new(body);
            for violation in &mut self.violations {
                if let Some(position) = &mut violation.position {
                    *position = lines.position(position.offset);
                }
            }
        }
        Violations::new(self.violations, self.omitted)
    }
}
