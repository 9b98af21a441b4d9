// Fills in a form as a person would, and compares what it sends and refuses with the verdict of `validate`.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { chromium } from "playwright-core";

import { isAccessible } from "./accessible.mjs";
import { ADA, ANSWERS, CORRECT, FRESNO, LONDON, NOT_STORED, PASSPORT, PURPOSES, TORONTO } from "./data.mjs";
import { field, idOf, paths } from "./schema.mjs";
import { errorOf, serve } from "./server.mjs";
import { eventually, TIMEOUT } from "./wait.mjs";

const root = join(import.meta.dirname, "..");
const COUNTRY = "PrimaryResidence.Country";
const STATE = "PrimaryResidence.State";
const STORED = ["Thank you. The customer is stored."];

/** The name of a field in the summary. */
function labelOf(path) {
  const { title, index } = field(path);
  return path.startsWith("Identities") ? `Document ${index + 1}, ${title}` : title;
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
      page.setDefaultTimeout(TIMEOUT);
      complaints = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      service.received.length = 0;
      service.damage = (body) => body;
      service.answer = undefined;
      form = new Kind(page);
      await form.open(service.address);
    });

    afterEach(async () => {
      await form.page.close();
      assert.deepEqual(complaints, [], "the page runs without an error");
      for (const body of service.received) assert.equal(errorOf(body), undefined, `what the form lets through is valid: ${body}`);
    });

    /** The form refuses what it holds, at the fields at which the crate does. Gives its messages. */
    async function refused() {
      const sent = service.received.length;
      await form.submit();
      await eventually(() => form.notices(), CORRECT);
      assert.equal(service.received.length, sent, "nothing is sent");
      const error = errorOf(JSON.stringify(await form.json()));
      const fields = async () => Object.keys(await form.messages()).sort();
      await eventually(fields, Object.keys(error.Extensions.Request).sort(), "the fields that the crate refuses");
      const messages = await form.messages();
      await summarised(messages);
      return messages;
    }

    /** The fields with a message are marked, and the summary leads to them in the order of the page. */
    async function summarised(messages) {
      const identities = await form.page.getByRole("button", { name: "Remove this document" }).count();
      const invalid = paths(identities).filter((path) => path in messages);
      await eventually(() => form.invalid(), invalid, "the fields that are marked");
      const entry = (path) => [idOf(path), messages[path].replaceAll(/^This/g, labelOf(path))];
      const entries = await form.summary();
      assert.deepEqual([...entries].sort(), invalid.map(entry).sort(), "the summary");
      const ids = await form.page.evaluate(() => [...document.querySelectorAll('[id^="customer."]')].map(({ id }) => id));
      const positions = entries.map(([id]) => ids.indexOf(id));
      assert.deepEqual(positions, [...positions].sort((one, other) => one - other), "in the order of the page");
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

    test("an empty form chooses nothing and shows no message", async () => {
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
      await isAccessible(form.page, `${Kind.name}-empty`);
    });

    test("an empty form is refused, and the first invalid field gets the focus", async () => {
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
      await isAccessible(form.page, `${Kind.name}-filled`);
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
    });

    test("a customer in the United States, whose state is on the list", async () => {
      const { [STATE]: state, ...others } = FRESNO;
      await form.fillAll({ ...ADA, ...others });
      await eventually(async () => (await form.names(STATE)).length, 57, "the states of the USA");
      await form.fillAll({ [STATE]: state });
      const body = await stored();
      assert.deepEqual([body.PrimaryResidence.Country, body.PrimaryResidence.State], ["US", "CA"]);
      assert.deepEqual(body.Identities, []);
    });

    test("a customer in Canada, whose province is on the list", async () => {
      const { [STATE]: state, ...others } = TORONTO;
      await form.fillAll({ ...ADA, ...others });
      await eventually(async () => (await form.names(STATE)).length, 13, "the provinces of Canada");
      await form.fillAll({ [STATE]: state });
      const body = await stored();
      assert.deepEqual([body.PrimaryResidence.Country, body.PrimaryResidence.State], ["CA", "ON"]);
    });

    test("reasons are shown at their fields until they are corrected", async () => {
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
      await isAccessible(form.page, `${Kind.name}-errors`);
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
      service.damage = (body) => {
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
      const { Detail: detail } = errorOf(service.damage(service.received[0]));
      await eventually(() => form.notices(), [`The customer was not stored: ${detail}.`, ...CORRECT]);
      await summarised(messages);
      await form.fill("FullName.LastName", "King");
      await form.choose(STATE, "Texas");
      const { "FullName.LastName": _, [STATE]: __, ...others } = messages;
      await eventually(() => form.messages(), others);
      service.damage = (body) => body;
      await stored();
    });

    test("a reason that belongs to no field stands below the form", async () => {
      await form.fillAll({ ...ADA, ...FRESNO });
      service.damage = (body) => body.slice(0, -1);
      await form.submit();
      await eventually(() => service.received.length, 1);
      const column = service.received[0].length;
      const { Detail: detail } = errorOf(service.damage(service.received[0]));
      await eventually(() => form.notices(), [
        `The customer was not stored: ${detail}.`,
        `Customer must be one JSON value in UTF-8, ends too early at line 1, column ${column}.`,
      ]);
      await eventually(() => form.messages(), {});
    });

    test("a server that cannot be reached is no success", async () => {
      await form.fillAll({ ...ADA, ...FRESNO });
      await form.page.route("**/customers/*", (route) => route.abort());
      await form.submit();
      await eventually(() => form.notices(), [NOT_STORED]);
      await form.page.unroute("**/customers/*");
      await stored();
    });

    test("no reason of a server is lost, however it comes", async () => {
      const own = () => form.page.evaluate(() => Reflect.ownKeys(Object.prototype).map(String));
      const before = await own();
      await form.fillAll({ ...ADA, ...FRESNO });
      await form.settle();
      for (const [index, [status, text, notices, messages = {}]] of ANSWERS.entries()) {
        service.answer = { status, text };
        await form.submit();
        await eventually(() => service.received.length, index + 1, "it is sent");
        await eventually(() => form.notices(), notices, text);
        await eventually(() => form.messages(), messages, text);
        await summarised(messages);
      }
      assert.deepEqual(await own(), before, "Object.prototype is as it was");
      service.answer = undefined;
      await stored();
    });

    test("each field tells its purpose, its hint, and whether it is required", async () => {
      await form.addIdentity();
      for (const path of paths(1)) {
        const { description, isRequired } = field(path);
        const purpose = path.startsWith("Identities") ? undefined : PURPOSES[path];
        const found = await form.autocomplete(path);
        // Lists that filter by what is typed have `off`.
        assert.equal(found === "off" ? undefined : (found ?? undefined), purpose, path);
        assert.equal(await form.isRequired(path), isRequired, `${path} is required`);
        await eventually(() => form.descriptions(path), [description], path);
      }
    });

    test("a keyboard is enough", async () => {
      const { keyboard } = form.page;
      const type = async (path, text) => {
        await form.tabTo(form.control(path));
        await keyboard.type(text);
      };
      const press = async (control) => {
        await form.tabTo(control);
        await form.settle();
        await keyboard.press("Enter");
      };
      const button = (name) => form.page.getByRole("button", { name, exact: true });
      await type("FullName.FirstName", "Ada");
      await form.typeDate("DateOfBirth", ["1985", "12", "10"]);
      await press(button("Add a document"));
      await form.typeChoice("Identities[0].IssuingCountry", "Austria");
      await press(button("Remove this document"));
      await type("PrimaryResidence.Street", "100 Queen Street West");
      await type("PrimaryResidence.City", "Toronto");
      await type("PrimaryResidence.PostCode", "M5H 2N2");
      await form.typeChoice(COUNTRY, "Canada");
      await form.typeChoice(STATE, "Ontario");
      await press(button("Submit"));
      await eventually(() => form.messages(), { "FullName.LastName": "This is required." });
      const hasFocus = () => form.control("FullName.LastName").evaluate((control) => control === document.activeElement);
      await eventually(hasFocus, true, "the focus is at the first invalid field");
      await press(form.page.getByRole("link", { name: "Last name is required." }));
      await eventually(hasFocus, true, "the link leads to the field");
      await keyboard.type("Lovelace");
      await press(button("Submit"));
      await eventually(() => form.notices(), STORED);
      const { FullName, Identities, PrimaryResidence } = JSON.parse(service.received.at(-1));
      assert.deepEqual([FullName.LastName, Identities, PrimaryResidence.State], ["Lovelace", [], "ON"]);
    });

    test("a year of five digits is no day of the calendar", { skip: !Kind.takesLongYears }, async () => {
      await form.fillAll({ ...ADA, ...LONDON });
      await form.control("DateOfBirth").focus();
      await form.page.keyboard.type("101212345");
      assert.deepEqual(await refused(), { DateOfBirth: "This must be a day of the calendar." });
    });
  });
}
