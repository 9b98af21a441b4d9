"""The exports of the body, the documents with the reader's verdict, and the validators of both."""

import json
from pathlib import Path

import jsonschema
import jsonschema_rs
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas30_format_checker, oas31_format_checker

DIALECTS = ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"]
JSON_SCHEMA = ["2020-12", "draft-07"]

_PYTHON = {
    "2020-12": (jsonschema.Draft202012Validator, jsonschema.Draft202012Validator.FORMAT_CHECKER),
    "draft-07": (jsonschema.Draft7Validator, jsonschema.Draft7Validator.FORMAT_CHECKER),
    "openapi-3.1": (OAS31Validator, oas31_format_checker),
    "openapi-3.0": (OAS30Validator, oas30_format_checker),
}
_RUST = {
    "2020-12": jsonschema_rs.Draft202012Validator,
    "draft-07": jsonschema_rs.Draft7Validator,
    "openapi-3.1": jsonschema_rs.Draft202012Validator,
    # OpenAPI 3.0 is made from draft-04.
    "openapi-3.0": jsonschema_rs.Draft4Validator,
}


def exports(folder):
    """Every export of the body in a folder: its dialect, its name, itself."""
    for file in sorted([*Path(folder).glob("customer-*.json"), *Path(folder).glob("openapi-*.json")]):
        name = file.stem.removeprefix("customer-")
        # Not for validation.
        if name not in ("types", "types-open"):
            [dialect] = [one for one in DIALECTS if name == one or name.startswith(f"{one}-")]
            yield dialect, name, json.loads(file.read_text("utf-8"))


def body_of(dialect, export):
    """The schema of the body; of an OpenAPI document, the part that the validators look at."""
    if dialect in JSON_SCHEMA:
        return export
    return {"$ref": "#/components/schemas/Customer", "components": export["components"]}


def documents(file):
    """The lines of a file, each a body and the verdict on it; neither verdict may be rare."""
    with open(file, encoding="utf-8", newline="\n") as lines:
        every = [(line["body"], line["valid"]) for line in map(json.loads, lines)]
    valid = sum(valid for _, valid in every)
    if min(valid, len(every) - valid) < len(every) / 5:
        raise ValueError(f"one-sided: {valid} of {len(every)} documents are valid")
    return every


def python_validator(dialect, schema, formats):
    validator, checker = _PYTHON[dialect]
    return validator(schema, format_checker=checker if formats else None).is_valid


def rust_validator(dialect, schema, formats):
    return _RUST[dialect](schema, validate_formats=formats).is_valid


def check_schema(dialect, export):
    """Raises where an export of JSON Schema does not fit its meta-schema."""
    _PYTHON[dialect][0].check_schema(export)
