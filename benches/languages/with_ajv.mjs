// ajv 8: the exported schema, compiled, applied to the tree of JSON.parse.

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { answer } from "./worker.mjs";

const schema = JSON.parse(readFileSync(process.argv[3], "utf8"));
// The pattern of a date implies its format.
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

// An `if` repeats the error of its `then`.
const counts = (error) => error.keyword !== "if";

answer((value) => (validate(value) ? 0 : validate.errors.filter(counts).length));
