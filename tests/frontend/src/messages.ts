// The errors of ajv as messages for people: one reason for each value, in the words of the crate.

import { type InvalidPlace, placeAt, type Schema } from "./fields";

/** The part of an ajv error from which the message is made. */
interface Found {
  keyword?: string | undefined;
  params?: Record<string, unknown> | undefined;
}

/** The first keyword here that fails gives the reason. The others only follow from it. */
const REASONS: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => "is required",
  // Only dates have a pattern.
  pattern: () => "must be a day of the calendar",
  minLength: ({ limit }) => `must have at least ${characters(limit)}`,
  maxLength: ({ limit }) => `must have at most ${characters(limit)}`,
  oneOf: () => "must be chosen from the list",
  enum: () => "must be chosen from the list",
};

/** The one reason for a value, from all errors that ajv found in it. */
export function reasonOf(found: readonly Found[]): string | undefined {
  for (const [keyword, reason] of Object.entries(REASONS)) {
    const error = found.find((error) => error.keyword === keyword);
    if (error) return reason(error.params ?? {});
  }
  return undefined;
}

/** An error of ajv with its place. */
type FoundAt = Found & { instancePath: string };

/** The invalid places in a draft, from all errors of ajv. */
export function invalidPlacesIn(errors: readonly FoundAt[], schema: Schema, draft: unknown): InvalidPlace[] {
  const found = new Map<string, FoundAt[]>();
  for (const error of errors) {
    const missing = error.keyword === "required" ? `/${error.params?.["missingProperty"]}` : "";
    const pointer = error.instancePath + missing;
    found.set(pointer, [...(found.get(pointer) ?? []), error]);
  }
  return [...found].flatMap(([pointer, errors]) => {
    const reason = reasonOf(errors);
    const place = placeAt(schema, pointer.split("/").slice(1), draft);
    return reason && place ? [{ place, reasons: [reason] }] : [];
  });
}

/** A reason as a sentence under its field. */
export function message(reason: string): string {
  return goesOn(reason) || isBlank(reason) ? sentence("This", reason) : reason;
}

/** A reason as a sentence that names its field. */
export function sentence(label: string, reason: string): string {
  if (isBlank(reason)) return `${label} is refused.`;
  return goesOn(reason) ? `${label} ${reason}.` : `${label}: ${reason}`;
}

/** Whether a reason continues a sentence that starts with the field, as those of the crate do. */
function goesOn(reason: string): boolean {
  return /^[a-z].*[^.!?]$/s.test(reason);
}

/** Whether a text has no visible character. */
function isBlank(text: string): boolean {
  return /^[\s\p{C}]*$/u.test(text);
}

function characters(limit: unknown): string {
  return limit === 1 ? "1 character" : `${limit} characters`;
}
