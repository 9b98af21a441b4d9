// The check of a page by axe-core.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [1280, 360];
/** A folder for pictures of each state. */
const screenshots = process.env.SCREENSHOTS;
if (screenshots) mkdirSync(screenshots, { recursive: true });

/** A page has no violation on a screen and on a telephone, also under the pointer, and nothing is cut off. */
export async function isAccessible(page, state) {
  const size = page.viewportSize();
  // Colours in transition have no contrast yet, and on a slow machine a transition may begin at any time.
  await page.addStyleTag({ content: "*, *::before, *::after { transition: none !important; }" });
  await page.evaluate(AXE);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // The pointer is where the test left it; over a button, it changes the button's colours.
    await page.mouse.move(0, 0);
    assert.deepEqual(await violations(page, { type: "tag", values: RULES }), [], `${state} at ${width}`);
    for (const button of await page.getByRole("button").all()) {
      await button.hover();
      const found = await violations(page, { type: "rule", values: ["color-contrast"] });
      assert.deepEqual(found, [], `${state} at ${width}, with the pointer over a button`);
    }
    await page.mouse.move(0, 0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${state} is ${wide} pixels wide at ${width}`);
    if (screenshots) await page.screenshot({ path: join(screenshots, `${state}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(size);
}

/** The violations of some rules, each with the elements that it is found at. */
async function violations(page, runOnly) {
  return page.evaluate(async (runOnly) => {
    // Animations without an end stay.
    const ends = (animation) => animation.effect.getComputedTiming().endTime < Infinity;
    for (const animation of document.getAnimations().filter(ends)) animation.finish();
    const { violations } = await axe.run({ runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, runOnly);
}
