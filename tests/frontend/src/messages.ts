// What ajv finds, in words for people: one reason for each value, in the words of the crate.

/** An error of ajv, as far as it is looked at. */
interface Found {
  keyword?: string | undefined;
  params?: Record<string, unknown> | undefined;
}

/** What a keyword has to say; the first that is broken is the reason. The others only follow from them. */
const REASONS: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => "is required",
  // Only dates have one.
  pattern: () => "must be a day of the calendar",
  minLength: ({ limit }) => `must have at least ${characters(limit)}`,
  maxLength: ({ limit }) => `must have at most ${characters(limit)}`,
  oneOf: () => "must be chosen from the list",
};

/** The one reason for a value, from all that ajv found at it. */
export function reasonOf(found: readonly Found[]): string | undefined {
  for (const [keyword, reason] of Object.entries(REASONS)) {
    const error = found.find((error) => error.keyword === keyword);
    if (error) return reason(error.params ?? {});
  }
  return undefined;
}

/** A reason as a sentence to stand under its field. */
export function sentence(reason: string): string {
  return `This ${reason}.`;
}

function characters(limit: unknown): string {
  return limit === 1 ? "1 character" : `${limit} characters`;
}
