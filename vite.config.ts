import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Rolldown, type UserConfig } from "vite";
import { minifyTemplates } from "./scripts/lib/minify-templates.mjs";

/** Files whose presence makes an entry of the package; what has not been written yet is passed over. */
function libraryEntries(): Record<string, string> {
  const single = ["index", "define", "testing", "sources/http", "sources/memory"];
  const folders = ["define", "locales"];
  const names = [
    ...single,
    ...folders.flatMap((folder) =>
      existsSync(join("src", folder))
        ? readdirSync(join("src", folder))
            .filter((file) => file.endsWith(".ts"))
            .map((file) => `${folder}/${file.slice(0, -".ts".length)}`)
        : [],
    ),
  ];
  return Object.fromEntries(
    names.map((name) => [name, `src/${name}.ts`] as const).filter(([, file]) => existsSync(file)),
  );
}

/** What the compiler needs for decorators. It is no dependency of the package, so it goes along as a file of ours. */
const HELPERS = "@oxc-project/runtime/helpers/";

const isExternal = (id: string) => !/^(\.|\/|\0|[a-zA-Z]:[\\/])/.test(id) && !id.startsWith(HELPERS);

/** A helper's path is one in node_modules, a folder that no published package may contain. */
const fileNameOf = ({ name }: { name: string }) =>
  `${name.replace(/^.*\/helpers\/(?:esm\/)?/, "helpers/")}.js`;

const OWN_IMPORT = /\bimport\(("\.{1,2}\/[^"]+")\)/g;

/**
 * Everything is in the one file anyway. Left as they are, imports of our own on demand would make the bundler wrap nearly
 * every module in a function that is run when it is first wanted, which costs more than they are worth.
 */
const importAtOnce: Rolldown.Plugin = {
  name: "import-at-once",
  transform: {
    filter: { id: { exclude: /node_modules/ }, code: "import(" },
    handler(code) {
      const paths: string[] = [];
      const flat = code.replaceAll(OWN_IMPORT, (_, path: string) => {
        paths.push(path);
        return `Promise.resolve(namespace$${paths.length})`;
      });
      const imports = paths.map((path, index) => `import * as namespace$${index + 1} from ${path};`);
      return { code: `${flat}\n${imports.join("\n")}\n`, map: null };
    },
  },
};

/** What lies side by side in the one file, in this order; all else comes where it is first imported. */
const KINDS = [
  /\.styles\.ts$/,
  /-strings\.ts$/,
  /^domain\//,
  /^sources\/(http|wire)\//,
  /^stores\//,
  /^internal\//,
  /^controllers\//,
];

/** gzip sees no further back than 32 kB: what is alike has to be near, and each kind of module is alike. */
const kindByKind: Rolldown.Plugin = {
  name: "kind-by-kind",
  transform: {
    filter: { id: /\/src\/cdn\.ts$/ },
    handler(code) {
      const files = readdirSync("src", { recursive: true, encoding: "utf8" })
        .map((file) => file.replaceAll("\\", "/"))
        .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
        .sort();
      const own = KINDS.flatMap((kind) => files.filter((file) => kind.test(file)).map((file) => `./${file}`));
      const imports = ["lit", "zod/mini", ...own].map((path) => `import "${path}";`);
      return { code: `${imports.join("\n")}\n${code}`, map: null };
    },
  },
};

const TAGS = ["css", "html", "svg"];

/** A warning fails the build; how long our own plugins take on a busy machine is no concern of a host. */
const CHECKS = { pluginTimings: false };

const shared = {
  target: "es2022",
  outDir: "dist",
  emptyOutDir: false,
  copyPublicDir: false,
  reportCompressedSize: false,
} satisfies UserConfig["build"];

/** `vite build` makes the modules that a bundler takes; `vite build --mode cdn` makes the one file for a plain page. */
export default defineConfig(({ mode }) => ({
  build:
    mode === "cdn"
      ? {
          ...shared,
          minify: true,
          sourcemap: true,
          lib: { entry: "src/cdn.ts", formats: ["es"], fileName: () => "cdn/handoff-elements.js" },
          rolldownOptions: {
            checks: CHECKS,
            plugins: [minifyTemplates(TAGS), importAtOnce, kindByKind],
            // The package's own sideEffects names what is in dist; here every imported module counts.
            treeshake: { moduleSideEffects: (id) => !id.includes("node_modules") },
            // Vite keeps the spaces of a library in ES format; nobody bundles this file again.
            output: { codeSplitting: false, minify: { codegen: { removeWhitespace: true } } },
          },
        }
      : {
          ...shared,
          minify: false,
          sourcemap: true,
          lib: { entry: libraryEntries(), formats: ["es"] },
          rolldownOptions: {
            checks: CHECKS,
            plugins: [minifyTemplates(TAGS)],
            external: isExternal,
            treeshake: { moduleSideEffects: true },
            output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: fileNameOf },
          },
        },
}));
