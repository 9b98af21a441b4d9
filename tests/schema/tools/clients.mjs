// Has openapi-generator make clients, and compares the type of every documented property.
//
//     node clients.mjs EXPORTS RESULTS
//
// Appends a row of the guide's table to RESULTS for each language.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const [, , folder, results] = process.argv;
const here = import.meta.dirname;

/** The kind of every documented property. */
const PROPERTIES = {
  Customer: { FullName: "FullName", DateOfBirth: "date", Identities: "identities", PrimaryResidence: "StreetAddress" },
  FullName: { FirstName: "text", LastName: "text", MiddleName: "text" },
  Identity: { IssuingCountry: "CountryCode", IDNumber: "text", IssuedDate: "date", ExpiryDate: "date", IDType: "IdType" },
  StreetAddress: { Street: "text", Street2: "text", City: "text", PostCode: "text", State: "text", Country: "CountryCode" },
};

const LANGUAGES = [
  {
    name: "typescript-fetch",
    model: (name) => `models/${name}.ts`,
    api: "apis/CustomersApi.ts",
    property: /^ {4}(?<name>\w+)\??: (?<type>[^;]+);/gm,
    types: { text: "string", date: "Date", identities: "Array<Identity>" },
    compile: (to) => {
      const options = "--noEmit --strict --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom";
      execFileSync(join(here, "node_modules/.bin/tsc"), [...options.split(" "), join(to, "index.ts")], { stdio: "inherit" });
    },
  },
  {
    name: "java",
    model: (name) => `src/main/java/org/openapitools/client/model/${name}.java`,
    api: "src/main/java/org/openapitools/client/api/CustomersApi.java",
    property: /^ {2}private (?<type>\S+) (?<name>\w+)(?: = .*)?;/gm,
    types: { text: "String", date: "LocalDate", identities: "List<Identity>" },
  },
  {
    name: "go",
    model: (name) => `model_${name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase()}.go`,
    api: "api_customers.go",
    property: /^\t\w+ \*?(?<type>\S+) `json:"(?<name>\w+)/gm,
    types: { text: "string", date: "string", identities: "[]Identity" },
  },
];

/** Each file whose spelling differs. */
const FILES = ["openapi-3.1.json", "openapi-3.1-generators.json", "openapi-3.0.json"];

for (const { name, model, api, property, types, compile } of LANGUAGES) {
  for (const file of FILES) {
    const to = join(here, "generated", `client-${name}-${file}`);
    rmSync(to, { recursive: true, force: true });
    const args = ["generate", "-g", name, "-i", resolve(folder, file), "-o", to];
    execFileSync(join(here, ".venv/bin/openapi-generator-cli"), args, { stdio: "ignore" });
    for (const [object, properties] of Object.entries(PROPERTIES)) {
      const source = readFileSync(join(to, model(object)), "utf8");
      const found = [...source.matchAll(property)].map(({ groups }) => [groups.name.toLowerCase(), groups.type]);
      const expected = Object.entries(properties).map(([key, kind]) => [key.toLowerCase(), types[kind] ?? kind]);
      assert.deepEqual(found.sort(), expected.sort(), `${object} in ${name} of ${file}`);
    }
    // An argument of the operation, as each request has another signature.
    const operations = readFileSync(join(to, api), "utf8");
    assert.match(operations, /apiSignature/, `${name} of ${file} has no argument for the signature`);
    assert.match(operations, /"Api-Signature"|'Api-Signature'/);
    compile?.(to);
  }
  const row = `| openapi-generator: ${name} | \`openapi-3.1.json\` or \`openapi-3.0.json\` | everything but types |`;
  console.log(row);
  appendFileSync(results, `${row}\n`);
}
