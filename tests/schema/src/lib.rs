//! What the exported schemas are tested on: documents without end, with the reader's verdict.

// Its macros have to come before the modules that use them.
#[macro_use]
#[path = "../../oracle/mod.rs"]
mod oracle;

mod documents;
mod random;

pub use documents::{Document, documents, example, text};
