// zod 4: builds a checked copy of the tree of JSON.parse.

import * as z from "zod";
import { answer, contract } from "./worker.mjs";

const { countries, id_types, states } = contract().codes;
const statesOf = new Map(Object.entries(states).map(([country, codes]) => [country, new Set(codes)]));

const text = (min, max) => z.string().min(min).max(max);
const country = z.enum(countries);

const Residence = z
  .object({
    Street: text(2, 200),
    Street2: z.string().optional(),
    City: text(1, 100),
    PostCode: text(1, 20),
    State: text(1, 100),
    Country: country,
  })
  .refine(({ Country, State }) => statesOf.get(Country)?.has(State) ?? true, { path: ["State"] });

const Customer = z.object({
  FullName: z.object({ FirstName: text(1, 50), LastName: text(1, 50), MiddleName: text(1, 50).optional() }),
  DateOfBirth: z.iso.date(),
  Identities: z.array(
    z.object({
      IssuingCountry: country,
      IDNumber: text(1, 36),
      IssuedDate: z.iso.date().optional(),
      ExpiryDate: z.iso.date().optional(),
      IDType: z.enum(id_types),
    }),
  ),
  PrimaryResidence: Residence,
});

answer((value) => Customer.safeParse(value).error?.issues.length ?? 0);
