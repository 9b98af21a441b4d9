#!/usr/bin/env bash
# Shows that the exported files make forms and types: builds the pages, fills them in, compiles the types.
# The pages are tested against WCAG 2.2 AA by axe-core, at 1280 and 360 pixels.
#
# It installs what is missing, Chromium included. SCREENSHOTS=FOLDER keeps a picture of each state.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bin=node_modules/.bin
export PATH=$PWD/.venv/bin:$PATH PYTHONWARNINGS=ignore

. ../part.sh

install() {
    npm ci --silent
    [ -x .venv/bin/python ] || python3 -m venv .venv
    python -m pip install --quiet --disable-pip-version-check --requirement types/requirements.txt
    command -v chromium >/dev/null || {
        apt-get update --quiet=2
        apt-get install --quiet=2 --yes --no-install-recommends chromium >/dev/null
    }
    CHROMIUM=$(command -v chromium)
    export CHROMIUM
}

validator() {
    cargo build --quiet --example validate
    VALIDATE=$(realpath "${CARGO_TARGET_DIR:-../../target}/debug/examples/validate")
    export VALIDATE
}

types() {
    node types/generate.mjs
    local models=generated/datamodel-code-generator
    mkdir -p "$models"
    datamodel-codegen --input ../../schema/customer-2020-12.json --input-file-type jsonschema \
        --output-model-type pydantic_v2.BaseModel --snake-case-field --use-annotated \
        --formatters builtin --disable-timestamp --output "$models/customer.py"
    python types/samples.py "$models"
    "$bin/vue-tsc"
}

run() {
    node --test --test-concurrency=2 --test-timeout=600000 --test-reporter=./e2e/brief.mjs "$@"
}

damaged() {
    node e2e/damage.mjs "$work/schema"
    SCHEMA=$work/schema "$bin/vite" build --logLevel error --outDir "$work/dist"
    # Each form waits for the list that does not come: at the same time.
    DIST=$work/dist run --test-concurrency=3 --test-name-pattern Canada e2e/*.test.mjs >"$work/log" || true
    grep 'FAILED' "$work/log"
    # Once in each form.
    (($(grep --count 'FAILED .*the provinces of Canada' "$work/log") == 3))
}

part "Install" install
part "The validator" validator
part "Types, made and compiled" types
part "The page of the guide" node guide.mjs
part "Build" "$bin/vite" build --logLevel error
part "Forms, filled in" run e2e/*.test.mjs
part "Forms of a schema without Canada, which must fail" damaged
