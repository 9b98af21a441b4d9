// Values that must compile, and values that must not, for the types of each generator.

import type { CountryCode, Customer, FullName, Identity, StreetAddress } from "./customer";

const name: FullName = { FirstName: "Ada", LastName: "Lovelace" };
const passport: Identity = { IssuingCountry: "GB", IDNumber: "533401372", IDType: "Passport" };
const address: StreetAddress = { Street: "1 Main Street", City: "Fresno", PostCode: "93650", State: "CA", Country: "US" };
const customer: Customer = {
  FullName: { ...name, MiddleName: "King" },
  DateOfBirth: "1985-12-10",
  Identities: [passport, { ...passport, IssuedDate: "2021-03-01", ExpiryDate: "2031-03-01" }],
  PrimaryResidence: { ...address, Street2: "Flat 3" },
};
export const dates: string[] = [customer.DateOfBirth, customer.Identities[0]?.IssuedDate ?? ""];

/** Knows all kinds of document: a new one would not compile. */
export function kind(document: Identity): string {
  switch (document.IDType) {
    case "DrivingLicense":
    case "NationalIDCard":
    case "Passport":
    case "AddressProof":
    case "ResidencePermit":
    case "TaxID":
      return document.IDType;
    default:
      return document.IDType satisfies never;
  }
}

// @ts-expect-error a last name is required
export const noLastName: FullName = { FirstName: "Ada" };
// @ts-expect-error `null` is not absence
export const noMiddleName: FullName = { ...name, MiddleName: null };
// @ts-expect-error a name is a text
export const numberedName: FullName = { ...name, LastName: 1 };
// @ts-expect-error names of properties are written as they are
export const misspelledName: FullName = { ...name, Middlename: "King" };
// @ts-expect-error codes are in upper case
export const lowerCase: CountryCode = "gb";
// @ts-expect-error no country has it
export const unknownCountry: StreetAddress = { ...address, Country: "UK" };
// @ts-expect-error it is spelled DrivingLicense
export const unknownKind: Identity = { ...passport, IDType: "DrivingLicence" };
// @ts-expect-error identities are a list
export const oneIdentity: Customer = { ...customer, Identities: passport };
// @ts-expect-error a list may be empty, but not missing
export const noIdentities: Customer = { FullName: name, DateOfBirth: "1985-12-10", PrimaryResidence: address };
