#!/usr/bin/env bash
# Runs schemathesis with all its checks against the server: the answers have to be those of the document for fuzzers.
#
#     schemathesis.sh [EXAMPLES [SEED]]
#
# EXAMPLES: the number of requests that are drawn, besides some 900 that it makes from the limits of the document.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
examples=${1:-2000}
seed=${2:-1}
target=$(realpath "${CARGO_TARGET_DIR:-target}")
venv=$target/schemathesis
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
cargo build --quiet -p customer-server

# The shape of a signature (S9) is not in the document, and almost no text has it. So one is given.
"$venv/bin/python" - schema/openapi-3.1-fuzzers.json >"$work/openapi.json" <<'END'
import json, sys

document = json.load(open(sys.argv[1]))
parameters = document["paths"]["/customers/{CustomerID}"]["put"]["parameters"]
signature = next(each for each in parameters if each["name"] == "Api-Signature")
signature["schema"]["enum"] = ["eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl"]
json.dump(document, sys.stdout)
END

cd "$work"
env -u DATABASE_URL "$target/debug/customer-server" 127.0.0.1:0 >address 2>log &
server=$!
until address=$(grep -o '127.*' address); do
    kill -0 "$server"
    sleep 0.1
done

"$venv/bin/schemathesis" run openapi.json --url "http://$address" --checks all --max-examples "$examples" \
    --seed "$seed" --continue-on-failure --suppress-health-check all
echo 'answers by their status:'
grep -o 'status=.*' log | sort | uniq -c
