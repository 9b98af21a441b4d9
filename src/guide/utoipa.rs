use customer_schema::schema::{self, OpenApi, Profile};
use serde_json::Value;

#[utoipa::path(
    put,
    path = "/customers/{CustomerID}",
    params(("CustomerID" = String, Path), ("Api-Signature" = Option<String>, Header)),
    request_body = ref("#/components/schemas/Customer"),
    responses(
        (status = 201, description = "Created"),
        (status = 204, description = "Updated"),
        (status = 400, description = "Invalid", body = ref("#/components/schemas/ErrorBody")),
        (status = 401, description = "Unsigned", body = ref("#/components/schemas/ErrorBody")),
        (status = 500, description = "Failed", body = ref("#/components/schemas/ErrorBody")),
    ),
)]
#[allow(dead_code, reason = "stands for your handler")]
fn put_customer() {}

#[derive(utoipa::OpenApi)]
#[openapi(paths(put_customer))]
struct Document;

pub fn document() -> Value {
    let document = <Document as utoipa::OpenApi>::openapi();
    let mut document = serde_json::to_value(document).expect("a document is JSON");
    let components = schema::components(OpenApi::V3_1, Profile::Plain);
    for (name, schema) in components["schemas"].as_object().into_iter().flatten() {
        document["components"]["schemas"][name] = schema.clone();
    }
    document
}
