//! What the exported schemas are tested on: documents without end, with the reader's verdict.

mod documents;
mod random;

pub use documents::{Document, documents, example, text};
