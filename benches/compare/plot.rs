//! The plot for the README: bars for the documents that tell most, ours highlighted.

use std::fmt::Write;

use customer_schema_benches::contenders;
use customer_schema_benches::documents::{self, Document};

use crate::Row;
use crate::measure::as_f64;

/// The documents that are shown, by their places in the list.
const SHOWN: [usize; 4] = [0, 1, 2, 4];
/// Longer bars are cut, and marked so.
const LONGEST: f64 = 4.0;

const WIDTH: f64 = 920.0;
const NAMES: f64 = 226.0;
const GAP: f64 = 16.0;
const TOP: f64 = 64.0;
const LINE: f64 = 26.0;
const BAR: f64 = 16.0;
/// For the number behind the longest bar.
const NUMBER: f64 = 44.0;

/// Opaque, with colours for either scheme: readable on whatever page shows it.
const STYLE: &str = "
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .page { fill: #ffffff } .bar { fill: #afb8c1 } .ours { fill: #1a7f37 } .one { stroke: #cf222e } .less { opacity: 0.4 }
    .small { font-size: 11px; fill: #59636e; paint-order: stroke; stroke: #ffffff; stroke-width: 3px } .strong { font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc } .page { fill: #0d1117 } .bar { fill: #57606a } .ours { fill: #3fb950 }
      .one { stroke: #ff7b72 } .small { fill: #9198a1; stroke: #0d1117 }
    }";

/// As SVG.
pub(crate) fn svg(rows: &[Row]) -> String {
    let height = TOP + LINE * as_f64(rows.len()) + 34.0;
    let panel = (WIDTH - NAMES - GAP) / as_f64(SHOWN.len());
    let unit = (panel - GAP - NUMBER) / LONGEST;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-label=\"Time to read and check a body, by the time of serde_json to read it unchecked\">\n  \
         <style>{STYLE}\n  </style>\n  <rect class=\"page\" width=\"{WIDTH}\" height=\"{height}\" rx=\"6\"/>\n"
    );
    text(
        &mut svg,
        GAP,
        24.0,
        "strong",
        "Time by serde_json reading the same bytes unchecked (1.00). Shorter is faster.",
    );
    for (i, row) in rows.iter().enumerate() {
        let weight = if row.contender.is_ours { "strong" } else { "" };
        let y = TOP + LINE * as_f64(i) + BAR - 3.0;
        text(&mut svg, GAP, y, weight, row.contender.name);
    }
    for (i, document) in SHOWN.into_iter().enumerate() {
        let x = NAMES + panel * as_f64(i);
        let bottom = TOP + LINE * as_f64(rows.len());
        let one = x + unit;
        _ = writeln!(
            svg,
            "  <path class=\"one\" stroke-dasharray=\"3 3\" d=\"M{one:.1} {:.1}V{bottom:.1}\"/>",
            TOP - 6.0
        );
        text(&mut svg, one - 11.0, bottom + 14.0, "small", "1.00");
        let Document { name, faults, .. } = &documents::ALL[document];
        text(&mut svg, x, TOP - 14.0, "strong", name);
        for (i, row) in rows.iter().enumerate() {
            let cell = &row.cells[document];
            let ratio = cell.ratio.median;
            let y = TOP + LINE * as_f64(i);
            let length = unit * ratio.min(LONGEST);
            let whose = if row.contender.is_ours { "ours" } else { "bar" };
            let (class, note) = if row.contender.job.checks() && cell.faults != *faults {
                (format!("{whose} less"), format!(" ({} of {faults})", cell.faults))
            } else {
                (whose.to_owned(), String::new())
            };
            _ = writeln!(
                svg,
                "  <rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{length:.1}\" height=\"{BAR}\"/>"
            );
            let cut = if ratio > LONGEST { "» " } else { "" };
            text(&mut svg, x + length + 4.0, y + BAR - 4.0, "small", &format!("{cut}{ratio:.2}{note}"));
        }
    }
    let unchecked = contenders::ALL.iter().filter(|contender| !contender.job.checks()).count();
    let y = height - 14.0;
    text(
        &mut svg,
        GAP,
        y,
        "small",
        &format!("The first {unchecked} check no rule. In brackets: how many faults are reported, where not all are."),
    );
    svg.push_str("</svg>\n");
    svg
}

fn text(svg: &mut String, x: f64, y: f64, class: &str, text: &str) {
    _ = writeln!(svg, "  <text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>");
}
