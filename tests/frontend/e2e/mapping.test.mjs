// The error body of the crate, mapped to what each library of forms wants.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { runnerImport } from "vite";

import { judge } from "./server.mjs";

const source = (name) => join(import.meta.dirname, "../src", name);
const load = async (name) => (await runnerImport(source(name), { configFile: false, logLevel: "silent" })).module;
const { ofTheWhole, stillTrue, toAdditionalErrors, toExtraErrors } = await load("server-errors.ts");
const { reasonOf } = await load("messages.ts");

const BROKEN = {
  FullName: { FirstName: "", LastName: null },
  DateOfBirth: "1985-02-29",
  Identities: ["?", ...Array.from({ length: 9 }, () => ({})), { IssuingCountry: "UK", IDNumber: "1", IDType: "Passport" }],
  PrimaryResidence: { Street: "1", City: "Fresno", PostCode: "93650", State: "California", Country: "US" },
};
const ROWS = [
  ["FullName.FirstName", "/FullName/FirstName", "must have at least 1 character, has 0"],
  ["FullName.LastName", "/FullName/LastName", "must be a string, is null"],
  ["DateOfBirth", "/DateOfBirth", "must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31"],
  ["Identities[0]", "/Identities/0", "must be an object, is a string"],
  ["Identities[9].IDNumber", "/Identities/9/IDNumber", "is required"],
  [
    "Identities[10].IssuingCountry",
    "/Identities/10/IssuingCountry",
    "must be an officially assigned ISO 3166-1 alpha-2 code in upper case, such as US",
  ],
  ["PrimaryResidence.Street", "/PrimaryResidence/Street", "must have at least 2 characters, has 1"],
  ["PrimaryResidence.State", "/PrimaryResidence/State", "must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY"],
];

const request = judge(JSON.stringify(BROKEN)).Extensions.Request;

test("every path leads to its field, in both libraries", () => {
  const extra = toExtraErrors(request);
  const additional = toAdditionalErrors(request);
  for (const [path, pointer, reason] of ROWS) {
    assert.deepEqual(request[path], [reason], path);
    const place = pointer.slice(1).split("/").reduce((place, step) => place?.[step], extra);
    assert.deepEqual(place?.__errors, [`This ${reason}.`], `RJSF: ${path}`);
    const found = additional.filter(({ instancePath }) => instancePath === pointer);
    assert.deepEqual(found.map(({ message }) => message), [`This ${reason}.`], `JSON Forms: ${path}`);
  }
  assert.equal(additional.length, Object.keys(request).length, "nothing is lost");
});

test("several reasons of one field all arrive", () => {
  const twice = judge('{"FullName":{"FirstName":"","FirstName":"Ada","LastName":"Lovelace"}}').Extensions.Request;
  const sentences = ["This must have at least 1 character, has 0.", "This must be given only once."];
  assert.deepEqual(toExtraErrors(twice).FullName.FirstName.__errors, sentences);
  const found = toAdditionalErrors(twice).filter(({ instancePath }) => instancePath === "/FullName/FirstName");
  assert.deepEqual(found.map(({ message }) => message), sentences);
});

test("path, header and the body as a whole are no fields", () => {
  const whole = { CustomerID: ["is required"], "Api-Signature": ["must be given only once"], ...judge("?").Extensions.Request };
  assert.deepEqual(toExtraErrors(whole), {});
  assert.deepEqual(toAdditionalErrors(whole), []);
  assert.deepEqual(ofTheWhole(whole), [
    "CustomerID is required.",
    "Api-Signature must be given only once.",
    "Body must be one JSON value in UTF-8, has a byte that is not allowed at line 1, column 1.",
  ]);
  assert.deepEqual(ofTheWhole(request), []);
});

test("a reason holds as long as its field does", () => {
  assert.deepEqual(stillTrue(request, BROKEN, structuredClone(BROKEN)), request);
  const mended = { ...BROKEN, DateOfBirth: "1985-02-28" };
  const { DateOfBirth: _, ...others } = request;
  assert.deepEqual(stillTrue(request, BROKEN, mended), others);
  const body = { Body: ["must be one JSON value in UTF-8"] };
  assert.deepEqual(stillTrue(body, BROKEN, BROKEN), body);
  assert.deepEqual(stillTrue(body, BROKEN, mended), {});
});

test("of all that ajv finds at a value, one thing is said", () => {
  const date = ["format", "minLength", "pattern"].map((keyword) => ({ keyword, params: { limit: 10 } }));
  assert.equal(reasonOf(date), "must be a day of the calendar");
  const list = [...Array(57).fill({ keyword: "const" }), { keyword: "oneOf" }];
  assert.equal(reasonOf(list), "must be chosen from the list");
  assert.equal(reasonOf([{ keyword: "if" }]), undefined);
  assert.equal(reasonOf([{ keyword: "minLength", params: { limit: 1 } }]), "must have at least 1 character");
});
