//! R8, R12, R13: days of the calendar.

use customer_schema::Rule;

use crate::Case;
use crate::bodies::{properties, with};

pub(crate) fn cases() -> Vec<Case> {
    let ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let of_months = ends.iter().zip(1..).flat_map(|(days, month)| {
        [format!("2023-{month:02}-{days}"), format!("2023-{month:02}-{}", days + 1), format!("2023-{month:02}-00")]
    });
    let of_months: Vec<_> = of_months.collect();
    let mut cases = Vec::new();
    for (pointer, property) in properties() {
        if let Rule::Date(_) = property.rule {
            // The calendar is the same everywhere.
            let months = if property.required { &of_months[..] } else { &[] };
            for text in TEXTS.iter().copied().chain(months.iter().map(String::as_str)) {
                let body = with(&pointer).put(&pointer, format!("\"{text}\""));
                cases.push(Case::body(format!("{pointer}: {text}"), body));
            }
        }
    }
    cases
}

/// As they stand between the quotes.
const TEXTS: &[&str] = &[
    "0001-01-01",
    "0000-01-01",
    "0000-12-31",
    "9999-12-31",
    "1582-10-10",
    "1600-02-29",
    "1700-02-29",
    "1900-02-29",
    "2000-02-29",
    "2024-02-29",
    "2024-02-30",
    "2100-02-29",
    "2024-00-01",
    "2024-13-01",
    "2024-99-99",
    "",
    "2024",
    "2024-02",
    "2024-2-9",
    "20240209",
    "2024-02-9",
    "02024-02-09",
    "2024-02-090",
    "2024-02-09Z",
    "2024-02-09 ",
    " 2024-02-09",
    "2024-02-09T00:00:00Z",
    "2024-02-9 ",
    " 024-02-09",
    "+024-02-09",
    "-024-02-09",
    "2024-+2-09",
    "2024-02--9",
    "2024/02/09",
    "2024.02.09",
    "2024‐02‐09",
    "2024−02−09",
    "2024:02:09",
    "2024-02T09",
    "2024-W06-5",
    "2024-040  ",
    "20240209  ",
    "09-02-2024",
    "02/09/2024",
    "2024-Feb-9",
    "2024-O2-09",
    "0x18-02-09",
    "1e03-02-09",
    "２０２４-02-09",
    "٢٠٢٤-٠٢-٠٩",
    "2024-02-0²",
    "2024-02-\\u0030\\u0039",
    "2024-02-0\\n",
    "2024-02-0\\u0000",
];
