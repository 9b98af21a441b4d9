#!/usr/bin/env bash
# Counts the instructions of one read, for each contender and each document of small bodies, with callgrind:
#   benches/callgrind.sh [PROFILE]
# Unlike times they hardly differ from run to run. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=${1:-release}
documents=8
baseline=1
. benches/count.sh
build_repeat "$profile"

list() { "$repeat" | sed -n "s/^$1 [0-9]* //p"; }
mapfile -t contenders < <(list contender)
mapfile -t names < <(list document | head -n "$documents")

declare -a of_baseline
for d in "${!names[@]}"; do
    of_baseline[d]=$(per_read 50 250 "$baseline" "$d")
done

mkdir -p "benches/results/$profile"
{
    printf '| instructions per read |'
    printf ' %s |' "${names[@]}"
    printf '\n|---|'
    printf -- '---:|%.0s' "${names[@]}"
    for c in "${!contenders[@]}"; do
        printf '\n| %s |' "${contenders[c]}"
        for d in "${!names[@]}"; do
            count=$(per_read 50 250 "$c" "$d")
            awk -v count="$count" -v baseline="${of_baseline[d]}" 'BEGIN { printf " %d (%.2f) |", count, count / baseline }'
        done
    done
    printf '\n\nIn brackets: the ratio to %s.\n' "${contenders[baseline]}"
} | tee "benches/results/$profile/instructions.md"
