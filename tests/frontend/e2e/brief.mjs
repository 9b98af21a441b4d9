// A reporter: what failed and why, and how many passed.

export default async function* brief(events) {
  let passed = 0;
  for await (const { type, data } of events) {
    if (data?.details?.type === "suite" || data?.skip) continue;
    if (type === "test:pass") passed += 1;
    if (type === "test:fail") {
      const { cause = data.details.error } = data.details.error;
      yield `FAILED ${data.name}: ${cause.message?.trim().replaceAll(/\s*\n\s*/g, " ").slice(0, 600) ?? cause}\n`;
    }
  }
  yield `${passed} tests passed\n`;
}
