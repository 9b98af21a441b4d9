//! The OpenAPI document of the operation.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;

use schemars::generate::SchemaGenerator;
use serde_json::{Map, Value, json};

use super::{Dialect, OpenApi, Profile, components_of, examples, generator};
use crate::{ApiSignature, Customer, CustomerId, ErrorBody, PutCustomer, Status};

/// The description of the header, in both of its forms.
const SIGNATURE: &str = "A digitally signed JWT in JWS compact form. Each request has a signature of its own.";

/// How a document describes the header `Api-Signature` ([R2](crate::guide::contract#R2)).
///
/// ```
/// use customer_schema::schema::{OpenApi, Profile, SignatureForm, openapi_with};
///
/// let document = openapi_with(OpenApi::V3_1, Profile::Plain, SignatureForm::ApiKey);
/// assert_eq!(document["components"]["securitySchemes"]["Signature"]["name"], "Api-Signature");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureForm {
    /// As an optional parameter, which is an argument in generated clients: each request has another signature.
    #[default]
    Header,
    /// As a security scheme of type `apiKey`, for gateways and pages of documentation, which show it as a credential.
    /// Many generated clients set it once for all requests, or not at all.
    ApiKey,
}

/// The OpenAPI document of `PUT /customers/{CustomerID}`, with the body at
/// `#/components/schemas/Customer`.
///
/// `info` and `servers` are placeholders for those of your service.
///
/// ```
/// use customer_schema::schema::{OpenApi, Profile, openapi};
///
/// let mut document = openapi(OpenApi::V3_1, Profile::Plain);
/// document["servers"] = serde_json::json!([{ "url": "https://customers.example" }]);
/// assert_eq!(document["components"]["schemas"]["Customer"]["type"], "object");
/// let parameters = document.pointer("/paths/~1customers~1{CustomerID}/put/parameters").unwrap();
/// assert_eq!(parameters[1]["name"], "Api-Signature");
/// ```
#[must_use]
pub fn openapi(version: OpenApi, profile: Profile) -> Value {
    openapi_with(version, profile, SignatureForm::default())
}

/// The document of [`openapi`], with the signature in the given form.
///
/// ```
/// use customer_schema::schema::{OpenApi, Profile, SignatureForm, openapi_with};
///
/// let document = openapi_with(OpenApi::V3_0, Profile::Plain, SignatureForm::ApiKey);
/// let operation = document.pointer("/paths/~1customers~1{CustomerID}/put").unwrap();
/// assert_eq!(operation["parameters"].as_array().map(Vec::len), Some(1));
/// ```
#[must_use]
pub fn openapi_with(version: OpenApi, profile: Profile, signature: SignatureForm) -> Value {
    let mut generator = generator(Dialect::OpenApi(version), profile);
    let [customer, error] = bodies(&mut generator);
    let mut parameters = vec![json!({
        "name": PutCustomer::CUSTOMER_ID,
        "in": "path",
        "required": true,
        "description": description_of_id(),
        "schema": generator.subschema_for::<CustomerId>(),
        "example": "c-1815",
    })];
    // Each service decides whether it requires a signature (S17), so it is optional in both forms.
    let security = match signature {
        SignatureForm::Header => {
            parameters.push(json!({
                "name": PutCustomer::API_SIGNATURE,
                "in": "header",
                "required": false,
                "description": SIGNATURE,
                "schema": generator.subschema_for::<ApiSignature>(),
            }));
            json!([])
        }
        SignatureForm::ApiKey => json!([{ "Signature": [] }, {}]),
    };
    let mut components = components_of(&mut generator);
    if signature == SignatureForm::ApiKey {
        components.insert(
            "securitySchemes".into(),
            json!({ "Signature": {
                "type": "apiKey",
                "in": "header",
                "name": PutCustomer::API_SIGNATURE,
                "description": SIGNATURE,
            } }),
        );
    }
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
        "tags": [{ "name": "Customers", "description": "Customers and their addresses." }],
        "paths": { format!("/customers/{{{}}}", PutCustomer::CUSTOMER_ID): { "put": {
            "operationId": "putCustomer",
            "summary": "Put Customer",
            "description": "Creates a customer, or updates it if it exists. \
                Operations that refer to a `CustomerID` need it first.",
            "tags": ["Customers"],
            "security": security,
            "parameters": parameters,
            "requestBody": {
                "description": "The customer.",
                "required": true,
                "content": json_content(&customer, &examples::customers()),
            },
            "responses": responses(&error),
        } } },
        "components": components,
    })
}

/// The `components` of the document: for a document that another crate makes.
///
/// They are the schemas of the body, of the error body and of all that these refer to, by their names. `Customer` and
/// `ErrorBody` are the ones to refer to. The guide has [examples](crate::guide::openapi).
///
/// ```
/// use customer_schema::schema::{OpenApi, Profile, components, openapi};
///
/// let components = components(OpenApi::V3_1, Profile::Plain);
/// assert_eq!(components["schemas"]["StreetAddress"]["if"]["properties"]["Country"]["const"], "US");
/// assert_eq!(components, openapi(OpenApi::V3_1, Profile::Plain)["components"]);
/// ```
#[must_use]
pub fn components(version: OpenApi, profile: Profile) -> Value {
    let mut generator = generator(Dialect::OpenApi(version), profile);
    bodies(&mut generator);
    components_of(&mut generator).into()
}

/// References to the body and the error body, whose schemas the generator then has.
fn bodies(generator: &mut SchemaGenerator) -> [Value; 2] {
    [generator.subschema_for::<Customer>().to_value(), generator.subschema_for::<ErrorBody>().to_value()]
}

fn description_of_id() -> String {
    let limits = match CustomerId::RULE.max {
        Some(max) => format!("{} to {max} characters", CustomerId::RULE.min),
        None => format!("at least {} characters", CustomerId::RULE.min),
    };
    format!("The caller's own reference of the customer: {limits}.")
}

/// The documented answers ([R23](crate::guide::contract#R23)).
fn responses(error: &Value) -> Value {
    let response = |status: &Status| {
        let examples = examples::errors(*status);
        let content = (!examples.is_empty()).then(|| ("content".into(), json_content(error, &examples)));
        let description = ("description".into(), description(*status).into());
        (status.code().to_string(), Value::Object([description].into_iter().chain(content).collect()))
    };
    Value::Object(Status::ALL.iter().map(response).collect())
}

const fn description(status: Status) -> &'static str {
    match status {
        Status::Created => "The customer was created.",
        Status::Updated => "The customer existed and was updated.",
        Status::BadRequest => "The request is invalid. The answer lists all that is wrong with it.",
        Status::Unauthorized => "A signature is required, but is missing, repeated, malformed or does not verify.",
        Status::InternalServerError => "The server failed.",
    }
}

fn json_content(schema: &Value, examples: &Map<String, Value>) -> Value {
    json!({ "application/json": { "schema": schema, "examples": examples } })
}
