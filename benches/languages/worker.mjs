// The protocol of a contender in JavaScript, as that of `bulk` in benches/compare/bulk.rs.
//
// For each path on standard input: checks every line of the file, and prints the processor seconds and the number of
// violations of each line. The time includes the other threads of the process, which compile and collect garbage.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

export function contract() {
  return JSON.parse(readFileSync(process.argv[2], "utf8"));
}

export async function answer(violations) {
  const parsed = (line) => {
    try {
      return violations(JSON.parse(line));
    } catch (error) {
      if (error instanceof SyntaxError) return 1;
      throw error;
    }
  };
  for await (const path of createInterface({ input: process.stdin })) {
    const start = process.cpuUsage();
    const counts = readFileSync(path, "utf8").split("\n").map(parsed);
    const { user, system } = process.cpuUsage(start);
    console.log([(user + system) / 1e6, ...counts].join(" "));
  }
}
