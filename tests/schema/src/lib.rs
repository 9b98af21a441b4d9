//! What the exported schemas are tested on: documents without end, with the reader's verdict.

mod documents;
#[path = "../../naive/mod.rs"]
mod naive;
mod random;

pub use documents::{Document, documents, example, text};
