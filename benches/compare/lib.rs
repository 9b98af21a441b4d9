//! The crate and its peers on the same bytes: their verdicts, and how their results are shown. The benchmarks measure.

// Its macros have to come before the modules that use them.
#[macro_use]
#[path = "../../tests/oracle/mod.rs"]
mod oracle;
#[cfg(feature = "peers")]
#[macro_use]
mod limits;

pub mod answer;
pub mod bodies;
pub mod contenders;
pub mod contract;
pub mod documents;
pub mod features;
pub mod finding;
pub mod hostile;
pub mod markdown;
#[cfg(feature = "peers")]
pub mod plot;
pub mod probes;
pub mod readme;
mod refused;
pub mod results;
#[cfg(feature = "peers")]
mod rules;
#[path = "../unchecked.rs"]
mod unchecked;
