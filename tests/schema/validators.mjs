// The validators of JavaScript: which dialects each one knows, and how it is called.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Validator } from "@cfworker/json-schema";
import { registerSchema, setShouldValidateFormat, validate } from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/draft-07";
import "@hyperjump/json-schema/formats";
import "@hyperjump/json-schema/openapi-3-0";
import "@hyperjump/json-schema/openapi-3-1";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { CUSTOMER } from "./exports.mjs";

/** ajv in strict mode. It has no dialect of OpenAPI 3.0; of draft-07 that differs by `example`. */
function ajv({ dialect, schema }, { formats }) {
  const isDraft07 = dialect === "draft-07" || dialect === "openapi-3.0";
  const validator = new (isDraft07 ? Ajv : Ajv2020)({ strict: true, validateFormats: formats });
  if (formats) addFormats(validator);
  if (!dialect.startsWith("openapi")) return validator.compile(schema);
  validator.addVocabulary(["example"]);
  // In strict mode it takes definitions in its own place alone.
  const components = JSON.stringify(schema.components.schemas).replaceAll("#/components/schemas/", "#/definitions/");
  return validator.compile({ $ref: "#/definitions/Customer", definitions: JSON.parse(components) });
}

function cfworker({ dialect, schema }) {
  const draft = { "2020-12": "2020-12", "draft-07": "7", "openapi-3.1": "2020-12", "openapi-3.0": "4" }[dialect];
  const root = dialect.startsWith("openapi") ? { $ref: CUSTOMER, components: schema.components } : schema;
  const validator = new Validator(root, draft);
  return (body) => validator.validate(body).valid;
}

let registered = 0;

async function hyperjump({ dialect, schema }, { formats }) {
  setShouldValidateFormat(formats);
  if (!dialect.startsWith("openapi")) {
    const uri = `https://example.com/${registered++}`;
    registerSchema(schema, uri);
    return verdict(await validate(uri));
  }
  // It knows a document of OpenAPI by its file's name.
  const folder = mkdtempSync(join(tmpdir(), "hyperjump-"));
  try {
    const file = join(folder, "customer.openapi.json");
    writeFileSync(file, JSON.stringify(schema));
    return verdict(await validate(`file://${file}${CUSTOMER}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const verdict = (validator) => (body) => validator(body).valid;

const DIALECTS = ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"];
// With formats on, its own meta-schema of OpenAPI 3.0 refuses every `$ref` within a document.
const HYPERJUMP_FORMATS = ["2020-12", "draft-07", "openapi-3.1"];
const on = { formats: true };
const off = { formats: false };

// `every`: a validator that is slow gets every so many documents.
export const VALIDATORS = [
  { name: "ajv strict, formats on", dialects: DIALECTS, compile: (exported) => ajv(exported, on) },
  { name: "ajv strict, formats off", dialects: DIALECTS, compile: (exported) => ajv(exported, off) },
  { name: "cfworker", dialects: DIALECTS, compile: cfworker, every: 4 },
  { name: "hyperjump, formats on", dialects: HYPERJUMP_FORMATS, compile: (exported) => hyperjump(exported, on) },
  { name: "hyperjump, formats off", dialects: DIALECTS, compile: (exported) => hyperjump(exported, off) },
];
