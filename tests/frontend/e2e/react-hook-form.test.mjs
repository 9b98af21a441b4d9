// The resolver of the guide, in a form of React Hook Form without a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { ajvResolver } from "@hookform/resolvers/ajv";
import { createFormControl } from "react-hook-form";
import { runnerImport } from "vite";

import { errorOf } from "./server.mjs";

const folder = join(import.meta.dirname, "../../../schema");
const schema = JSON.parse(readFileSync(join(folder, "customer-draft-07.json"), "utf8"));
const config = { configFile: false, logLevel: "silent", resolve: { alias: { schema: folder } } };
const { resolver } = (await runnerImport(join(import.meta.dirname, "../src/react-hook-form.ts"), config)).module;

const CALIFORNIA = {
  FullName: { FirstName: "Ada", LastName: "Lovelace", MiddleName: "" },
  DateOfBirth: "1985-12-10",
  Identities: [],
  PrimaryResidence: { Street: "1 Main Street", City: "Fresno", PostCode: "93650", State: "California", Country: "US" },
};

/** The values that a form submits, or the errors that it shows. */
async function submit(resolver, defaultValues) {
  const control = createFormControl({ resolver, defaultValues });
  let outcome;
  await control.handleSubmit((values) => (outcome = { values }), (errors) => (outcome = { errors }))();
  return outcome;
}

test("the error of a state is kept, and nothing else is wrong", async () => {
  const { errors } = await submit(resolver, CALIFORNIA);
  assert.deepEqual(Object.keys(errors), ["PrimaryResidence"]);
  assert.deepEqual(Object.keys(errors.PrimaryResidence), ["State"]);
  assert.equal(errors.PrimaryResidence.State.message, "This must be chosen from the list.");
});

test("the resolver for ajv alone loses it", async () => {
  const { errors } = await submit(ajvResolver(schema, { allErrors: true }), CALIFORNIA);
  assert.equal(errors.PrimaryResidence.State, undefined, "it is kept: the guide needs no resolver of its own");
});

test("what is submitted is valid, without what is empty", async () => {
  const { values } = await submit(resolver, { ...CALIFORNIA, PrimaryResidence: { ...CALIFORNIA.PrimaryResidence, State: "CA" } });
  assert.equal(errorOf(JSON.stringify(values)), undefined);
  assert.deepEqual(values.FullName, { FirstName: "Ada", LastName: "Lovelace" });
});
