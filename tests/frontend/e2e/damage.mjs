// Copies the exports without the branch of Canada, which the end-to-end test has to notice.
//
//     node damage.mjs TO

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const to = process.argv[2];
cpSync(join(import.meta.dirname, "../../../schema"), to, { recursive: true });
const addresses = {
  "customer-2020-12-labels.json": ({ $defs }) => $defs.StreetAddress,
  "customer-draft-07-labels.json": ({ properties }) => properties.PrimaryResidence,
};
for (const [name, addressOf] of Object.entries(addresses)) {
  const file = join(to, name);
  const schema = JSON.parse(readFileSync(file, "utf8"));
  delete addressOf(schema).else;
  writeFileSync(file, JSON.stringify(schema));
}
