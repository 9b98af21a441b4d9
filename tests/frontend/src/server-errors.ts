// The answer of a server, back at the fields: `Extensions.Request` of the error body.

import type { ErrorSchema } from "@rjsf/utils";
import type { ErrorObject } from "ajv";

import { sentence } from "./messages";

/** What is invalid: lists of reasons, by the path of the field. */
export type Reasons = Record<string, string[]>;

/** Paths that lead to no field of a form. */
const NO_FIELD = new Set(["CustomerID", "Api-Signature", "Body"]);

/** The steps of a path: `Identities[0].IDNumber` has three. */
export function steps(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== "");
}

/** For `extraErrors` of RJSF. */
export function toExtraErrors(request: Reasons): ErrorSchema {
  const root: ErrorSchema = {};
  for (const [path, reasons] of ofFields(request)) {
    let place: ErrorSchema = root;
    for (const step of steps(path)) place = (place as Record<string, ErrorSchema>)[step] ??= {};
    place.__errors = reasons.map(sentence);
  }
  return root;
}

/** For `additionalErrors` of JSON Forms. */
export function toAdditionalErrors(request: Reasons): ErrorObject[] {
  return ofFields(request).flatMap(([path, reasons]) =>
    reasons.map((reason) => ({
      instancePath: steps(path).map((step) => `/${step}`).join(""),
      message: sentence(reason),
      keyword: "server",
      schemaPath: "",
      params: {},
    })),
  );
}

/** What belongs to no field, to be shown above the form. */
export function ofTheWhole(request: Reasons): string[] {
  return Object.entries(request)
    .filter(([path]) => NO_FIELD.has(path))
    .flatMap(([path, reasons]) => reasons.map((reason) => `${path} ${reason}.`));
}

/** The reasons whose field still holds what was sent; the others were about something else. */
export function stillTrue(request: Reasons, sent: unknown, now: unknown): Reasons {
  const same = (path: string) => JSON.stringify(valueAt(sent, path)) === JSON.stringify(valueAt(now, path));
  return Object.fromEntries(Object.entries(request).filter(([path]) => same(path)));
}

function ofFields(request: Reasons): [string, string[]][] {
  return Object.entries(request).filter(([path]) => !NO_FIELD.has(path));
}

function valueAt(data: unknown, path: string): unknown {
  if (NO_FIELD.has(path)) return data;
  return steps(path).reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], data);
}
