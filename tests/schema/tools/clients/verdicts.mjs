// Reads a body per line, and prints whether the client that openapi-generator made accepts it.

import { readFileSync } from "node:fs";

import { CustomerFromJSON } from "client";

function isValid(body) {
  try {
    CustomerFromJSON(body);
  } catch {
    return false;
  }
  return true;
}

for (const line of readFileSync(0, "utf8").trimEnd().split("\n")) console.log(isValid(JSON.parse(line)));
