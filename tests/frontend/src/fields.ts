// The places in a body, found in its schema, with their labels in a form.

/** The part of a JSON Schema that leads to places. */
export interface Schema {
  type?: string;
  title?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  items?: Schema;
}

export interface Place {
  /** `["Identities", "0", "IDNumber"]` */
  steps: string[];
  /** `Document 1, Document number` */
  label: string;
  /** Whether it is an input of the form, and no object or list. */
  isField: boolean;
}

/** A place with an invalid value, and the reasons. */
export interface InvalidPlace {
  place: Place;
  reasons: string[];
}

/** The word for an item of the list; the title in the schema names the list. */
export const ITEM = "Document";

/** The place at the end of the steps. `undefined` if the schema has no such property, or the data no such item. */
export function placeAt(schema: Schema, steps: readonly string[], data: unknown): Place | undefined {
  let here = schema;
  let label = schema.title ?? "";
  let item = "";
  let value = data;
  for (const step of steps) {
    const { properties, items } = target(schema, here);
    const property = own<Schema>(properties, step);
    if (property) {
      here = property;
      label = item + (property.title ?? step);
    } else if (items && Array.isArray(value) && /^(0|[1-9]\d*)$/.test(step) && Number(step) < value.length) {
      here = items;
      label = `${ITEM} ${Number(step) + 1}`;
      item = `${label}, `;
    } else {
      return undefined;
    }
    value = own(value, step);
  }
  const { properties, items } = target(schema, here);
  return { steps: [...steps], label, isField: !properties && !items };
}

/** The value at the end of the steps. */
export function valueAt(data: unknown, steps: readonly string[]): unknown {
  return steps.reduce(own<unknown>, data);
}

/** The JSON Pointer of a place. No documented name has a character to be escaped. */
export function pointerTo({ steps }: Place): string {
  return steps.map((step) => `/${step}`).join("");
}

/** The id of a field's control on the page. */
export function idOf({ steps }: Pick<Place, "steps">): string {
  return ["customer", ...steps].join(".");
}

/** An own property, not one that every object inherits, such as `constructor`. */
function own<T>(object: unknown, name: string): T | undefined {
  return object instanceof Object && Object.hasOwn(object, name) ? (object as Record<string, T>)[name] : undefined;
}

/** The schema that `$ref` refers to, or the schema itself. */
function target(root: Schema, schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (own<Schema>(root.$defs, schema.$ref.replace("#/$defs/", "")) ?? schema);
}
