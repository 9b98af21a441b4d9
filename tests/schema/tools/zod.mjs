// Has each generator of zod schemas read its file, and tries what it makes.
//
//     node zod.mjs EXPORTS RESULTS
//
// Appends a row of the guide's table to RESULTS for each.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { buildSync } from "esbuild";
import * as z from "zod";

import { losses, writeRow } from "./probes.mjs";

const [, , folder, results] = process.argv;
const here = import.meta.dirname;

/** FROM, TO: the file and the folder of the output. CUSTOMER: the schema of the body in the module. */
const GENERATORS = [
  {
    name: "hey-api (zod)",
    file: "openapi-3.1-generators.json",
    command: "openapi-ts -i FROM -o TO -p zod --silent",
    module: "zod.gen.ts",
    customer: "zCustomer",
  },
  {
    name: "orval (zod)",
    file: "openapi-3.1-generators.json",
    command: "orval --input FROM --output TO/zod.ts --client zod",
    module: "zod.ts",
    customer: "putCustomerBody",
  },
  {
    name: "kubb (zod)",
    file: "openapi-3.1-generators.json",
    command: `kubb generate --config ${join(here, "kubb.config.mjs")}`,
    module: "zod/customerSchema.ts",
    customer: "customerSchema",
  },
  {
    name: "openapi-zod-client",
    file: "openapi-3.0.json",
    command: "openapi-zod-client FROM -o TO/client.ts --export-schemas",
    module: "client.ts",
    customer: "Customer",
    // It writes for zod 3, which zod 4 has in a folder of its own.
    alias: { zod: "zod/v3" },
  },
];

function generated({ name, file, command, module, customer, alias }) {
  const to = join(here, "generated", name.replace(/\W+/g, "-"));
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const paths = { FROM: join(folder, file), TO: to };
  const [program, ...args] = command.split(" ").map((word) => word.replace(/^(FROM|TO)/, (key) => paths[key]));
  execFileSync(join(here, "node_modules/.bin", program), args, {
    cwd: here,
    env: { ...process.env, ...paths },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const outfile = join(to, "bundle.mjs");
  buildSync({ entryPoints: [join(to, module)], outfile, bundle: true, format: "esm", platform: "node", packages: "external", alias, logLevel: "error" });
  return import(pathToFileURL(outfile)).then((exports) => exports[customer] ?? exports.schemas[customer]);
}

function report(name, file, schema) {
  writeRow(results, name, [file], losses(name, (body) => schema.safeParse(body).success));
}

const file = "customer-2020-12-generators.json";
report("zod 4 `fromJSONSchema`", file, z.fromJSONSchema(JSON.parse(readFileSync(join(folder, file), "utf8"))));
for (const generator of GENERATORS) report(generator.name, generator.file, await generated(generator));
