// A service for the pages: it serves them as they are built, and answers the operation by `validate`.

import { spawnSync } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** The error body of the crate for a body; nothing if it is valid. */
export function errorOf(body) {
  const { status, stdout, stderr } = spawnSync(process.env.VALIDATE, { input: body, encoding: "utf8" });
  if (status === 0) return undefined;
  if (status === 1) return JSON.parse(stdout);
  throw new Error(`validate ended with ${status}: ${stderr}`);
}

/**
 * Serves the pages in a folder. `received` has the bodies that came; `damage` may change one before it is validated.
 * `answer` is given in place of the verdict, where it is set: a status and a text.
 */
export async function serve(folder) {
  const service = { received: [], damage: (body) => body, answer: undefined };
  const server = createServer(async (request, response) => {
    if (request.method === "PUT") {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      service.received.push(body);
      const error = service.answer ? undefined : errorOf(service.damage(body));
      const { status, text } = service.answer ?? { status: error ? 400 : 201, text: error && JSON.stringify(error) };
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(text);
      return;
    }
    const file = join(folder, normalize(new URL(request.url, "http://localhost").pathname));
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "text/plain" });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  service.address = `http://127.0.0.1:${server.address().port}`;
  service.close = () => server.close();
  return service;
}
