#!/usr/bin/env python3
"""The modules of `src` import each other without a cycle, and so do the submodules of each module. `src` has at most 12
entries, so that it can be read at a glance.

Reads the paths that begin with `crate`, `super`, `self` or a submodule, and follows re-exports to the module that
defines the name. The file of a parent module takes no part among its submodules.
`cargo modules dependencies --acyclic` compares items instead, and stops at the associated types of proptest.
"""

import re
import sys
from pathlib import Path

MOST_ENTRIES = 12
# Comments, literals, and items that only tests have.
NOT_READ = r"""//[^\n]*|/\*.*?\*/|\br(#*)".*?"\1|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\\n])'"""
TESTS = r"#\[cfg\((?:doc)?test\)\][^;{]*(?:;|\{.*?\n\})"
PATHS = re.compile(r"\buse\s+([^;]+);|(?<!\w)((?:crate|super|self)(?:::\w+)+)")
# An item, or a name at the beginning of a row of a macro: `FirstName { .. }`, `plain Customer, CustomerDraft (..)`.
ITEM = r"\b(?:struct|enum|union|trait|type|fn|const|static|mod|macro_rules!)\s+{0}\b"
DEFINITION = ITEM + r"|^    (?:\w+,? )*{0}(?= [{{(]|[:,] )"


def code(file):
    """Each line stays where it was."""
    text = file.read_text(encoding="utf-8")
    for pattern in NOT_READ, TESTS:
        text = re.sub(pattern, lambda match: "\n" * match[0].count("\n"), text, flags=re.S)
    return text


def leaves(tree, prefix=()):
    """The paths of a `use`, each with the name that it gets."""
    head, brace, rest = tree.partition("{")
    path = [*prefix, *re.findall(r"\w+(?: as \w+)?|\*", head)]
    if brace:
        parts = re.findall(r"(?:[^,{}]|\{(?:[^{}]|\{[^{}]*\})*\})+", rest[: rest.rindex("}")])
        return [leaf for part in parts if part.strip() for leaf in leaves(part, path)]
    last, _, alias = path.pop().partition(" as ")
    path += [] if last == "self" and path else [last]
    return [(path, alias or path[-1])]


def resolve(at, path, seen=(), is_inside=False):
    """The module that defines what `path` means in the module `at`; `None` for other crates and unknown names."""
    if not path or path == ["*"]:
        return at
    step = {"crate": (), "super": at[:-1], "self": at}.get(path[0], (*at, path[0]))
    if step in CODE:
        return resolve(step, path[1:], seen, True)
    uses = [] if (at, path[0]) in seen else USES[at]
    seen = (*seen, (at, path[0]))
    found = [resolve(at, used, seen) for used, name in uses if name == path[0]]
    globs = [resolve(at, used[:-1], seen) for used, name in uses if name == "*"]
    found += [resolve(module, path, seen) for module in globs if module is not None]
    # Any name may come from a macro, if the path leads here.
    if re.search(DEFINITION.format(path[0]), CODE[at], re.M) or (is_inside and at and not found):
        found.append(at)
    return next((module for module in found if module is not None), None)


FILES = {file.relative_to("src").with_suffix("").parts: file for file in sorted(Path("src").rglob("*.rs"))}
FILES = {name[:-1] if name[-1] in ("mod", "lib") else name: file for name, file in FILES.items()}
CODE = {module: code(file) for module, file in FILES.items()}
FOUND = {
    module: [(match, *leaf) for match in PATHS.finditer(text) for leaf in leaves(match[1] or match[2])]
    for module, text in CODE.items()
}
USES = {module: [(path, name) for match, path, name in found if match[1]] for module, found in FOUND.items()}
edges, cycles, unknown = {}, {}, []
for at, found in FOUND.items():
    for match, path, _ in found:
        to = resolve(at, path)
        where = f"{FILES[at]}:{CODE[at].count(chr(10), 0, match.start()) + 1}: {'::'.join(path)}"
        if to is None and path[0] in ("crate", "super", "self"):
            unknown.append(where)
        for depth, (one, other) in enumerate(zip(at, to or ())):
            if at[:depth] == to[:depth] and one != other:
                edges.setdefault(at[:depth], {}).setdefault(one, {}).setdefault(other, where)

for parent, graph in edges.items():
    for start in graph:
        # From here to everywhere, the shortest ways first.
        ways = [[start]]
        for way in ways:
            for to in graph.get(way[-1], ()):
                if to == start:
                    cycles.setdefault((parent, frozenset(way)), [*way, to])
                elif not any(to in other for other in ways):
                    ways.append([*way, to])

for (parent, _), way in cycles.items():
    print(f"cycle in {'::'.join(('crate', *parent))}: {' -> '.join(way)}")
    for one, other in zip(way, way[1:]):
        print(f"    {edges[parent][one][other]}")
for where in unknown:
    print(f"not found: {where}")
entries = len(list(Path("src").iterdir()))
print(f"{len(CODE)} modules, {len(cycles)} cycles; {entries} entries in src, at most {MOST_ENTRIES}")
sys.exit(bool(cycles or unknown or entries > MOST_ENTRIES or len(CODE) < 2))
