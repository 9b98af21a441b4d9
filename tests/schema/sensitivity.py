"""Damages every export, one keyword at a time: each damage has to make some document come out wrong.

    python sensitivity.py DOCUMENTS EXPORTS
"""

import json
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from damage import damages
from exports import body_of, documents, exports, python_validator, rust_validator


def survivors(file, export):
    """What was done to an export without any document noticing, and how much was done in all."""
    dialect, name, schema = export
    every = documents(file)
    # Python's own validator is slow: it gets the documents that its `$` is about.
    ends_in_line_break = [(body, valid) for body, valid in every if re.search(r'[0-9]\\n"', json.dumps(body))]
    started = time.monotonic()
    unseen = []
    count = 0
    for what, damaged, python_only in damages(schema):
        compile, asked = (python_validator, ends_in_line_break) if python_only else (rust_validator, every)
        validator = compile(dialect, body_of(dialect, damaged), False)
        count += 1
        if all(validator(body) == valid for body, valid in asked):
            unseen.append(what)
    seconds = time.monotonic() - started
    return "\n".join([f"{name}: {count} damages, {len(unseen)} not caught, {seconds:.1f} s", *unseen]), count, len(unseen)


def main(file, folder):
    total = unseen = 0
    with ProcessPoolExecutor() as pool:
        for report, count, unseen_here in pool.map(partial(survivors, file), exports(folder)):
            print(report, flush=True)
            total += count
            unseen += unseen_here
    print(f"{total - unseen} of {total} damaged schemas caught")
    return 0 if total > 0 and unseen == 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
