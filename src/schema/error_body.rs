//! The error body as a server writes it.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::json_schema;
use serde_json::json;

use super::impls::{codes, impl_json_schema};
use super::object::as_property;
use crate::error_body::name;
use crate::{ErrorBody, ErrorType, Extensions, ReasonMap};

impl_json_schema!(ErrorBody, "ErrorBody", in_place: false, |generator| {
    let text = || json_schema!({ "type": "string" });
    let properties = json!({
        name::TYPE: as_property(&generator.subschema_for::<ErrorType>(), "Type of error", "The type of the error.", "R24"),
        name::INSTANCE: as_property(&text(), "Reference", "A unique reference of this occurrence of the error.", "R25"),
        name::ACTION: as_property(&text(), "Action", "The action that failed.", "R25"),
        name::DETAIL: as_property(&text(), "Detail", "An explanation for people.", "R25"),
        name::EXTENSIONS: as_property(
            &generator.subschema_for::<Extensions>(),
            "Extensions",
            "The invalid fields of the request, and the disabled features.",
            "R26, R27",
        ),
    });
    json_schema!({ "description": "The answer to a request that failed.", "type": "object", "properties": properties })
});

impl_json_schema!(ErrorType, "ErrorType", in_place: false, |_| {
    codes("a type of error", ErrorType::ALL.iter().map(ErrorType::as_str))
});

impl_json_schema!(Extensions, "Extensions", in_place: false, |generator| {
    let request = "Invalid fields, by the path of the field, such as `FullName.FirstName` or `Identities[0].IDNumber`.";
    let properties = json!({
        name::REQUEST: as_property(&generator.subschema_for::<ReasonMap>(), "Invalid fields", request, "R26"),
        name::FEATURES: as_property(
            &generator.subschema_for::<ReasonMap>(),
            "Disabled features",
            "Disabled features, by the name of the feature flag.",
            "R27",
        ),
    });
    json_schema!({ "type": "object", "properties": properties })
});

impl_json_schema!(ReasonMap, "ReasonMap", in_place: false, |generator| {
    let reasons = generator.subschema_for::<Vec<String>>();
    json_schema!({ "description": "Lists of reasons.", "type": "object", "additionalProperties": reasons })
});
