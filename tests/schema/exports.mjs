// The exports of the body, and the documents with the reader's verdict.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export const CUSTOMER = "#/components/schemas/Customer";

/** The ends of the names of the files of each dialect. */
const PROFILES = {
  "2020-12": ["", "-labels", "-generators", "-fuzzers"],
  "draft-07": ["", "-labels"],
  "openapi-3.1": ["", "-labels", "-generators", "-fuzzers"],
  // The plain one is for generators too.
  "openapi-3.0": ["", "-labels", "-fuzzers"],
};

/** Every export of the body in a folder, as `{name, dialect, schema}`. */
export function exportsIn(folder) {
  return Object.entries(PROFILES).flatMap(([dialect, profiles]) =>
    profiles.map((profile) => {
      const stem = dialect.startsWith("openapi") ? dialect : `customer-${dialect}`;
      const file = join(folder, `${stem}${profile}.json`);
      return { name: dialect + profile, dialect, schema: JSON.parse(readFileSync(file, "utf8")) };
    }),
  );
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
