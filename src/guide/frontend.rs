//! Using the contract in a frontend: forms and types made from the exported schemas.
//!
// `node tests/frontend/guide.mjs --write` renews the code in the page, and `--picture` its picture.
#![doc = include_str!("frontend/page.md")]
