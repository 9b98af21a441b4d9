//! A value or its report, from any format.

use super::{Value, entry};
use crate::report::Location;
use crate::{Reason, Violations};

/// The result of reading a value: the value, or a report of every violation in it.
///
/// `Deserialize` of a `Checked<T>` does not fail because of an invalid value, only if the format itself cannot be read.
/// So any self-describing format gives a report instead of the text of an error: YAML, CBOR, `MessagePack` or another
/// JSON parser, also in a field of your own struct ([S18](crate::guide::contract#S18)). `T` is any type that occurs in
/// a body: [`Customer`](crate::Customer), [`FullName`](crate::FullName), [`Identity`](crate::Identity),
/// [`StreetAddress`](crate::StreetAddress), a `Vec` of one of them, or the type of a single value.
///
/// Verdict, paths, reasons and order are those of the same body in JSON. There are no positions. The format itself may
/// still fail: in a value that it has to read, `serde_json` refuses a number beyond the range of a double and a lone
/// surrogate. Formats that are not self-describing, such as postcard, are not supported.
///
/// `Default` is a report of [`Reason::Required`], so with `#[serde(default)]` an absent field is reported like any
/// other violation. A field that may be absent or null is an `Option<Checked<T>>`.
///
/// ```
/// use customer_schema::{Checked, Identity, StreetAddress, Violation, Violations};
///
/// #[derive(serde::Deserialize)]
/// struct Company {
///     name: String,
///     employees: u32,
///     #[serde(default)]
///     address: Checked<StreetAddress>,
///     #[serde(default)]
///     documents: Vec<Checked<Identity>>,
/// }
///
/// impl Company {
///     /// The violations of all parts, as one report.
///     fn violations(self) -> Option<Violations> {
///         let address = self.address.into_result().err().map(|report| report.under("address"));
///         let documents = self.documents.into_iter().enumerate().filter_map(|(index, document)| {
///             Some(document.into_result().err()?.under_index(index).under("documents"))
///         });
///         Violations::join(address.into_iter().chain(documents))
///     }
/// }
///
/// let yaml = "
/// name: Analytical Engines
/// employees: 2
/// address: {Street: 1 Main St, City: Fresno, PostCode: '93650', State: California, Country: US}
/// documents:
///   - {IssuingCountry: GB, IDNumber: '533401372', IDType: Passport}
///   - {IssuingCountry: GB, IDNumber: 533401372, IDType: Passport}
/// ";
/// let company: Company = serde_yaml_ng::from_str(yaml)?;
/// assert_eq!((company.name.as_str(), company.employees), ("Analytical Engines", 2));
/// let report = company.violations().unwrap();
/// let line = |one: &Violation| (one.path().to_string(), one.reason().code());
/// let lines: Vec<_> = report.iter().map(line).collect();
/// assert_eq!(lines, [
///     ("address.State".to_owned(), "unknown_state"),
///     ("documents[1].IDNumber".to_owned(), "wrong_type"),
/// ]);
///
/// let json = r#"{"name": "Analytical Engines", "employees": 2, "documents": [{}]}"#;
/// let company: Company = serde_json::from_str(json)?;
/// let report = company.violations().unwrap();
/// let paths: Vec<_> = report.iter().map(|violation| violation.path().to_string()).collect();
/// assert_eq!(paths[..2], ["address", "documents[0].IssuingCountry"]);
/// assert_eq!(paths[2..], ["documents[0].IDNumber", "documents[0].IDType"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checked<T>(Result<T, Violations>);

impl<T> Checked<T> {
    /// The value or its report.
    ///
    /// # Errors
    ///
    /// Every violation in the value.
    pub fn into_result(self) -> Result<T, Violations> {
        self.0
    }

    /// The value or its report, borrowed.
    ///
    /// # Errors
    ///
    /// Every violation in the value.
    ///
    /// ```
    /// use customer_schema::{Checked, FirstName};
    ///
    /// let name: Checked<FirstName> = serde_json::from_str("\"Ada\"")?;
    /// assert_eq!(name.as_result().map(FirstName::as_str), Ok("Ada"));
    /// let name: Checked<FirstName> = serde_json::from_str("7")?;
    /// assert_eq!(name.as_result().unwrap_err().to_string(), "Body must be a string, is a number");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub const fn as_result(&self) -> Result<&T, &Violations> {
        self.0.as_ref()
    }
}

/// The report of a required value that is missing.
impl<T> Default for Checked<T> {
    fn default() -> Self {
        Self(Err(Violations::one(&Location::BODY, Reason::Required)))
    }
}

impl<'de, T: Value> serde::Deserialize<'de> for Checked<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        entry::read(deserializer, &Location::BODY).map(Self)
    }
}
