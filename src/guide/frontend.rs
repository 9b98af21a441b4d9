//! Use it in a frontend: from the exported files to a form and types in five minutes.
//!
// `node tests/frontend/guide.mjs --write` renews the picture, and the code in the page.
#![doc = include_str!("frontend/picture.md")]
#![doc = include_str!("frontend/page.md")]
