// What a page sends, and what the server says to it.

import { useState } from "react";

import type { Draft } from "./draft";
import { ofTheWhole, type Reasons, stillTrue } from "./server-errors";

interface Answer {
  sent: Draft;
  stored: boolean;
  request: Reasons;
}

/** The customer that the page is about. */
const CUSTOMER = "/customers/c-1815";
const NOTHING: Reasons = {};
const FAILED: Reasons = { Body: ["could not be stored"] };

export function useSubmission(draft: Draft) {
  const [answer, setAnswer] = useState<Answer>();
  const [failures, setFailures] = useState(0);
  // What the server refused, as far as it still stands in the form.
  const refused = answer ? stillTrue(answer.request, answer.sent, draft) : NOTHING;
  const fail = () => setFailures((failures) => failures + 1);

  return {
    failures,
    refused,
    notices: ofTheWhole(refused),
    stored: answer?.stored === true && JSON.stringify(answer.sent) === JSON.stringify(draft),
    /** The form refused it before the server could. */
    fail: () => {
      setAnswer(undefined);
      fail();
    },
    send: async (sent: Draft) => {
      const headers = { "Content-Type": "application/json" };
      const request = fetch(CUSTOMER, { method: "PUT", headers, body: JSON.stringify(sent) });
      // No answer at all is a failure as well.
      const response = await request.catch(() => Response.error());
      const error = response.ok ? {} : await response.json().catch(() => ({}));
      setAnswer({ sent, stored: response.ok, request: response.ok ? NOTHING : (error.Extensions?.Request ?? FAILED) });
      if (!response.ok) fail();
    },
  };
}
