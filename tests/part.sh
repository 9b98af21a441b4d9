# part WHAT COMMAND..: runs a part of a check, and says what it is and how long it took.
part() {
    local started=$SECONDS
    echo "== $1"
    shift
    "$@"
    echo "-- $((SECONDS - started)) s"
}

# finish PID LOG: waits for a command in the background and prints its output. Fails if the command failed.
finish() {
    local status=0
    wait "$1" || status=$?
    cat "$2"
    return "$status"
}

# Stops the commands in the background, if any still run.
stop_background() {
    jobs -p | xargs --no-run-if-empty kill 2>/dev/null || true
}
