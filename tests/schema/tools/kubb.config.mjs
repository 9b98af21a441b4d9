// Reads FROM and writes to TO, of the environment.

import { defineConfig } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";

export default defineConfig({
  root: ".",
  input: { path: process.env.FROM },
  output: { path: process.env.TO, clean: true },
  plugins: [pluginOas({ validate: false }), pluginTs(), pluginZod({ version: "4" })],
});
