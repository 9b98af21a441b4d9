// Validation and messages of JSON Forms, in React and in Vue.

import { createAjv, type Translator } from "@jsonforms/core";
import schema from "schema/customer-draft-07-labels.json";

import type { Draft } from "./draft";
import type { InvalidPlace } from "./fields";
import { invalidPlacesIn, message, reasonOf } from "./messages";

export const ajv = createAjv();
const validate = ajv.compile(schema);

export function invalidPlacesOf(draft: Draft): InvalidPlace[] {
  return validate(draft) ? [] : invalidPlacesIn(validate.errors ?? [], schema, draft);
}

/** One sentence for each value, and every reason of a server. */
export const translate = ((key: string, text: string | undefined, context) => {
  if (!key.endsWith("error.custom")) return text;
  const errors: { keyword: string; message?: string }[] = context.errors;
  const reason = reasonOf(errors);
  const server = errors.filter(({ keyword }) => keyword === "server").map(({ message }) => message);
  return [...(reason ? [message(reason)] : []), ...server].join(" ");
}) as Translator;
