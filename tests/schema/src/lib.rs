//! What the exported schemas are tested on: documents without end, with the reader's verdict.

mod documents;
#[path = "../../oracle/mod.rs"]
mod oracle;
mod random;

pub use documents::{Document, documents, example, text};
