// Has openapi-generator make clients, compares the type of every documented property, and tries what they accept.
//
//     node clients.mjs EXPORTS RESULTS
//
// Appends a row of the guide's table to RESULTS for each language. Needs Java, Go, and the jars below.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

import { buildSync } from "esbuild";

import { BODIES, INVALID, losses, writeRow } from "./probes.mjs";

const [, , folder, results] = process.argv;
const here = import.meta.dirname;

/** The kind of every documented property. */
const PROPERTIES = {
  Customer: { FullName: "FullName", DateOfBirth: "date", Identities: "identities", PrimaryResidence: "StreetAddress" },
  FullName: { FirstName: "text", LastName: "text", MiddleName: "text" },
  Identity: { IssuingCountry: "CountryCode", IDNumber: "text", IssuedDate: "date", ExpiryDate: "date", IDType: "IdType" },
  StreetAddress: { Street: "text", Street2: "text", City: "text", PostCode: "text", State: "text", Country: "CountryCode" },
};

/** Of the Debian packages libgoogle-gson-java, libjsr305-java and libgeronimo-annotation-1.3-spec-java. */
const JARS = ["gson", "jsr305", "geronimo-annotation-1.3-spec"].map((name) => `/usr/share/java/${name}.jar`).join(":");

const lines = BODIES.map((body) => `${JSON.stringify(body)}\n`).join("");
const run = (program, args, cwd) =>
  execFileSync(program, args, { cwd, input: lines, encoding: "utf8", stdio: ["pipe", "pipe", "inherit"] });

/** options: what the clients need to compile, and to accept unknown properties. verdicts: true or false per line. */
const LANGUAGES = [
  {
    name: "typescript-fetch",
    options: "",
    model: (name) => `models/${name}.ts`,
    api: "apis/CustomersApi.ts",
    property: /^ {4}(?<name>\w+)\??: (?<type>[^;]+);/gm,
    types: { text: "string", date: "Date", identities: "Array<Identity>" },
    verdicts: (to) => {
      const options = "--noEmit --strict --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom";
      execFileSync(join(here, "node_modules/.bin/tsc"), [...options.split(" "), join(to, "index.ts")], { stdio: "inherit" });
      const outfile = join(to, "verdicts.mjs");
      const bundled = { bundle: true, format: "esm", platform: "node", alias: { client: join(to, "index.ts") } };
      buildSync({ entryPoints: [join(here, "clients/verdicts.mjs")], outfile, ...bundled });
      return run("node", [outfile]);
    },
  },
  {
    name: "java",
    options: "disallowAdditionalPropertiesIfNotPresent=false",
    model: (name) => `src/main/java/org/openapitools/client/model/${name}.java`,
    api: "src/main/java/org/openapitools/client/api/CustomersApi.java",
    property: /^ {2}private (?<type>(?!Map<)\S+) (?<name>\w+)(?: = .*)?;/gm,
    types: { text: "String", date: "LocalDate", identities: "List<Identity>" },
    verdicts: (to) => {
      const program = join(here, "clients/java");
      const sources = `${program}:${join(to, "src/main/java")}`;
      const classes = join(to, "classes");
      execFileSync("javac", ["-nowarn", "-cp", JARS, "-sourcepath", sources, "-d", classes, join(program, "Verdicts.java")]);
      return run("java", ["-cp", `${JARS}:${classes}`, "Verdicts"]);
    },
  },
  {
    name: "go",
    options: "disallowAdditionalPropertiesIfNotPresent=false,enumClassPrefix=true",
    model: (name) => `model_${name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase()}.go`,
    api: "api_customers.go",
    property: /^\t\w+ \*?(?<type>\S+) `json:"(?<name>\w+)/gm,
    types: { text: "string", date: "string", identities: "[]Identity" },
    // The program is of the package of the client, so that it needs no path to import.
    package: "main",
    verdicts: (to) => {
      copyFileSync(join(here, "clients/main.go"), join(to, "main.go"));
      return run("go", ["run", "."], to);
    },
  },
];

/** Each file whose spelling differs. */
const FILES = ["openapi-3.1.json", "openapi-3.1-generators.json", "openapi-3.0.json"];

function generate({ name, options, package: packageName }, file) {
  const to = join(here, "generated", `client-${name}-${file}`);
  rmSync(to, { recursive: true, force: true });
  const properties = [options, packageName && `packageName=${packageName}`].filter(Boolean).join(",");
  const args = ["generate", "-g", name, "-i", resolve(folder, file), "-o", to, "--additional-properties", properties];
  execFileSync(join(here, ".venv/bin/openapi-generator-cli"), args, { stdio: "ignore" });
  return to;
}

function compareTypes({ name, model, api, property, types }, file, to) {
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
}

function lost(language, to) {
  const verdicts = language.verdicts(to).trimEnd().split("\n");
  assert.equal(verdicts.length, BODIES.length);
  return losses(language.name, (body) => verdicts[BODIES.indexOf(body)] === "true");
}

for (const language of LANGUAGES) {
  const { name, options } = language;
  const [ofFirst, ...ofOthers] = FILES.map((file) => {
    const to = generate(language, file);
    compareTypes(language, file, to);
    return lost(language, to);
  });
  for (const ofOther of ofOthers) assert.deepEqual(ofOther, ofFirst, `${name}: the files differ in what is lost`);
  const isEverything = Object.keys(INVALID).every((what) => ofFirst.includes(what));
  const title = ["openapi-generator:", name, options && `\`${options}\``].filter(Boolean).join(" ");
  writeRow(results, title, ["openapi-3.1.json", "openapi-3.0.json"], isEverything ? ["everything but types"] : ofFirst);
}
