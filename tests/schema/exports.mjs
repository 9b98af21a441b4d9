// The eight exports of the body, and the documents with the reader's verdict.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export const CUSTOMER = "#/components/schemas/Customer";

/** Every export in a folder, as `{name, dialect, schema}`. */
export function exportsIn(folder) {
  const found = [];
  for (const dialect of ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"]) {
    for (const profile of ["", "-labels"]) {
      const stem = dialect.startsWith("openapi") ? dialect : `customer-${dialect}`;
      const file = join(folder, `${stem}${profile}.json`);
      found.push({ name: dialect + profile, dialect, schema: JSON.parse(readFileSync(file, "utf8")) });
    }
  }
  return found;
}

/** The lines `{body, valid}` of a file; neither verdict may be rare. */
export function documentsIn(file) {
  const documents = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const valid = documents.filter((document) => document.valid).length;
  if (Math.min(valid, documents.length - valid) < documents.length / 5) {
    throw new Error(`one-sided: ${valid} of ${documents.length} documents are valid`);
  }
  return documents;
}
