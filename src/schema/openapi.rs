//! The OpenAPI document of the operation.

use alloc::format;
use alloc::string::ToString;

use serde::Serialize;
use serde_json::{Value, json};

use super::object::example_of;
use super::{Dialect, OpenApi, Profile, generator};
use crate::{Customer, CustomerDraft, CustomerId, ErrorBody, ErrorType, PutCustomer, Status};

/// The OpenAPI document of `PUT /customers/{CustomerID}`, with the body at
/// `#/components/schemas/Customer`.
///
/// `info` and `servers` are stand-ins: put in what your service says of itself.
///
/// ```
/// use customer_schema::schema::{OpenApi, Profile, openapi};
///
/// let mut document = openapi(OpenApi::V3_1, Profile::Plain);
/// document["servers"] = serde_json::json!([{ "url": "https://customers.example" }]);
/// assert_eq!(document["components"]["schemas"]["Customer"]["type"], "object");
/// assert_eq!(document["components"]["securitySchemes"]["Signature"]["name"], "Api-Signature");
/// ```
#[must_use]
pub fn openapi(version: OpenApi, profile: Profile) -> Value {
    let mut generator = generator(Dialect::OpenApi(version), profile);
    let customer = generator.subschema_for::<Customer>();
    let error = generator.subschema_for::<ErrorBody>();
    json!({
        "openapi": match version {
            OpenApi::V3_1 => "3.1.1",
            OpenApi::V3_0 => "3.0.4",
        },
        "info": {
            "title": "Customers",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Creates and updates customers.",
            "contact": { "name": env!("CARGO_PKG_NAME") },
            "license": { "name": env!("CARGO_PKG_LICENSE"), "url": "https://spdx.org/licenses/" },
        },
        "servers": [{ "url": "/", "description": "The server that gives this document." }],
        "tags": [{ "name": "Customers", "description": "Who the customers are, and where they live." }],
        "paths": { format!("/customers/{{{}}}", PutCustomer::CUSTOMER_ID): { "put": {
            "operationId": "putCustomer",
            "summary": "Put Customer",
            "description": "Creates a customer, or updates it where it is there already. \
                Operations that refer to a `CustomerID` need it first.",
            "tags": ["Customers"],
            // A signature, or none: whether one is demanded is the service's own matter (S17).
            "security": [{ "Signature": [] }, {}],
            "parameters": [{
                "name": PutCustomer::CUSTOMER_ID,
                "in": "path",
                "required": true,
                "description": "The caller's own reference of the customer.",
                "schema": generator.subschema_for::<CustomerId>(),
                "example": "c-1815",
            }],
            "requestBody": {
                "description": "The customer.",
                "required": true,
                "content": json_content(&customer.to_value(), &example_of(&Customer::RULE)),
            },
            "responses": responses(&error.to_value()),
        } } },
        "components": {
            "schemas": generator.take_definitions(true),
            "securitySchemes": { "Signature": {
                "type": "apiKey",
                "in": "header",
                "name": PutCustomer::API_SIGNATURE,
                "description": "A digitally signed JWT in JWS compact form.",
            } },
        },
    })
}

/// The documented answers ([R23](crate::guide::contract#R23)).
fn responses(error: &Value) -> Value {
    let response = |status: &Status| {
        let content = example_of_error(*status).map(|example| ("content".into(), json_content(error, &example)));
        let description = ("description".into(), description(*status).into());
        (status.code().to_string(), Value::Object([description].into_iter().chain(content).collect()))
    };
    Value::Object(Status::ALL.iter().map(response).collect())
}

const fn description(status: Status) -> &'static str {
    match status {
        Status::Created => "The customer was created.",
        Status::Updated => "The customer was there already, and was updated.",
        Status::BadRequest => "The request is invalid. The answer lists all that is wrong with it.",
        Status::Unauthorized => "A signature is demanded, and is missing or wrong.",
        Status::InternalServerError => "The server failed.",
    }
}

/// What a server may answer with this status; `None` where there is no error.
fn example_of_error(status: Status) -> Option<ErrorBody> {
    const ACTION: &str = "PutCustomer";
    let kind = ErrorType::ALL.iter().find(|kind| kind.status() == Some(status))?;
    Some(match status {
        Status::BadRequest => {
            let mut draft = CustomerDraft::default();
            draft.full_name.first_name = Some("Ada".into());
            draft.date_of_birth = Some("1985-02-29".into());
            draft.primary_residence.state = Some("California".into());
            draft.primary_residence.country = Some("US".into());
            let violations = draft.validate().err()?;
            ErrorBody::invalid_request(&violations, "req-7f3a", ACTION)
        }
        Status::Unauthorized => ErrorBody::new(kind.clone(), "req-7f3b", ACTION, "a signature is required"),
        _ => ErrorBody::new(kind.clone(), "req-7f3c", ACTION, "the customer could not be stored"),
    })
}

fn json_content(schema: &Value, example: &impl Serialize) -> Value {
    // No key and no number is in there that JSON could not have, so that this cannot fail.
    let example = serde_json::to_value(example).unwrap_or_default();
    json!({ "application/json": { "schema": schema, "example": example } })
}
