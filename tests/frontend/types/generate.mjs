// Has each generator make types of the exported files, and checks the names that it gives them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const schema = join(root, "../../schema");
const OBJECTS = ["Customer", "FullName", "Identity", "StreetAddress"];

/** The commands as the guide shows them: FROM and TO stand for the files. */
const GENERATORS = {
  "json-schema-to-typescript": {
    from: "customer-types.json",
    command: "json2ts FROM TO --unreachableDefinitions",
    names: [...OBJECTS, "CountryCode", "IdType", "UsState", "CaProvince"],
  },
  "openapi-typescript": {
    from: "openapi-3.1.json",
    command: "openapi-typescript FROM -o TO --root-types --root-types-no-schema-prefix",
    names: [...OBJECTS, "CountryCode", "IdType", "UsState", "CaProvince", "ErrorBody", "ErrorType", "Extensions", "ReasonMap"],
    // The operation, beside the schemas.
    others: ["$defs", "components", "operations", "paths", "webhooks"],
  },
  quicktype: {
    from: "customer-types.json",
    command: "quicktype --lang ts --src-lang schema --just-types --prefer-unions --top-level Customer -o TO FROM",
    // It names a list after its property, and knows only what is referred to.
    names: [...OBJECTS, "CountryCode", "IDType"],
  },
};

for (const [generator, { from, command, names, others = [] }] of Object.entries(GENERATORS)) {
  const folder = join(root, "generated", generator);
  mkdirSync(folder, { recursive: true });
  const to = join(folder, "customer.ts");
  const files = { FROM: join(schema, from), TO: to };
  const [program, ...args] = command.split(" ").map((word) => files[word] ?? word);
  execFileSync(join(root, "node_modules/.bin", program), args, { stdio: ["ignore", "ignore", "inherit"] });
  const made = [...readFileSync(to, "utf8").matchAll(/^export (?:type|interface) (\S+)/gm)].map(([, name]) => name);
  assert.deepEqual(made.sort(), [...names, ...others].sort(), `the names of ${generator}`);
  // The samples import what stands beside them.
  cpSync(join(root, "types/samples.ts"), join(folder, "samples.ts"));
  console.log(`${generator}: ${names.join(", ")}`);
}
