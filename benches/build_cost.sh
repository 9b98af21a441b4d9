#!/usr/bin/env bash
# The build cost of a small program that reads a body and prints the number of violations: with the crate, garde,
# validator and jsonschema, all with default features and in their newest versions:
#   benches/build_cost.sh
set -euo pipefail
cd "$(dirname "$0")/.."

crate=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# program NAME: a new program whose main.rs is standard input.
program() {
    cargo new --quiet --vcs none --name program "$work/$1"
    cd "$work/$1"
    cat >src/main.rs
}

with_ours() {
    program customer-schema <<'RUST'
use customer_schema::Customer;
use std::io::Read;

fn main() {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body).expect("readable");
    println!("{}", Customer::from_json(&body).map_or_else(|violations| violations.total(), |_| 0));
}
RUST
    cargo add --quiet --path "$crate"
}

# with_peer NAME MODULE COUNT ARGUMENTS: the peer as in the comparison. COUNT is the number of violations in its `report`.
with_peer() {
    local name=$1 module=$2 count=$3
    shift 3
    program "$name" <<RUST
mod contender;
mod finding;
#[macro_use]
mod oracle;
mod limits;
mod refused;
mod rules;

use std::io::Read;

fn main() {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body).expect("readable");
    let violations = contender::read(&body).map_or_else(
        |refused| match refused {
            refused::Refused::Unreadable(_) => 1,
            refused::Refused::Invalid(report) => $count,
        },
        |_| 0,
    );
    println!("{violations}");
}
RUST
    mkdir src/oracle
    printf '#[macro_use]\npub(crate) mod table;\n' >src/oracle/mod.rs
    cp -r "$crate/tests/table" src/oracle/table
    cp "$crate"/benches/compare/{finding,limits,refused,rules}.rs src
    cp "$crate/benches/compare/contenders/peers/$module.rs" src/contender.rs
    cargo add --quiet serde --features derive
    cargo add --quiet serde_json isocountry
    cargo add --quiet "$@"
}

# In the folder of a program: a clean build, and its row.
measure() {
    local name=$1 crates seconds bytes violations
    cargo fetch --quiet
    crates=$(cargo tree --edges normal,build --prefix none | sed 's/ (.*//' | sort -u | grep -vc '^program ')
    TIMEFORMAT='%R | %U'
    seconds=$({ time RUSTFLAGS=-Awarnings cargo build --quiet --release --target-dir target 2>/dev/null; } 2>&1)
    strip -o stripped target/release/program
    bytes=$(stat -c %s stripped)
    violations=$(target/release/program <"$crate/examples/data/valid-gb.json")
    [[ $violations == 0 ]] || { echo "$name finds $violations violations in a valid body" >&2; exit 1; }
    printf '| %s | %s | %s | %s |\n' "$name" "$seconds" "$crates" "$((bytes / 1024))"
}

table() {
    printf '| clean release build | seconds | of processors | crates | KiB, stripped |\n|---|---:|---:|---:|---:|\n'
    (with_ours && measure customer-schema)
    (with_peer garde garde 'report.iter().count()' garde --features derive && measure garde)
    (with_peer validator validator 'report.errors().len()' validator --features derive && measure validator)
    (with_peer jsonschema jsonschema report jsonschema && measure jsonschema)
    (with_peer jsonschema-bare jsonschema report jsonschema --no-default-features && measure 'jsonschema, no default features')
    printf '\nThe others need serde, serde_json and isocountry, too. %s, %s processors.\n' \
        "$(rustc --version | cut -d' ' -f1-2)" "$(nproc)"
}

mkdir -p benches/results
table | tee benches/results/build_cost.md
