// Maps the error body of a server to the fields. It is read leniently: a server may be of another version, and none
// of its reasons may be lost.

import type { ErrorSchema } from "@rjsf/utils";
import type { ErrorObject } from "ajv";

import { type InvalidPlace, placeAt, pointerTo, type Schema, valueAt } from "./fields";
import { message, sentence } from "./messages";

export interface Refusal {
  /** Reasons that belong to a field of the form. */
  invalidPlaces: InvalidPlace[];
  /** Sentences about the form as a whole. */
  notices: string[];
}

/** The number of reasons that a page shows at most. A server may send any number. */
const LIMIT = 256;

/** Reads an error body of any form. `sent` is the body that was sent, with the items of its lists. */
export function readRefusal(body: unknown, schema: Schema, sent: unknown): Refusal {
  const { Detail: detail, Extensions: extensions } = propertiesOf(body);
  const { Request: request, Features: features } = propertiesOf(extensions);
  const invalidPlaces = new Map<string, InvalidPlace>();
  const notices = [outcome(detail)];
  let count = 0;
  for (const [key, reason] of textsIn(request)) {
    count += 1;
    if (count > LIMIT) continue;
    const steps = stepsOf(key);
    const place = steps && placeAt(schema, steps, sent);
    if (place?.isField) {
      const pointer = pointerTo(place);
      const known = invalidPlaces.get(pointer);
      if (known) known.reasons.push(reason);
      else invalidPlaces.set(pointer, { place, reasons: [reason] });
    } else {
      notices.push(sentence(place?.label ?? key, reason));
    }
  }
  for (const [key, reason] of textsIn(features)) {
    count += 1;
    if (count <= LIMIT) notices.push(sentence(key, reason));
  }
  if (count > LIMIT) notices.push(`${count - LIMIT} more reasons are not shown.`);
  return { invalidPlaces: [...invalidPlaces.values()], notices };
}

/** The invalid places whose field still holds the value that was sent. */
export function stillTrue(invalidPlaces: readonly InvalidPlace[], sent: unknown, now: unknown): InvalidPlace[] {
  const text = (data: unknown, steps: string[]) => JSON.stringify(valueAt(data, steps));
  return invalidPlaces.filter(({ place: { steps } }) => {
    // The field of a removed item no longer exists.
    const isThere = valueAt(now, steps.slice(0, -1)) !== undefined;
    return isThere && text(sent, steps) === text(now, steps);
  });
}

/** For `extraErrors` of RJSF. */
export function toExtraErrors(invalidPlaces: readonly InvalidPlace[]): ErrorSchema {
  const root: ErrorSchema = {};
  for (const { place, reasons } of invalidPlaces) {
    let here: ErrorSchema = root;
    for (const step of place.steps) here = (here as Record<string, ErrorSchema>)[step] ??= {};
    here.__errors = reasons.map(message);
  }
  return root;
}

/** For `additionalErrors` of JSON Forms. */
export function toAdditionalErrors(invalidPlaces: readonly InvalidPlace[]): ErrorObject[] {
  return invalidPlaces.flatMap(({ place, reasons }) =>
    reasons.map((reason) => ({
      instancePath: pointerTo(place),
      message: message(reason),
      keyword: "server",
      schemaPath: "",
      params: {},
    })),
  );
}

const STEP = /[./]?(?:([^./[\]]+)|\[(?:"([^"]*)"|'([^']*)'|([^\]"']+))\])/gy;

/**
 * The steps of a key. `Identities[0].IDNumber` and `/Identities/0/IDNumber` have the same three, with or without a
 * leading `$`, `#` or `Body`. `undefined` if a key cannot be split.
 */
export function stepsOf(key: string): string[] | undefined {
  const found = [...key.matchAll(STEP)];
  if (found.reduce((length, [text]) => length + text.length, 0) !== key.length) return undefined;
  const steps = found.map(([, plain, double, single, bare]) => plain ?? double ?? single ?? bare ?? "");
  if (steps[0] === "$" || steps[0] === "#") steps.shift();
  if (steps[0] === "Body") steps.shift();
  return steps;
}

/** Every text in a map of reasons with its key, at any depth. A list of one may be the text itself. */
function* textsIn(reasons: unknown): Generator<[key: string, reason: string]> {
  const rest: [string, unknown][] = [["", reasons]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [key, value] = next;
    if (typeof value === "string") yield [key, value];
    else if (Array.isArray(value)) for (const item of value.toReversed()) rest.push([key, item]);
    else for (const [name, item] of Object.entries(propertiesOf(value)).reverse()) rest.push([join(key, name), item]);
  }
}

function join(key: string, name: string): string {
  return key === "" ? name : `${key}.${name}`;
}

/** The properties of an object. Any other value has none. */
function propertiesOf(value: unknown): Record<string, unknown> {
  return value instanceof Object && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function outcome(detail: unknown): string {
  const text = typeof detail === "string" ? detail.trim() : "";
  if (text === "") return "The customer was not stored.";
  return `The customer was not stored: ${text}${/[.!?]$/.test(text) ? "" : "."}`;
}
