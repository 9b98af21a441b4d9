#!/usr/bin/env python3
"""Every crate that a user builds with this one has a licence that fits ours.

Walks the resolved dependencies of the package, all features on, tests and benchmarks left aside.
"""

import json
import re
import subprocess
import sys

# Permissive ones, which ask for their text and a name at most.
FITTING = {
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
}


def fits(expression):
    """Whether one may choose a fitting licence: `OR` binds weaker than `AND`, and `/` is an old `OR`."""
    tokens = re.findall(r"[()]|[^\s()/]+|/", (expression or "").replace(" WITH ", "\0"))

    def alternative():
        fitting = conjunction()
        while tokens and tokens[0] in ("OR", "/"):
            tokens.pop(0)
            fitting |= conjunction()
        return fitting

    def conjunction():
        fitting = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            fitting &= one()
        return fitting

    def one():
        if not tokens:
            return False
        token = tokens.pop(0)
        if token != "(":
            return token.replace("\0", " WITH ") in FITTING
        fitting = alternative()
        return bool(tokens) and tokens.pop(0) == ")" and fitting

    return alternative() and not tokens


# The check itself: what it must take and refuse.
for expression, expected in {
    "MIT": True,
    "MIT/Apache-2.0": True,
    "GPL-3.0": False,
    "MIT OR GPL-3.0": True,
    "MIT AND GPL-3.0": False,
    "(MIT OR Apache-2.0) AND Unicode-3.0": True,
    "GPL-2.0 OR MIT AND GPL-3.0": False,
    "Apache-2.0 WITH LLVM-exception OR GPL-3.0": True,
    "(MIT": False,
    "": False,
    None: False,
}.items():
    assert fits(expression) is expected, expression

command = ["cargo", "metadata", "--format-version", "1", "--all-features"]
metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}

left = [metadata["resolve"]["root"]]
seen = set()
while left:
    node = left.pop()
    if node not in seen:
        seen.add(node)
        built = (dep for dep in nodes[node]["deps"] if any(kind["kind"] != "dev" for kind in dep["dep_kinds"]))
        left.extend(dep["pkg"] for dep in built)

unfit = [packages[node] for node in seen if not fits(packages[node]["license"])]
for package in unfit:
    print(f"{package['name']} {package['version']}: {package['license'] or 'no licence given'}")
print(f"{len(seen) - len(unfit)} of {len(seen)} crates have a licence that fits")
sys.exit(1 if unfit or len(seen) < 2 else 0)
