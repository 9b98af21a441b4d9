"""Runs every validator of Python on every document, in every dialect and profile.

    python differential.py DOCUMENTS EXPORTS [SLOW]

SLOW: how many documents the slow validators get; all by default.
"""

import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import fastjsonschema
from openapi_spec_validator import validate as validate_document

from exports import DIALECTS, JSON_SCHEMA, body_of, check_schema, documents, exports, python_validator, rust_validator


def fast_validator(_, schema, formats):
    check = fastjsonschema.compile(schema, use_formats=formats, use_default=False)

    def is_valid(body):
        try:
            check(body)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return is_valid


# Name, the dialects that it knows, how it is called, whether it takes milliseconds a document for an export of this name.
VALIDATORS = [
    ("jsonschema", DIALECTS, python_validator, lambda name: True),
    ("fastjsonschema", ["draft-07"], fast_validator, lambda name: "labels" in name),
    ("jsonschema-rs", DIALECTS, rust_validator, lambda name: False),
]


def check_metaschemas(folder):
    for dialect, name, export in exports(folder):
        if dialect in JSON_SCHEMA:
            check_schema(dialect, export)
        else:
            validate_document(export)
        print(f"{name}: valid against its meta-schema")


def runs(folder, slow):
    """Each thing to ask: what it is called, whom, about which export, and about how many documents."""
    for validator, dialects, compile, is_slow in VALIDATORS:
        for formats in [True, False]:
            for dialect, name, export in exports(folder):
                if dialect in dialects:
                    case = f"{validator}, formats {'on' if formats else 'off'}, {name}"
                    yield case, partial(compile, dialect, body_of(dialect, export), formats), slow if is_slow(name) else None


def disagreements(file, run):
    """Says how often a validator and the reader differ, and how."""
    case, compile, limit = run
    asked = documents(file)[:limit]
    validator = compile()
    started = time.monotonic()
    different = [(body, valid) for body, valid in asked if validator(body) != valid]
    seconds = time.monotonic() - started
    lines = [f"{case}: {len(asked)} documents, {len(different)} disagreements, {seconds:.1f} s"]
    lines += [f"  {'valid' if valid else 'invalid'}: {json.dumps(body)[:1000]}" for body, valid in different[:3]]
    return "\n".join(lines), len(different)


def main(file, folder, slow=sys.maxsize):
    check_metaschemas(folder)
    total = 0
    with ProcessPoolExecutor() as pool:
        for report, different in pool.map(partial(disagreements, file), runs(folder, int(slow))):
            print(report, flush=True)
            total += different
    print(f"{total} disagreements in Python")
    return 0 if total == 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
