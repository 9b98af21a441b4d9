"""Ways to damage a schema, one keyword at a time.

Left out is what changes nothing that a validator could see, because another keyword says it too: the
least length and the format of a date (its pattern), the type beside a list of codes (its codes), type and
`required` within the condition (those of the address itself), and an `else` of a title alone.
"""

import json
import re

SUBSCHEMA = ["items", "if", "then", "else", "not"]
SUBSCHEMAS = ["properties", "$defs", "definitions"]
# Labels are a `oneOf` too, but of codes.
LISTS = ["allOf", "anyOf", "oneOf"]


def damages(schema):
    """Every damaged copy of a schema: what was done to it, itself, whether it takes Python's `$` to see it."""
    text = json.dumps(schema)
    for root in roots(schema):
        for path, node, in_condition in nodes(at(schema, root), root, False):
            for what, change, python_only in changes(node, in_condition):
                if is_repeated(path, node, what):
                    continue
                copy = json.loads(text)
                change(at(copy, path))
                yield f"/{'/'.join(map(str, path))}: {what}", copy, python_only


def is_repeated(path, node, what):
    """Whether the `anyOf` beside an address repeats it: the type, and the country with its codes."""
    if path[-4:] == ["allOf", 1, "properties", "Country"]:
        return what == "without allOf"
    repeated = ["without type", "without properties/Country"]
    if "required" in node:
        repeated.append(f"without required/{len(node['required']) - 1}")
    return path[-2:] == ["allOf", 1] and what in repeated


def at(node, path):
    for step in path:
        node = node[step]
    return node


def roots(schema):
    """Where the schema of the body begins; in an OpenAPI document, where each of its parts does."""
    if "components" not in schema:
        return [[]]
    names = ["Customer"]
    for name in names:
        text = json.dumps(schema["components"]["schemas"][name])
        names += [other for other in re.findall(r'"#/components/schemas/(\w+)"', text) if other not in names]
    return [["components", "schemas", name] for name in dict.fromkeys(names)]


def nodes(node, path, in_condition):
    """Every subschema with its path, and whether it is within the condition."""
    yield path, node, in_condition
    for key in SUBSCHEMA:
        if key in node:
            yield from nodes(node[key], [*path, key], in_condition or key != "items")
    for key in SUBSCHEMAS:
        for name, value in node.get(key, {}).items():
            yield from nodes(value, [*path, key, name], in_condition)
    for key in lists(node):
        for index, value in enumerate(node[key]):
            # What is in an `allOf` or a `oneOf` is an address with all its properties.
            yield from nodes(value, [*path, key, index], in_condition or key == "anyOf")


def lists(node):
    return [key for key in LISTS if key in node and not is_codes(node)]


def is_codes(node):
    return "enum" in node or ("oneOf" in node and "properties" not in node["oneOf"][0])


def changes(node, in_condition):
    """The changes to one subschema: what it is, how it is made, whether only Python's `$` shows it."""
    for what, change in plain_changes(node, in_condition):
        yield what, change, False
    if "pattern" in node:
        yield *set_to("maxLength", node["maxLength"] + 1), True
        yield *without("maxLength"), True


def plain_changes(node, in_condition):
    codes = is_codes(node)
    if "type" in node:
        yield set_to("type", "object" if node["type"] == "array" else "array")
        if not codes and not in_condition:
            yield without("type")
    if node.get("type") == "string" and not codes:
        yield from changed_lengths(node)
    if "pattern" in node:
        yield from changed_pattern(node["pattern"])
    if "required" in node and not in_condition:
        yield from changed_required(node)
    for name in node.get("properties", {}):
        yield without("properties", name)
    if "const" in node:
        yield set_to("const", "CA" if node["const"] == "US" else "GB")
    elif len(node.get("enum", [])) == 1:
        # OpenAPI 3.0 has no `const`.
        yield set_to("enum", ["CA" if node["enum"] == ["US"] else "GB"])
    elif codes:
        yield from changed_codes(node, in_condition)
    for key in SUBSCHEMA:
        if key in node and list(node[key]) != ["title"]:
            yield without(key)
    for key in lists(node):
        for index in range(len(node[key])):
            yield without(key, index) if len(node[key]) > 1 else without(key)
    if "$ref" in node:
        place, _, name = node["$ref"].rpartition("/")
        yield set_to("$ref", f"{place}/{'IdType' if name == 'CountryCode' else 'CountryCode'}")


def changed_lengths(node):
    least, most = node.get("minLength", 0), node.get("maxLength")
    yield set_to("minLength", least + 1)
    yield set_to("maxLength", 299 if most is None else most - 1)
    if "pattern" in node:
        return
    if least > 0:
        yield set_to("minLength", least - 1)
        yield without("minLength")
    if most is not None:
        yield set_to("maxLength", most + 1)
        yield without("maxLength")


def changed_pattern(pattern):
    yield without("pattern")
    yield set_to("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    # No 31st of a month, a year 0000, no leap years.
    yield set_to("pattern", pattern.replace("3[01]", "30"))
    yield set_to("pattern", re.sub(r"\(\[0-9]\{3}\[1-9][^)]*\)", "[0-9]{4}", pattern))
    yield set_to("pattern", re.sub(r"\|\(\[0-9]\{2}.*-02-29", "", pattern))


def changed_required(node):
    required = node["required"]
    yield without("required")
    for index in range(len(required)):
        yield without("required", index)
    for name in node["properties"]:
        if name not in required:
            yield set_to("required", [*required, name])


def changed_codes(node, in_condition):
    """A list without each of its entries, with one twice where that counts, and with a foreign one."""
    key = "enum" if "enum" in node else "oneOf"
    entries = node[key]
    for index in range(len(entries)):
        yield without(key, index)
    if key == "oneOf":
        yield set_to(key, [*entries, entries[0]], "oneOf/0 twice")
    # Beside the list of all countries, only one of those counts in the list of other countries.
    foreign = "US" if in_condition and "GB" in entries else "AA"
    entry = foreign if key == "enum" else {"const": foreign} if "const" in entries[0] else {"enum": [foreign]}
    yield set_to(key, [*entries, entry], f"{key} with {foreign}")


def set_to(key, value, what=None):
    return what or f"{key} {json.dumps(value)}", lambda node: node.update({key: value})


def without(key, entry=None):
    if entry is None:
        return f"without {key}", lambda node: node.pop(key)
    return f"without {key}/{entry}", lambda node: node[key].pop(entry)
