// A customer on the way: what a form holds while somebody fills it in.

import type { FullName, Identity, StreetAddress } from "../generated/json-schema-to-typescript/customer";

export interface Draft {
  FullName: Partial<FullName>;
  DateOfBirth?: string;
  Identities: Partial<Identity>[];
  PrimaryResidence: Partial<StreetAddress>;
}

/** Nothing is chosen. What has to be there without being typed is there: three objects and lists. */
export const EMPTY: Draft = { FullName: {}, Identities: [], PrimaryResidence: {} };

/** A state belongs to its country: where the country changes, the state is asked for again. */
export function followCountry(before: Draft, after: Draft): Draft {
  const { Country: country } = before.PrimaryResidence;
  if (country === undefined || country === after.PrimaryResidence.Country) return after;
  const { State: _, ...rest } = after.PrimaryResidence;
  return { ...after, PrimaryResidence: rest };
}
