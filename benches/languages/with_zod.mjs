// zod 4: builds a checked copy of the tree of JSON.parse.

import * as z from "zod";
import { answer, contract } from "./worker.mjs";

const { codes, limits } = contract();
const { countries, id_types, states } = codes;
const statesOf = new Map(Object.entries(states).map(([country, codes]) => [country, new Set(codes)]));

const text = (path) => {
  const [min, max] = limits[path];
  return z.string().min(min).max(max);
};
const country = z.enum(countries);

const Residence = z
  .object({
    Street: text("PrimaryResidence.Street"),
    Street2: z.string().optional(),
    City: text("PrimaryResidence.City"),
    PostCode: text("PrimaryResidence.PostCode"),
    State: text("PrimaryResidence.State"),
    Country: country,
  })
  .refine(({ Country, State }) => statesOf.get(Country)?.has(State) ?? true, { path: ["State"] });

const Customer = z.object({
  FullName: z.object({
    FirstName: text("FullName.FirstName"),
    LastName: text("FullName.LastName"),
    MiddleName: text("FullName.MiddleName").optional(),
  }),
  DateOfBirth: z.iso.date(),
  Identities: z.array(
    z.object({
      IssuingCountry: country,
      IDNumber: text("Identities[].IDNumber"),
      IssuedDate: z.iso.date().optional(),
      ExpiryDate: z.iso.date().optional(),
      IDType: z.enum(id_types),
    }),
  ),
  PrimaryResidence: Residence,
});

answer((value) => Customer.safeParse(value).error?.issues.length ?? 0);
