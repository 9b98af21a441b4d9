//! Tables in Markdown: text on the left, numbers on the right.
//!
//! By hand, because tabled and comfy-table cannot write the `---:` that aligns a column in Markdown.

/// In front of a number whose rounds differ too much.
pub const DISTURBED: &str = "~";

/// The header row and the delimiter row. The first column is text, the others are numbers.
#[must_use]
pub fn header(first: &str, others: impl IntoIterator<Item = String>) -> String {
    let names = row(first, others);
    let columns = names.matches(" | ").count();
    format!("{names}|---|{}\n", "---:|".repeat(columns))
}

#[must_use]
pub fn row(first: &str, others: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<_> = [first.to_owned()].into_iter().chain(others).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The cells of each row, without the delimiter row.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    lines.map(|line| line.split(" | ").collect())
}

/// A cell without emphasis, marks and notes.
#[must_use]
pub fn plain(cell: &str) -> String {
    cell.split(" <sup>").next().unwrap_or_default().replace(['*', '†'], "").replace(DISTURBED, "")
}
