// Bodies that every generated validator is tried on. Run as a program, it prints them as JSON for the other languages.

import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(import.meta.dirname, "../../..");
const read = (country) => JSON.parse(readFileSync(join(root, `examples/data/valid-${country}.json`), "utf8"));

/** Valid bodies of five countries, one of them with an unknown property. */
export const VALID = Object.fromEntries(["gb", "us", "ca", "eg", "jp"].map((country) => [country, read(country)]));

const base = {
  FullName: { FirstName: "Ada", LastName: "Lovelace", MiddleName: "King" },
  DateOfBirth: "1985-12-10",
  Identities: [
    { IssuingCountry: "GB", IDNumber: "533401372", IssuedDate: "2021-03-01", ExpiryDate: "2031-03-01", IDType: "Passport" },
  ],
  PrimaryResidence: { Street: "1 Rue", Street2: "Flat 3", City: "Paris", PostCode: "75001", State: "Paris", Country: "FR" },
};

/** The base with another value in one place; without it where the value is undefined. */
function changed(path, value) {
  const body = structuredClone(base);
  const steps = path.split(".");
  const last = steps.pop();
  const object = steps.reduce((object, step) => object[step], body);
  if (value === undefined) delete object[last];
  else object[last] = value;
  return body;
}

const inCountry = (Country, State) => changed("PrimaryResidence", { ...base.PrimaryResidence, Country, State });

/** The path of every documented property. */
function paths(value, prefix = "") {
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = prefix + name;
    const below = typeof inner === "object" ? paths(inner, `${path}.`) : [];
    return Array.isArray(value) ? below : [path, ...below];
  });
}

const optional = ["MiddleName", "IssuedDate", "ExpiryDate", "Street2"];
const all = paths(base);

/** Invalid bodies, by what a validator that accepts one of them does not check. */
export const INVALID = {
  "types of properties": all.map((path) => changed(path, 7)),
  "required properties": all.filter((path) => !optional.some((name) => path.endsWith(name))).map((path) => changed(path)),
  null: optional.map((name) => changed(all.find((path) => path.endsWith(`.${name}`)), null)),
  lengths: [
    changed("FullName.LastName", ""),
    changed("FullName.LastName", "x".repeat(51)),
    changed("Identities.0.IDNumber", "x".repeat(37)),
    changed("PrimaryResidence.Street", "x"),
    changed("PrimaryResidence.City", "x".repeat(101)),
    changed("PrimaryResidence.PostCode", ""),
    changed("PrimaryResidence.State", ""),
  ],
  codes: [
    changed("Identities.0.IssuingCountry", "UK"),
    changed("Identities.0.IDType", "DrivingLicence"),
    changed("PrimaryResidence.Country", "fr"),
    changed("PrimaryResidence.Country", "XK"),
  ],
  "form of dates": ["10/12/1985", "1985-12-10T00:00:00", "19851210", 432000000].map((date) => changed("DateOfBirth", date)),
  "days of the calendar": ["2023-02-29", "2021-04-31"].map((date) => changed("DateOfBirth", date)),
  "the year 0000": [changed("DateOfBirth", "0000-01-01")],
  states: [
    inCountry("US", "California"),
    inCountry("US", "ON"),
    inCountry("US", "ca"),
    inCountry("CA", "Ontario"),
    inCountry("CA", "TX"),
    inCountry("CA", ""),
  ],
};

/** Valid, but refused by a validator that counts UTF-16 code units instead of characters. */
export const LONG = changed("FullName.LastName", "😀".repeat(50));

/** Every body, in the order of their groups. */
export const BODIES = [...Object.values(VALID), ...Object.values(INVALID).flat(), LONG];

/** What a validator loses. It throws where a valid body of the five countries is refused. */
export function losses(name, isValid) {
  for (const [country, body] of Object.entries(VALID)) {
    if (!isValid(body)) throw new Error(`${name} refuses valid-${country}.json`);
  }
  const lost = Object.entries(INVALID).filter(([, bodies]) => bodies.some(isValid)).map(([what]) => what);
  return isValid(LONG) ? lost : [...lost, "counts UTF-16 code units"];
}

/** Prints a row of the guide's table, and appends it to a file. */
export function writeRow(results, name, files, lost) {
  const row = `| ${name} | ${files.map((file) => `\`${file}\``).join(" or ")} | ${lost.join(", ") || "nothing"} |`;
  console.log(row);
  appendFileSync(results, `${row}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify({ VALID, INVALID, LONG }));
