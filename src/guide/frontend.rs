//! Use it in a frontend: from the exported files to a form and types.
//!
// `node tests/frontend/guide.mjs --write` renews the code in the page, and the picture.
#![doc = include_str!("frontend/page.md")]
