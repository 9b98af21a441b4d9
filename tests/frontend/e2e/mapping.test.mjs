// The error body of the crate, mapped to the form that each library of forms takes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { runnerImport } from "vite";

import { errorOf } from "./server.mjs";

const source = (name) => join(import.meta.dirname, "../src", name);
const load = async (name) => (await runnerImport(source(name), { configFile: false, logLevel: "silent" })).module;
const { readRefusal, stepsOf, stillTrue, toAdditionalErrors, toExtraErrors } = await load("server-errors.ts");
const { invalidPlacesIn, reasonOf } = await load("messages.ts");
const { placeAt, pointerTo } = await load("fields.ts");

const exported = (name) => JSON.parse(readFileSync(join(import.meta.dirname, "../../../schema", name), "utf8"));
/** With references, and without. */
const SCHEMAS = [exported("customer-2020-12-labels.json"), exported("customer-draft-07-labels.json")];
const [SCHEMA] = SCHEMAS;

const BROKEN = {
  FullName: { FirstName: "", LastName: null },
  DateOfBirth: "1985-02-29",
  Identities: ["?", ...Array.from({ length: 9 }, () => ({})), { IssuingCountry: "UK", IDNumber: "1", IDType: "Passport" }],
  PrimaryResidence: { Street: "1", City: "Fresno", PostCode: "93650", State: "California", Country: "US" },
};
const FIELDS = [
  ["FullName.FirstName", "/FullName/FirstName", "First name"],
  ["FullName.LastName", "/FullName/LastName", "Last name"],
  ["DateOfBirth", "/DateOfBirth", "Date of birth"],
  ["Identities[9].IDNumber", "/Identities/9/IDNumber", "Document 10, Document number"],
  ["Identities[10].IssuingCountry", "/Identities/10/IssuingCountry", "Document 11, Issuing country"],
  ["PrimaryResidence.Street", "/PrimaryResidence/Street", "Street"],
  ["PrimaryResidence.State", "/PrimaryResidence/State", "State, province or county"],
];

const body = errorOf(JSON.stringify(BROKEN));
const { Request: request } = body.Extensions;

for (const schema of SCHEMAS) {
  test(`every path leads to its field, by ${schema.$schema}`, () => {
    const { invalidPlaces, notices } = readRefusal(body, schema, BROKEN);
    const extra = toExtraErrors(invalidPlaces);
    const additional = toAdditionalErrors(invalidPlaces);
    for (const [path, pointer, label] of FIELDS) {
      const [reason] = request[path];
      const invalid = invalidPlaces.find(({ place }) => pointerTo(place) === pointer);
      assert.deepEqual([invalid?.place.label, invalid?.reasons], [label, [reason]], path);
      const here = pointer.slice(1).split("/").reduce((here, step) => here?.[step], extra);
      assert.deepEqual(here?.__errors, [`This ${reason}.`], `RJSF: ${path}`);
      const found = additional.filter(({ instancePath }) => instancePath === pointer);
      assert.deepEqual(found.map(({ message }) => message), [`This ${reason}.`], `JSON Forms: ${path}`);
    }
    // A document as a whole is no field.
    assert.deepEqual(notices, [
      `The customer was not stored: ${body.Detail}.`,
      "Document 1 must be an object, is a string.",
    ]);
    assert.equal(invalidPlaces.length + 1, Object.keys(request).length, "nothing is lost");
  });
}

test("several reasons of one field all arrive, under whatever keys", () => {
  const twice = errorOf('{"FullName":{"FirstName":"","FirstName":"Ada","LastName":"Lovelace"}}');
  Object.assign(twice.Extensions.Request, { "/FullName/FirstName": "is on a list" });
  const { invalidPlaces } = readRefusal(twice, SCHEMA, { FullName: {} });
  const sentences = ["This must have at least 1 character, has 0.", "This must be given only once.", "This is on a list."];
  assert.deepEqual(toExtraErrors(invalidPlaces).FullName.FirstName.__errors, sentences);
  const found = toAdditionalErrors(invalidPlaces).filter(({ instancePath }) => instancePath === "/FullName/FirstName");
  assert.deepEqual(found.map(({ message }) => message), sentences);
});

test("a key means the field that the crate means by it", () => {
  const number = ["Identities", "0", "IDNumber"];
  const keys = [
    "Identities[0].IDNumber",
    "/Identities/0/IDNumber",
    "#/Identities/0/IDNumber",
    "Identities.0.IDNumber",
    "Identities[0][IDNumber]",
    "$.Identities[0].IDNumber",
    "$['Identities'][0]['IDNumber']",
    '["Identities"][0]["IDNumber"]',
    "Body.Identities[0].IDNumber",
    "/Body/Identities/0/IDNumber",
    "$.Body.Identities[0].IDNumber",
  ];
  for (const key of keys) {
    assert.deepEqual(stepsOf(key), number, key);
    assert.ok(placeAt(SCHEMA, stepsOf(key), BROKEN).isField, key);
  }
  for (const key of ["", "$", "#", "Body"]) assert.deepEqual(stepsOf(key), [], key);
  for (const key of ["Identities[0", "Identities]0[", "a..b", ".", "/"]) assert.equal(stepsOf(key), undefined, key);
  const nowhere = ["FullName.Title", "fullname", "Identities[first]", "Identities[01]", "Identities[11]", "CustomerID"];
  for (const key of [...nowhere, "__proto__", "constructor.prototype", "FullName.constructor", "Identities.length"]) {
    assert.equal(placeAt(SCHEMA, stepsOf(key), BROKEN), undefined, key);
  }
});

test("path, header and the body as a whole are no fields", () => {
  const whole = errorOf("?");
  Object.assign(whole.Extensions.Request, { CustomerID: ["is required"], "Api-Signature": ["must be given only once"] });
  const { invalidPlaces, notices } = readRefusal(whole, SCHEMA, BROKEN);
  assert.deepEqual(invalidPlaces, []);
  assert.deepEqual(notices.slice(1), [
    "Customer must be one JSON value in UTF-8, has a byte that is not allowed at line 1, column 1.",
    "CustomerID is required.",
    "Api-Signature must be given only once.",
  ]);
});

test("a reason holds as long as its field does", () => {
  const { invalidPlaces } = readRefusal(body, SCHEMA, BROKEN);
  assert.deepEqual(stillTrue(invalidPlaces, BROKEN, structuredClone(BROKEN)), invalidPlaces);
  const without = (pointer) => invalidPlaces.filter(({ place }) => !pointerTo(place).startsWith(pointer));
  assert.deepEqual(stillTrue(invalidPlaces, BROKEN, { ...BROKEN, DateOfBirth: "1985-02-28" }), without("/DateOfBirth"));
  // The removed document had neither a number nor a country; what is not there is not the same.
  const removed = { ...BROKEN, Identities: BROKEN.Identities.slice(0, 9) };
  const left = without("/Identities/9").filter(({ place }) => !pointerTo(place).startsWith("/Identities/10"));
  assert.deepEqual(stillTrue(invalidPlaces, BROKEN, removed), left);
});

test("of all that ajv finds at a value, one thing is said", () => {
  const date = ["format", "minLength", "pattern"].map((keyword) => ({ keyword, params: { limit: 10 } }));
  assert.equal(reasonOf(date), "must be a day of the calendar");
  const list = [...Array(57).fill({ keyword: "const" }), { keyword: "oneOf" }];
  assert.equal(reasonOf(list), "must be chosen from the list");
  assert.equal(reasonOf([{ keyword: "if" }]), undefined);
  assert.equal(reasonOf([{ keyword: "minLength", params: { limit: 1 } }]), "must have at least 1 character");
});

test("the errors of ajv are put together by field", () => {
  const errors = [
    { instancePath: "/PrimaryResidence/State", keyword: "oneOf" },
    { instancePath: "/PrimaryResidence", keyword: "if" },
    { instancePath: "/Identities/9", keyword: "required", params: { missingProperty: "IDNumber" } },
    { instancePath: "/PrimaryResidence/State", keyword: "const" },
  ];
  const found = invalidPlacesIn(errors, SCHEMA, BROKEN).map(({ place, reasons }) => [place.label, ...reasons]);
  assert.deepEqual(found, [
    ["State, province or county", "must be chosen from the list"],
    ["Document 10, Document number", "is required"],
  ]);
});
