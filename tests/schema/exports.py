"""The exports of the body, the documents with the reader's verdict, and the validators of both."""

import json
from pathlib import Path

import jsonschema
import jsonschema_rs
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas30_format_checker, oas31_format_checker

# The ends of the names of the files of each dialect.
PROFILES = {
    "2020-12": ["", "-labels", "-generators", "-fuzzers"],
    "draft-07": ["", "-labels"],
    "openapi-3.1": ["", "-labels", "-generators", "-fuzzers"],
    # The plain one is for generators too.
    "openapi-3.0": ["", "-labels", "-fuzzers"],
}
DIALECTS = list(PROFILES)
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
    for dialect in DIALECTS:
        stem = dialect if dialect.startswith("openapi") else f"customer-{dialect}"
        for profile in PROFILES[dialect]:
            yield dialect, dialect + profile, json.loads(Path(folder, f"{stem}{profile}.json").read_text("utf-8"))


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
