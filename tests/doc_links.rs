//! Every number of a rule (R5) or a decision (S5) that the docs cite is a link to the page that lists it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// The parts of the page `guide::contract` that have its numbers. They link within the page.
const PAGE: [&str; 2] = ["src/guide/decisions.md", "src/guide/rules.md"];

/// A line of documentation, with its number in the file.
struct Line {
    number: usize,
    text: String,
}

fn in_repository(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(in_repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The Rust and Markdown files of a folder and of its subfolders.
fn files(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(in_repository(folder)).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut files: Vec<_> = entries
        .flat_map(|entry| {
            let path = format!("{folder}/{}", entry.file_name().to_str().expect("a name in UTF-8"));
            if entry.path().is_dir() { files(&path) } else { vec![path] }
        })
        .filter(|path| matches!(extension(path), "rs" | "md"))
        .collect();
    files.sort();
    files
}

/// The documentation in a file, without blocks of code. In Rust: `///`, `//!`, and attributes with `doc =`.
fn docs(path: &str, text: &str) -> Vec<Line> {
    let mut in_code = false;
    let mut docs = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let start = line.trim_start();
        let text = if extension(path) == "md" {
            line
        } else if let Some(text) = start.strip_prefix("///").or_else(|| start.strip_prefix("//!")) {
            text
        } else if let Some((_, attribute)) = line.split_once("doc = ").filter(|_| !start.starts_with("//")) {
            attribute
        } else {
            in_code = false;
            continue;
        };
        if text.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            docs.push(Line { number, text: text.to_owned() });
        }
    }
    docs
}

/// The numbers that the page has an anchor for, in its order.
fn numbers() -> Vec<String> {
    let page = PAGE.map(read).concat();
    let anchor = Regex::new(r#"<a id="(\w+)"></a>"#).expect("a pattern");
    anchor.captures_iter(&page).map(|found| found[1].to_owned()).collect()
}

/// Finds numbers that are not links, and links to other places.
struct Finder {
    numbers: Vec<String>,
    link: Regex,
    anchor: Regex,
    code: Regex,
    number: Regex,
    macro_number: Regex,
}

impl Finder {
    /// `target` is what a link has in front of `#`.
    fn new(target: &str) -> Self {
        let regex = |pattern: &str| Regex::new(pattern).expect("a pattern");
        Self {
            numbers: numbers(),
            link: regex(&format!(r"\[([RS]\d+)\]\({}#([RS]\d+)\)", regex::escape(target))),
            anchor: regex(r#"<a id="([RS]\d+)"></a>([RS]\d+)"#),
            code: regex("`[^`]*`"),
            number: regex(r"\b[RS]\d{1,2}\b"),
            // In a table of properties the number is known where the macro is called.
            macro_number: regex(r#"[^#\[]", stringify!\(\$\w*id\)|[^#\[\w][RS]", \$\w+"#),
        }
    }

    fn find(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for link in self.link.captures_iter(text).chain(self.anchor.captures_iter(text)) {
            if link[1] != link[2] || !self.numbers.contains(&link[1].to_owned()) {
                found.push(format!("leads elsewhere: {}", &link[0]));
            }
        }
        let rest = self.link.replace_all(text, "");
        let rest = self.anchor.replace_all(&rest, "");
        let rest = self.code.replace_all(&rest, "");
        let bare = self.number.find_iter(&rest).chain(self.macro_number.find_iter(text));
        found.extend(bare.map(|number| format!("is no link to guide::contract: {}", number.as_str())));
        found
    }
}

#[test]
fn every_number_is_a_link_to_its_entry() {
    let page = Finder::new("");
    let readme = Finder::new("src/guide/decisions.md");
    let docs_of_items = Finder::new("crate::guide::contract");
    let mut report = Vec::new();
    for path in files("src").iter().map(String::as_str).chain(["README.md"]) {
        let finder = match path {
            _ if PAGE.contains(&path) => &page,
            "README.md" => &readme,
            _ => &docs_of_items,
        };
        let mut in_table = false;
        for line in docs(path, &read(path)) {
            // The README has the table of rules itself.
            in_table = (in_table || line.text.starts_with("<!-- rules")) && !line.text.starts_with("<!-- end");
            let found = if in_table { Vec::new() } else { finder.find(&line.text) };
            report.extend(found.iter().map(|what| format!("{path}:{}: {what}", line.number)));
        }
    }
    assert!(report.is_empty(), "\n{}\n", report.join("\n"));
}

#[test]
fn the_page_has_every_number_once() {
    let page = PAGE.map(read).concat();
    let numbers = numbers();
    for letter in ['R', 'S'] {
        let mut found: Vec<usize> =
            numbers.iter().filter_map(|number| number.strip_prefix(letter)?.parse().ok()).collect();
        found.sort_unstable();
        assert!(!found.is_empty() && found.iter().copied().eq(1..=found.len()), "{letter}: {found:?}");
    }
    for number in &numbers {
        assert!(page.contains(&format!("<a id=\"{number}\"></a>{number}")), "{number}");
    }
    assert_eq!(page.matches("<a id=").count(), numbers.len());
}

/// A line that the search does not understand would pass.
#[test]
fn bare_numbers_and_wrong_links_are_found() {
    let finder = Finder::new("crate::guide::contract");
    let found = |text: &str| finder.find(text).len();
    assert_eq!(found("null is a wrong type (S2, S4), as R5-R7 say"), 4);
    assert_eq!(found("([S2](crate::guide::contract#S2)), and `R5` in code"), 0);
    assert_eq!(found("([S2](crate::guide::contract#S3))"), 1);
    assert_eq!(found("([S21](crate::guide::contract#S21))"), 1);
    assert_eq!(found("([S2](super::contract#S2))"), 2);
    assert_eq!(found(r#"concat!("`", $name, "` (", stringify!($id), ").")"#), 1);
    assert_eq!(found(r#"concat!("([", stringify!($id), "](crate::guide::contract#", stringify!($id), "))")"#), 0);
    assert_eq!(found(r#"concat!("characters (R", $number, "), counted")"#), 1);
    assert_eq!(found(r#"concat!("([R", $number, "](crate::guide::contract#R", $number, "))")"#), 0);

    let lines = |text| docs("a.rs", text).iter().map(|line| line.number).collect::<Vec<_>>();
    assert_eq!(lines("/// S1\n/// ```\n/// S2\n/// ```\n// S3\nlet s = \"S4\";\n    //! S5\n"), [1, 7]);
    assert_eq!(lines("#[cfg_attr(x, doc = \"S1\")]\n$(#[doc = $words])+ #[doc = \"S2\"] $field\n"), [1, 2]);
}
