#!/usr/bin/env bash
# Runs the programs of the guide for bodies in bulk, and compares their verdicts with those of one process.
#
#     check.sh ENGINE.. [COUNT]     ENGINE: spark (needs Java 17; the first run installs 450 MB) or duckdb
#
# COUNT: the number of bodies, 200,000 by default. PROFILE: the profile of Cargo, dev by default. Figures need `release`.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/part.sh

export PROFILE=${PROFILE:-dev}
folder=target/engines
validate=$PWD/target/${PROFILE/#dev/debug}/examples/validate
TIMEFORMAT='%R s, of the processor %U s and %S s in the kernel'
engines=()
count=200000
for arg; do
    case $arg in
    spark | duckdb) engines+=("$arg") ;;
    *[!0-9]*) echo "no engine: $arg" >&2 && exit 2 ;;
    *) count=$arg ;;
    esac
done
((${#engines[@]} > 0)) || { echo 'usage: check.sh ENGINE.. [COUNT]' >&2 && exit 2; }

install() {
    [[ -x $folder/bin/python ]] || python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "tests/engines/$1.txt"
    PATH=$PWD/$folder/bin:$PATH
}

one_process() { "$validate" --lines --threads 1 --exit-zero "$1"; }
time_one_process() { time one_process "$work/bodies" >"$work/verdicts"; }

# The number of a line is that of its partition. Another text of a malformed body is no other verdict.
comparable() { sed --regexp-extended 's/^\{"line":[0-9]+,/{/; s/must be one JSON value in UTF-8[^"]*/malformed/'; }

compare() {
    cmp <(one_process "$1" 2>/dev/null | comparable) <(comparable <"$2")
    echo "$(wc -l <"$2") verdicts, $(grep -c '"valid":false' "$2") of them invalid, equal those of one process"
}

spark() {
    # Eight partitions, whatever the number of bodies is.
    local size=$(($(wc -c <"$work/bodies") / 8 + 1))
    time spark-submit --master 'local[2]' --conf spark.ui.enabled=false --conf spark.sql.files.openCostInBytes=0 \
        --conf "spark.sql.files.maxPartitionBytes=$size" \
        src/guide/scale/spark.py "$validate" "$work/bodies" "$work/spark" 2>"$work/log" || { cat "$work/log"; exit 1; }
    echo "$(ls "$work"/spark/part-* | wc -l) partitions"
    cat "$work"/spark/part-* >"$work/verdicts"
    LC_ALL=C sed '/^[ \t\r]*$/d' "$work/bodies" >"$work/lines"
    compare "$work/lines" "$work/verdicts"
}

duckdb() {
    # A column of JSON holds nothing else.
    LC_ALL=C sed '/}$/!d' "$work/bodies" | iconv -c -f UTF-8 -t UTF-8 >"$work/json"
    python tests/engines/table.py customers "$work/database" "$work/json"
    time python src/guide/scale/sql.py "$validate" "$work/database" "$work/verdicts"
    compare "$work/json" "$work/verdicts"
    cmp <(python tests/engines/table.py verdicts "$work/database") \
        <(sed --regexp-extended 's/.*"valid":(true|false).*/\1/' "$work/verdicts")
    echo 'the table has the same verdicts by id'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet --profile "$PROFILE" --example validate
python3 tests/engines/bodies.py "$count" >"$work/bodies"
part "One process" time_one_process
for engine in "${engines[@]}"; do
    part "Install $engine" install "$engine"
    part "$engine" "$engine"
done
