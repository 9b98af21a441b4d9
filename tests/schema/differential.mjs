// Runs every validator of JavaScript on the documents, in every dialect and profile.
//
//     node differential.mjs DOCUMENTS EXPORTS

import { documentsIn, exportsIn } from "./exports.mjs";
import { VALIDATORS } from "./validators.mjs";

const [, , file, folder] = process.argv;
const documents = documentsIn(file);
let total = 0;

for (const validator of VALIDATORS) {
  const { every = 1 } = validator;
  const taken = documents.filter((_, index) => index % every === 0);
  for (const exported of exportsIn(folder)) {
    if (!validator.dialects.includes(exported.dialect)) continue;
    const isValid = await validator.compile(exported);
    const started = performance.now();
    const different = taken.filter(({ body, valid }) => isValid(body) !== valid);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${validator.name}, ${exported.name}: ${taken.length} documents, ${different.length} disagreements, ${seconds} s`);
    for (const document of different.slice(0, 3)) console.log(`  ${JSON.stringify(document).slice(0, 1000)}`);
    total += different.length;
  }
}

console.log(`${total} disagreements in JavaScript`);
process.exitCode = total === 0 ? 0 : 1;
