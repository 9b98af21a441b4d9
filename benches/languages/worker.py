"""The protocol of a contender in Python, as that of `bulk` in benches/compare/bulk.rs.

For each path on standard input: checks every line of the file, and prints the processor seconds and the number of
violations of each line.
"""

import sys
from time import process_time


def answer(violations):
    for path in sys.stdin:
        start = process_time()
        with open(path.rstrip("\n"), "rb") as file:
            counts = [violations(line) for line in file.read().split(b"\n")]
        seconds = process_time() - start
        print(seconds, *counts, flush=True)
