// Sends a draft, and reads the answer.

import type { Draft } from "./draft";
import type { Schema } from "./fields";
import { readRefusal, type Refusal } from "./server-errors";

/** The path of the customer. */
const CUSTOMER = "/customers/c-1815";

/** Never rejects. Resolves to `undefined` if the customer is stored. */
export async function send(draft: Draft, schema: Schema): Promise<Refusal | undefined> {
  const headers = { "Content-Type": "application/json" };
  try {
    const response = await fetch(CUSTOMER, { method: "PUT", headers, body: JSON.stringify(draft) });
    if (response.ok) return undefined;
    return readRefusal(await response.json(), schema, draft);
  } catch {
    // No answer, or one that is not JSON.
    return readRefusal(undefined, schema, draft);
  }
}
