//! The reader.

use crate::report::Report;

/// Reads values from a source.
pub(crate) struct Reader<'r, S> {
    pub(crate) source: S,
    pub(crate) report: &'r mut Report,
    /// Whether values are built afterwards. If only the verdict is asked for, lists stay empty.
    pub(crate) keep: bool,
}
