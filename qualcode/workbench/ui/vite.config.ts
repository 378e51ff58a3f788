import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { licences } from "./licences.ts";

// The service forbids inline scripts and styles, so nothing is inlined.
export default defineConfig({
  plugins: [svelte(), licences()],
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { "/api": { target: process.env["QUALCODE_SERVICE"] ?? "http://127.0.0.1:8000" } } },
  test: { include: ["src/**/*.test.ts"] },
});
