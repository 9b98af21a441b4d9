// The exports of the body, and the documents with the reader's verdict.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const CUSTOMER = "#/components/schemas/Customer";

const DIALECTS = ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"];

/** Every export of the body in a folder, as `{name, dialect, schema}`. */
export function exportsIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(customer-(?!types)|openapi-).*\.json$/.test(file));
  return files.sort().map((file) => {
    const name = file.replace("customer-", "").replace(/\.json$/, "");
    const dialect = DIALECTS.find((one) => name === one || name.startsWith(`${one}-`));
    if (!dialect) throw new Error(`${file} is of no known dialect`);
    return { name, dialect, schema: JSON.parse(readFileSync(join(folder, file), "utf8")) };
  });
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
