// The state of a submission in React.

import { useState } from "react";

import type { Draft } from "./draft";
import type { InvalidPlace, Schema } from "./fields";
import { type Refusal, stillTrue } from "./server-errors";
import { send } from "./submission";

interface Answer {
  sent: Draft;
  refusal: Refusal | undefined;
}

const NONE: InvalidPlace[] = [];
const NO_NOTICES: string[] = [];

export function useSubmission(draft: Draft, schema: Schema) {
  const [answer, setAnswer] = useState<Answer>();
  const [failures, setFailures] = useState(0);
  const refusal = answer?.refusal;

  /** The draft was refused, by the form or by the server. */
  function fail(answer?: Answer) {
    setAnswer(answer);
    setFailures((failures) => failures + 1);
  }

  return {
    failures,
    fail: () => fail(),
    /** The invalid places that the server found, as far as they are not corrected. */
    refused: refusal ? stillTrue(refusal.invalidPlaces, answer.sent, draft) : NONE,
    notices: refusal?.notices ?? NO_NOTICES,
    stored: answer !== undefined && !refusal && JSON.stringify(answer.sent) === JSON.stringify(draft),
    send: async (sent: Draft) => {
      const answer = { sent, refusal: await send(sent, schema) };
      if (answer.refusal) fail(answer);
      else setAnswer(answer);
    },
  };
}
