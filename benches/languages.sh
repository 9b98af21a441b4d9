#!/usr/bin/env bash
# Throughput and verdicts of validators in other languages, with the crate in the same run:
#   benches/languages.sh [ROUNDS]
# Needs Node and Python, and their package registries for the first run. Everything is installed below target/languages.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-15}
work=$PWD/target/languages
mkdir -p "$work"

cp benches/languages/{package.json,package-lock.json,.npmrc,*.mjs} "$work"
npm ci --prefix "$work" --silent
[[ -x $work/venv/bin/python ]] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --requirement benches/languages/requirements.txt

cargo build --quiet --release -p customer-schema-benches --bin bulk
target/release/bulk write "$work/bodies"

"$work/venv/bin/python" benches/languages/compare.py "$work" "$rounds" >"$work/languages.md"
mv "$work/languages.md" benches/results/languages.md
cat benches/results/languages.md
