#!/usr/bin/env bash
# Runs each target on a copy of its corpus, and fails on any finding.
#
#     run.sh [SECONDS [SANITIZER]]
#
# SECONDS: the duration of each target. SANITIZER: one for all targets, such as `none`, which takes a fifth of the time.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-6}
sanitizer=${2:-address}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Recording the origin of each allocation takes a third of the time, and helps only where memory is misused.
export ASAN_OPTIONS=${ASAN_OPTIONS:-malloc_context_size=0} RUST_BACKTRACE=0

cargo fuzz --version >/dev/null 2>&1 || cargo install --quiet --locked --debug cargo-fuzz

cargo +nightly fuzz build --sanitizer "$sanitizer" 2>"$work/log" || { cat "$work/log"; exit 1; }

# fuzz TARGET: prints one line, or the finding.
fuzz() {
    local target=$1
    local log=$work/$target.log inputs=("$work/$target")
    cp --recursive "corpus/$target" "$work/$target"
    [[ ! -d seeds/$target ]] || inputs+=("seeds/$target")
    cargo +nightly fuzz run --sanitizer "$sanitizer" "$target" "${inputs[@]}" -- \
        -dict=contract.dict -max_total_time="$seconds" -print_final_stats=1 >"$log" 2>&1 || {
        # The assertion and the end of the report of libFuzzer, without thousands of bytes in between.
        grep --text --after-context=4 'panicked at' "$log" || true
        tail --lines=25 "$log" | cut --characters=-200
        echo "$target: stopped before its time"
        return 1
    }
    printf '%-16s %9d executions, %s\n' "$target" \
        "$(sed --quiet 's/^stat::number_of_executed_units: *//p' "$log")" \
        "$(grep --only-matching 'cov: [0-9]* ft: [0-9]*' "$log" | tail --lines=1)"
}

# As many at a time as there are processors. `xargs` fails if one fails.
export work seconds sanitizer
export -f fuzz
cargo +nightly fuzz list | xargs --max-procs "$(nproc)" --replace bash -c 'set -euo pipefail; fuzz {}'
