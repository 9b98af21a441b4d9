// Fills in a form as a person would, and has `validate` judge what they let through and what they refuse.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";

import { chromium } from "playwright-core";

import { paths } from "./schema.mjs";
import { judge, serve } from "./server.mjs";

const root = join(import.meta.dirname, "..");
/** A folder for pictures of each state, to look at. */
const screenshots = process.env.SCREENSHOTS;
if (screenshots) mkdirSync(screenshots, { recursive: true });

const ADA = { "FullName.FirstName": "Ada", "FullName.LastName": "Lovelace", DateOfBirth: "1985-12-10" };
const PASSPORT = {
  "Identities[0].IssuingCountry": "→ United Kingdom of Great Britain and Northern Ireland",
  "Identities[0].IDNumber": "533401372",
  "Identities[0].IssuedDate": "2021-03-01",
  "Identities[0].ExpiryDate": "2031-03-01",
  "Identities[0].IDType": "→ Passport",
};
const LONDON = {
  "PrimaryResidence.Street": "12 St James's Square",
  "PrimaryResidence.Street2": "Flat 3",
  "PrimaryResidence.City": "London",
  "PrimaryResidence.PostCode": "SW1Y 4LB",
  "PrimaryResidence.Country": "→ United Kingdom of Great Britain and Northern Ireland",
  "PrimaryResidence.State": "England",
};
const FRESNO = {
  "PrimaryResidence.Street": "1 Main Street",
  "PrimaryResidence.City": "Fresno",
  "PrimaryResidence.PostCode": "93650",
  "PrimaryResidence.Country": "→ United States of America",
  "PrimaryResidence.State": "→ California",
};
const TORONTO = {
  "PrimaryResidence.Street": "100 Queen Street West",
  "PrimaryResidence.City": "Toronto",
  "PrimaryResidence.PostCode": "M5H 2N2",
  "PrimaryResidence.Country": "→ Canada",
  "PrimaryResidence.State": "→ Ontario",
};
const COUNTRY = "PrimaryResidence.Country";
const STATE = "PrimaryResidence.State";
const STORED = ["Thank you. The customer is stored."];
/** In ms. Nothing takes as long; it only ends a wait that is in vain. */
const PATIENCE = 15_000;
const LOOK = ["Please look at the fields marked in red."];

/** Asks again until the page has come to say what is expected, or has had long enough for it. */
async function eventually(ask, expected, about = "the page says") {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (isDeepStrictEqual(answer, expected)) return;
    if (Date.now() > end) assert.fail(`${about}: ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)}`);
    await new Promise((over) => setTimeout(over, 50));
  }
}

let browser;
let service;
before(async () => {
  service = await serve(process.env.DIST ?? join(root, "dist"));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(async () => {
  await browser?.close();
  service?.close();
});

/** Every case, for one kind of form. */
export function cases(Kind) {
  describe(Kind.name, () => {
    let form;
    let complaints;

    beforeEach(async () => {
      const page = await browser.newPage({ viewport: { width: 760, height: 900 }, locale: "en-GB" });
      page.setDefaultTimeout(PATIENCE);
      complaints = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      service.received.length = 0;
      service.spoil = (body) => body;
      form = new Kind(page);
      await form.open(service.address);
    });

    afterEach(async () => {
      await form.page.close();
      assert.deepEqual(complaints, [], "the page runs without an error");
      for (const body of service.received) assert.equal(judge(body), undefined, `what the form lets through is valid: ${body}`);
    });

    async function shot(state) {
      if (!screenshots) return;
      const path = (width) => join(screenshots, `${Kind.name}-${state}${width}.png`);
      await form.page.screenshot({ path: path(""), fullPage: true });
      await form.page.setViewportSize({ width: 390, height: 844 });
      await form.page.screenshot({ path: path("-phone"), fullPage: true });
      await form.page.setViewportSize({ width: 760, height: 900 });
    }

    /** The form refuses what it holds, at the fields at which the crate does. Gives its messages. */
    async function refused() {
      const sent = service.received.length;
      await form.submit();
      await eventually(() => form.notices(), LOOK);
      assert.equal(service.received.length, sent, "nothing is sent");
      const error = judge(JSON.stringify(await form.json()));
      const fields = async () => Object.keys(await form.messages()).sort();
      await eventually(fields, Object.keys(error.Extensions.Request).sort(), "the fields that the crate refuses");
      return form.messages();
    }

    /** The form sends what it holds, and the crate takes it. Gives the body. */
    async function stored() {
      await form.submit();
      await eventually(() => form.notices(), STORED);
      assert.deepEqual(await form.messages(), {});
      const body = JSON.parse(service.received.at(-1));
      assert.deepEqual(body, await form.json(), "the button shows what is sent");
      assert.equal(body.DateOfBirth, ADA.DateOfBirth);
      return body;
    }

    test("an empty form chooses nothing and blames nobody", async () => {
      await form.addIdentity();
      for (const path of paths(1)) assert.equal(await form.value(path), "", path);
      await eventually(() => form.messages(), {});
      await eventually(async () => (await form.names(COUNTRY)).length, 249, COUNTRY);
      await eventually(async () => (await form.names("Identities[0].IssuingCountry")).length, 249, "Identities[0].IssuingCountry");
      await eventually(async () => (await form.names("Identities[0].IDType")).length, 6, "Identities[0].IDType");
      await eventually(() => form.names(STATE), [], "a text");
      await form.removeIdentity(0);
      assert.deepEqual(await form.json(), { FullName: {}, Identities: [], PrimaryResidence: {} });
      await form.page.getByRole("button", { name: "Hide JSON" }).click();
      await shot("empty");
    });

    test("an empty form is refused, and the first fault gets the focus", async () => {
      await form.submit();
      const first = form.control("FullName.FirstName");
      await eventually(() => first.evaluate((control) => control === document.activeElement), true, "it has the focus");
      const messages = await refused();
      assert.equal(Object.keys(messages).length, 8);
      assert.deepEqual([...new Set(Object.values(messages))], ["This is required."]);
    });

    test("a customer in Great Britain", async () => {
      await form.addIdentity();
      await form.fillAll({ ...ADA, "FullName.MiddleName": "King", ...PASSPORT, ...LONDON });
      await shot("GB");
      assert.deepEqual(await stored(), {
        FullName: { FirstName: "Ada", LastName: "Lovelace", MiddleName: "King" },
        DateOfBirth: "1985-12-10",
        Identities: [
          { IssuingCountry: "GB", IDNumber: "533401372", IssuedDate: "2021-03-01", ExpiryDate: "2031-03-01", IDType: "Passport" },
        ],
        PrimaryResidence: {
          Street: "12 St James's Square",
          Street2: "Flat 3",
          City: "London",
          PostCode: "SW1Y 4LB",
          State: "England",
          Country: "GB",
        },
      });
      await shot("stored");
    });

    test("a customer in the United States, whose state is on the list", async () => {
      const { [STATE]: state, ...others } = FRESNO;
      await form.fillAll({ ...ADA, ...others });
      await eventually(async () => (await form.names(STATE)).length, 57, "the states of the USA");
      await form.fillAll({ [STATE]: state });
      await shot("US");
      const body = await stored();
      assert.deepEqual([body.PrimaryResidence.Country, body.PrimaryResidence.State], ["US", "CA"]);
      assert.deepEqual(body.Identities, []);
    });

    test("a customer in Canada, whose province is on the list", async () => {
      const { [STATE]: state, ...others } = TORONTO;
      await form.fillAll({ ...ADA, ...others });
      await eventually(async () => (await form.names(STATE)).length, 13, "the provinces of Canada");
      await form.fillAll({ [STATE]: state });
      await shot("CA");
      const body = await stored();
      assert.deepEqual([body.PrimaryResidence.Country, body.PrimaryResidence.State], ["CA", "ON"]);
    });

    test("faults are named at their fields, and go as they are mended", async () => {
      await form.addIdentity();
      await form.fillAll({
        ...FRESNO,
        "FullName.FirstName": "A".repeat(51),
        "PrimaryResidence.Street": "1",
        "Identities[0].IDNumber": "5".repeat(37),
      });
      await form.choose(COUNTRY, "Canada");
      assert.deepEqual(await refused(), {
        "FullName.FirstName": "This must have at most 50 characters.",
        "FullName.LastName": "This is required.",
        DateOfBirth: "This is required.",
        "Identities[0].IssuingCountry": "This is required.",
        "Identities[0].IDNumber": "This must have at most 36 characters.",
        "Identities[0].IDType": "This is required.",
        "PrimaryResidence.Street": "This must have at least 2 characters.",
        [STATE]: "This is required.",
      });
      await form.page.getByRole("button", { name: "Hide JSON" }).click();
      await shot("errors");
      await form.fillAll({ ...ADA, ...PASSPORT, "PrimaryResidence.Street": "1 Main Street" });
      await eventually(() => form.messages(), { [STATE]: "This is required." });
      await form.choose(STATE, "Quebec");
      await stored();
    });

    test("a state belongs to its country", async () => {
      await form.fillAll({ ...ADA, ...LONDON });
      await form.choose(COUNTRY, "United States of America");
      await eventually(async () => (await form.names(STATE)).length, 57, "a list");
      await eventually(() => form.value(STATE), "", "asked for again");
      await form.choose(STATE, "California");
      await form.choose(COUNTRY, "Canada");
      await eventually(async () => (await form.names(STATE)).length, 13, "another list");
      await eventually(() => form.value(STATE), "", "CA is not a province of Canada");
      await form.choose(STATE, "Ontario");
      await form.choose(COUNTRY, "France");
      await eventually(() => form.names(STATE), [], "a text");
      await eventually(() => form.value(STATE), "", "ON is nothing in France");
      assert.deepEqual(await refused(), { [STATE]: "This is required." });
      await form.fill(STATE, "Normandie");
      const body = await stored();
      assert.deepEqual([body.PrimaryResidence.Country, body.PrimaryResidence.State], ["FR", "Normandie"]);
    });

    test("a state that is typed before its country stays", async () => {
      await form.fill(STATE, "England");
      await form.choose(COUNTRY, "United Kingdom of Great Britain and Northern Ireland");
      assert.equal((await form.json()).PrimaryResidence.State, "England");
    });

    test("identities come and go", async () => {
      await form.fillAll({ ...ADA, ...FRESNO });
      await form.addIdentity();
      await form.addIdentity();
      const permit = Object.entries({ ...PASSPORT, "Identities[0].IDNumber": "RP-7", "Identities[0].IDType": "→ Residence permit" });
      await form.fillAll({ ...PASSPORT, ...Object.fromEntries(permit.map(([path, value]) => [path.replace("0", "1"), value])) });
      await shot("two-identities");
      await form.removeIdentity(0);
      assert.deepEqual((await form.json()).Identities.map(({ IDNumber }) => IDNumber), ["RP-7"], "the second stays");
      await form.addIdentity();
      const required = ["IDNumber", "IDType", "IssuingCountry"].map((name) => `Identities[1].${name}`);
      assert.deepEqual(Object.keys(await refused()).sort(), required);
      await form.removeIdentity(1);
      assert.deepEqual((await stored()).Identities.map(({ IDType }) => IDType), ["ResidencePermit"]);
    });

    test("an optional field that is cleared is left out", async () => {
      await form.addIdentity();
      await form.fillAll({ ...ADA, "FullName.MiddleName": "King", ...PASSPORT, ...LONDON });
      await form.fillAll({
        "FullName.MiddleName": "",
        "Identities[0].IssuedDate": "",
        "Identities[0].ExpiryDate": "",
        "PrimaryResidence.Street2": "",
      });
      const { FullName, Identities, PrimaryResidence } = await stored();
      assert.deepEqual(Object.keys(FullName).sort(), ["FirstName", "LastName"]);
      assert.deepEqual(Object.keys(Identities[0]).sort(), ["IDNumber", "IDType", "IssuingCountry"]);
      assert.deepEqual(Object.keys(PrimaryResidence).sort(), ["City", "Country", "PostCode", "State", "Street"]);
    });

    test("what the server refuses stands at its fields, until they are changed", async () => {
      await form.addIdentity();
      await form.fillAll({ ...ADA, ...PASSPORT, ...FRESNO });
      service.spoil = (body) => {
        const { FullName, Identities, PrimaryResidence, ...rest } = JSON.parse(body);
        const identity = { ...Identities[0], IDNumber: "5".repeat(37), IssuedDate: "2021-02-29" };
        const residence = { ...PrimaryResidence, State: "California" };
        return JSON.stringify({ ...rest, FullName: { FirstName: "" }, Identities: [identity], PrimaryResidence: residence });
      };
      await form.submit();
      const messages = {
        "FullName.FirstName": "This must have at least 1 character, has 0.",
        "FullName.LastName": "This is required.",
        "Identities[0].IDNumber": "This must have at most 36 characters, has 37.",
        "Identities[0].IssuedDate":
          "This must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31.",
        [STATE]: "This must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY.",
      };
      await eventually(() => form.messages(), messages);
      await eventually(() => form.notices(), LOOK);
      await shot("server-errors");
      await form.fill("FullName.LastName", "King");
      await form.choose(STATE, "Texas");
      const { "FullName.LastName": _, [STATE]: __, ...others } = messages;
      await eventually(() => form.messages(), others);
      service.spoil = (body) => body;
      await stored();
    });

    test("what the server says of no field stands by the form", async () => {
      await form.fillAll({ ...ADA, ...FRESNO });
      service.spoil = (body) => body.slice(0, -1);
      await form.submit();
      await eventually(() => service.received.length, 1);
      const column = service.received[0].length;
      await eventually(() => form.notices(), [`Body must be one JSON value in UTF-8, ends too early at line 1, column ${column}.`]);
      await eventually(() => form.messages(), {});
    });

    test("a server that cannot be reached is no success", async () => {
      await form.fillAll({ ...ADA, ...FRESNO });
      await form.page.route("**/customers/*", (route) => route.abort());
      await form.submit();
      await eventually(() => form.notices(), ["Body could not be stored."]);
      await form.page.unroute("**/customers/*");
      await stored();
    });

    test("a year of five digits is no day of the calendar", { skip: !Kind.takesLongYears }, async () => {
      await form.fillAll({ ...ADA, ...LONDON });
      await form.control("DateOfBirth").focus();
      await form.page.keyboard.type("101212345");
      assert.deepEqual(await refused(), { DateOfBirth: "This must be a day of the calendar." });
    });
  });
}
