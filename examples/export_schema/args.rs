//! The arguments of one export.

use std::io;

use customer_schema::schema::{self, Dialect, Profile, SignatureForm};
use serde_json::Value;

use crate::types::{UnknownProperties, types};
use crate::ui::Library;

/// One export.
pub(crate) enum Args {
    Body(Dialect, Profile),
    Document(schema::OpenApi, Profile, SignatureForm),
    ErrorBody(Dialect),
    Types(UnknownProperties),
    Ui(Library),
}

/// The arguments as they were given.
#[derive(Default)]
struct Given {
    dialect: Option<Dialect>,
    profile: Option<Profile>,
    signature: Option<SignatureForm>,
    error_body: bool,
    types: Option<UnknownProperties>,
    ui: Option<Library>,
}

impl Args {
    /// `None` if an argument is unknown, is given twice, or does not go with another one.
    pub(crate) fn parse<'a>(args: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut given = Given::default();
        let mut count = 0;
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            count += 1;
            let is_new = match arg {
                "--dialect" => {
                    let name = args.next()?;
                    let dialect = Dialect::ALL.iter().find(|dialect| dialect.as_str() == name)?;
                    given.dialect.replace(*dialect).is_none()
                }
                "--labels" => given.profile.replace(Profile::Labels).is_none(),
                "--generators" => given.profile.replace(Profile::Generators).is_none(),
                "--fuzzers" => given.profile.replace(Profile::Fuzzers).is_none(),
                "--signature" => given.signature.replace(signature_form(args.next()?)?).is_none(),
                "--error-body" => !std::mem::replace(&mut given.error_body, true),
                "--types" => given.types.replace(UnknownProperties::Refused).is_none(),
                "--types-open" => given.types.replace(UnknownProperties::Ignored).is_none(),
                "--ui" => given.ui.replace(Library::named(args.next()?)?).is_none(),
                _ => return None,
            };
            if !is_new {
                return None;
            }
        }
        given.export(count)
    }

    /// The export as text, with a line break at its end.
    pub(crate) fn export(self) -> io::Result<String> {
        Ok(serde_json::to_string_pretty(&self.value()?)? + "\n")
    }

    fn value(self) -> serde_json::Result<Value> {
        // A serialised schema has its keywords in a readable order.
        match self {
            Self::Body(dialect, profile) => serde_json::to_value(schema::body(dialect, profile)),
            Self::Document(version, profile, signature) => Ok(schema::openapi_with(version, profile, signature)),
            Self::ErrorBody(dialect) => serde_json::to_value(schema::error_body(dialect)),
            Self::Types(unknown) => {
                let schema = serde_json::to_value(schema::body(Dialect::Draft2020_12, Profile::Plain))?;
                Ok(types(&schema, unknown))
            }
            Self::Ui(library) => Ok(library.hints(schema::body(Dialect::Draft07, Profile::Labels).as_value())),
        }
    }
}

impl Given {
    /// The export that `count` arguments ask for together.
    fn export(self, count: usize) -> Option<Args> {
        if self.types.is_some() || self.ui.is_some() {
            // Each stands alone.
            return self.types.map(Args::Types).or(self.ui.map(Args::Ui)).filter(|_| count == 1);
        }
        let dialect = self.dialect.unwrap_or(Dialect::Draft2020_12);
        if self.error_body {
            return (self.profile.is_none() && self.signature.is_none()).then_some(Args::ErrorBody(dialect));
        }
        let profile = self.profile.unwrap_or_default();
        if !profile.is_offered_in(dialect) {
            return None;
        }
        match dialect {
            Dialect::OpenApi(version) => Some(Args::Document(version, profile, self.signature.unwrap_or_default())),
            dialect => self.signature.is_none().then_some(Args::Body(dialect, profile)),
        }
    }
}

fn signature_form(name: &str) -> Option<SignatureForm> {
    match name {
        "header" => Some(SignatureForm::Header),
        "apikey" => Some(SignatureForm::ApiKey),
        _ => None,
    }
}
