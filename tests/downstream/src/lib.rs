//! A small service that receives customers. It can be built with a typical mistake in the code around the checks, so
//! that its tests show that the strategies find it.

use std::collections::BTreeMap;

use customer_schema::{Customer, ErrorBody, ErrorType, PutCustomer, Violations};
use serde::Deserialize;
use serde_json::Value;

/// A mistake to build the service with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Reads the name into a struct of its own as well, which knows no other properties.
    DeniesUnknownProperties,
    /// Bounds its key in bytes, where the contract counts characters.
    CountsBytes,
    /// Cuts the name for a list after twelve bytes.
    CutsCharacters,
    /// Drops properties that are null, for senders that write absent optional ones so. This also hides properties that
    /// are given twice.
    DropsNulls,
}

/// An answer of the service.
#[derive(Debug)]
pub struct Answer {
    /// The status code of HTTP.
    pub status: u16,
    /// The body, empty if the customer was stored.
    pub body: String,
}

/// Customers, and their names for a list.
#[derive(Debug, Default)]
pub struct Service {
    customers: BTreeMap<String, (String, Customer)>,
    mistake: Option<Mistake>,
}

#[derive(Deserialize)]
struct Named {
    #[serde(rename = "FullName")]
    _name: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    #[serde(rename = "FirstName")]
    _first: String,
    #[serde(rename = "LastName")]
    _last: String,
    #[serde(rename = "MiddleName")]
    _middle: Option<String>,
}

impl Service {
    /// A service with a mistake.
    pub fn with(mistake: Mistake) -> Self {
        Self { mistake: Some(mistake), ..Self::default() }
    }

    /// `PUT /customers/{CustomerID}`.
    pub fn put(&mut self, customer_id: &str, api_signature: Option<&str>, body: &[u8]) -> Answer {
        match self.read(customer_id, api_signature, body) {
            Ok(request) => self.store(request, body),
            Err(violations) => answer(400, &ErrorBody::invalid_request(&violations, "1", "PutCustomer")),
        }
    }

    fn read(&self, customer_id: &str, api_signature: Option<&str>, body: &[u8]) -> Result<PutCustomer, Violations> {
        let without_nulls =
            self.mistake.filter(|mistake| *mistake == Mistake::DropsNulls).and_then(|_| drop_nulls(body));
        PutCustomer::parse(customer_id, api_signature, without_nulls.as_deref().unwrap_or(body))
    }

    fn store(&mut self, request: PutCustomer, body: &[u8]) -> Answer {
        let key = request.customer_id.into_string();
        let name = request.customer.full_name.last_name.as_str();
        let listed = match self.mistake {
            Some(Mistake::DeniesUnknownProperties) if serde_json::from_slice::<Named>(body).is_err() => None,
            Some(Mistake::CountsBytes) if key.len() > 36 => None,
            Some(Mistake::CutsCharacters) => name.get(..name.len().min(12)).map(String::from),
            _ => Some(name.chars().take(12).collect()),
        };
        let Some(listed) = listed else {
            return answer(500, &ErrorBody::new(ErrorType::Unexpected, "1", "PutCustomer", "the store failed"));
        };
        let status = if self.customers.insert(key, (listed, request.customer)).is_some() { 204 } else { 201 };
        Answer { status, body: String::new() }
    }
}

fn drop_nulls(body: &[u8]) -> Option<Vec<u8>> {
    let mut customer: Value = serde_json::from_slice(body).ok()?;
    for object in ["FullName", "PrimaryResidence"] {
        customer.get_mut(object)?.as_object_mut()?.retain(|_, value| !value.is_null());
    }
    Some(customer.to_string().into())
}

fn answer(status: u16, body: &ErrorBody) -> Answer {
    Answer { status, body: serde_json::to_string(body).unwrap_or_default() }
}
