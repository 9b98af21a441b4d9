//! The documents that the exported schemas are tested on, with the reader's verdict.

// Its macros have to come before the modules that use them.
#[macro_use]
#[path = "../../oracle/mod.rs"]
mod oracle;

mod agreement;
#[path = "../../comparison/mod.rs"]
mod comparison;
mod documents;
mod random;
mod texts;

pub use agreement::{Verdict, verdict};
pub use documents::{Document, documents, example, text};
pub use texts::{Text, texts};
