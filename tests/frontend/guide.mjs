// Keeps the guide's page to the files that are tested.
//
//     node guide.mjs            compares the code of the page with the files
//     node guide.mjs --write    writes it
//     node guide.mjs --picture  takes a new picture of the built pages; needs check.sh before it, and CHROMIUM

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
assert.ok(existsSync(join(guide, /<img[^>]* src="([^"]+)"/.exec(text)[1])), "the page shows a picture that is not there");
if (write) writeFileSync(page, renewed);
else assert.equal(text, renewed, "the page of the guide is behind: run guide.mjs --write");
console.log(`${copies} files, as they are tested`);

if (process.argv.includes("--picture")) await picture();

/** The forms side by side, of a customer in the United States with two invalid fields. */
async function picture() {
  const { chromium } = await import("playwright-core");
  const { JsonForms, Rjsf, Vue } = await import("./e2e/form.mjs");
  const { serve } = await import("./e2e/server.mjs");
  const service = await serve(join(import.meta.dirname, "dist"));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const images = [];
  for (const Kind of [Rjsf, JsonForms, Vue]) {
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
    await form.page.getByRole("link", { name: "Street must have" }).waitFor();
    const image = await form.page.screenshot({ fullPage: true });
    images.push(`<img src="data:image/png;base64,${image.toString("base64")}" style="width: 33%">`);
  }
  const page = await browser.newPage({ viewport: { width: 1000, height: 100 } });
  await page.setContent(`<body style="margin: 0; display: flex; gap: 0.5%; align-items: start">${images.join("")}</body>`);
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send("Page.getLayoutMetrics");
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 35,
    captureBeyondViewport: true,
    clip: { ...cssContentSize, scale: 1 },
  });
  await browser.close();
  service.close();
  const bytes = Buffer.from(data, "base64");
  writeFileSync(join(import.meta.dirname, "forms.webp"), bytes);
  console.log(`forms.webp: ${bytes.length} bytes`);
}
