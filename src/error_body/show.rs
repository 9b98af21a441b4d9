//! The error body as an error, in one line of a log.

use core::{error, fmt};

use super::ErrorBody;
use super::excerpt::Excerpt;
use crate::report::FieldPath;

/// The greatest number of paths in the line.
const MAX_PATHS: usize = 4;

/// Writes one line of limited length in printable ASCII. It shows neither `Detail` nor a reason, in which a server may
/// repeat personal data.
///
/// ```
/// use customer_schema::ErrorBody;
///
/// /// Sends a request; an answer with an error becomes an `Err`.
/// fn send() -> Result<(), Box<dyn std::error::Error>> {
///     let answer = br#"{
///         "Type": "InvalidMessage",
///         "Instance": "req-7f3a\nINFO paid",
///         "Extensions": {"Request": {"FullName.LastName": "is required", "Quota": "is used up"}}
///     }"#;
///     Err(ErrorBody::from_json(answer)?)?
/// }
///
/// assert_eq!(
///     send().unwrap_err().to_string(),
///     r"InvalidMessage, instance req-7f3a\nINFO paid, 2 reasons at FullName.LastName",
/// );
/// ```
impl fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error_type {
            Some(error_type) => write!(f, "{error_type}")?,
            None => f.write_str("error of no type")?,
        }
        if let Some(action) = &self.action {
            write!(f, " in {}", Excerpt(action))?;
        }
        if let Some(instance) = &self.instance {
            write!(f, ", instance {}", Excerpt(instance))?;
        }
        let maps = [&self.extensions.request, &self.extensions.features];
        let kept: usize = maps.iter().flat_map(|map| map.iter()).map(|(_, reasons)| reasons.len()).sum();
        match kept.saturating_add(self.omitted) {
            0 => {}
            1 => f.write_str(", 1 reason")?,
            reasons => write!(f, ", {reasons} reasons")?,
        }
        let mut paths = self.extensions.request.iter().filter_map(|(key, _)| FieldPath::from_key(key));
        for (i, path) in paths.by_ref().take(MAX_PATHS).enumerate() {
            let separator = if i == 0 { " at" } else { "," };
            write!(f, "{separator} {path}")?;
        }
        if paths.next().is_some() { f.write_str(", ..") } else { Ok(()) }
    }
}

impl error::Error for ErrorBody {}

/// Shows whether there is a `Detail`, and the numbers of keys, but none of their texts. Of the other texts of the server
/// it shows the start, as `Display` does.
impl fmt::Debug for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error_type, instance, action, detail, extensions, omitted } = self;
        let mut body = f.debug_struct("ErrorBody");
        body.field("error_type", error_type)
            .field("instance", &instance.as_deref().map(Excerpt))
            .field("action", &action.as_deref().map(Excerpt))
            .field("detail", &detail.as_ref().map(|_| format_args!("..")))
            .field("extensions", extensions);
        if *omitted > 0 {
            body.field("omitted", omitted);
        }
        body.finish()
    }
}
