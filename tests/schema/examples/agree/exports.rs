//! The schemas in the folder `schema`, and the documents that each of them can validate.

use std::{fs, path::Path};

use customer_schema::{Customer, ErrorBody};
use customer_schema_conformance::Verdict;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// A file in `schema`.
pub(crate) struct Export {
    pub(crate) file: String,
    subject: Subject,
    validator: Validator,
}

enum Subject {
    /// The body, by all its rules.
    Body,
    /// The body, by a part of its rules.
    BodyInPart,
    /// The same, without unknown properties.
    ClosedBodyInPart,
    /// The error body of the report.
    ErrorBody,
}

/// A document for the validators.
pub(crate) struct Case {
    body: Value,
    valid: bool,
    has_unknown: bool,
    error_body: Option<Value>,
}

impl Case {
    /// `None` for what a validator cannot see: malformed bodies, and properties given twice.
    pub(crate) fn new(body: &[u8], verdict: &Verdict) -> Option<Self> {
        let error_body = match verdict {
            Verdict::Valid(_) => None,
            Verdict::Invalid(violations) if violations.iter().any(|found| found.reason().code() == "duplicate") => {
                return None;
            }
            Verdict::Invalid(violations) => {
                let error_body = ErrorBody::invalid_request(violations, "req-1", "PutCustomer");
                Some(serde_json::to_value(&error_body).expect("JSON"))
            }
            Verdict::Malformed | Verdict::CannotTell => return None,
        };
        Some(Self {
            body: serde_json::from_slice(body).ok()?,
            valid: error_body.is_none(),
            has_unknown: Customer::unknown_properties(body).is_ok_and(|unknown| !unknown.is_empty()),
            error_body,
        })
    }
}

impl Export {
    fn new(file: String, schema: Value) -> Option<Self> {
        let subject = match file.as_str() {
            "customer-types.json" => Subject::ClosedBodyInPart,
            "customer-types-open.json" => Subject::BodyInPart,
            file if file.starts_with("error-body-") => Subject::ErrorBody,
            file if file.starts_with("ui-") => return None,
            _ => Subject::Body,
        };
        let is_openapi = file.starts_with("openapi-");
        let root = if is_openapi {
            json!({ "$ref": "#/components/schemas/Customer", "components": schema["components"] })
        } else {
            schema
        };
        // Without formats, since the pattern of dates has to do without them as well.
        let mut options = jsonschema::options().should_validate_formats(false);
        if file.starts_with("openapi-3.0") {
            // Made from draft-04. The others name their draft, or are of the newest.
            options = options.with_draft(Draft::Draft4);
        }
        Some(Self { file, subject, validator: options.build(&root).expect("a valid schema") })
    }

    /// Whether reader and schema agree. `None` where the schema says nothing.
    pub(crate) fn agrees(&self, case: &Case) -> Option<bool> {
        let Case { body, valid, has_unknown, error_body } = case;
        match self.subject {
            Subject::Body => Some(self.validator.is_valid(body) == *valid),
            Subject::BodyInPart => valid.then(|| self.validator.is_valid(body)),
            Subject::ClosedBodyInPart => valid.then(|| self.validator.is_valid(body) != *has_unknown),
            Subject::ErrorBody => error_body.as_ref().map(|body| self.validator.is_valid(body)),
        }
    }
}

/// Every schema in the folder `schema`.
pub(crate) fn all() -> Vec<Export> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let export = |path: &Path| {
        let file = path.file_name()?.to_str()?.to_owned();
        let schema = serde_json::from_slice(&fs::read(path).expect("a readable file")).expect("JSON");
        Export::new(file, schema)
    };
    paths.iter().filter_map(|path| export(path)).collect()
}
