"""Measures the contenders of all languages in one alternating run, and prints the tables in Markdown.

    compare.py FOLDER ROUNDS

FOLDER has the bodies, the scripts in JavaScript and their packages: see benches/languages.sh.
"""

import json
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

WORK = Path(sys.argv[1])
ROUNDS = int(sys.argv[2])
HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BODIES = WORK / "bodies"
CONTRACT = BODIES / "contract.json"

# A JavaScript engine and CPython's adaptive interpreter need some rounds to become fast.
WARM_UP = 3
BASELINE = "customer-schema, from_json"


def in_python(name):
    return [sys.executable, HERE / f"with_{name}.py", CONTRACT]


def in_javascript(name):
    return ["node", WORK / f"with_{name}.mjs", CONTRACT, ROOT / "schema/customer-2020-12.json"]


def npm_version(name):
    return json.loads((WORK / "node_modules" / name / "package.json").read_text())["version"]


COMMANDS = {
    BASELINE: [ROOT / "target/release/bulk", "from_json"],
    "customer-schema, check_json": [ROOT / "target/release/bulk", "check_json"],
    f"msgspec {version('msgspec')}": in_python("msgspec"),
    f"pydantic {version('pydantic')}": in_python("pydantic"),
    f"ajv {npm_version('ajv')}": in_javascript("ajv"),
    f"zod {npm_version('zod')}": in_javascript("zod"),
}


class Contender:
    """A process that checks the lines of files."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def check(self, name):
        """The processor seconds, and the number of violations of each line."""
        print(BODIES / name, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline().split()
        if not answer:
            sys.exit(f"{self.process.args} ended")
        return float(answer[0]), [int(count) for count in answer[1:]]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def measure(contenders):
    """The seconds of each contender, one for each round."""
    seconds = {name: [] for name in contenders}
    names = list(contenders)
    for i in range(WARM_UP + ROUNDS):
        # Another one begins in each round.
        first = i % len(names)
        for name in names[first:] + names[:first]:
            taken, _ = contenders[name].check("bulk.ndjson")
            if i >= WARM_UP:
                seconds[name].append(taken)
    return seconds


def row(*cells):
    print("|", " | ".join(str(cell) for cell in cells), "|")


def print_times(contenders, seconds):
    size = (BODIES / "bulk.ndjson").stat().st_size
    verdicts = {name: [count == 0 for count in one.check("bulk.ndjson")[1]] for name, one in contenders.items()}
    valid = verdicts[BASELINE]
    title = f"{len(valid):,} lines, {valid.count(False):,} of them invalid"
    row(title, "MB/s per core", "time by the first", "half of the rounds", "other verdicts")
    print("|---|---:|---:|---:|---:|")
    for name, taken in seconds.items():
        ratios = [one / other for one, other in zip(taken, seconds[BASELINE])]
        lower, _, upper = quantiles(ratios, n=4)
        differing = sum(one != other for one, other in zip(verdicts[name], valid))
        row(name, f"{size / median(taken) / 1e6:.0f}", f"{median(ratios):.2f}", f"{lower:.2f} to {upper:.2f}", differing)


def print_reports(contenders):
    row("of twelve violations", "values: reported", "types: reported")
    print("|---|---:|---:|")
    for name, contender in contenders.items():
        row(name, *contender.check("reports.ndjson")[1])


def print_verdicts(contenders):
    edges = json.loads(CONTRACT.read_text())["edges"]
    names = list(contenders)
    verdicts = {name: [count == 0 for count in contenders[name].check("edges.ndjson")[1]] for name in names}
    for name in names:
        if len(verdicts[name]) != len(edges):
            sys.exit(f"{name} answers {len(verdicts[name])} of {len(edges)} lines")
    row(f"of {len(edges)} bodies at the edges of the rules", *names)
    print("|---" + "|---:" * len(names) + "|")
    for title, is_counted in [("invalid, accepted", False), ("valid, refused", True)]:
        counts = [
            sum(is_valid == is_counted and verdict != is_valid for (_, is_valid), verdict in zip(edges, verdicts[name]))
            for name in names
        ]
        row(title, *counts)
    for i, (edge, is_valid) in enumerate(edges):
        differs = [verdicts[name][i] != is_valid for name in names]
        if any(differs):
            row(edge, *("yes" if one else "–" for one in differs))


def main():
    contenders = {name: Contender(command) for name, command in COMMANDS.items()}
    seconds = measure(contenders)
    print_times(contenders, seconds)
    print()
    print_reports(contenders)
    print()
    print_verdicts(contenders)
    for contender in contenders.values():
        contender.end()
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(
        f"\nThe time is that of the processor for reading the file, parsing, checking and dropping the values, of all"
        f" threads. It is the median of {ROUNDS} rounds, in which the contenders take turns; the next column has the"
        f" quartiles of the ratios. Python {platform.python_version()}, Node {node.removeprefix('v')}."
        f"\n\nmsgspec and pydantic build objects, zod builds a copy, ajv keeps the tree of `JSON.parse`. All have the"
        f" rules of the contract; msgspec stops at the first violation, and ajv reports a value that breaks two"
        f" keywords twice. The last table has every body on which one of"
        f" them gives another verdict than the contract: the first two rows count, the others name them."
    )


main()
