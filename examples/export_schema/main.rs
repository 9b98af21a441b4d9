//! Prints the contract as JSON Schema or OpenAPI.
//!
//! ```text
//! export_schema [--dialect 2020-12|draft-07|openapi-3.1|openapi-3.0] [--labels]
//! export_schema [--dialect ..] --error-body
//! export_schema --types
//! export_schema --ui jsonforms|rjsf
//! ```
//!
//! - `--dialect`: 2020-12 by default. For OpenAPI it is the whole document of the operation, with the
//!   body at `#/components/schemas/Customer`.
//! - `--labels`: the codes with their names, for forms.
//! - `--error-body`: the schema of the error body instead of the request's.
//! - `--types`: the form from which generators make types, JSON Schema 2020-12. It says less than the
//!   contract: do not validate with it.
//! - `--ui`: hints for a form instead of a schema. JSON Forms draws draft-07 with `--labels`, RJSF that or
//!   2020-12.
//!
//! Exit status: 0, 1 where nothing could be written, 2 where the arguments cannot be understood.

mod types;
mod ui;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use customer_schema::schema::{self, Dialect, Profile};
use serde_json::{Result, Value};

const USAGE: &str =
    "usage: export_schema [--dialect 2020-12|draft-07|openapi-3.1|openapi-3.0] [--labels | --error-body]
                     [--types | --ui jsonforms|rjsf]";

fn main() -> ExitCode {
    let Some(wanted) = Wanted::from_args(env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match wanted.export().and_then(|export| serde_json::to_string_pretty(&export)) {
        Ok(json) if writeln!(io::stdout(), "{json}").is_ok() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What the arguments ask for.
#[derive(Default)]
struct Wanted {
    dialect: Option<Dialect>,
    profile: Profile,
    error_body: bool,
    types: bool,
    ui: Option<ui::Library>,
}

impl Wanted {
    fn from_args(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let mut wanted = Self::default();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--dialect" => {
                    let name = args.next()?;
                    wanted.dialect = Some(*Dialect::ALL.iter().find(|dialect| dialect.as_str() == name)?);
                }
                "--labels" => wanted.profile = Profile::Labels,
                "--error-body" => wanted.error_body = true,
                "--types" => wanted.types = true,
                "--ui" => wanted.ui = Some(ui::Library::named(&args.next()?)?),
                _ => return None,
            }
        }
        Some(wanted)
    }

    fn export(self) -> Result<Value> {
        let dialect = self.dialect.unwrap_or(Dialect::Draft2020_12);
        if let Some(library) = self.ui {
            return Ok(library.hints(schema::body(Dialect::Draft07, Profile::Labels).as_value()));
        }
        if self.types {
            return Ok(types::types(&serde_json::to_value(schema::body(Dialect::Draft2020_12, Profile::Plain))?));
        }
        // Serialised, a schema has its keywords in the order in which one reads them.
        match dialect {
            _ if self.error_body => serde_json::to_value(schema::error_body(dialect)),
            Dialect::OpenApi(version) => Ok(schema::openapi(version, self.profile)),
            dialect => serde_json::to_value(schema::body(dialect, self.profile)),
        }
    }
}
