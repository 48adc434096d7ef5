import { minifyHTMLLiterals } from "minify-literals";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { sourceEntries } from "./scripts/lib/entries.mjs";

/** What the compiler needs for decorators. It is no dependency of the package, so it goes along as a file of ours. */
const HELPERS = "@oxc-project/runtime/helpers/";

const isExternal = (id: string) => !/^(\.|\/|\0|[a-zA-Z]:[\\/])/.test(id) && !id.startsWith(HELPERS);

/** A helper's path is one in node_modules, a folder that no published package may contain. */
const fileNameOf = ({ name }: { name: string }) => `${name.replace(/^.*\/helpers\/(?:esm\/)?/, "helpers/")}.js`;

const shared = {
  target: "es2022",
  outDir: "dist",
  emptyOutDir: false,
  copyPublicDir: false,
  reportCompressedSize: false,
  sourcemap: true,
} satisfies UserConfig["build"];

/**
 * No minifier looks into a template: its indents would be sent to each page, and made into text nodes there. One space is
 * left of each gap, since it keeps words apart for who listens, and between inline elements for who looks.
 */
const shortTemplates: Plugin = {
  name: "short-templates",
  transform: {
    order: "post",
    filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\b(?:html|svg|css)`/ },
    handler: (code, fileName) => minifyHTMLLiterals(code, { fileName, html: { conservativeCollapse: true } }),
  },
};

/**
 * The bundler makes the namespaces of modules with `for…in`: where an old library of the host's has put something on
 * every object, that would be taken for an export, and nothing would be defined.
 */
const ownExportsOnly: Plugin = {
  name: "own-exports-only",
  renderChunk(code) {
    const own = code.replace("for (var name in all) ", "for (var name of Object.keys(all)) ");
    if (own === code) this.error("the bundler's helper for namespaces is not spelled as it was");
    return { code: own, map: null };
  },
};

/** That a plugin took long says that the machine was busy, and any warning fails the build. */
const checks = { bundlerTimings: false };

/** `vite build` makes the modules that a bundler takes; `vite build --mode cdn` makes the one file for a plain page. */
export default defineConfig(({ mode }) => ({
  plugins: mode === "cdn" ? [shortTemplates, ownExportsOnly] : [shortTemplates],
  build:
    mode === "cdn"
      ? {
          ...shared,
          minify: true,
          lib: { entry: "src/cdn.ts", formats: ["es"], fileName: () => "cdn/handoff-elements.js" },
          rolldownOptions: {
            checks,
            // Vite keeps the spaces of a library in ES format; nobody bundles this file again.
            output: { codeSplitting: false, minify: { codegen: { removeWhitespace: true } } },
          },
        }
      : {
          ...shared,
          minify: false,
          lib: { entry: sourceEntries(import.meta.dirname), formats: ["es"] },
          rolldownOptions: {
            checks,
            external: isExternal,
            // A constant stays where it is: copied into its users, it would leave an import of nothing behind.
            optimization: { inlineConst: false },
            output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: fileNameOf },
          },
        },
}));
