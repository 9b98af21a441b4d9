#!/usr/bin/env bash
# Writes every export to a folder, `schema/` by default.
set -euo pipefail
cd "$(dirname "$0")/../.."
to=${1:-schema}

export_schema() {
    cargo run --quiet --features schema --example export_schema -- "$@"
}

mkdir -p "$to"
for dialect in 2020-12 draft-07; do
    export_schema --dialect "$dialect" >"$to/customer-$dialect.json"
    export_schema --dialect "$dialect" --labels >"$to/customer-$dialect-labels.json"
    export_schema --dialect "$dialect" --error-body >"$to/error-body-$dialect.json"
done
for dialect in openapi-3.1 openapi-3.0; do
    export_schema --dialect "$dialect" >"$to/$dialect.json"
    export_schema --dialect "$dialect" --labels >"$to/$dialect-labels.json"
done
export_schema --types >"$to/customer-types.json"
for library in jsonforms rjsf; do
    export_schema --ui "$library" >"$to/ui-$library.json"
done
