// The data of a form that is being filled in: a customer, of which anything may be missing.

import type { FullName, Identity, StreetAddress } from "../generated/json-schema-to-typescript/customer";

export interface Draft {
  FullName: Partial<FullName>;
  DateOfBirth?: string;
  Identities: Partial<Identity>[];
  PrimaryResidence: Partial<StreetAddress>;
}

/** The draft of an empty form. It has the two objects and the list, which a user does not type in. */
export const EMPTY: Draft = { FullName: {}, Identities: [], PrimaryResidence: {} };

/** Removes the state if the country changes: a state belongs to its country. */
export function followCountry(before: Draft, after: Draft): Draft {
  const { Country: country } = before.PrimaryResidence;
  if (country === undefined || country === after.PrimaryResidence.Country) return after;
  const { State: _, ...rest } = after.PrimaryResidence;
  return { ...after, PrimaryResidence: rest };
}
