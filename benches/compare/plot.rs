//! The plot for `benches/README.md`, drawn from the table of times: bars for some documents, those of this crate in
//! green.

use std::error::Error;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::markdown;

/// The documents that are shown, by their names in the table.
const SHOWN: [&str; 4] = ["typical", "three identities", "non-ASCII, escapes", "twelve violations"];
/// Longer bars are cut.
const LONGEST: f64 = 4.0;

const WIDTH: u32 = 960;
/// Of the text above and below the bars, and of each bar.
const HEIGHT: (u32, u32) = (84, 28);
const NAMES: i32 = 212;
/// Right of all bars, so that no number overlaps one.
const NUMBERS: i32 = 90;

const TEXT: RGBColor = RGBColor(0x1F, 0x23, 0x28);
const OURS: RGBColor = RGBColor(0x1A, 0x7F, 0x37);
const PEERS: RGBColor = RGBColor(0xAF, 0xB8, 0xC1);
const LINES: RGBColor = RGBColor(0xD1, 0xD9, 0xE0);
const BASELINE: RGBColor = RGBColor(0xCF, 0x22, 0x2E);

/// For readers of the page, and for dark pages: CSS takes precedence over the colours that plotters writes as attributes.
const HEAD: &str = r##"
<title>Time to read and check a body, as a ratio to that of serde_json reading it unchecked</title>
<style>
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } [fill="#FFFFFF"] { fill: #0d1117 } [fill="#AFB8C1"] { fill: #57606a } [fill="#1A7F37"] { fill: #3fb950 }
[stroke="#D1D9E0"] { stroke: #30363d } [stroke="#CF222E"] { stroke: #ff7b72 }
}
</style>
"##;

type Area<'s> = DrawingArea<SVGBackend<'s>, Shift>;
type Drawn = Result<(), Box<dyn Error>>;

/// Draws the table of times as SVG.
///
/// # Panics
///
/// Where the table is without a document to show, or a cell is not a number.
#[must_use]
pub fn svg(table: &str) -> String {
    let mut svg = String::new();
    let bars = u32::try_from(markdown::rows(table).count().saturating_sub(1)).expect("few rows");
    let size = (WIDTH, HEIGHT.0 + HEIGHT.1 * bars);
    draw(table, &SVGBackend::with_string(&mut svg, size).into_drawing_area()).expect("a table of times");
    let (element, shapes) = svg.split_once(">\n").expect("an element around the shapes");
    [element, ">", HEAD, shapes].concat()
}

fn draw(table: &str, root: &Area<'_>) -> Drawn {
    let mut rows = markdown::rows(table);
    let documents = rows.next().ok_or("no header")?;
    let rows: Vec<_> = rows.collect();

    root.fill(&WHITE)?;
    let area = root.margin(10, 10, 12, 12);
    let title = "Time as a ratio to that of serde_json reading the same bytes unchecked (1). Shorter is faster.";
    area.draw(&Text::new(title, (0, 4), style(15, HPos::Left)))?;
    let note = "\"scan\" and \"unchecked\" check no rule. In brackets: the number of violations that are reported, where not all are.";
    let (_, height) = area.dim_in_pixel();
    area.draw(&Text::new(note, (0, i32::try_from(height)? - 8), style(12, HPos::Left)))?;

    let (_, panels) = area.margin(50, 20, 0, 0).split_horizontally(NAMES);
    for (i, (panel, document)) in panels.split_evenly((1, SHOWN.len())).iter().zip(SHOWN).enumerate() {
        let column = documents.iter().position(|name| *name == document).ok_or(document)?;
        let cells: Vec<_> = rows.iter().map(|row| (markdown::plain(row[0]), markdown::plain(row[column]))).collect();
        draw_panel(panel, document, &cells, i == 0)?;
    }
    root.present()?;
    Ok(())
}

/// A bar for each name and its cell.
fn draw_panel(panel: &Area<'_>, document: &str, cells: &[(String, String)], with_names: bool) -> Drawn {
    let rows = f64::from(u32::try_from(cells.len())?);
    let mut chart = ChartBuilder::on(panel)
        .margin_right(NUMBERS)
        .x_label_area_size(24)
        .build_cartesian_2d(0.0..LONGEST, 0.0..rows)?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .disable_y_axis()
        .x_labels(5)
        .x_label_formatter(&|x| format!("{x:.0}"))
        .bold_line_style(LINES)
        .light_line_style(TRANSPARENT)
        .axis_style(LINES)
        .label_style(style(11, HPos::Center))
        .draw()?;

    let text = |at: (f64, f64), offset: (i32, i32), text: &str, size: u8, align: HPos| {
        EmptyElement::at(at) + Text::new(text.to_owned(), offset, style(size, align))
    };
    chart.draw_series([text((0.0, rows), (0, -10), document, 13, HPos::Left)])?;
    for ((name, cell), y) in cells.iter().zip((0..cells.len()).rev()) {
        let y = f64::from(u32::try_from(y)?);
        let ratio: f64 = cell.split(' ').next().unwrap_or_default().parse()?;
        let color = if name.starts_with("customer-schema") { OURS } else { PEERS };
        let bar = Rectangle::new([(0.0, y + 0.2), (ratio.min(LONGEST), y + 0.8)], color.filled());
        chart.draw_series([bar])?;
        chart.draw_series([text((LONGEST, y + 0.5), (6, 0), cell, 12, HPos::Left)])?;
        if with_names {
            chart.draw_series([text((0.0, y + 0.5), (-8, 0), name, 13, HPos::Right)])?;
        }
    }
    chart.draw_series([PathElement::new([(1.0, 0.0), (1.0, rows)], BASELINE)])?;
    Ok(())
}

/// The size is in pixels. plotters divides it by 1.24.
fn style(size: u8, align: HPos) -> TextStyle<'static> {
    ("sans-serif", f64::from(size) * 1.24).into_font().color(&TEXT).pos(Pos::new(align, VPos::Center))
}
