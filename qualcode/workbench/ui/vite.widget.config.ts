/** The review widget of notebooks: one module and one stylesheet, into the package of the notebook's Python side. */

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { licences } from "./licences.ts";

/** A page's own rules hold within the widget only: it is a guest among the notebook's elements. */
function within(root: string): Plugin {
  return {
    name: "within",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/design/base.css")) return null;
      const own = code.replaceAll(":root", "&").replace("html,\nbody,\n#app {", "& {").replace(/^body \{/m, "& {");
      return `:where(${root}) {\n${own}\n}`;
    },
  };
}

export default defineConfig({
  plugins: [within(".qualcode-widget"), svelte(), licences()],
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "../../jupyter/widget/dist",
    emptyOutDir: true,
    rolldownOptions: { output: { minify: true } },
    lib: { entry: "src/widget/main.ts", formats: ["es"], fileName: () => "widget.js", cssFileName: "widget" },
  },
});
