// The fields of a form, as the exported schema has them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const schema = join(import.meta.dirname, "../../../schema/customer-draft-07-labels.json");
const body = JSON.parse(readFileSync(schema, "utf8"));

/** The steps of a path: `Identities[0].IDNumber` has three. */
const steps = (path) => path.split(/[.[\]]+/).filter(Boolean);

/** The properties of a field in the schema, and which one of its name it is on the page. */
export function field(path) {
  let schema = body;
  let index = 0;
  let isRequired = false;
  for (const step of steps(path)) {
    if (schema.items) {
      index = Number(step);
      schema = schema.items;
    } else {
      isRequired = schema.required.includes(step);
      schema = schema.properties[step];
    }
  }
  const { title, description, format } = schema;
  return { title, description, isDate: format === "date", isRequired, index };
}

/** The id of a field on the page. */
export function idOf(path) {
  return ["customer", ...steps(path)].join(".");
}

/** The paths of all fields, where there are so many identities. */
export function paths(identities) {
  const leaves = ({ properties }, prefix) =>
    Object.entries(properties).flatMap(([name, schema]) => {
      const path = prefix + name;
      if (schema.properties) return leaves(schema, `${path}.`);
      if (!schema.items) return path;
      return Array.from({ length: identities }, (_, index) => leaves(schema.items, `${path}[${index}].`)).flat();
    });
  return leaves(body, "");
}
