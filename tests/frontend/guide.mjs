// Keeps the guide's page to the files that are tested.
//
//     node guide.mjs            compares the code of the page with the files
//     node guide.mjs --write    writes it, and takes the picture of the built pages anew

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const guide = join(import.meta.dirname, "../../src/guide/frontend");
const write = process.argv.includes("--write");

/** A block of code, with the file that it is a copy of in the line before. */
const COPY = /(<!-- copy of (\S+) -->\n\n```\w+\n)[^]*?(```\n)/g;

const page = join(guide, "page.md");
const text = readFileSync(page, "utf8");
let copies = 0;
const renewed = text.replace(COPY, (_, before, file, after) => {
  copies += 1;
  return before + readFileSync(join(import.meta.dirname, file), "utf8") + after;
});
assert.ok(copies > 0, "the page shows no file");
if (write) writeFileSync(page, renewed);
else assert.equal(text, renewed, "the page of the guide is behind: run guide.mjs --write");
console.log(`${copies} files, as they are tested`);

if (write) await picture();

/** Both forms, of a customer in the United States with faults, side by side. */
async function picture() {
  const { chromium } = await import("playwright-core");
  const { JsonForms, Rjsf } = await import("./e2e/form.mjs");
  const { serve } = await import("./e2e/server.mjs");
  const service = await serve(join(import.meta.dirname, "dist"));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const images = [];
  for (const Kind of [Rjsf, JsonForms]) {
    const form = new Kind(await browser.newPage({ viewport: { width: 480, height: 900 }, locale: "en-GB" }));
    await form.open(service.address);
    await form.fillAll({
      "FullName.FirstName": "Ada",
      DateOfBirth: "1985-12-10",
      "PrimaryResidence.Street": "1",
      "PrimaryResidence.City": "Fresno",
      "PrimaryResidence.PostCode": "93650",
      "PrimaryResidence.Country": "→ United States of America",
      "PrimaryResidence.State": "→ California",
    });
    await form.submit();
    const session = await form.page.context().newCDPSession(form.page);
    const { cssContentSize } = await session.send("Page.getLayoutMetrics");
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality: 40,
      captureBeyondViewport: true,
      clip: { ...cssContentSize, scale: 0.8 },
    });
    const name = { Rjsf: "RJSF", JsonForms: "JSON Forms" }[Kind.name];
    const alt = `A form by ${name}: an American address with a list of states, and messages under two faulty fields`;
    images.push(`<img alt="${alt}" width="48%" style="vertical-align: top" src="data:image/webp;base64,${data}">\n`);
  }
  await browser.close();
  service.close();
  writeFileSync(join(guide, "picture.md"), images.join(""));
  console.log(`${basename(guide)}/picture.md: ${images.join("").length} bytes`);
}
