// Compares rows with the table of the guide.
//
//     node table.mjs RESULTS [--all]
//
// --all: the table has no other rows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./probes.mjs";

const [, , results, all] = process.argv;
const guide = readFileSync(join(root, "src/guide/schema.rs"), "utf8");
const [, table] = guide.match(/\/\/! \| Generator \|.*\n\/\/! \|[-|]+\|\n((?:\/\/! \|.*\n)+)/);
const inGuide = table.trimEnd().split("\n").map((line) => line.replace("//! ", ""));
const measured = readFileSync(results, "utf8").trimEnd().split("\n");
const missing = measured.filter((row) => !inGuide.includes(row));
assert.deepEqual(missing, [], "rows that src/guide/schema.rs does not have");
if (all) assert.deepEqual(inGuide.filter((row) => !measured.includes(row)), [], "rows that were not measured");
console.log(`${measured.length} of ${inGuide.length} rows of the guide measured`);
