// A resolver for React Hook Form.

import { toNestErrors } from "@hookform/resolvers";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import type { FieldError, Resolver } from "react-hook-form";
import schema from "schema/customer-draft-07.json";

import type { Draft } from "./draft";
import { invalidPlacesIn, message } from "./messages";

const validate = addFormats(new Ajv({ allErrors: true })).compile(schema);

/** Gives one error for each field, and none for an object, which would replace those of its fields. */
export const resolver: Resolver<Draft> = async (typed, _context, options) => {
  // An empty input has the text "". It is left out, so that the property is absent.
  const draft: Draft = JSON.parse(JSON.stringify(typed, (_name, value) => (value === "" ? undefined : value)));
  if (validate(draft)) return { values: draft, errors: {} };
  const errors: Record<string, FieldError> = {};
  for (const { place, reasons } of invalidPlacesIn(validate.errors ?? [], schema, draft))
    errors[place.steps.join(".")] = { type: "schema", message: reasons.map(message).join(" ") };
  return { values: {}, errors: toNestErrors(errors, options) };
};
