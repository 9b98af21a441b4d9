//! Checks the bodies of `PUT /customers/{CustomerID}`.
//!
//! - `validate [FILE]`: one body, from FILE or standard input. Prints `valid`, or the error body.
//! - `validate --lines [FILE]`: one body a line. Prints one line of JSON for each, in order.
//!
//! Exits with 0 if all is valid, with 1 if something is not, with 2 if the bodies cannot be read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;

use customer_schema::{Customer, ErrorBody, Violations};
use serde::Serialize;

const USAGE: &str = "usage: validate [--lines] [FILE]";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("validate: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether all that was checked is valid.
fn run() -> io::Result<bool> {
    let mut lines = false;
    let mut file = None;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--lines") => lines = true,
            Some(option) if option.starts_with('-') => return Err(io::Error::other(USAGE)),
            _ if file.is_some() => return Err(io::Error::other(USAGE)),
            _ => file = Some(argument),
        }
    }
    let input: Box<dyn Read> = match &file {
        Some(path) => {
            Box::new(File::open(path).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?)
        }
        None => Box::new(io::stdin()),
    };
    let output = io::stdout().lock();
    if lines { each_line(BufReader::new(input), BufWriter::new(output)) } else { one_body(input, output) }
}

fn one_body(mut input: impl Read, mut output: impl Write) -> io::Result<bool> {
    let mut body = Vec::new();
    input.read_to_end(&mut body)?;
    match Customer::from_json(&body) {
        Ok(_) => writeln!(output, "valid")?,
        Err(violations) => {
            let error = ErrorBody::invalid_request(&violations, "validate", "PutCustomer");
            writeln!(output, "{}", serde_json::to_string_pretty(&error)?)?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// The line of output for a line of input.
#[derive(Serialize)]
struct Verdict<'v> {
    valid: bool,
    #[serde(rename = "Request", skip_serializing_if = "Option::is_none")]
    request: Option<&'v Violations>,
    #[serde(skip_serializing_if = "Option::is_none")]
    omitted: Option<usize>,
}

/// Streams: what is held at a time is one line and what is wrong with it.
fn each_line(mut input: impl BufRead, mut output: impl Write) -> io::Result<bool> {
    let mut progress = Progress::new();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let body = line.strip_suffix(b"\n").map_or(&*line, |body| body.strip_suffix(b"\r").unwrap_or(body));
        let violations = Customer::check_json(body).err();
        let verdict = Verdict {
            valid: violations.is_none(),
            request: violations.as_ref(),
            omitted: violations.as_ref().map(Violations::omitted).filter(|omitted| *omitted > 0),
        };
        serde_json::to_writer(&mut output, &verdict)?;
        output.write_all(b"\n")?;
        progress.count(verdict.valid);
        line.clear();
    }
    output.flush()?;
    progress.finish();
    Ok(progress.invalid == 0)
}

/// What was done so far, told on standard error: on the way where a person is watching, and at the end.
struct Progress {
    valid: u64,
    invalid: u64,
    watched: bool,
}

impl Progress {
    /// How many bodies pass between two lines of news.
    const STEP: u64 = 100_000;

    fn new() -> Self {
        Self { valid: 0, invalid: 0, watched: io::stderr().is_terminal() }
    }

    fn count(&mut self, valid: bool) {
        *(if valid { &mut self.valid } else { &mut self.invalid }) += 1;
        let bodies = self.valid + self.invalid;
        if self.watched && bodies.is_multiple_of(Self::STEP) {
            eprint!("\r{bodies} bodies");
        }
    }

    fn finish(&self) {
        let Self { valid, invalid, watched } = self;
        let start = if *watched { "\r" } else { "" };
        eprintln!("{start}{} bodies: {valid} valid, {invalid} invalid", valid + invalid);
    }
}
