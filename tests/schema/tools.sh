#!/usr/bin/env bash
# Has generators of code read the exported files, tries what they make, and compares the losses with the table of the
# guide (src/guide/schema.rs).
#
#     tools.sh [--quick]
#
# --quick: only the generators of zod schemas, which the gate runs. The others need Java, Go, Debian's packages of three
# jars (tools/clients.mjs), a Python environment, and a compilation of typify: run all of them before a release, and
# after each new property and each change of a spelling.
#
# SCHEMA: the folder of the exported files; typify reads the committed one in any case.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)/tools
cd "$here"
schema=$(realpath "${SCHEMA:-../../../schema}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

. ../../part.sh

install() {
    npm ci --silent
}

install_others() {
    [ -x .venv/bin/python ] || python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
    node probes.mjs >"$work/probes.json"
}

typify() {
    cargo run --quiet --manifest-path typify/Cargo.toml -- "$work/probes.json" "$work/rows"
}

part "Install" install
part "Zod schemas" node zod.mjs "$schema" "$work/rows"
if [[ ${1:-} == --quick ]]; then
    node table.mjs "$work/rows"
    exit
fi
part "Install Python" install_others
part "Python models" .venv/bin/python models.py "$schema" "$work/probes.json" "$work/rows"
part "Drawn bodies" .venv/bin/python draws.py "$schema" "$work/rows"
part "Clients" node clients.mjs "$schema" "$work/rows"
part "Rust types" typify
node table.mjs "$work/rows" --all
