#!/usr/bin/env python3
"""Prints the coverage of `src/`, and the code that was not run, from a folder of llvm-cov's exports: lines from LCOV,
the rest from JSON.

A generic function has a copy for each type. Code that one of them runs is covered, so their counts are added up.
llvm-cov's own summary takes the best copy instead.
"""

import json
import sys
from collections import Counter
from pathlib import Path

ROOT = f"{Path.cwd()}/"
CODE = 0


def lines(exports):
    counts = Counter()
    for row in (row for lcov in exports.glob("*.lcov") for row in lcov.read_text().splitlines()):
        kind, _, rest = row.partition(":")
        if kind == "SF":
            file = rest.removeprefix(ROOT)
        elif kind == "DA" and file.startswith("src/"):
            line, count = rest.split(",")[:2]
            counts[file, int(line)] += int(count)
    return counts


def functions(exports):
    for text in exports.glob("*.text"):
        yield from json.loads(text.read_text())["data"][0]["functions"]


def spans(exports):
    """Counts of each region and of each outcome of a branch, by its location."""
    regions, branches = Counter(), Counter()
    for function in functions(exports):
        files = [name.removeprefix(ROOT) for name in function["filenames"]]
        for *span, count, file, _, kind in function["regions"]:
            if kind == CODE and files[file].startswith("src/"):
                regions[files[file], *span] += count
        for *span, true, false, file, _, _ in function["branches"]:
            if files[file].startswith("src/"):
                branches[files[file], *span, "true"] += true
                branches[files[file], *span, "false"] += false
    return regions, branches


def source(file, line, column, last_line, last_column):
    """The code of a region, at most to the end of its first line. Columns count bytes."""
    text = Path(file).read_bytes().splitlines()[line - 1]
    return text[column - 1 : last_column - 1 if line == last_line else None].decode()


def missed(counts):
    return sorted(location for location, count in counts.items() if count == 0)


def main(exports):
    of_lines = lines(exports)
    regions, branches = spans(exports)
    for name, counts in ("lines", of_lines), ("regions", regions), ("branches", branches):
        left = len(missed(counts))
        print(f"{name}: {len(counts) - left} of {len(counts)}, {100 * (1 - left / len(counts)):.2f} %")

    print("\nlines that no test runs")
    for file, line in missed(of_lines):
        print(f"{file}:{line}: {Path(file).read_text().splitlines()[line - 1].strip()}")
    print("\nparts that no test runs, of lines that one does")
    for file, line, *span in missed(regions):
        if of_lines[file, line]:
            print(f"{file}:{line}:{span[0]}: {source(file, line, *span)}")
    print("\noutcomes of conditions that no test reaches")
    for file, *span, outcome in missed(branches):
        print(f"{file}:{span[0]}:{span[1]}: {outcome}: {source(file, *span)}")


main(Path(sys.argv[1]))
