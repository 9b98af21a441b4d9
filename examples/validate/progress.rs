//! The numbers of valid and invalid bodies, on standard error.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

/// Counts bodies. Shows a progress bar where standard error is a terminal.
pub(crate) struct Progress {
    valid: u64,
    invalid: u64,
    start: Instant,
    bar: ProgressBar,
    /// Whether the output would overwrite the bar.
    shares_terminal: bool,
}

impl Progress {
    /// `length` is the length of the input in bytes, where it is known.
    pub(crate) fn new(length: Option<u64>) -> Self {
        let bar = match length {
            _ if !io::stderr().is_terminal() => ProgressBar::hidden(),
            Some(length) => ProgressBar::new(length).with_style(style("{bar:30} {percent:>3} %, {msg}, {eta} left")),
            None => ProgressBar::new_spinner().with_style(style("{spinner} {msg}")),
        };
        let bar = bar.with_message(Count(0).to_string());
        Self { valid: 0, invalid: 0, start: Instant::now(), shares_terminal: io::stdout().is_terminal(), bar }
    }

    /// Adds bodies, and the bytes of input that were finished with them.
    pub(crate) fn add(&mut self, valid: u64, invalid: u64, bytes: u64) {
        self.valid += valid;
        self.invalid += invalid;
        if !self.bar.is_hidden() {
            let bodies = self.valid + self.invalid;
            #[allow(clippy::cast_precision_loss, reason = "a rate is shown in whole bodies")]
            let rate = bodies as f64 / self.start.elapsed().as_secs_f64();
            self.bar.set_message(format!("{}, {rate:.0} per second", Count(bodies)));
        }
        self.bar.inc(bytes);
    }

    /// Writes output, with the bar out of its way.
    pub(crate) fn write(&self, output: &mut impl Write, text: &[u8]) -> io::Result<()> {
        if self.shares_terminal { self.bar.suspend(|| output.write_all(text)) } else { output.write_all(text) }
    }

    /// Removes the bar and prints the numbers. Returns whether all bodies are valid.
    pub(crate) fn finish(self) -> bool {
        let Self { valid, invalid, bar, .. } = self;
        bar.finish_and_clear();
        // The verdicts are written, whether this line can be or not.
        let _ = writeln!(io::stderr(), "{}: {valid} valid, {invalid} invalid", Count(valid + invalid));
        invalid == 0
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("a valid template")
}

/// A number of bodies in words.
struct Count(u64);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, if self.0 == 1 { "body" } else { "bodies" })
    }
}
