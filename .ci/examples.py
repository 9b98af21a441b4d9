#!/usr/bin/env python3
"""Every public type, function, method and constant is used in an example that runs.

Reads rustdoc's JSON. An item is used if its own docs have an example, or if an example on the page of its type has its
name. Fields, variants and constants of the type itself count as part of their type.
"""

import json
import re
import sys

KINDS = ("struct", "enum", "function", "constant", "module")


def examples(docs):
    """The code in an item's docs that rustdoc runs."""
    blocks = re.findall(r"^ *```([^\n]*)\n(.*?)^ *```$", docs or "", re.M | re.S)
    return "\n".join(code for tags, code in blocks if not re.search(r"text|json|toml|sh|ignore", tags))


def is_value(member):
    """Whether it is a constant of the type that it belongs to."""
    return member["inner"].get("assoc_const", {}).get("type") == {"generic": "Self"}


def main(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    index = document["index"]
    wanted, missing = 0, []

    def check(name, item, page):
        nonlocal wanted
        wanted += 1
        own = examples(item["docs"])
        if not own and not re.search(rf"\b{re.escape(item['name'])}\b", page):
            missing.append(name)

    def visit(item, path):
        ((kind, inner),) = item["inner"].items()
        if kind == "use":
            target = index.get(str(inner["id"]))
            if target is not None:
                visit(target, path)
            return
        if kind not in KINDS:
            return
        name = f"{path}::{item['name']}" if path else item["name"]
        if kind == "module":
            for child in inner["items"]:
                visit(index[str(child)], name)
            return
        check(name, item, "")
        impls = [index[str(i)] for i in inner.get("impls", [])]
        own = [block["inner"]["impl"] for block in impls if block["inner"]["impl"]["trait"] is None]
        members = [index[str(i)] for block in own for i in block["items"]]
        members = [member for member in members if member["visibility"] == "public" and not is_value(member)]
        page = "\n".join([examples(item["docs"]), *(examples(member["docs"]) for member in members)])
        for member in members:
            check(f"{name}::{member['name']}", member, page)

    visit(index[str(document["root"])], "")
    for name in missing:
        print(f"no example: {name}")
    print(f"{wanted - len(missing)} of {wanted} public items are used in an example")
    return 1 if missing or not wanted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
