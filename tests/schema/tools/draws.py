"""Draws bodies with schemathesis: each branch of an address has to be among them, and each body has to be valid.

    python draws.py EXPORTS RESULTS

Appends a row of the guide's table to RESULTS.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import jsonschema_rs
import schemathesis
from hypothesis import HealthCheck, given, seed, settings

FILES = ["openapi-3.1-fuzzers.json", "openapi-3.0-fuzzers.json"]
COUNT = 200


def drawn(file):
    operation = schemathesis.openapi.from_path(str(file))["/customers/{CustomerID}"]["PUT"]
    bodies = []

    @seed(1)
    @settings(max_examples=COUNT, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy())
    def draw(case):
        bodies.append(case.body)

    draw()
    return bodies


def main(folder, results):
    schema = json.loads(Path(folder, "customer-2020-12.json").read_text("utf-8"))
    is_valid = jsonschema_rs.Draft202012Validator(schema).is_valid
    for file in FILES:
        bodies = drawn(Path(folder, file))
        invalid = [body for body in bodies if not is_valid(body)]
        if invalid:
            raise SystemExit(f"{file}: drew {len(invalid)} invalid bodies, such as {json.dumps(invalid[0])[:1000]}")
        countries = Counter(body["PrimaryResidence"]["Country"] for body in bodies)
        branches = {"US": countries["US"], "CA": countries["CA"]}
        branches["others"] = len(bodies) - sum(branches.values())
        print(f"{file}: {branches}")
        if min(branches.values()) < COUNT / 20:
            raise SystemExit(f"{file}: a branch is rare")
    row = f"| schemathesis | {' or '.join(f'`{file}`' for file in FILES)} | nothing |"
    print(row)
    with open(results, "a", encoding="utf-8") as rows:
        print(row, file=rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
