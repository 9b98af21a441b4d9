#!/usr/bin/env bash
# Shows that the exported schemas agree with the code: everything that takes more than Rust.
#
#     check.sh [COUNT [SLOW [SEED]]]
#
# COUNT: how many documents there are; SLOW: how many of them Python's jsonschema gets, which takes
# milliseconds for each.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
count=${1:-20000}
slow=${2:-2000}
seed=${3:-1}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$here/.venv/bin/python
bin=$here/node_modules/.bin
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

part() {
    local started=$SECONDS
    echo "== $1"
    shift
    "$@"
    echo "-- $((SECONDS - started)) s"
}

install() {
    npm ci --prefix "$here" --silent
    [ -x "$python" ] || python3 -m venv "$here/.venv"
    "$python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
}

committed() {
    "$here/export.sh" "$work/schema"
    diff --recursive --unified --exclude=README.md schema "$work/schema" || {
        echo "the folder schema/ is not what the code exports: run tests/schema/export.sh" >&2
        return 1
    }
}

write_documents() {
    cargo run --quiet --package customer-schema-conformance -- "$seed" "$count" >"$work/documents"
    echo "$count documents of seed $seed, $(grep -c '"valid":true}$' "$work/documents") of them valid"
}

lint() {
    "$bin/redocly" lint --extends=recommended-strict "$work"/schema/openapi-*.json
    "$bin/spectral" lint --ruleset "$here/.spectral.yaml" --fail-severity=hint "$work"/schema/openapi-*.json
}

part "Install" install
part "The committed exports" committed
part "Documents" write_documents
part "Forms" node "$here/forms.mjs" "$work/schema"
part "Linters" lint
part "Differential run, JavaScript" node "$here/differential.mjs" "$work/documents" "$work/schema"
part "Differential run, Python" "$python" "$here/differential.py" "$work/documents" "$work/schema" "$slow"
part "Sensitivity" "$python" "$here/sensitivity.py" "$work/documents" "$work/schema"
