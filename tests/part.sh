# part WHAT COMMAND..: runs a part of a check, and says what it is and how long it took.
part() {
    local started=$SECONDS
    echo "== $1"
    shift
    "$@"
    echo "-- $((SECONDS - started)) s"
}
