//! The contenders: the baseline, the peers and this crate.

mod ours;
#[cfg(feature = "peers")]
mod peers;
mod plain;

use std::sync::LazyLock;

use crate::finding::Finding;
use crate::refused::Refused;

/// A way to read a body.
#[derive(Debug)]
pub struct Contender {
    pub name: &'static str,
    pub job: Job,
    pub is_ours: bool,
    /// Reads a body and drops the result. Returns whether it is accepted.
    pub run: fn(&[u8]) -> bool,
    /// The number of violations that it reports: 0 where it accepts the body.
    pub violations: fn(&[u8]) -> usize,
    /// The violations of its report. The number may be greater, since a report may be bounded.
    pub findings: fn(&[u8]) -> Vec<Finding>,
    /// A limitation that no probe shows.
    pub note: Option<&'static str>,
}

/// The work that a contender does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Parses JSON and discards it.
    Scan,
    /// Reads into a struct of texts, unchecked.
    Read,
    /// Reads into a value that is checked.
    Validate,
    /// Gives the verdict only.
    Check,
}

impl Job {
    #[must_use]
    pub const fn checks(self) -> bool {
        matches!(self, Self::Validate | Self::Check)
    }
}

/// Generates a contender from its function and a function that takes the findings out of its error.
macro_rules! contender {
    ($name:literal, $job:ident, $read:expr, $findings:expr) => {
        Contender {
            name: $name,
            job: Job::$job,
            is_ours: false,
            run: |body| black_box($read(black_box(body))).is_ok(),
            violations: |body| $read(body).map_or_else(|refused| $findings(&refused).len(), |_| 0),
            findings: |body| $read(body).map_or_else(|refused| $findings(&refused), |_| Vec::new()),
            note: None,
        }
    };
}
use contender;

/// The index in [`ALL`] of the contender that is 1.00.
pub const BASELINE: usize = 1;

/// All contenders. Without the feature `peers`, the baseline and this crate alone.
pub static ALL: LazyLock<Vec<Contender>> = LazyLock::new(|| {
    let mut all = Vec::new();
    all.extend(plain::contenders());
    #[cfg(feature = "peers")]
    all.extend(peers::contenders());
    all.extend(ours::contenders());
    all
});

/// For a contender that reads before it checks.
fn after_reading<R>(findings: impl Fn(&R) -> Vec<Finding>) -> impl Fn(&Refused<R>) -> Vec<Finding> {
    move |refused| match refused {
        Refused::Unreadable(error) => Finding::of_serde_json(error),
        Refused::Invalid(report) => findings(report),
    }
}
