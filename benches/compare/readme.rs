//! The comparison in the README, from the table of times and the features.

use crate::contenders;
use crate::features::Features;
use crate::markdown;

pub const BEGIN: &str = "<!-- comparison: generated, see benches/README.md -->\n";
pub const END: &str = "<!-- end of comparison -->\n";

/// Of this crate, the way that the table of times calls first.
const OURS: &str = "customer-schema, from_json";
/// The documents whose times are shown.
const TIMES: [&str; 2] = ["typical", "twelve violations"];
const COLUMNS: [&str; 9] = [
    "time, valid",
    "time, 12 wrong values",
    "reported",
    "path",
    "code",
    "position",
    "of 12 wrong types reported",
    "quotes the input",
    "limitations",
];

/// In Markdown: a row for each library.
///
/// # Panics
///
/// Where the table of times has no column for a document.
#[must_use]
pub fn comparison(times: &str) -> String {
    let rows: Vec<_> = markdown::rows(times).collect();
    let column = |name: &&str| rows[0].iter().position(|cell| cell == name).expect("a column of this name");
    let columns = TIMES.each_ref().map(column);
    let mut text = markdown::header("Library", COLUMNS.map(str::to_owned));
    let compared = contenders::ALL.iter().filter(|one| one.job.checks() && (!one.is_ours || one.name == OURS));
    for contender in compared {
        let row = rows.iter().find(|row| markdown::plain(row[0]) == contender.name);
        let time = |column: &usize| row.map_or_else(|| "–".to_owned(), |row| time(row[*column]));
        let features = Features::of(contender);
        let [values, types] = &features.reports;
        let cells = columns.iter().map(time).chain(values.cells()).chain([
            types.reported.to_string(),
            if features.quotes_input { "yes" } else { "no" }.to_owned(),
            features.limitations.to_string(),
        ]);
        text.push_str(&markdown::row(contender.name, cells));
    }
    text
}

/// Without notes, and without the number of violations. A `~` marks a time whose rounds differ.
fn time(cell: &str) -> String {
    let mark = if cell.starts_with(markdown::DISTURBED) { markdown::DISTURBED } else { "" };
    let plain = markdown::plain(cell);
    format!("{mark}{}", plain.split(' ').next().unwrap_or_default())
}
