// Texts that are typed into the forms, and answers of servers.

export const ADA = { "FullName.FirstName": "Ada", "FullName.LastName": "Lovelace", DateOfBirth: "1985-12-10" };
export const PASSPORT = {
  "Identities[0].IssuingCountry": "→ United Kingdom of Great Britain and Northern Ireland",
  "Identities[0].IDNumber": "533401372",
  "Identities[0].IssuedDate": "2021-03-01",
  "Identities[0].ExpiryDate": "2031-03-01",
  "Identities[0].IDType": "→ Passport",
};
export const LONDON = {
  "PrimaryResidence.Street": "12 St James's Square",
  "PrimaryResidence.Street2": "Flat 3",
  "PrimaryResidence.City": "London",
  "PrimaryResidence.PostCode": "SW1Y 4LB",
  "PrimaryResidence.Country": "→ United Kingdom of Great Britain and Northern Ireland",
  "PrimaryResidence.State": "England",
};
export const FRESNO = {
  "PrimaryResidence.Street": "1 Main Street",
  "PrimaryResidence.City": "Fresno",
  "PrimaryResidence.PostCode": "93650",
  "PrimaryResidence.Country": "→ United States of America",
  "PrimaryResidence.State": "→ California",
};
export const TORONTO = {
  "PrimaryResidence.Street": "100 Queen Street West",
  "PrimaryResidence.City": "Toronto",
  "PrimaryResidence.PostCode": "M5H 2N2",
  "PrimaryResidence.Country": "→ Canada",
  "PrimaryResidence.State": "→ Ontario",
};
export const CORRECT = ["Please correct these fields:"];

/** The purposes of the fields that browsers fill in. */
export const PURPOSES = {
  "FullName.FirstName": "given-name",
  "FullName.LastName": "family-name",
  "FullName.MiddleName": "additional-name",
  DateOfBirth: "bday",
  "PrimaryResidence.Street": "address-line1",
  "PrimaryResidence.Street2": "address-line2",
  "PrimaryResidence.City": "address-level2",
  "PrimaryResidence.PostCode": "postal-code",
  "PrimaryResidence.State": "address-level1",
  "PrimaryResidence.Country": "country-name",
};

export const NOT_STORED = "The customer was not stored.";
const LAST_NAME = { "FullName.LastName": "This is not on the list." };
const ofRequest = (request) => `{ "Extensions": { "Request": ${request} } }`;
/** Answers of servers: the status and the text, then the notices and the messages that have to be on the page. */
export const ANSWERS = [
  [400, '{ "Extensions": { "Request": {}, "Features": {} } }', [NOT_STORED]],
  [400, ofRequest('{ "Quota": ["is used up"] }'), [NOT_STORED, "Quota is used up."]],
  [500, '{ "Extensions": { "Request": {}, "Features": {} } }', [NOT_STORED]],
  [400, ofRequest('{ "FullName.Title": ["is not known"] }'), [NOT_STORED, "FullName.Title is not known."]],
  [500, "null", [NOT_STORED]],
  [400, ofRequest('{ "/FullName/LastName": ["is not on the list"] }'), [NOT_STORED, ...CORRECT], LAST_NAME],
  [502, "<h1>Bad gateway</h1>", [NOT_STORED]],
  [400, ofRequest('{ "$.FullName.LastName": ["is not on the list"] }'), [NOT_STORED, ...CORRECT], LAST_NAME],
  [400, ofRequest('{ "__proto__": ["is wrong"] }'), [NOT_STORED, "__proto__ is wrong."]],
  [400, ofRequest('{ "Body.FullName.LastName": ["is not on the list"] }'), [NOT_STORED, ...CORRECT], LAST_NAME],
  [400, ofRequest('{ "constructor.prototype": ["is wrong"] }'), [NOT_STORED, "constructor.prototype is wrong."]],
  [400, ofRequest('{ "FullName.LastName": "is not on the list" }'), [NOT_STORED, ...CORRECT], LAST_NAME],
  [400, ofRequest('{ "Identities[7].IDNumber": ["is taken"] }'), [NOT_STORED, "Identities[7].IDNumber is taken."]],
  [400, ofRequest('{ "FullName": ["is on a list"] }'), [NOT_STORED, "Full name is on a list."]],
  [400, '{ "Detail": "the media type is unknown" }', ["The customer was not stored: the media type is unknown."]],
  [400, '{ "Extensions": { "Features": { "Payments": "is disabled" } } }', [NOT_STORED, "Payments is disabled."]],
];
