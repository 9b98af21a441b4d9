//! `--explain`: each violation with its line of the body.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use customer_schema::{Customer, Position, Violation, Violations};

/// Prints `valid` or the violations. Returns whether the body is valid.
pub(crate) fn body(body: &[u8], name: &str, renderer: &Renderer, output: &mut impl Write) -> io::Result<bool> {
    let Err(report) = Customer::check_json(body) else {
        writeln!(output, "valid")?;
        return Ok(true);
    };
    violations(&report, body, name, renderer, output)?;
    Ok(false)
}

/// Prints each violation and their number.
pub(crate) fn violations(
    violations: &Violations,
    body: &[u8],
    name: &str,
    renderer: &Renderer,
    output: &mut impl Write,
) -> io::Result<()> {
    for violation in violations {
        match violation.position() {
            Some(Position { line, column, .. }) => write!(output, "{name}:{line}:{column}: ")?,
            None => write!(output, "{name}: ")?,
        }
        writeln!(output, "{}\n", renderer.render(&[group(violation, body)]))?;
    }
    let total = violations.len() + violations.omitted();
    let noun = if total == 1 { "violation" } else { "violations" };
    match violations.omitted() {
        0 => writeln!(output, "{total} {noun}"),
        omitted => writeln!(output, "{total} {noun}, the last {omitted} are not shown"),
    }
}

fn group<'a>(violation: &Violation, body: &[u8]) -> Group<'a> {
    let title = |text: String| Group::with_title(Level::ERROR.primary_title(text).id(violation.reason().code()));
    // Path and header of a request have no position.
    let Some(position) = violation.position() else { return title(violation.to_string()) };
    let Excerpt { text, caret } = Excerpt::new(body, position.offset);
    let annotation = AnnotationKind::Primary.span(caret).label(violation.reason().to_string());
    title(violation.path().to_string()).element(Snippet::source(text).line_start(position.line).annotation(annotation))
}

/// The part of a line around an offset. A line may have megabytes, and is not searched to its ends.
pub(crate) struct Excerpt {
    pub(crate) text: String,
    /// The character at the offset, in bytes of `text`. Empty at the end of the line.
    pub(crate) caret: Range<usize>,
}

impl Excerpt {
    /// The bytes that are shown on each side of the offset, at most.
    pub(crate) const SIDE: usize = 60;
    pub(crate) const CUT: &str = "…";

    pub(crate) fn new(body: &[u8], offset: usize) -> Self {
        let (before, after) = body.split_at(offset);
        let (before, is_cut_before) = Self::before(before);
        let (after, is_cut_after) = Self::after(after);
        let [before, after] = [before, after].map(Self::text);

        let mut text = String::new();
        text += if is_cut_before { Self::CUT } else { "" };
        text += &before;
        let start = text.len();
        let caret = start..start + after.chars().next().map_or(0, char::len_utf8);
        text += &after;
        text += if is_cut_after { Self::CUT } else { "" };
        Self { text, caret }
    }

    /// Bytes that are not UTF-8 are shown as U+FFFD, and so are the control characters that `annotate-snippets` does
    /// not replace.
    fn text(bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).replace(|c: char| matches!(c, '\u{80}'..='\u{9F}'), "\u{FFFD}")
    }

    /// The end of the line before the offset, and whether its start was cut off.
    fn before(bytes: &[u8]) -> (&[u8], bool) {
        // One byte more than is shown, which may be the line feed.
        let near = &bytes[bytes.len().saturating_sub(Self::SIDE + 1)..];
        let line = near.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        if line.len() <= Self::SIDE {
            return (line, false);
        }
        let start = (1..line.len()).find(|i| is_boundary(line[*i])).unwrap_or(line.len());
        (&line[start..], true)
    }

    /// The start of the line from the offset on, and whether its end was cut off.
    fn after(bytes: &[u8]) -> (&[u8], bool) {
        // Two bytes more than are shown, which may be the end of the line.
        let near = &bytes[..bytes.len().min(Self::SIDE + 2)];
        let line = near.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.len() <= Self::SIDE {
            return (line, false);
        }
        let end = (0..=Self::SIDE).rev().find(|i| is_boundary(line[*i])).unwrap_or_default();
        (&line[..end], true)
    }
}

/// Whether a character of UTF-8 can start with this byte.
const fn is_boundary(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}
