# Counts the instructions of the program `repeat` with callgrind. Sourced by other scripts, in the root.

# build_repeat PROFILE [ARGUMENTS]: builds it with these arguments of cargo.
build_repeat() {
    local profile=$1
    cargo build --quiet --profile "$profile" -p customer-schema-benches --bin repeat "${@:2}"
    export repeat=${CARGO_TARGET_DIR:-target}/$profile/repeat
}

# All instructions of `repeat` with these arguments.
instructions() {
    local output
    output=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$repeat" "$@" 2>&1) || {
        echo "$output" >&2
        return 1
    }
    sed -n 's/.*Collected : //p' <<<"$output"
}

# per_read FEW MANY ARGUMENTS: the difference of two runs with so many reads, which excludes the rest of the program.
per_read() {
    local few=$1 many=$2 of_few of_many
    shift 2
    of_few=$(instructions "$@" "$few") || return
    of_many=$(instructions "$@" "$many") || return
    echo $(((of_many - of_few) / (many - few)))
}
