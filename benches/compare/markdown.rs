//! Tables in Markdown: text on the left, numbers on the right.

/// The names of the columns, the first of which is of text.
#[must_use]
pub fn head(first: &str, others: impl IntoIterator<Item = String>) -> String {
    let names = row(first, others);
    let columns = names.matches(" | ").count();
    format!("{names}|---|{}\n", "---:|".repeat(columns))
}

#[must_use]
pub fn row(first: &str, others: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<_> = [first.to_owned()].into_iter().chain(others).collect();
    format!("| {} |\n", cells.join(" | "))
}
