use aide::axum::ApiRouter;
use aide::axum::routing::put_with;
use aide::openapi::OpenApi;
use aide::transform::TransformOperation;
use axum::extract::Path;
use axum::{Json, Router};
use customer_schema::{Customer, CustomerId, ErrorBody};
use schemars::JsonSchema;

use super::service::{Customers, put_customer};

#[derive(JsonSchema)]
#[schemars(inline)]
#[allow(dead_code, reason = "describes the path")]
struct Parameters {
    #[schemars(rename = "CustomerID")]
    customer_id: CustomerId,
}

fn describe(operation: TransformOperation) -> TransformOperation {
    operation
        .input::<(Path<Parameters>, Json<Customer>)>()
        .response::<201, ()>()
        .response::<204, ()>()
        .response::<400, Json<ErrorBody>>()
        .response::<401, Json<ErrorBody>>()
        .response::<500, Json<ErrorBody>>()
}

pub fn app(document: &mut OpenApi) -> Router {
    ApiRouter::new()
        .api_route("/customers/{CustomerID}", put_with(put_customer, describe))
        .with_state(Customers::default())
        .finish_api(document)
}
