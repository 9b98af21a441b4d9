import { resolve } from "node:path";

import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

/** The folder of the exports. Another one can be given, to see what the forms make of it. */
const schema = resolve(process.env["SCHEMA"] ?? "../../schema");

export default defineConfig({
  plugins: [react(), vue()],
  resolve: { alias: { schema } },
  server: { fs: { allow: [".", schema] } },
  build: {
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: ["rjsf.html", "jsonforms.html", "vue.html"] },
  },
});
