//! The dialects and their settings.

use core::fmt;

use schemars::generate::SchemaSettings;

/// A dialect of JSON Schema.
///
/// ```
/// use customer_schema::schema::Dialect;
///
/// let names: Vec<_> = Dialect::ALL.iter().map(|dialect| dialect.as_str()).collect();
/// assert_eq!(names, ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dialect {
    /// JSON Schema 2020-12.
    Draft2020_12,
    /// JSON Schema draft-07 without references: for form libraries.
    Draft07,
    /// A schema within an OpenAPI document.
    OpenApi(OpenApi),
}

/// A version of OpenAPI.
///
/// ```
/// use customer_schema::schema::{OpenApi, Profile, openapi};
///
/// let document = openapi(OpenApi::V3_0, Profile::Plain);
/// assert!(document["openapi"].as_str().unwrap().starts_with("3.0"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OpenApi {
    /// OpenAPI 3.1, whose schemas are JSON Schema 2020-12.
    V3_1,
    /// OpenAPI 3.0, whose schemas are a dialect of their own, without `if`, `const` and `$comment`.
    V3_0,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: &'static [Self] =
        &[Self::Draft2020_12, Self::Draft07, Self::OpenApi(OpenApi::V3_1), Self::OpenApi(OpenApi::V3_0)];

    /// The name of the dialect, such as `2020-12`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft2020_12 => "2020-12",
            Self::Draft07 => "draft-07",
            Self::OpenApi(OpenApi::V3_1) => "openapi-3.1",
            Self::OpenApi(OpenApi::V3_0) => "openapi-3.0",
        }
    }

    pub(super) fn settings(self) -> SchemaSettings {
        match self {
            Self::Draft2020_12 => SchemaSettings::draft2020_12(),
            Self::Draft07 => SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true),
            Self::OpenApi(OpenApi::V3_1) => SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = SchemaSettings::openapi3().definitions_path;
                settings.meta_schema = None;
            }),
            Self::OpenApi(OpenApi::V3_0) => SchemaSettings::openapi3(),
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
