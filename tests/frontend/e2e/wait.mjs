// Waiting for a page.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** In ms. Only a wait that fails takes as long. */
export const TIMEOUT = 15_000;

/** Asks again until the answer is the expected one, at most for `TIMEOUT`. */
export async function eventually(ask, expected, about = "the page says") {
  const end = Date.now() + TIMEOUT;
  for (;;) {
    const answer = await ask();
    if (isDeepStrictEqual(answer, expected)) return;
    if (Date.now() > end) assert.fail(`${about}: ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)}`);
    await new Promise((over) => setTimeout(over, 50));
  }
}
