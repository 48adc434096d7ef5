import { readFileSync } from "node:fs";
import { join } from "node:path";
import { minifyHTMLLiterals } from "minify-literals";
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type Rolldown } from "vite";
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
} satisfies BuildEnvironmentOptions;

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
    if (own === code && code.includes("in all)"))
      this.error("the bundler's helper for namespaces is not spelled as it was");
    return { code: own, map: null };
  },
};

/** A script that runs a module and exports nothing: with an export it would set a global of its name. */
const scriptOf = (module: string): Plugin => ({
  name: "script-of",
  resolveId: (id) => (id === "script-of" ? "\0script-of" : undefined),
  load: (id) => (id === "\0script-of" ? `import ${JSON.stringify(module)};` : undefined),
});

/** That a plugin took long says that the machine was busy, and any warning fails the build. */
const checks = { bundlerTimings: false };

const modules: BuildEnvironmentOptions = {
  ...shared,
  sourcemap: true,
  minify: false,
  lib: { entry: sourceEntries(import.meta.dirname), formats: ["es"] },
  rolldownOptions: {
    checks,
    external: isExternal,
    // A constant stays where it is: copied into its users, it would leave an import of nothing behind.
    optimization: { inlineConst: false },
    output: {
      preserveModules: true,
      preserveModulesRoot: "src",
      entryFileNames: fileNameOf,
      // The sources are in the package, where a map names them.
      sourcemapExcludeSources: true,
      // What a comment says is in the declarations and the sources; what says that something is pure stays.
      comments: { jsdoc: false, annotation: true, legal: true },
    },
  },
};

/** A file for a page without a bundler. Vite keeps the spaces of a library in ES format; nobody bundles it again. */
const plain = (entry: string, format: "es" | "iife", fileName: string): BuildEnvironmentOptions => ({
  ...shared,
  minify: true,
  lib: { entry, formats: [format], name: "HandoffElements", fileName: () => fileName },
  rolldownOptions: { checks, output: { codeSplitting: false, minify: { codegen: { removeWhitespace: true } } } },
});

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The same version again does nothing: a console may load its scripts once per widget, and a policy one Lit only. */
const classic: BuildEnvironmentOptions = (() => {
  const build = plain("src/classic.ts", "iife", "cdn/handoff-elements.classic.js");
  const { output } = build.rolldownOptions as { output: Rolldown.OutputOptions };
  const banner = `globalThis.HandoffElements?.VERSION===${JSON.stringify(version)}||`;
  return { ...build, rolldownOptions: { checks, output: { ...output, banner } } };
})();

const loader: BuildEnvironmentOptions = {
  ...plain("src/loader.ts", "es", "cdn/loader.js"),
  rolldownOptions: {
    checks,
    output: {
      chunkFileNames: "cdn/parts/[name]-[hash].js",
      // What three elements have in common is one file: of many small ones, each is shortened and fetched by itself.
      // Saving a file is in common, too, but nobody does it at once.
      codeSplitting: {
        groups: [{ name: "common", minShareCount: 3, test: /^(?!.*(hand-over-file|download|export-event))/ }],
      },
      minify: { codegen: { removeWhitespace: true } },
    },
  },
};

/** A language as a script that works as a module, too. */
function localeOf(name: string): BuildEnvironmentOptions {
  const build = plain("script-of", "iife", `cdn/locales/${name}.js`);
  return { ...build, rolldownOptions: { ...build.rolldownOptions, input: "script-of" } };
}

/** What each mode of `vite build` makes. */
function buildOf(mode: string): BuildEnvironmentOptions {
  const [kind, name = ""] = mode.split(":");
  if (kind === "module") return plain("src/cdn.ts", "es", "cdn/handoff-elements.js");
  if (kind === "classic") return classic;
  if (kind === "loader") return loader;
  if (kind === "embed") return plain("src/embed/embed.ts", "iife", "embed/embed.js");
  if (kind === "locale") return localeOf(name);
  return modules;
}

/** `vite build` makes the modules that a bundler takes; scripts/build.mjs asks for the other modes. */
export default defineConfig(({ mode }) => ({
  plugins: [
    shortTemplates,
    mode !== "production" && ownExportsOnly,
    mode.startsWith("locale:") && scriptOf(join(import.meta.dirname, `src/locales/${mode.slice(7)}.ts`)),
  ],
  build: buildOf(mode),
}));
