#!/usr/bin/env bash
# Shows that the exported schemas agree with the code: everything that takes more than Rust.
#
#     check.sh [COUNT [SLOW [SEED]]]
#
# COUNT: how many documents there are; SLOW: how many of them Python's jsonschema gets, which takes
# milliseconds for each. The part `Sensitivity` needs about as many documents as there are by default: fewer do
# not show every damage.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
count=${1:-20000}
slow=${2:-1200}
seed=${3:-1}

work=$(mktemp -d)
trap 'stop_background; rm -rf "$work"' EXIT
python=$here/.venv/bin/python
bin=$here/node_modules/.bin
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

. tests/part.sh

install() {
    npm ci --prefix "$here" --silent
    [ -x "$python" ] || python3 -m venv "$here/.venv"
    "$python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
}

write_documents() {
    cargo run --quiet --package customer-schema-conformance -- "$seed" "$count" >"$work/documents"
    echo "$count documents of seed $seed, $(grep -c '"valid":true}$' "$work/documents") of them valid"
}

# The files have the signature as a header; the other form is linted too.
lint() {
    local version
    for version in 3.1 3.0; do
        cargo run --quiet --package customer-schema --features schema --example export_schema -- \
            --dialect "openapi-$version" --signature apikey >"$work/openapi-$version-apikey.json"
    done
    "$bin/redocly" lint --extends=recommended-strict schema/openapi-*.json "$work"/openapi-*.json
    "$bin/spectral" lint --ruleset "$here/.spectral.yaml" --fail-severity=hint schema/openapi-*.json "$work"/openapi-*.json
}

part "Install" install
part "Documents" write_documents
part "Forms" node "$here/forms.mjs" schema
part "Linters" lint
part "Generated zod schemas" "$here/tools.sh" --quick
# In the background, since the rest uses one processor as well.
part "Differential run, JavaScript" node "$here/differential.mjs" "$work/documents" schema >"$work/javascript" 2>&1 &
javascript=$!
part "Differential run, Python" "$python" "$here/differential.py" "$work/documents" schema "$slow"
part "Sensitivity" "$python" "$here/sensitivity.py" "$work/documents" schema
finish "$javascript" "$work/javascript"
