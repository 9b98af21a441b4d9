// Whatever JSON a server sends, every reason in it can be seen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import fc from "fast-check";
import { runnerImport } from "vite";

import { paths } from "./schema.mjs";

const source = join(import.meta.dirname, "../src/server-errors.ts");
const { readRefusal, toAdditionalErrors, toExtraErrors } = (
  await runnerImport(source, { configFile: false, logLevel: "silent" })
).module;
const SCHEMA = JSON.parse(readFileSync(join(import.meta.dirname, "../../../schema/customer-draft-07-labels.json"), "utf8"));

/** A form with two documents. */
const SENT = { FullName: {}, Identities: [{}, {}], PrimaryResidence: {} };
const FIELDS = paths(2).map((path) => path.split(/[.[\]]+/));
const LIMIT = 256;

const names = [
  ...["FullName", "LastName", "Identities", "IDNumber", "PrimaryResidence", "State", "DateOfBirth", "Title"],
  ...["Body", "$", "#", "0", "1", "2", "__proto__", "constructor", "prototype", "toString", "__errors", "length", ""],
];
const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 6 }));
const joint = fc.constantFrom(".", "/", "[", "].", "']['", '["', '"]', "");
const spelled = fc
  .array(fc.tuple(joint, name), { minLength: 1, maxLength: 4 })
  .map((steps) => steps.map(([joint, name]) => joint + name).join(""));
/** Of four documents, so that some fields are not on the page. */
const documented = fc
  .constantFrom(...paths(4).map((path) => path.split(/[.[\]]+/)))
  .chain((steps) => fc.constantFrom(steps.join("."), `/${steps.join("/")}`, `$.${steps.join(".")}`, `Body.${steps.join(".")}`));
const key = fc.oneof(documented, spelled, name);
const reason = fc.oneof(fc.constantFrom("is required", "Must be given!", "", " ", "x"), fc.string(), fc.string({ unit: "grapheme" }));

const { reasons } = fc.letrec((tie) => ({
  reasons: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    reason,
    fc.constantFrom(null, 0, true),
    fc.array(tie("reasons"), { maxLength: 4 }),
    fc.dictionary(key, tie("reasons"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
/** More than a page shows. */
const list = fc.array(fc.constantFrom("is required", ""), { minLength: 100, maxLength: 200, size: "max" });
const many = fc.dictionary(key, list, { minKeys: 2, maxKeys: 4, noNullPrototype: true });
const either = (right) => fc.oneof({ weight: 6, arbitrary: right }, fc.jsonValue());
const extensions = fc.record({ Request: fc.oneof({ weight: 9, arbitrary: either(reasons) }, { weight: 1, arbitrary: many }), Features: either(reasons) }, { requiredKeys: [] });
const body = fc.record({ Type: fc.string(), Detail: either(reason), Extensions: either(extensions) }, { requiredKeys: [] });

/** Every text, in the order of the answer. */
function texts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

const isBlank = (text) => /^[\s\p{C}]*$/u.test(text);

/** The same with a number behind each text that can be seen, so that no two are equal. */
function numbered(value, counter = { next: 0 }) {
  if (typeof value === "string") return isBlank(value) ? value : `${value} (${(counter.next += 1)})`;
  if (Array.isArray(value)) return value.map((item) => numbered(item, counter));
  if (typeof value !== "object" || value === null) return value;
  // Through the text, since an assignment to `__proto__` makes no property.
  const properties = Object.entries(value).map(([name, item]) => {
    const text = JSON.stringify(numbered(item, counter));
    return `${JSON.stringify(name)}:${text}`;
  });
  return JSON.parse(`{${properties.join(",")}}`);
}

test("no reason of a server is invisible", () => {
  const prototype = Reflect.ownKeys(Object.prototype);
  const seen = { fields: 0, notices: 0, over: 0 };
  const property = fc.property(either(body), (value) => {
    // As it arrives: `__proto__` is a property like any other.
    const answer = numbered(JSON.parse(JSON.stringify(value)));
    const { invalidPlaces, notices } = readRefusal(answer, SCHEMA, SENT);
    const extra = toExtraErrors(invalidPlaces);
    const additional = toAdditionalErrors(invalidPlaces);
    const rjsf = FIELDS.flatMap((steps) => steps.reduce((here, step) => here?.[step], extra)?.__errors ?? []);
    const pointers = new Set(FIELDS.map((steps) => `/${steps.join("/")}`));
    const jsonForms = additional.filter(({ instancePath }) => pointers.has(instancePath)).map(({ message }) => message);

    const { Request: request, Features: features } = Object(Object(answer).Extensions);
    const given = [...texts(request), ...texts(features)];
    const kept = given.slice(0, LIMIT);
    for (const shown of [[...notices, ...rjsf], [...notices, ...jsonForms]]) {
      for (const text of kept) assert.ok(isBlank(text) || shown.some((one) => one.includes(text)), `invisible: ${text}`);
      const refused = shown.filter((text) => / is refused\.$/.test(text)).length;
      assert.ok(refused >= kept.filter(isBlank).length, "a blank reason marks its field");
    }
    const { Detail: detail } = Object(answer);
    if (typeof detail === "string") assert.ok(notices[0].includes(detail.trim()), "the detail");
    if (given.length > LIMIT) assert.equal(notices.at(-1), `${given.length - LIMIT} more reasons are not shown.`);
    assert.ok(notices.every((notice) => !isBlank(notice)));
    assert.deepEqual(Reflect.ownKeys(Object.prototype), prototype);
    seen.fields += rjsf.length;
    seen.notices += notices.length - 1;
    seen.over += given.length > LIMIT;
  });
  fc.assert(property, { numRuns: 1000 });
  assert.ok(seen.fields > 300 && seen.notices > 300 && seen.over > 3, `the cases say little: ${JSON.stringify(seen)}`);
});

test("a map of reasons may be as deep and as long as JSON can be", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}"is wrong"${"}".repeat(5000)}`);
  assert.match(readRefusal({ Extensions: { Request: deep } }, SCHEMA, SENT).notices[1], / is wrong\.$/);
  const long = { Extensions: { Request: { DateOfBirth: Array(300_000).fill("is wrong") } } };
  const { invalidPlaces, notices } = readRefusal(long, SCHEMA, SENT);
  assert.equal(invalidPlaces[0].reasons.length, LIMIT);
  assert.equal(notices[1], `${300_000 - LIMIT} more reasons are not shown.`);
});
