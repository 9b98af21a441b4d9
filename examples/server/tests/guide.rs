//! The code in the guide is code of this server and of its tests, byte for byte.

use std::fs;
use std::path::{Path, PathBuf};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder and of its subfolders.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The blocks of a guide that are not tests of their own.
fn ignored_blocks(guide: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block: Option<String> = None;
    for line in guide.lines().filter_map(|line| line.strip_prefix("//!")) {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match &mut block {
            None if line == "```rust,ignore" => block = Some(String::new()),
            None => assert!(!(line.starts_with("```") && line.contains("ignore")), "another kind of block: {line}"),
            Some(_) if line == "```" => blocks.extend(block.take()),
            Some(text) => text.extend([line, "\n"]),
        }
    }
    blocks
}

#[test]
fn the_code_of_the_guide_runs() {
    let server = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources: Vec<_> = ["src", "tests"].iter().flat_map(|folder| files(&server.join(folder))).collect();
    let sources: Vec<_> = sources.iter().map(|path| read(path)).collect();
    let guides = files(&server.join("../../src/guide"));
    let blocks: Vec<_> = guides.iter().flat_map(|guide| ignored_blocks(&read(guide))).collect();
    assert_eq!(blocks.len(), 4, "extractor, handler, error bodies, and axum's own");
    for block in blocks {
        assert!(sources.iter().any(|source| source.contains(&block)), "in no file of the server:\n{block}");
    }
}
