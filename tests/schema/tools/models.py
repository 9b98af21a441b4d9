"""Has each generator of Python models read its file, and tries what it makes.

    python models.py EXPORTS PROBES RESULTS

PROBES: the bodies that `probes.mjs` prints. Appends a row of the guide's table to RESULTS for each.
"""

import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
GENERATED = HERE / "generated"

# Name, file, the command, the module, and the function of it that reads a body.
GENERATORS = [
    (
        "datamodel-code-generator `--type-mappings 'string+date=string'`",
        "customer-2020-12-generators.json",
        "datamodel-codegen --input FROM --input-file-type jsonschema --output-model-type pydantic_v2.BaseModel "
        "--snake-case-field --use-annotated --formatters builtin --disable-timestamp "
        "--type-mappings string+date=string --output TO/models_pydantic.py",
        "models_pydantic",
        lambda module: lambda body: module.Customer.model_validate_json(json.dumps(body)),
    ),
    (
        "openapi-generator: python",
        "openapi-3.1.json",
        "openapi-generator-cli generate -g python -i FROM -o TO",
        "openapi_client.models.customer",
        lambda module: lambda body: module.Customer.from_dict(body),
    ),
    (
        "openapi-python-client",
        "openapi-3.1-generators.json",
        "openapi-python-client generate --path FROM --output-path TO/attrs_client --meta none --overwrite",
        "attrs_client.models.customer",
        lambda module: lambda body: module.Customer.from_dict(body),
    ),
]


def generate(name, source, command):
    to = GENERATED / "".join(c if c.isalnum() else "-" for c in name)
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    words = [word.replace("FROM", str(source)).replace("TO", str(to)) for word in command.split()]
    words[0] = str(Path(sys.executable).parent / words[0])
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    sys.path.insert(0, str(to))


def losses(name, read, probes):
    """What a model does not check. A valid body of the five countries has to be read."""

    def is_valid(body):
        try:
            read(body)
        # Models refuse a body by various exceptions.
        except Exception:
            return False
        return True

    for country, body in probes["VALID"].items():
        if not is_valid(body):
            raise SystemExit(f"{name} refuses valid-{country}.json")
    lost = [what for what, bodies in probes["INVALID"].items() if any(map(is_valid, bodies))]
    return lost if is_valid(probes["LONG"]) else [*lost, "counts UTF-16 code units"]


def main(folder, probes, results):
    probes = json.loads(Path(probes).read_text("utf-8"))
    for name, file, command, module, reader in GENERATORS:
        generate(name, Path(folder, file).resolve(), command)
        lost = losses(name, reader(importlib.import_module(module)), probes)
        row = f"| {name} | `{file}` | {', '.join(lost) or 'nothing'} |"
        print(row, flush=True)
        with open(results, "a", encoding="utf-8") as rows:
            print(row, file=rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
