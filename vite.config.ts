import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin, type UserConfig } from "vite";
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
  `${name.replace(/^.*\/helpers\/(?:esm\/)?/, "internal/helpers/")}.js`;

/**
 * Everything is in the one file anyway. Left as they are, imports of our own on demand would make the bundler wrap nearly
 * every module in a function that is run when it is first wanted, which costs more than they are worth.
 */
const importAtOnce: Plugin = {
  name: "import-at-once",
  enforce: "post",
  transform(code) {
    const paths: string[] = [];
    const flat = code.replace(/\bimport\(("\.{1,2}\/[^"]+")\)/g, (_, path: string) => {
      paths.push(path);
      return `Promise.resolve(namespace$${paths.length})`;
    });
    if (paths.length === 0) return null;
    const imports = paths.map((path, index) => `import * as namespace$${index + 1} from ${path};`);
    return { code: `${flat}\n${imports.join("\n")}\n`, map: null };
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
const kindByKind: Plugin = {
  name: "kind-by-kind",
  transform(code, id) {
    if (!id.endsWith("/src/cdn.ts")) return null;
    const files = readdirSync("src", { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .sort();
    const own = KINDS.flatMap((kind) => files.filter((file) => kind.test(file)).map((file) => `./${file}`));
    const imports = ["lit", "zod/mini", ...own].map((path) => `import "${path}";`);
    return { code: `${imports.join("\n")}\n${code}`, map: null };
  },
};

const shared = {
  target: "es2022",
  outDir: "dist",
  emptyOutDir: false,
  copyPublicDir: false,
  reportCompressedSize: false,
} satisfies UserConfig["build"];

/** `vite build` makes the modules that a bundler takes; `vite build --mode cdn` makes the one file for a plain page. */
export default defineConfig(({ mode }) => ({
  plugins: [minifyTemplates(["css", "html", "svg"]), ...(mode === "cdn" ? [importAtOnce, kindByKind] : [])],
  build:
    mode === "cdn"
      ? {
          ...shared,
          minify: true,
          sourcemap: true,
          lib: { entry: "src/cdn.ts", formats: ["es"], fileName: () => "cdn/handoff-elements.js" },
          rolldownOptions: {
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
            external: isExternal,
            treeshake: { moduleSideEffects: true },
            output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: fileNameOf },
          },
        },
}));
