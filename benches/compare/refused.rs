//! The error of a contender that reads a body before it checks it.

/// The reason for which a peer refused a body. A peer reads before it checks, so it does not check an unreadable body.
#[derive(Debug)]
pub(crate) enum Refused<R, E = serde_json::Error> {
    /// A value cannot be read. The values after it are not checked.
    Unreadable(E),
    /// The body is invalid, with the report of the peer.
    Invalid(R),
}

impl<R> From<serde_json::Error> for Refused<R> {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error)
    }
}
